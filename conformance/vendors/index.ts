/** The vendors whose subjects can be judged. */
import type { JudgedVendor } from '../JudgedVendor.js';
import { caseFixture as helpshiftFixture } from './helpshift/caseFixture.js';
import { caseTrail as helpshiftTrail } from './helpshift/caseTrail.js';
import { client as helpshift } from './helpshift/client.js';
import { clientMutants as helpshiftMutants } from './helpshift/clientMutants.js';
import { normalizer as helpshiftNormalizer } from './helpshift/normalizer.js';
import { normalizerMutants as helpshiftWrong } from './helpshift/normalizerMutants.js';
import { server as helpshiftServer } from './helpshift/server.js';
import { serverMutants as helpshiftWrongServers } from './helpshift/serverMutants.js';
import { serverWorld as helpshiftWorld } from './helpshift/serverWorld.js';
import { caseFixture as motadataFixture } from './motadata/caseFixture.js';
import { caseTrail as motadataTrail } from './motadata/caseTrail.js';
import { client as motadata } from './motadata/client.js';
import { clientMutants as motadataMutants } from './motadata/clientMutants.js';
import { normalizer as motadataNormalizer } from './motadata/normalizer.js';
import { normalizerMutants as motadataWrong } from './motadata/normalizerMutants.js';
import { server as motadataServer } from './motadata/server.js';
import { serverMutants as motadataWrongServers } from './motadata/serverMutants.js';
import { serverWorld as motadataWorld } from './motadata/serverWorld.js';
import { caseFixture as opsrampFixture } from './opsramp/caseFixture.js';
import { caseTrail as opsrampTrail } from './opsramp/caseTrail.js';
import { client as opsramp } from './opsramp/client.js';
import { clientMutants as opsrampMutants } from './opsramp/clientMutants.js';
import { normalizer as opsrampNormalizer } from './opsramp/normalizer.js';
import { normalizerMutants as opsrampWrong } from './opsramp/normalizerMutants.js';
import { server as opsrampServer } from './opsramp/server.js';
import { serverMutants as opsrampWrongServers } from './opsramp/serverMutants.js';
import { serverWorld as opsrampWorld } from './opsramp/serverWorld.js';

export const judgedVendors: readonly JudgedVendor[] = [
  {
    name: 'helpshift',
    caseFixture: helpshiftFixture,
    caseTrail: helpshiftTrail,
    client: helpshift,
    clientMutants: helpshiftMutants,
    normalizer: helpshiftNormalizer,
    normalizerMutants: helpshiftWrong,
    server: helpshiftServer,
    serverMutants: helpshiftWrongServers,
    serverWorld: helpshiftWorld,
  },
  {
    name: 'motadata',
    caseFixture: motadataFixture,
    caseTrail: motadataTrail,
    client: motadata,
    clientMutants: motadataMutants,
    normalizer: motadataNormalizer,
    normalizerMutants: motadataWrong,
    server: motadataServer,
    serverMutants: motadataWrongServers,
    serverWorld: motadataWorld,
  },
  {
    name: 'opsramp',
    caseFixture: opsrampFixture,
    caseTrail: opsrampTrail,
    client: opsramp,
    clientMutants: opsrampMutants,
    normalizer: opsrampNormalizer,
    normalizerMutants: opsrampWrong,
    server: opsrampServer,
    serverMutants: opsrampWrongServers,
    serverWorld: opsrampWorld,
  },
];
