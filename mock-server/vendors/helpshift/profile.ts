/** The switches of Helpshift, each with a value. */
import type { HelpshiftProfile } from '../../../specs/helpshift/types.js';

export type Profile = Required<HelpshiftProfile>;
