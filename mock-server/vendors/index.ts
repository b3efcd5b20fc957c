/** The vendors that the simulator plays. */
import type { AnyVendor } from '../Vendor.js';
import { helpshift } from './helpshift/vendor.js';
import { motadata } from './motadata/vendor.js';
import { opsramp } from './opsramp/vendor.js';

export const vendors: readonly AnyVendor[] = [helpshift, motadata, opsramp];
