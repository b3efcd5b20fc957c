import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { schema } from '../../specs/schemas.js';
import { documentedTrails } from '../testing/documentedTrails.js';
import { judgedVendors } from '../vendors/index.js';
import { ClientError } from './ClientError.js';
import { referenceNormalizer } from './referenceNormalizer.js';

const normalize = referenceNormalizer(judgedVendors);
const validate = schema('audit-event/event.schema.json');

/** Made with Python's hashlib and uuid: for each sample record its hash's first digits, and its id. */
const GOLDEN: Readonly<Record<string, readonly [string, string][]>> = {
  helpshift: [
    ['5af7afa4', '432409ab-b0a3-5c73-8e1a-deb3915e6756'],
    ['ae9ef228', '9a9f515a-8578-513a-a9c7-d82c0ab2e615'],
    ['70cd6040', 'c6df7431-4e7b-565f-8f3a-dfc6b13d4744'],
    ['30dc4899', '55907606-3e19-505f-89be-c5df9abef728'],
  ],
  motadata: [
    ['98e5a7ff', 'bfeef24a-426e-52ef-9189-dc9453a3218e'],
    ['937c98cd', '7f47f0bc-7670-54ba-8f7c-6943f0e25298'],
    ['e132d7a6', '1a9f4428-6fcf-5a3e-8cb4-875d8e7d458e'],
    ['ed28aa0f', '8b208990-3cc0-5d0b-91ab-74f405118e5f'],
    ['4530f631', '98514d81-c032-5e10-8d32-f36c03f71d2f'],
    ['a94e1fe7', 'bc0e6c9b-b258-5dd5-9d8f-c7d1db71bc99'],
  ],
  opsramp: [
    ['a633404d', '13ca0eed-fb57-571d-8e2b-3b65dab038e0'],
    ['cf923a55', 'c07d49c4-5c46-5656-9b49-df3b65c2f9ed'],
    ['a3ece165', '511e5bba-96f7-5670-aa8d-672c11b48768'],
    ['4c06e6f0', 'eb611ec1-1d2a-5b0b-8f41-5773e55d71e8'],
    ['b2f3f383', '881ebe83-4d0f-51b6-be47-f9d847c42048'],
    ['467ced2a', '70e459dc-4574-5569-9df7-a577670118eb'],
    ['3c1957cf', 'c1b9a829-9367-578e-b3d2-f1387317aa4c'],
    ['18c73077', '1000ac7f-daa6-5ac9-aa64-7e1622e21500'],
    ['0a8f1ec3', '9d4fa7b3-3ae2-5353-aa82-4195ac3d2e3f'],
  ],
};

