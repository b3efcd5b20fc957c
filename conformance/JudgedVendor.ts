/** A vendor whose clients, normalizers and servers can be judged. */
import type { CaseFixture } from './cases/CaseFixture.js';
import type { CaseTrail } from './cases/CaseTrail.js';
import type { ClientMutant } from './mutants/ClientMutant.js';
import type { NormalizerMutant } from './mutants/NormalizerMutant.js';
import type { ServerMutant } from './mutants/ServerMutant.js';
import type { VendorClient } from './reference/VendorClient.js';
import type { VendorNormalizer } from './reference/VendorNormalizer.js';
import type { ServerWorld } from './servers/ServerWorld.js';
import type { VendorServer } from './servers/VendorServer.js';

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
  /** Its page as one needs it who asks a server. */
  server: VendorServer;
  /** Servers that are wrong in a way that only this vendor's can be. */
  serverMutants: readonly ServerMutant[];
  /** Where the cases for its servers prove themselves. */
  serverWorld: ServerWorld;
}
