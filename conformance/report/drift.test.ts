import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { sampleCase, sampleDrift, sampleReport } from '../testing/sampleReport.js';
import { markdownReport } from './markdownReport.js';
import { ndjsonReport } from './ndjsonReport.js';
import type { Drift } from './Report.js';
import { textReport } from './textReport.js';

const drift: Drift = {
  ...sampleDrift('x'),
  answers: [
    { switch: 'envelope', value: 'snake', usual: 'kebab', case: 'a', exchange: ['1  GET /a  200'] },
    { switch: 'dead-token', value: 401, usual: 407, case: 'b', exchange: ['2  GET /b  401'] },
  ],
  open: [
    { switch: 'one', because: 'nobody knows' },
    { switch: 'two', because: 'nobody knows' },
  ],
};
const report = sampleReport([sampleCase('toy/server/a')], { role: 'server', drift });

describe('drift', () => {
  it('is told with the exchange that shows it', () => {
    expect(textReport(report, (id) => id)).toContain(
      '  envelope: snake  (by default: kebab)\n    1  GET /a  200\n',
    );
  });

  it('ends in a profile that can be pasted into a fixture', () => {
    const [, pasted = ''] = /\n {2}toy:\n(.*?)\n\n/s.exec(textReport(report, (id) => id)) ?? [];
    expect(parse(`toy:\n${pasted.replace(/^ {2}/gm, '')}`)).toEqual({
      toy: { profile: { envelope: 'snake', 'dead-token': 401 } },
    });
    const [, fenced = ''] = /```yaml\n(.*?)\n```/s.exec(markdownReport(report, (id) => id)) ?? [];
    expect(parse(fenced)).toEqual({
      toy: { profile: { envelope: 'snake', 'dead-token': 401 } },
    });
  });

  it('names switches that could not be told for one reason together', () => {
    expect(textReport(report, (id) => id)).toContain('  one, two: nobody knows\n');
  });

  it('stands in the first line for machines', () => {
    expect(JSON.parse(ndjsonReport(report).split('\n')[0] as string).drift).toEqual(drift);
  });
});
