import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { stringify } from 'yaml';
import type { ClientFunction } from '../../subjects/functionSubject.js';
import { judge, reference } from '../../testing/judging.js';
import {
  sampleCase,
  sampleDrift,
  sampleFailure,
  sampleFlaw,
  sampleReport,
  sampleStale,
  sampleTimeline,
} from '../../testing/sampleReport.js';
import { htmlReport } from './htmlReport.js';

/** Every way that we know to have a browser run something. */
const HOSTILE = [
  '<script>window.ran = 1</script>',
  '</script><script>window.ran = 2</script>',
  '<img src="x:" onerror="window.ran = 3">',
  '"><img src=x onerror=window.ran=4>',
  "'><svg onload=window.ran=5>",
  '<svg><script>window.ran = 6</script><animate onbegin=window.ran=7 attributeName=x dur=1s>',
  '<iframe srcdoc="<script>parent.ran = 8</script>"></iframe>',
  '<a href="javascript:window.ran = 9" autofocus onfocus="window.ran = 10">a</a>',
  '</style><style>@import "http://127.0.0.1:9/"; * { background: url(http://127.0.0.1:9/) }</style>',
  '</title></head><body onload="window.ran = 11">',
  '<meta http-equiv="refresh" content="0;url=http://127.0.0.1:9/"><base href="http://127.0.0.1:9/">',
  '<link rel="stylesheet" href="http://127.0.0.1:9/"><object data="http://127.0.0.1:9/"></object>',
  '<!--',
  '--><details open ontoggle="window.ran = 12">',
  ']]>',
  '&lt;script&gt;',
  '\u2028\u202e\ud800',
  '<template><script>window.ran = 13</script></template>',
  '<math><mtext><style><img src=x onerror=window.ran=14>',
].join('');
const rule = (id: string, basis: 'page' | 'ours' = 'page') =>
  ({ id, says: `Says ${id}.`, at: 'Somewhere', basis, level: 'must' }) as const;
const [paging, sorting] = [rule('opsramp/paging'), rule('opsramp/sorting', 'ours')];
const listing = rule('opsramp/listing');
const lost = [{ ...sampleFlaw('two were lost'), request: 1 }];
const cases = [
  sampleCase('opsramp/client/pages/first', { rules: [paging, listing], level: 0 }),
  sampleCase('opsramp/client/pages/every', {
    ...{ verdict: 'fail', flaws: lost, rules: [paging, sorting] },
    ...{ exchange: ['1  GET /a  200', '2  GET /b  200'] },
    timeline: sampleTimeline('2025-03-03T08:00:00Z'),
  }),
  sampleCase('opsramp/client/pages/last', { verdict: 'fail', flaws: lost, rules: [paging] }),
  sampleCase('opsramp/client/order/both', {
    ...{ verdict: 'skip', because: 'opsramp/client/pages/every did not pass', level: 2 },
    ...{ rules: [sorting, listing] },
  }),
  sampleCase('motadata/client/pages/better', {
    ...{ verdict: 'fail', flaws: [sampleFlaw('slow')], strength: 'should', level: 2 },
    rules: [rule('motadata/paging')],
  }),
  sampleCase('motadata/client/pages/odd', { verdict: 'error', because: 'Oops\n  at <a>' }),
];
const silences = [
  { vendor: 'opsramp', switch: 'order', value: 'none', cases: 2, failed: [] },
  {
    vendor: 'opsramp',
    switch: 'order',
    value: 'all',
    cases: 2,
    failed: [{ case: 'a', says: 'b' }],
  },
];
const known = {
  ...sampleFailure('helpshift/client/pages/known', 'slow'),
  known: 'https://example.com/7',
};
const baseline = { file: 'known.yaml', stale: [sampleStale('passes')], renamed: [] };
/** With all that a page may have. */
const full = htmlReport(
  sampleReport([...cases, known], { silences, baseline, drift: sampleDrift('slow') }),
  (id) => id,
);
const usual = htmlReport(sampleReport(cases, { silences }), (id) => `again ${id}`);

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    // Its sandbox refuses the one user that containers have.
    chromiumSandbox: process.getuid?.() !== 0,
  });
});
afterAll(() => browser?.close());

