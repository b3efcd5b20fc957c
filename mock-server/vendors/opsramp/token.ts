/** Where OpsRamp's clients get tokens. */
import type { TokenEndpoint } from '../../TokenEndpoint.js';
import type { Profile } from './profile.js';

export const tokenEndpoints: readonly TokenEndpoint<Profile>[] = [];