for (const { vendor, context, records, bodyOf } of documentedTrails)
  describe(`the sample records of ${vendor}`, () => {
    const events = normalize({ vendor, context, bodies: [bodyOf(records)] });

    it('become events that fit the schema', () => {
      for (const event of events)
        expect(validate(event), JSON.stringify(validate.errors)).toBe(true);
    });

    it('have the hashes and ids that another language gives them', () => {
      const made = events.map(({ id, source }) => [source.record_sha256.slice(0, 8), id]);
      expect(made).toEqual(GOLDEN[vendor]);
    });

    it('stay in the events as they are', () => {
      expect(events.map(({ raw }) => raw)).toEqual(records);
    });

    it('become the same events wherever pages end, and however often an empty one stands between', () => {
      const cut = fc.array(fc.nat({ max: records.length }), { maxLength: 6 });
      fc.assert(
        fc.property(cut, (places) => {
          const ends = [...places.toSorted((a, b) => a - b), records.length];
          const bodies = ends.map((end, i) => bodyOf(records.slice(ends[i - 1] ?? 0, end)));
          expect(normalize({ vendor, context, bodies })).toEqual(events);
        }),
      );
    });

    it('become the same events in any order, whatever stands beside them', () => {
      const byId = new Map(events.map((event) => [event.id, event]));
      fc.assert(
        fc.property(fc.shuffledSubarray(records), (some) => {
          for (const event of normalize({ vendor, context, bodies: [bodyOf(some)] }))
            expect(event).toEqual(byId.get(event.id));
        }),
      );
    });

    it('are other events of another ticket or tenant', () => {
      const others = [
        { ...context, tenant: 'another' },
        { ...context, target_id: 'another' },
      ].flatMap((other) => normalize({ vendor, context: other, bodies: [bodyOf(records)] }));
      const ids = [...events, ...others].map(({ id }) => id);
      expect(new Set(ids).size).toBe(3 * records.length);
    });

    it('are refused as a whole with anything that is no record, on any page', () => {
      for (const wrong of [null, 1, 'text', true, []]) {
        const bodies = [bodyOf(records), bodyOf([...records, wrong as never])];
        expect(codeOf(() => normalize({ vendor, context, bodies }))).toBe('malformed_response');
      }
    });

    it('are refused as a whole where a body is none', () => {
      for (const wrong of ['', '{', '<html>', 'null', '1', '"text"', '{}', '{"results":{}}'])
        expect(codeOf(() => normalize({ vendor, context, bodies: [bodyOf(records), wrong] }))).toBe(
          'malformed_response',
        );
    });

    it('are no events where there are none', () => {
      expect(normalize({ vendor, context, bodies: [bodyOf([])] })).toEqual([]);
      expect(normalize({ vendor, context, bodies: [] })).toEqual([]);
    });

    it('may be anything within, and still fit the schema', () => {
      const [first = {}] = records;
      const value = fc.oneof(fc.jsonValue(), fc.string(), fc.constantFrom('2025-01-01T00:00:00Z'));
      const keys = [...new Set(records.flatMap((record) => Object.keys(record)))];
      const odd = fc.dictionary(fc.oneof(fc.constantFrom(...keys), fc.string()), value);
      fc.assert(
        fc.property(odd, (changes) => {
          const body = bodyOf([{ ...first, ...changes }]).replaceAll('__proto__', 'proto');
          const [event] = normalize({ vendor, context, bodies: [body] });
          expect(validate(event), JSON.stringify(validate.errors)).toBe(true);
        }),
        { numRuns: 300 },
      );
    });
  });

describe('identical records', () => {
  const odd =
    '{"\\uFB33":1,"\\uD83D\\uDE00":"\\u2028 \\u007f","\\u00e9":null,"b":{"z":[true,{}],"a":[]},"a":"\\"\\\\\\/\\b\\f\\n\\r\\t\\u0000\\u001f","10":-7.0,"9":""}';
  const context = { tenant: 'amazon', target_id: '3423' };

  it('are counted over all pages, each an event of its own, as another language counts them', () => {
    const bodies = [`[${odd}]`, `[{}, ${odd.replaceAll(',', ' ,\n')}]`];
    const events = normalize({ vendor: 'helpshift', context, bodies });
    const found = events.map(({ id, source: { ordinal } }) => [ordinal, id]);
    expect(found[0]).toEqual([0, 'e9b11514-0b2a-538b-a033-06508db05b21']);
    expect(found[1]).toEqual([0, expect.any(String)]);
    expect(found[2]).toEqual([1, 'd14cf0fa-0316-5cc3-b071-95244106912e']);
    expect(events[0]?.source.record_sha256).toBe(
      '54ecb71bbec6132ac3fa456c1a13dd3fcfaa3cd7cd35d7983176ea4aa06071eb',
    );
  });

  it('of a tenant and a ticket with odd characters have the ids that another language gives them', () => {
    const [, , third] = normalize({
      vendor: 'helpshift',
      context: { tenant: 'ämazon "x"', target_id: '3423\n' },
      bodies: [`[${odd},${odd},${odd}]`],
    });
    expect(third?.id).toBe('f7d98d26-e63c-57e4-86f5-56e8d6b714c5');
  });

  it('may stand a thousand times, and have no id twice', () => {
    const bodies = [`[${Array(1000).fill('{"action":"resolve"}').join()}]`];
    const events = normalize({ vendor: 'helpshift', context, bodies });
    expect(new Set(events.map(({ id }) => id)).size).toBe(1000);
    expect(events.at(-1)?.source.ordinal).toBe(999);
  });
});

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof ClientError) return error.code;
    throw error;
  }
  return 'nothing thrown';
}
