/** Says that the simulator is there; the one endpoint that asks for no token. */
import { readFileSync } from 'node:fs';
import { dataFile } from '../../specs/dataFile.js';
import type { AdminEndpoint } from './AdminEndpoint.js';

const { version } = JSON.parse(readFileSync(dataFile('package.json'), 'utf8'));

export const healthEndpoint: AdminEndpoint = {
  method: 'get',
  path: '/health',
  act: () => ({ status: 200, body: { status: 'ok', version } }),
};
