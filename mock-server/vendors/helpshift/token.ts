/** Helpshift has API keys and no tokens, so there is nowhere to get one. */
import type { TokenEndpoint } from '../../TokenEndpoint.js';
import type { Profile } from './profile.js';

export const tokenEndpoints: readonly TokenEndpoint<Profile>[] = [];