let files = 0;

/** Opens a page from a file. @param hash behind the address */
async function open(html: string, options: BrowserContextOptions = {}, hash = '') {
  const path = join(tmpdir(), `page-${++files}.html`);
  writeFileSync(path, html);
  const context = await browser.newContext(options);
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const requests: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', (error) => errors.push(String(error)));
  const url = pathToFileURL(path).href;
  await page.goto(`${url}${hash}`);
  return { page, url, requests, errors };
}

/** The cases that are shown, by the table of all. */
const shownIn = (page: Page) => page.locator('table.cases tbody tr:visible code').allTextContents();
const ids = (...names: string[]) =>
  cases.map((one) => one.case).filter((id) => names.some((name) => id.endsWith(name)));

describe('what a record has in it', () => {
  it('is shown, and never run, and asks for nothing', async () => {
    const report = sampleReport(
      [
        sampleFailure('opsramp/client/a/b', HOSTILE),
        sampleCase(HOSTILE, {
          vendor: 'opsramp',
          verdict: 'error',
          because: `${HOSTILE}\n${HOSTILE}`,
        }),
      ],
      { subject: { name: HOSTILE, version: HOSTILE } },
    );
    const { page, url, requests, errors } = await open(htmlReport(report, () => HOSTILE));
    for (const one of await page.locator('details').all())
      await one.evaluate((element) => Object.assign(element, { open: true }));
    await page.getByLabel('Text').fill(HOSTILE.slice(0, 40));
    await page.locator('.cells a').first().focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('h1').textContent()).toContain(
      '<script>window.ran = 1</script></script>',
    );
    expect(await page.locator('.gist').first().textContent()).toContain(
      '<img src="x:" onerror="window.ran = 3">',
    );
    expect(await page.evaluate('window.ran')).toBeUndefined();
    expect(await page.locator('script').count()).toBe(1);
    expect([...new Set(requests)]).toEqual([url]);
    expect(errors).toEqual([]);
  });

  it('is so where a client made something else of a record of a fixture', async () => {
    const record = {
      ...{ activity: HOSTILE.toWellFormed(), htmlLog: [HOSTILE.toWellFormed()], logType: 'TICKET' },
      createdTime: '2025-03-03T08:00:00+0000',
      createdBy: {
        loginName: 'a',
        firstName: '<b onclick=window.ran=1>',
        lastName: ' ',
        email: 'a@example.com',
      },
    };
    const incidents = { INC1: { created: '2025-03-03T08:00:00Z', records: [record] } };
    const credentials = [{ client_id: 'page-id', client_secret: 'page-secret' }];
    const opsramp = { tenants: { client_4: { credentials, incidents } } };
    const file = join(tmpdir(), 'hostile.yaml');
    writeFileSync(file, stringify({ name: 'hostile', now: '2025-03-04T08:00:00Z', opsramp }));
    const fetch: ClientFunction['fetch'] = async function* (what, sleep) {
      for await (const one of reference.fetch(what, sleep) as AsyncIterable<object>)
        yield { ...one, createdTime: 0, activity: `${HOSTILE}!` };
    };
    const report = await judge({ fetch }, { patterns: [], fixtures: [file] });
    expect(report.cases).toMatchObject([{ verdict: 'fail' }]);
    const { page, url, requests } = await open(htmlReport(report, (id) => id));
    expect(await page.locator('.gist').textContent()).toContain('<script>window.ran = 1</script>');
    expect(await page.locator('.invented').textContent()).toContain('<script>window.ran = 1');
    expect(await page.evaluate('window.ran')).toBeUndefined();
    expect([...new Set(requests)]).toEqual([url]);
  });

  it('would not be run, nor asked for, even if it came in as HTML', async () => {
    let asked = 0;
    const server = createServer((_, response) => {
      asked++;
      response.end();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    // What leads away from a page altogether, no policy forbids.
    const given = HOSTILE.replace('<!--', '').replace(/<meta.*?>/, '');
    const broken = usual.replace('<main', () => `${given.replaceAll(':9/', `:${port}/`)}<main`);
    const { page } = await open(broken);
    expect(await page.locator('img').count()).toBeGreaterThan(0);
    await page.locator('details').first().click();
    expect(await page.evaluate('window.ran')).toBeUndefined();
    await page.context().close();
    expect(asked).toBe(0);
  });

  it('is not run by what stands behind # in the address either', async () => {
    const { page, errors } = await open(
      usual,
      {},
      `#text=${encodeURIComponent(HOSTILE.toWellFormed())}&at=<img src=x onerror=window.ran=1>&verdict=<script>`,
    );
    expect(await page.getByLabel('Text').inputValue()).toContain('<script>');
    expect(await page.evaluate('window.ran')).toBeUndefined();
    expect(errors).toEqual([]);
  });
});

describe('the filters', () => {
  it('are reached, said and taken back with the keyboard alone', async () => {
    const { page, errors } = await open(usual);
    await page.getByLabel('Text').focus();
    await page.keyboard.type('does opsramp/client/pages');
    expect(await shownIn(page)).toEqual(ids('first', 'every', 'last'));
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.value')).toBe('fail');
    await page.keyboard.press('Space');
    expect(await shownIn(page)).toEqual(ids('first'));
    expect(await page.getByRole('status').textContent()).toBe('1 of 6 cases shown');
    expect(await page.locator('.failure:visible').count()).toBe(0);
    await page.getByRole('button', { name: 'Show all' }).focus();
    await page.keyboard.press('Enter');
    expect(await shownIn(page)).toHaveLength(6);
    expect(await page.evaluate('location.hash')).toBe('');
    expect(errors).toEqual([]);
  });

  it.each([
    ['verdict=fail', ['every', 'last', 'better']],
    ['verdict=', []],
    ['vendor=motadata', ['better', 'odd']],
    ['level=0', ['first']],
    ['strength=should', ['better']],
    ['text=DID+NOT+PASS', ['both']],
    ['verdict=fail&level=1&text=opsramp', ['every', 'last']],
  ])('are restored from the address: %s', async (hash, names) => {
    const { page } = await open(usual, {}, `#${hash}`);
    expect(await shownIn(page)).toEqual(ids(...names));
  });

  it('keep their state in the address, where it lasts', async () => {
    const { page } = await open(usual);
    await page.getByLabel('Text').fill('a & b=c #d');
    await page.getByRole('checkbox', { name: 'motadata' }).uncheck();
    await page.getByLabel('Level').selectOption('1');
    const hash = await page.evaluate('location.hash');
    await page.reload();
    expect(await page.evaluate('location.hash')).toBe(hash);
    expect(await page.getByLabel('Text').inputValue()).toBe('a & b=c #d');
    expect(await page.getByRole('checkbox', { name: 'motadata' }).isChecked()).toBe(false);
    expect(await page.getByRole('checkbox', { name: 'opsramp' }).isChecked()).toBe(true);
    expect(await page.getByLabel('Level').inputValue()).toBe('1');
  });

  it('leave of the rules what is asked for, by a case or by the words of the rule', async () => {
    const { page } = await open(usual, {}, '#text=says+opsramp/listing');
    const cells = page.locator('.rule:visible .cells a:visible');
    expect(await page.locator('.rule:visible code').allTextContents()).toEqual([listing.id]);
    expect(await cells.allTextContents()).toEqual([
      'passed: opsramp/client/pages/first',
      'skipped: opsramp/client/order/both',
    ]);
    await page.getByLabel('Text').fill('pages/every');
    expect(await cells.allTextContents()).toEqual([
      'failed: opsramp/client/pages/every',
      'skipped: opsramp/client/order/both',
      'failed: opsramp/client/pages/every',
      'skipped: opsramp/client/order/both',
    ]);
  });
});

describe('a mark of a case', () => {
  it('has a name that says its verdict', async () => {
    const { page } = await open(usual);
    const marks = page.locator('.matrix .cells a');
    const named = page.locator('.matrix').getByRole('link', {
      name: /^(passed|failed|skipped|could not be judged): (opsramp|motadata)\/client\/\w+\/\w+$/,
    });
    expect(await named.count()).toBe(await marks.count());
    const last = { name: 'failed: opsramp/client/pages/last', exact: true };
    expect(await page.getByRole('link', last).count()).toBe(1);
  });

  it('leads to what failed, which opens, though it be filtered away, and back', async () => {
    const { page } = await open(usual, {}, '#verdict=pass,fail&strength=must');
    await page
      .getByRole('link', { name: 'failed: opsramp/client/pages/last', exact: true })
      .click();
    const target = page.locator('#case-2');
    expect(await target.evaluate((element) => 'open' in element && element.open)).toBe(true);
    expect(await page.evaluate('document.activeElement.parentElement.id')).toBe('case-2');
    expect(await page.evaluate('location.hash')).toBe(
      '#verdict=fail%2Cpass&strength=must&at=case-2',
    );
    await page.goBack();
    expect(await page.evaluate('location.hash')).toBe('#verdict=pass,fail&strength=must');
    await page.goto(`${page.url().split('#')[0]}#verdict=pass&at=case-2`);
    expect(await target.isVisible()).toBe(true);
  });

  it('is reached from the next with the arrow keys, and the table by one stop', async () => {
    const { page } = await open(usual);
    const name = () => page.evaluate('document.activeElement.textContent');
    const table = page.locator('.matrix').first();
    expect(await table.locator('.cells a[tabindex="0"]').count()).toBe(1);
    await table.locator('.cells a').first().focus();
    const seen = [];
    for (const key of ['ArrowRight', 'End', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'Home']) {
      await page.keyboard.press(key);
      seen.push(await name());
    }
    const [first, every, both] = [
      'passed: opsramp/client/pages/first',
      'failed: opsramp/client/pages/every',
      'skipped: opsramp/client/order/both',
    ];
    expect(seen).toEqual([every, both, first, every, both, first]);
  });
});

describe('the page', () => {
  for (const colorScheme of ['light', 'dark'] as const)
    for (const width of [1280, 400])
      it(`has nothing that axe finds wrong, ${colorScheme}, ${width} wide, all of it open`, async () => {
        const { page } = await open(full, { colorScheme, viewport: { width, height: 900 } });
        for (const one of await page.locator('details').all())
          await one.evaluate((element) => Object.assign(element, { open: true }));
        await page.evaluate(axe.source);
        const { violations, passes } = (await page.evaluate('axe.run(document)')) as axe.AxeResults;
        expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
        expect(passes.map(({ id }) => id)).toContain('color-contrast');
        const isWider = await page.evaluate('document.documentElement.scrollWidth > innerWidth');
        expect(isWider).toBe(false);
      });

  it('tells the essentials without scripts', async () => {
    const { page } = await open(usual, { javaScriptEnabled: false });
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('reader');
    expect(await page.getByText('Not conformant').isVisible()).toBe(true);
    expect(await page.getByRole('search').count()).toBe(0);
    const failure = page.locator('#case-1');
    expect(await failure.getByText('again opsramp/client/pages/every').isVisible()).toBe(true);
    expect(await failure.getByRole('cell', { name: /lost by the client/ }).isVisible()).toBe(true);
    expect(await shownIn(page)).toHaveLength(6);
  });

  it('copies the command that asks again', async () => {
    const { page } = await open(usual, { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.locator('#case-1').getByRole('button', { name: 'Copy' }).click();
    await page.locator('#case-1').getByRole('button', { name: 'Copied' }).waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(
      'again opsramp/client/pages/every',
    );
  });

  it('has headings in order', async () => {
    const { page } = await open(usual);
    const levels = await page
      .locator('h1, h2, h3, h4, h5')
      .evaluateAll((all) => all.map(({ tagName }) => Number(tagName[1])));
    for (const [i, level] of levels.entries())
      expect(level - (levels[i - 1] ?? 0)).toBeLessThanOrEqual(1);
  });
});
