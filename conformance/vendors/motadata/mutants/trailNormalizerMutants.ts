/** Normalizers of Motadata's records that take bodies, their records or the context for what they are not. */
import type { NormalizerMutant } from '../../../mutants/NormalizerMutant.js';

export const trailNormalizerMutants: readonly NormalizerMutant[] = [
  {
    name: 'only-a-list',
    mistake: 'knows no objectList',
    ...{ case: 'bodies/object-list', reason: 'gave-up' },
    vendor: () => ({ listOf: (body) => body }),
  },
  {
    name: 'every-letter-lower',
    mistake: 'writes a host in lower case beyond ASCII',
    ...{ case: 'context/beyond-ascii', reason: 'wrong-source' },
    vendor: () => ({ tenantOf: (host) => host.toLowerCase() }),
  },
  {
    name: 'number-of-the-request',
    mistake: 'takes the id of a request for a number',
    ...{ case: 'context/target', reason: 'wrong-target' },
    whole: (right, { context, ...what }) =>
      right({ ...what, context: { ...context, target_id: String(Number(context.target_id)) } }),
  },
  {
    name: 'goes-on-without-a-zone',
    mistake: 'goes on without a context that it cannot use',
    ...{ case: 'context/no-such-zone', reason: 'no-error' },
    vendor: ({ reader }) => ({
      reader(context) {
        try {
          return reader(context);
        } catch {
          return reader({ tenant: context.tenant, target_id: context.target_id });
        }
      },
    }),
  },
  {
    name: 'remembers-the-subject',
    mistake: "tells the creation's subject in the events behind it, too",
    ...{ case: 'creation/one-target', reason: 'wrong-target' },
    vendor: ({ reader }) => ({
      reader(context) {
        const read = reader(context);
        let subject: string | null = null;
        return (record) => {
          const told = read(record);
          subject = told.targetName ?? subject;
          return { ...told, targetName: subject };
        };
      },
    }),
  },
  {
    name: 'compares-keys-as-written',
    mistake: 'looks in the text for names of keys that are there twice, as it knows them',
    ...{ case: 'broken-bodies/nested-key-twice', reason: 'no-error' },
    whole: rewrites((body) => !/"(audit\w+|objectList)":.*"\1":/s.test(body)),
  },
  {
    name: 'counts-halves',
    mistake: 'takes as many first as second halves in the text for pairs',
    ...{ case: 'broken-bodies/half-and-a-backslash', reason: 'no-error' },
    whole: rewrites((body) => {
      const [first, second] = [count(body, /\\ud[89ab]/gi), count(body, /\\ud[c-f]/gi)];
      return first > 0 && first === second;
    }),
  },
  {
    name: 'looks-at-values',
    mistake: 'looks for halves of pairs in values, and not in keys',
    ...{ case: 'broken-bodies/half-in-a-key', reason: 'no-error' },
    whole: rewrites((body) => /"\\ud[89ab]..":/i.test(body)),
  },
  {
    name: 'any-size',
    mistake: 'reads whole numbers of any size',
    ...{ case: 'broken-bodies/digits-too-many', reason: 'no-error' },
    whole: (right, { bodies, ...what }) =>
      right({ ...what, bodies: bodies.map((body) => body.replace(/\d{300,}/g, '1')) }),
  },
];

/** Writes a body once more as its language reads it, where its own check finds nothing wrong. */
function rewrites(isFine: (body: string) => boolean): NonNullable<NormalizerMutant['whole']> {
  const again = (body: string) => JSON.stringify(parsed(body)).replace(/\\ud[89a-f]../g, '\\ufffd');
  return (right, { bodies, ...what }) =>
    right({ ...what, bodies: bodies.map((body) => (isFine(body) ? again(body) : body)) });
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** Undefined where it is no JSON. */
function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
