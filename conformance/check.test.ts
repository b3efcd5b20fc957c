import { describe, expect, it } from 'vitest';
import { vendors } from '../mock-server/vendors/index.js';
import { check } from './check.js';
import { referenceClient } from './reference/referenceClient.js';
import { functionSubject } from './subjects/functionSubject.js';
import { judgedVendors } from './vendors/index.js';

describe('check', () => {
  it('finds the reference clients conformant', async () => {
    const report = await check(
      { played: vendors, judged: judgedVendors },
      { role: 'client', subject: functionSubject(referenceClient(judgedVendors)) },
    );
    const wrong = report.cases.filter(({ verdict }) => verdict !== 'pass');
    expect(wrong).toEqual([]);
    expect(report.exitCode).toBe(0);
  }, 120_000);

  it('asks nothing that is not claimed, of a client that claims only to wait by our clock', async () => {
    const client = { ...referenceClient(judgedVendors), capabilities: ['virtual-clock'] as const };
    const report = await check(
      { played: vendors, judged: judgedVendors },
      { role: 'client', subject: functionSubject(client) },
    );
    expect(report.cases.filter(({ verdict }) => verdict === 'fail')).toEqual([]);
    expect(report.cases.filter(({ verdict }) => verdict === 'pass')).not.toEqual([]);
  }, 120_000);
});
