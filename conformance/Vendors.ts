/** What the engines know of vendors. */
import type { AnyVendor } from '../mock-server/Vendor.js';
import type { JudgedVendor } from './JudgedVendor.js';

export interface Vendors {
  played: readonly AnyVendor[];
  judged: readonly JudgedVendor[];
}
