import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type StartedSimulator, startSimulator } from '../mock-server/startSimulator.js';
import { vendors as played } from '../mock-server/vendors/index.js';
import { readPresets, readSwitches } from '../specs/switches.js';
import { Draw } from './cases/Draw.js';
import { readCases } from './cases/readCases.js';
import { checkServer } from './checkServer.js';
import { nullServers } from './mutants/nullServers.js';
import { diedAsDeclared, type Proof, toothless } from './mutants/prove.js';
import { judgeServer, proveServers, serverMutantsOf } from './mutants/proveServers.js';
import type { ServerMutant } from './mutants/ServerMutant.js';
import { judgedVendors } from './vendors/index.js';

/** As fast as it answers. */
const RATE = 60_000;

describe.each(judgedVendors)('the cases for servers of $name', (vendor) => {
  const { name, serverWorld } = vendor;
  const cases = readCases(name, 'server');
  const mutants = serverMutantsOf(vendor, cases);
  const started: StartedSimulator[] = [];
  let simulator: StartedSimulator;
  let proofs: Proof<ServerMutant>[] = [];

  const play = async (profile: object) => {
    const one = await startSimulator(played, { fixture: serverWorld.fixture(profile) });
    started.push(one);
    return one;
  };
  /** All that each switch can be other than by default; of a number, what the world says. */
  const others = readSwitches(name).flatMap(
    ({ name, values = [serverWorld.numbers[name]], ...rest }) =>
      values
        .filter((value) => value !== undefined && value !== rest.default)
        .map((value) => ({ name, value })),
  );
  const driftOf = async (profile: object) => {
    const { url } = await play(profile);
    const { drift = { page: [], answers: [], usual: [], open: [] } } = await judge(url);
    return {
      told: Object.fromEntries(drift.answers.map((one) => [one.switch, one.value])),
      open: drift.open.map((one) => one.switch),
    };
  };
  const judge = (url: string, account = serverWorld.account) =>
    checkServer(judgedVendors, { role: 'server', vendor: name, url, account, rate: RATE });

  beforeAll(async () => {
    simulator = await play({});
    proofs = await proveServers(simulator, vendor, cases, mutants);
  }, 120_000);

  afterAll(() => Promise.all(started.map((one) => one.close())));

  it.each(readPresets(name).map((preset) => preset.name))(
    'are all passed by the simulator with the preset %s',
    async (preset) => {
      const { url } = await play({ preset });
      const { cases: judged } = await judge(url);
      expect(judged.filter(({ verdict }) => verdict === 'fail' || verdict === 'error')).toEqual([]);
    },
  );

  it.each(
    vendor.server.credentials
      .filter((parts) => parts.every((part) => Object.hasOwn(serverWorld.account.credential, part)))
      .map((parts) => [parts.join(', '), parts] as const),
  )('find a server right of which an account has %s and one ticket only', async (_, parts) => {
    const { credential: all, ticket } = serverWorld.account;
    const credential = Object.fromEntries(parts.map((part) => [part, all[part] as string]));
    const { conformant, exitCode } = await judge(simulator.url, { credential, ticket });
    expect({ conformant, exitCode }).toEqual({ conformant: true, exitCode: 0 });
  });

  it('are all asked where the account has everything', async () => {
    const { cases: judged } = await judge(simulator.url);
    expect(judged.filter(({ verdict }) => verdict === 'skip')).toEqual([]);
  });

  it.each(mutants.map((mutant) => [mutant.name, mutant] as const))(
    'catch %s by the case and for the reason that it declares',
    (_, mutant) => {
      const proof = proofs.find((one) => one.mutant === mutant) as Proof<ServerMutant>;
      expect(proof.failed.get(proof.declared)).toContain(mutant.reason);
      expect(diedAsDeclared(proof)).toBe(true);
    },
  );

  it('each fail some mutant, if they must hold', () => {
    expect(toothless(cases, proofs)).toEqual([]);
  });

  it.each(nullServers)(
    'that must hold are not passed by one that always answers %s',
    async (_, got) => {
      const verdicts = await judgeServer('http://localhost', vendor, cases, async () => got);
      const must = new Set(cases.flatMap(({ id, strength }) => (strength === 'must' ? [id] : [])));
      expect(
        verdicts.filter(({ case: id, verdict }) => must.has(id) && verdict === 'pass'),
      ).toEqual([]);
      expect(verdicts.filter(({ verdict }) => verdict === 'error')).toEqual([]);
    },
  );

  it.each(others.filter((one) => !Object.hasOwn(vendor.server.unseen, one.name)))(
    'tell that $name is $value, and nothing else',
    async ({ name, value }) => {
      const profile = { ...serverWorld.beside?.[name], [name]: value };
      const { told } = await driftOf(profile);
      expect(told).toEqual(profile);
    },
  );

  it('tell nothing of a simulator that is as by default', async () => {
    expect((await driftOf({})).told).toEqual({});
  });

  it('tell of each switch, or why no answer does', () => {
    const told = cases.flatMap(({ silence }) => silence?.switch ?? []);
    const unseen = Object.keys(vendor.server.unseen);
    expect([...told, ...unseen].sort()).toEqual(
      readSwitches(name)
        .map((one) => one.name)
        .sort(),
    );
  });

  it.each(Array.from({ length: 20 }, (_, seed) => seed))(
    'tell exactly which switches were turned, or that they could not be told (%i)',
    async (seed) => {
      const draw = new Draw(seed, name);
      const turned = Object.fromEntries(
        draw
          .shuffled(others)
          .slice(0, 1 + draw.below(8))
          .map((one) => [one.name, one.value]),
      );
      const { told, open } = await driftOf(turned);
      const hidden = Object.keys(turned).filter((one) => open.includes(one));
      const seen = Object.entries(turned).filter(([one]) => !hidden.includes(one));
      expect(told).toEqual(Object.fromEntries(seen));
    },
  );
});
