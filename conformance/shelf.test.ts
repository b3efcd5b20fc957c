import { afterAll, describe, expect, it } from 'vitest';
import { readShelf } from '../fixtures/readShelf.js';
import { type StartedSimulator, startSimulator } from '../mock-server/startSimulator.js';
import { vendors } from '../mock-server/vendors/index.js';
import { dataFile } from '../specs/dataFile.js';
import { credentialFor } from './cases/fixtureCases.js';
import { checkServer } from './checkServer.js';
import { credentialParts } from './subjects/credentialParts.js';
import { judgedVendors } from './vendors/index.js';

const started: StartedSimulator[] = [];
afterAll(() => Promise.all(started.map((one) => one.close())));

/** Of an account, a ticket is asked for that has records, and not more than one reads. */
const UNFIT = ['empty', 'huge'];
const shelf = judgedVendors.flatMap(({ name }) =>
  readShelf(name)
    .filter((scenario) => !UNFIT.includes(scenario.name))
    .map((scenario) => [name, scenario.name] as const),
);

describe.concurrent('a server that plays a scenario of the shelf', () => {
  it.each(shelf)('is not blamed for what is in it (%s, %s)', async (vendor, name) => {
    const fixture = dataFile(`fixtures/${vendor}/${name}.yaml`);
    const simulator = await startSimulator(vendors, { fixture });
    started.push(simulator);
    const { credentials, targets } = simulator.sessions.default.vendors[vendor] as {
      credentials: readonly Readonly<Record<string, string>>[];
      targets: readonly Readonly<Record<string, string>>[];
    };
    const [ticket = {}] = targets;
    const parts = Object.entries(credentialFor(credentials, ticket));
    const credential = Object.fromEntries(parts.filter(([part]) => credentialParts.includes(part)));
    const { cases } = await checkServer(judgedVendors, {
      ...{ role: 'server', vendor, url: simulator.url, account: { credential, ticket } },
      rate: 60_000,
    });
    const blamed = cases.filter(
      ({ verdict, strength }) => verdict === 'error' || (verdict === 'fail' && strength === 'must'),
    );
    expect(blamed.map((one) => [one.case, one.because ?? one.flaws?.[0]?.says])).toEqual([]);
  });
});
