/** The switches of Motadata ServiceOps, each with a value. */
import type { MotadataProfile } from '../../../specs/motadata/types.js';

export type Profile = Required<MotadataProfile>;
