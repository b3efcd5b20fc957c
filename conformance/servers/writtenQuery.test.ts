import { describe, expect, it } from 'vitest';
import { Trail } from './Trail.js';
import { json, talkTo, toyServer } from './testing/toyServer.js';
import { writtenQuery } from './writtenQuery.js';

const trail = new Trail([{ time: 5, kind: 'a' }], toyServer, 90, 95);

describe('a query', () => {
  it('has what names stand for, encoded, and leaves those in their braces that are to be kept', () => {
    const query = { q: 'id:{ticket}+from:{until-7}', of: '{first}', none: null };
    expect(writtenQuery(query, trail, ['ticket'])).toBe('q=id%3A{ticket}%2Bfrom%3A83&of=5');
  });

  it('that names nothing that there is, is a mistake', () => {
    expect(() => writtenQuery({ q: '{ticket}' }, trail, [])).toThrow('{ticket}');
  });

  it('is sent with the name of the ticket, and shown without', async () => {
    const { conversation, sent } = talkTo(() => json({ records: [] }));
    const { exchanges } = await conversation.ask({ query: { q: '{ticket}', until: null } });
    expect(sent[0]?.path).toBe('/logs/T-1?q=T-1');
    expect(exchanges[0]?.request).toBe('GET /logs/{ticket}?q={ticket}');
  });
});
