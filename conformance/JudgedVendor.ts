/** A vendor whose clients and normalizers can be judged. */
import type { CaseFixture } from './cases/CaseFixture.js';
import type { CaseTrail } from './cases/CaseTrail.js';
import type { ClientMutant } from './mutants/ClientMutant.js';
import type { NormalizerMutant } from './mutants/NormalizerMutant.js';
import type { VendorClient } from './reference/VendorClient.js';
import type { VendorNormalizer } from './reference/VendorNormalizer.js';

export interface JudgedVendor {
  name: string;
  caseFixture: CaseFixture;
  /** Its page as a client needs it. */
  client: VendorClient;
  /** How trails for normalizers are written. */
  caseTrail: CaseTrail;
  /** Clients that are wrong in a way that only this vendor's can be. */
  clientMutants: readonly ClientMutant[];
  /** How its records become events. */
  normalizer: VendorNormalizer;
  /** Normalizers that are wrong in a way that only this vendor's can be. */
  normalizerMutants: readonly NormalizerMutant[];
}
