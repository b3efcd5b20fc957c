import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const run = promisify(execFile);

/**
 * A record of Motadata's is two short texts, which are parsed and written in less than a microsecond;
 * two hashes and the schema alone take four times as long. From Node 22 on JSON is faster still, and
 * nothing else is.
 */
const isOld = process.versions.node.startsWith('20.');
const MOST = { helpshift: 10, motadata: isOld ? 10 : 16, opsramp: 10 };

describe('to normalize and validate', () => {
  // Something else may use the machine for as long as a measurement lasts.
  for (const [vendor, most] of Object.entries(MOST))
    it(`records of ${vendor} takes at most ${most} times as long as to parse and write them`, {
      retry: 2,
    }, async () => {
      const measure = ['conformance/testing/normalizerSpeed.mjs', vendor];
      const { stdout } = await run(process.execPath, measure);
      expect(Number(stdout)).toBeLessThanOrEqual(most);
    });
});
