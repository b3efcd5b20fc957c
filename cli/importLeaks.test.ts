import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { imported } from './testing/captured.js';

/** Some texts of one trail, after a record that names a person; scrubbed. */
async function scrubbed(texts: readonly string[], actor: object = {}): Promise<string[]> {
  const log = (time: number, to_data: unknown, by: object | null = null) => ({
    ...{ action_taken_at: time, action: 'add-tags', actor: by, to_data },
  });
  const records = [log(0, null, actor), ...texts.map((text, i) => log(1 + i, { text }))];
  const body = JSON.stringify(records.reverse());
  const { yaml } = await imported('helpshift', [body], 'a/1', { scrub: true });
  return parse(yaml)
    .helpshift.domains.a.issues['1'].records.slice(1)
    .map(({ to_data }: { to_data: { text: string } }) => to_data.text);
}

/** The activities of a trail that Luis Ortega wrote, scrubbed. */
async function activities(texts: readonly string[]): Promise<string[]> {
  const results = texts.map((activity, i) => ({
    activity,
    createdTime: `2018-10-29T07:17:${10 + i}+0000`,
    logType: 'TICKET_NOTIFICATION',
    createdBy: { loginName: 'lortega', firstName: 'Luis', lastName: 'Ortega' },
  }));
  const body = {
    ...{ results: results.reverse(), totalResults: texts.length, pageSize: texts.length },
    ...{ nextPage: false, descendingOrder: true },
  };
  const { yaml } = await imported('opsramp', [JSON.stringify(body)], 't/I', { scrub: true });
  return parse(yaml).opsramp.tenants.t.incidents.I.records.map(
    ({ activity }: { activity: string }) => activity,
  );
}

describe.concurrent('a fixture that is scrubbed keeps', () => {
  const rests: [text: string, rest: string][] = [
    ['Incident notification sent by Luis Ortega, disk full', ', disk full'],
    ['Incident notification sent by Mia Falk, disk full', ', disk full'],
    ['Incident notification sent by Luis Ortega - backup failed', ' - backup failed'],
    ['Incident notification sent by Mia Falk - Backup failed', ' - Backup failed'],
    ['Note by Mia Falk: disk replaced', ': disk replaced'],
    ['Note by Mia Falk; disk replaced', '; disk replaced'],
    ['Incident updated by Luis Ortega Disk Full Again', ' Disk Full Again'],
    ['Incident updated by Jan van der Meer (disk)', ' (disk)'],
    ['Incident updated by Mia Falk from backup for disk', ' from backup for disk'],
  ];
  for (const [text, rest] of rests)
    it(`what follows the name in "${text}"`, async () => {
      const plain = 'Disk full, backup failed again; Disk Full Again; replaced';
      const [made = '', other] = await activities([text, plain]);
      expect(made.endsWith(rest)).toBe(true);
      expect(made).not.toMatch(/luis|ortega|mia|falk|jan\b|meer/i);
      expect(other).toBe(plain);
    });

  for (const text of [
    'Incident notification sent by email gateway, disk full',
    'Incident notification sent via email gateway',
    'Incident notification sent by Email Gateway',
    'Outage caused by Memory Leak in Java',
    'Two by two, stand by',
  ])
    it(`"${text}", which names nobody`, async () => {
      expect(await activities([text, 'The Email gateway has a Memory leak'])).toEqual([
        text,
        'The Email gateway has a Memory leak',
      ]);
    });

  it('what a sentence begins with that nobody has done', async () => {
    const entries = ['The disk has failed.', 'A disk failed, by the way.'].map(
      (auditString, i) => ({
        auditString,
        auditDate: `Wed, Oct 08, 2025 01:0${i} pm`,
      }),
    );
    const body = JSON.stringify(entries.reverse());
    const { yaml } = await imported('motadata', [body], '1', { scrub: true });
    expect(yaml).toContain('The disk has failed.');
    expect(yaml).toContain('A disk failed, by the way.');
  });

  for (const text of [
    'Password is required. The token was expired; PIN is wrong',
    'reset password INC0012345 and key PROJ-1234 for 12 users',
    'at 12:30:45 on 05/2025, 2025-10-08, 08-10-2025, 1754768308863, 1754768308863123',
    'version 10.15.7, build 4.1.2-20250101, index.js, main.rs, a.b.c, e.g. this. Then that',
    'INC0000001798 CHG0045123456 REQ-2025-000123 0000012345 12345678901234567890',
    'disk 0 of 12 at 030 percent',
    'AA11 BB22 CC33 DD44, ABCD1234EFGH5678',
    'The card number was asked for; account no longer used',
  ])
    it(`"${text}"`, async () => {
      expect(await scrubbed([text])).toEqual([text]);
    });

  it('a user agent, and finds an agent', async () => {
    const data = { user_agent: 'Mozilla/5.0 (Windows)', agent: 'Ida Boe' };
    const body = JSON.stringify([
      { action_taken_at: 1, action: 'add-tags', actor: null, to_data: data },
    ]);
    const { yaml } = await imported('helpshift', [body], 'a/1', { scrub: true });
    expect(yaml).toContain('Mozilla/5.0 (Windows)');
    expect(yaml).not.toMatch(/Ida|Boe/);
  });
});

