/** Has the judge find where Prism, which only knows the shapes, is not the vendors. */
import assert from 'node:assert/strict';
import { check } from '../../dist/index.js';
import { startPrism } from './startPrism.js';

/** Any will do: Prism serves its example to everybody. */
const accounts = {
  helpshift: { credential: { api_key: 'any' }, ticket: { domain: 'amazon', issue_id: '3423' } },
  motadata: { credential: { api_key: 'any' }, ticket: { request_id: '1' } },
  opsramp: {
    credential: { token: 'any' },
    ticket: { tenant_id: 'client_4', incident_id: 'INC0000001798' },
  },
};

for (const [vendor, account] of Object.entries(accounts)) {
  const prism = await startPrism(`../../specs/${vendor}/openapi.yaml`);
  try {
    const options = { role: 'server', vendor, url: prism.url, account, rate: 60_000 };
    const { cases, counts, exitCode } = await check(options);
    const of = (verdict) => cases.filter((one) => one.verdict === verdict);
    assert.deepEqual(of('error'), []);
    assert.ok(of('pass').some((one) => /endpoint.(reads|answers)$/.test(one.case)));
    for (const { flaws } of of('fail')) assert.ok(flaws[0].request > 0);
    assert.equal(exitCode, 1);
    console.log(
      `${vendor}: Prism fails ${counts.failed} of ${counts.total} cases, and passes ${counts.passed}:`,
      ...of('fail').map((one) => one.case.split('/server/')[1]),
    );
  } finally {
    prism.stop();
  }
}
