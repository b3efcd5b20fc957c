import { describe, expect, it, vi } from 'vitest';
import type { Endpoint } from './Endpoint.js';
import { Refusal } from './Refusal.js';
import { playedWorld } from './testing/playedWorld.js';
import type { EngineProfile, Vendor } from './Vendor.js';
import { World } from './World.js';

const refuse = ({ kind }: Refusal) => ({ status: 400, body: JSON.stringify({ kind }) });
const endpoint: Endpoint<string | undefined, EngineProfile, null> = {
  method: 'GET',
  paths: ['/toy/:box/:id'],
  auth: ({ 'x-key': key }) => {
    if (typeof key !== 'string') throw new Refusal('no-credential', '');
    return [key];
  },
  shape: 'answer',
  address: [':box', ':id'],
  permit: ({ within, address }) => {
    if (within[0] !== address[0]) throw new Refusal('forbidden', '');
  },
  parameters: ['say', 'wrong'],
  query: ({ parameters }) => {
    if (parameters.get('wrong') !== undefined) throw new Refusal('bad-parameter', '');
    return parameters.get('say');
  },
  respond: (say, { ticket: { trail } }) => {
    if (say === 'bug') throw new Error('a loose screw');
    return trail.select({}).json(`{"say":"${say}","list":[`, { order: 'asc' }, ']}');
  },
  refuse,
};
const toy: Vendor<EngineProfile, null> = {
  name: 'toy',
  language: {
    name: 'toy',
    tickets: '*.*',
    credentials: 'keys',
    secrets: ['key'],
    target: ([box = '', id = '']) => ({ box, id }),
    faults: { endpoints: ['audit-log'], keys: {}, refusals: {}, impossible: [] },
    timeKey: 't',
    timeExpected: () => 'a number',
    readTime: Number,
    writeTime: (time) => time,
    gist: () => '',
  },
  prefixes: ['/toy'],
  endpoints: [endpoint],
  tokenEndpoints: [],
  page: () => 1,
  limits: { of: () => undefined, headers: () => ({}), message: () => '' },
  secrets: ({ key = '' }) => [key],
  identities: () => [],
  meant: ({ 'x-key': key }) => [String(key)],
  authorization: ({ key = '' }) => key,
  view: () => null,
  record: {
    shows: () => true,
    timeAsServed: (time) => time,
    turnsTies: () => false,
    isAsItStands: () => false,
    writer: () => (entry) => JSON.stringify(entry.record),
  },
  reading: () => ({ order: 'asc', pageSize: 1, window: {}, reach: 1 }),
  refuse,
};
const world = new World(
  {
    name: 'toys',
    sections: [
      {
        vendor: 'toy',
        profile: { 'repeated-parameter': 'last', 'unknown-parameter': 'ignored' },
        settings: {},
        credentials: [{ entry: { key: 'k' }, within: ['red'] }],
        tickets: [
          { address: ['red', '1'], settings: {}, records: [{ time: 1, record: { t: 1 } }] },
        ],
      },
    ],
  },
  [toy],
);
const { ask } = await playedWorld(world, [toy]);

describe('an endpoint of a vendor that the engine has never heard of', () => {
  it('is played', async () => {
    const { body } = await ask.get('/toy/red/1?say=hi').set('x-key', 'k').expect(200);
    expect(body).toEqual({ say: 'hi', list: [{ t: 1 }] });
  });

  const refusals: [string, string, Record<string, string>][] = [
    ['no-credential', '/toy/blue/2?wrong=1', {}],
    ['unknown-credential', '/toy/blue/2?wrong=1', { 'x-key': 'other' }],
    ['forbidden', '/toy/blue/2?wrong=1', { 'x-key': 'k' }],
    ['bad-parameter', '/toy/red/2?wrong=1', { 'x-key': 'k' }],
    ['no-ticket', '/toy/red/2', { 'x-key': 'k' }],
  ];
  for (const [kind, path, headers] of refusals)
    it(`http/refusal-order: ${kind} comes before all that follow`, async () => {
      expect((await ask.get(path).set(headers).expect(400)).body).toEqual({ kind });
    });

  it('takes the last of a parameter that is given more than once', async () => {
    const { body } = await ask.get('/toy/red/1?say=a&say=b').set('x-key', 'k').expect(200);
    expect(body.say).toBe('b');
  });

  it("answers a bug of the simulator's in plain text that says so", async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
    const { text } = await ask
      .get('/toy/red/1?say=bug')
      .set('x-key', 'k')
      .expect(500)
      .expect('Content-Type', /^text\/plain/);
    expect(text).toBe('simulator bug: a loose screw\n');
    expect(logged.mock.calls).toEqual([[new Error('a loose screw')]]);
    logged.mockRestore();
  });
});
