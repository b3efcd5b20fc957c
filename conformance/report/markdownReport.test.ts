import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fails, flaw, judged, toyReport } from '../testing/toyReport.js';
import { markdownReport } from './markdownReport.js';
import type { Stale } from './Report.js';
import { withinBytes } from './withinBytes.js';

const rerun = (id: string) => `again ${id}`;
const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'`|\\<>&*_[]()~$!\n\r #-'.split(''), 'a') }),
);
const lines = (text: string) => text.split('\n');

describe('the Markdown of a report', () => {
  it('has as many lines and cells as it has groups, whatever is said in them', () => {
    fc.assert(
      fc.property(hostile, (says) => {
        const text = markdownReport(toyReport(judged('one', fails(flaw(says)))), rerun);
        const row = lines(text).find((line) => line.startsWith('| `toy'));
        // A cell ends at a bar with an even number of strokes before it.
        const borders = [...(row as string).matchAll(/(\\*)\|/g)].filter(
          ([, strokes = '']) => strokes.length % 2 === 0,
        );
        expect(borders).toHaveLength(5);
        expect(row).not.toContain('<');
      }),
    );
  });

  it('lets nothing that is said become Markdown or HTML', () => {
    const says = '![x](http://a/) <img> `a` *b* _c_ ~~d~~ $e$ \\| |';
    const text = markdownReport(toyReport(judged('one', fails(flaw(says)))), rerun);
    expect(text).toContain(
      String.raw`| !\[x\](http://a/) &lt;img> \`a\` \*b\* \_c\_ \~\~d\~\~ \$e\$ \\\| \| |`,
    );
  });

  it('asks again between fences that nothing within can close', () => {
    const text = markdownReport(toyReport(judged('one', fails(flaw('a')))), () => 'x\n```\n````');
    expect(text).toContain('`````sh\nx\n```\n````\n`````');
  });

  it('tells known failures with their issues, and what is stale', () => {
    const one = judged('one', { ...fails(flaw('a')), known: 'https://example.com/1' });
    const stale: Stale = {
      ...{ case: 'toy/client/two', reason: 'no-error', issue: 'https://example.com/2' },
      ...{ place: 'known.yaml:4:3', why: 'passes', says: 'passes', advice: 'delete it' },
    };
    const baseline = { file: 'known.yaml', stale: [stale], renamed: [] };
    const text = markdownReport({ ...toyReport(one), baseline }, rerun);
    expect(text).toContain('- `toy/client/one`: `missing-records`, <https://example.com/1>\n');
    expect(text).toContain('- `known.yaml:4:3`: `toy/client/two`, `no-error`, passes; delete it\n');
    expect(text).not.toContain('| case |');
  });
});

describe('Markdown within so many bytes', () => {
  const cases = Array.from({ length: 40 }, (_, i) =>
    judged(`${i}`, fails(flaw(`lost ${i} 🦊`, { cause: `${i}` }))),
  );
  const text = markdownReport(toyReport(...cases), rerun);

  it('is as it was where there is room', () => {
    expect(withinBytes(text, Buffer.byteLength(text))).toBe(text);
  });

  it('is cut between lines, has all closed that was open, says so, and fits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 300, max: Buffer.byteLength(text) - 1 }), (most) => {
        const cut = withinBytes(text, most);
        expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(most);
        expect(
          cut.endsWith('\n\n… cut here: there is room for no more; --out has all of it.\n'),
        ).toBe(true);
        const own = lines(cut).slice(0, -4);
        expect(
          own.every(
            (line) => line === '' || /^(```|<\/details>)$/.test(line) || lines(text).includes(line),
          ),
        ).toBe(true);
        for (const [open, close] of [
          ['<details>', '</details>'],
          ['```sh', '```'],
        ] as const) {
          const opened = lines(cut).filter((line) => line.startsWith(open)).length;
          expect(lines(cut).filter((line) => line === close)).toHaveLength(opened);
        }
      }),
    );
  });
});