describe.concurrent('a fixture that is scrubbed has nothing left of', () => {
  const hidden: [text: string, original: RegExp][] = [
    ['Password is hunter2!', /hunter2/],
    ['the password is sunshine', /sunshine/],
    ['password was "blue moon" then', /blue moon/],
    ['Passwort lautet Kuchen99', /Kuchen99/],
    ['new password hunter22', /hunter22/],
    ['pw: tulips, pass => tulips2', /tulips/],
    ['my PIN is 4455', /4455/],
    ['PIN 4455, OTP 123456', /4455|123456/],
    ['Your verification code is 884211', /884211/],
    ['iban: DE89370400440532013000', /370400|320130/],
    ['pay to DE89 3704 0044 0532 0130 00 now', /3704|0130/],
    ['gb82west12345698765432', /west|123456|765432/i],
    ['ssn: 123-45-6789', /123-45|6789/],
    ['SSN 123456789', /123456789/],
    ['passport no. X1234567', /1234567/],
    ['born on 12.05.1980', /1980|12\.05/],
    ['call 030-123456', /123456/],
    ['or 030/1234567', /1234567/],
    ['or 0171 1234567, 01711234567', /1234567/],
    ['or 0049 30 1234567', /1234567/],
    ['card 4111 1111 1111 1111 exp', /1111/],
    ['4111111111111111', /1111/],
    ['378282246310005', /28224/],
    ['host-prod-17.acme.local is down', /prod-17|acme/],
    ['db1.acme.com is down', /db1|acme/],
    ['\\\\fileserver\\share', /fileserver/],
    ['web01.eu.acme.de:8443', /web01|acme/],
    ['mac 0011.2233.4455', /2233/],
    ['glpat-abcDEF123456ghiJKL', /abcDEF/],
  ];
  for (const [text, original] of hidden)
    it(`"${text}"`, async () => {
      const [made] = await scrubbed([text]);
      expect(made).not.toMatch(original);
    });

  it('a long text without blanks, in time', async () => {
    const texts = [
      'aB3'.repeat(60_000),
      'by x '.repeat(30_000),
      'a.'.repeat(5_000),
      '1 '.repeat(60_000),
    ];
    const made = await scrubbed(texts);
    expect(made.map(({ length }) => length)).toEqual(texts.map(({ length }) => length));
  });

  it('a card number but its length and groups', async () => {
    const [made = '', plain = ''] = await scrubbed(['4111 1111 1111 1111', '4111111111111111']);
    expect(made).toMatch(/^\d{4} \d{4} \d{4} \d{4}$/);
    expect(plain).toBe(made.replaceAll(' ', ''));
  });

  it('a machine, by its own name too', async () => {
    const [long = '', short] = await scrubbed([
      'host-prod-17.acme.local is down',
      'host-prod-17 is down',
    ]);
    expect(long).toMatch(/^\w+\.\w+\.example is down$/);
    expect(short).toBe(`${long.split('.')[0]} is down`);
  });

  it('a login, in texts', async () => {
    const [made] = await activities(['asked LORTEGA, lortega@x and ACME\\lortega']);
    expect(made).not.toMatch(/ortega/i);
  });

  it('a login with digits, and makes the same of it in texts', async () => {
    const actor = { name: 'Mia Falk', email: 'm@acme.com', uid: 'u-1' };
    const login = { login: 'jmuessig42' };
    const body = JSON.stringify([
      { action_taken_at: 2, action: 'add-tags', actor, to_data: 'asked jmuessig42 again' },
      { action_taken_at: 1, action: 'add-tags', actor, to_data: login },
    ]);
    const { yaml } = await imported('helpshift', [body], 'a/1', { scrub: true });
    const [one, two] = parse(yaml).helpshift.domains.a.issues['1'].records;
    expect(one.to_data.login).not.toMatch(/muessig|42/);
    expect(two.to_data).toBe(`asked ${one.to_data.login} again`);
  });

  const spellings = [
    ...['Jürgen Müßig', 'Juergen Muessig', 'Jurgen Mussig', 'JÜRGEN MÜSSIG', 'Jürgen Müssig'],
    ...['Jürgen Müßig'.normalize('NFD'), 'Jürgen Mü\u00adßig', 'Ｊürgen Müßig'],
  ];
  for (const name of ['Jürgen Müßig', 'Juergen Muessig'])
    it(`${name} in any spelling, and makes the same of all`, async () => {
      const made = await scrubbed(spellings, { name, email: 'juergen.muessig@acme.com' });
      expect(new Set(made.map((one) => one.toLowerCase())).size).toBe(1);
      expect(made[0]).toMatch(/^[A-Z][a-z]+ [A-Z][a-z]+$/);
    });

  it('a name with an s behind it', async () => {
    const texts = ['Müßigs Rechner', "Müßig's disk", 'Muessigs', 'Müßig’s', 'Müßig'];
    const made = await scrubbed(texts, { name: 'Jürgen Müßig' });
    const own = made[4];
    expect(made).toEqual([`${own}s Rechner`, `${own}'s disk`, `${own}s`, `${own}’s`, own]);
  });

  it('the person whose address is written without accents', async () => {
    const actor = { name: 'Jürgen Müßig', email: 'juergen.muessig@acme.com' };
    const [name = '', email = ''] = await scrubbed(['Jürgen Müßig', actor.email], actor);
    expect(email.split('@')[0]).toBe(name.toLowerCase().replace(' ', '.'));
  });
});
