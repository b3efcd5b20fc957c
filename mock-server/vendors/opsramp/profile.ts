/** The switches of OpsRamp, each with a value. */
import type { OpsrampProfile } from '../../../specs/opsramp/types.js';

export type Profile = Required<OpsrampProfile>;
