import { describe, expect, it, onTestFinished } from 'vitest';
import { checkServer } from './checkServer.js';
import type { ServerAccount } from './servers/ServerAccount.js';
import { judgedVendors } from './vendors/index.js';

interface PageServer {
  account: ServerAccount;
  start(): Promise<{ url: string; close(): void }>;
}

/** By what servers that follow only the pages differ from all that is known, and what they choose where the pages are silent. */
const differences = {
  helpshift: {
    failed: [
      'endpoint/path-case',
      'endpoint/path-slash',
      'order/ties',
      'silences/error-body',
      'silences/repeated-parameter',
      'silences/totals',
      'tickets/lists',
    ],
    told: {
      auth: 'basic',
      'bad-page': 'refused',
      'bad-sort-order': 'refused',
      'basic-colon': 'required',
      envelope: 'snake',
      'missing-keys': 'omitted',
    },
  },
  motadata: {
    failed: [
      'bodies/missing',
      'credentials/shape',
      'refusals/shape',
      'silences/unauthorized-body',
      'tickets/lists',
    ],
    told: { 'api-key-form': 'encoded', 'content-type': 'json', 'double-slash': 'refused' },
  },
  opsramp: {
    failed: [
      'refusals/path-case',
      'refusals/shapes',
      'silences/repeated-parameter',
      'tickets/search',
      'tickets/ticket',
    ],
    told: {
      'boolean-case': 'exact',
      'dead-token': 401,
      'empty-parameter': 'refused',
      'error-shapes': 'coded',
      'space-for-plus': 'accepted',
    },
  },
};

describe.each(Object.entries(differences))('a server of %s', (vendor, { failed, told }) => {
  it('that follows only the page is told where it differs, and nothing else of it', async () => {
    const page: PageServer = await import(`./testing/pageServers/${vendor}.mjs`);
    const { url, close } = await page.start();
    onTestFinished(close);
    const { cases, counts, drift } = await checkServer(judgedVendors, {
      ...{ role: 'server', vendor, url, account: page.account, rate: 60_000 },
    });
    const wrong = cases.filter(({ verdict }) => verdict === 'fail');
    expect(wrong.map((one) => one.case.split('/server/')[1]).sort()).toEqual(failed);
    expect(Object.fromEntries(drift?.answers.map((one) => [one.switch, one.value]) ?? [])).toEqual(
      told,
    );
    expect(counts.errors).toBe(0);
  });
});
