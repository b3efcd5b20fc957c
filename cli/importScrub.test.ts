import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { imported } from './testing/captured.js';

/** The records of a fixture that is imported of one body and scrubbed, oldest first. */
async function scrubbed(vendor: string, body: unknown, ticket: string) {
  const { yaml } = await imported(vendor, [JSON.stringify(body)], ticket, { scrub: true });
  const fixture = parse(yaml, { stringKeys: true });
  const records = { helpshift: 'domains', motadata: 'requests', opsramp: 'tenants' }[vendor];
  let here = fixture[vendor][records as string];
  for (const name of ticket.split('/').length === 2 && vendor === 'opsramp'
    ? [ticket.split('/')[0], 'incidents', ticket.split('/')[1]]
    : vendor === 'helpshift'
      ? [ticket.split('/')[0], 'issues', ticket.split('/')[1]]
      : [ticket])
    here = here[name as string];
  return here.records;
}

/** Newest first, a millisecond apart. */
const ofHelpshift = (records: readonly object[]) =>
  scrubbed(
    'helpshift',
    records
      .map((record, i) => ({ action_taken_at: 1000 + i, action: 'add-tags', ...record }))
      .reverse(),
    'amazon/3423',
  );
const ofMotadata = async (...texts: string[]): Promise<string[]> => {
  const entries = texts.map((auditString, i) => ({
    auditString,
    auditDate: `Wed, Oct 08, 2025 01:${String(i).padStart(2, '0')} pm`,
  }));
  const records = await scrubbed('motadata', entries.reverse(), '1');
  return records.map(({ auditString }: { auditString: string }) => auditString);
};
const ofOpsramp = async (records: readonly object[]) =>
  scrubbed(
    'opsramp',
    {
      results: records
        .map((record, i) => ({
          activity: 'Incident updated',
          createdTime: `2018-10-29T07:17:${10 + i}+0000`,
          logType: 'TICKET',
          createdBy: { loginName: 'system' },
          ...record,
        }))
        .reverse(),
      totalResults: records.length,
      pageSize: records.length,
      nextPage: false,
      descendingOrder: true,
    },
    'client_4/INC0000001798',
  );

/** What a text is made of, but not what it says. */
function shape(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shape);
  if (value === null || typeof value !== 'object') return value === null ? 'null' : typeof value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shape(inner)]));
}

describe.concurrent('a fixture that is scrubbed', () => {
  it('has the same keys, types and lengths', async () => {
    const records = [
      {
        actor: {
          name: 'Dana Lowe',
          email: 'dana.lowe@corp.com',
          uid: 'eu-20817',
          roles: ['Agent'],
        },
        from_data: {
          tags: ['vip', 'ana@corp.com'],
          assignee: null,
          n: 3,
          deep: [{ a: true, b: ' ' }],
        },
        to_data: 'Dana Lowe',
      },
      { actor: null },
      { actor: { name: null, roles: null }, to_data: [] },
    ];
    const made = await ofHelpshift(records);
    expect(shape(made)).toEqual(
      shape(records.map((one) => ({ action_taken_at: 1, action: 'a', ...one }))),
    );
    expect(made[0].from_data.deep).toEqual([{ a: true, b: ' ' }]);
  });

  it('makes one person the same other person in every record and every text', async () => {
    const [first, second, third] = await ofHelpshift([
      { actor: { name: 'Dana Lowe', email: 'dana.lowe@corp.com' } },
      {
        actor: { email: 'Dana.Lowe@corp.com' },
        to_data: { assignee: 'dana lowe', title: 'DANA called; mail dana.lowe@corp.com' },
      },
      {
        actor: { name: 'Lowe, Dana' },
        to_data: '%22Dana%20Lowe%22 and Dana&nbsp;Lowe and dana_lowe',
      },
    ]);
    const [given, family] = first.actor.name.split(' ');
    expect(first.actor.email).toMatch(new RegExp(`^${given}\\.${family}@\\w+\\.example$`, 'i'));
    expect(second.actor.email.toLowerCase()).toBe(first.actor.email);
    expect(second.to_data).toEqual({
      assignee: `${given} ${family}`.toLowerCase(),
      title: `${given.toUpperCase()} called; mail ${first.actor.email}`,
    });
    expect(third.actor.name).toBe(`${family}, ${given}`);
    expect(third.to_data).toBe(
      `%22${given}%20${family}%22 and ${given}&nbsp;${family} and ${given}_${family}`.replace(
        `${given}_${family}`,
        `${given}_${family}`.toLowerCase(),
      ),
    );
  });

  it('keeps two people apart, also where they share a first name', async () => {
    const made = await ofHelpshift(
      ['Ana Lee', 'Ana Ruiz', 'Lee Ana', 'Ana'].map((name) => ({ actor: { name } })),
    );
    const names = made.map((record: { actor: { name: string } }) => record.actor.name);
    expect(new Set(names).size).toBe(4);
    expect(names[0].split(' ')[0]).toBe(names[1].split(' ')[0]);
    expect(names[2]).toBe(names[0].split(' ').reverse().join(' '));
  });

  it('makes the same of a person whatever came before, and the same each time', async () => {
    const person = { actor: { name: 'Tomasz Wrona', email: 't.wrona@corp.com' } };
    const others = ['Ida Boe', 'Jo Fay'].map((name) => ({ actor: { name } }));
    const alone = await ofHelpshift([person]);
    const after = await ofHelpshift([...others, person]);
    expect(after[2].actor).toEqual(alone[0].actor);
  });

  it('makes the same of people in whichever order they come, though some would get one name', async () => {
    const letters = [...'bcdfghjklmnpqrstvwxz'];
    const people = letters.flatMap((one) =>
      ['aro', 'ilu', 'eki'].map((end) => ({ actor: { name: `Q${one}${end} Z${one}${end}` } })),
    );
    const made = await ofHelpshift(people);
    const turned = await ofHelpshift(people.toReversed());
    const names = made.map(({ actor }: { actor: { name: string } }) => actor.name);
    expect(turned.map(({ actor }: { actor: { name: string } }) => actor.name).reverse()).toEqual(
      names,
    );
    expect(new Set(names).size).toBe(people.length);
  });

  it('leaves bots, teams and the vendor as they are', async () => {
    const actors = [
      { name: 'Automation', uid: 'system' },
      { name: 'Helpshift Bot' },
      { name: 'Support Team' },
    ];
    const made = await ofHelpshift(actors.map((actor) => ({ actor })));
    expect(made.map(({ actor }: { actor: object }) => actor)).toEqual(actors);
  });

  it('is not made where something could not be replaced', async () => {
    // The vendor's own keys stay.
    const made = ofHelpshift([{ actor: { uid: 'from_data' }, from_data: 1 }]);
    await expect(made).rejects.toThrow(
      'not scrubbed a key of records[0]: expected nothing of the original, found "f…" of 9 characters',
    );
  });

  it('replaces who did it, who was asked for and who is told of in a sentence', async () => {
    const made = await ofMotadata(
      'Request with ID as INC-1, Subject as "Jerry needs help", Source as Email, Technician as Ola Berg, for Requester "Jerry".',
      'System has added Email Content.',
      'Jerry has changed Status from Open to In Progress.',
      'Ola Berg has changed Technician from Unassigned to Mia Falk.',
      'Mia Falk has added Reply To Technician.',
    );
    const [, jerry] = /Requester "(\w+)"/.exec(made[0] as string) ?? [];
    const [, ola] = /Technician as (\w+ \w+),/.exec(made[0] as string) ?? [];
    const [, mia] = /to (\w+ \w+)\.$/.exec(made[3] as string) ?? [];
    expect(made).toEqual([
      `Request with ID as INC-1, Subject as "${jerry} needs help", Source as Email, Technician as ${ola}, for Requester "${jerry}".`,
      'System has added Email Content.',
      `${jerry} has changed Status from Open to In Progress.`,
      `${ola} has changed Technician from Unassigned to ${mia}.`,
      `${mia} has added Reply To Technician.`,
    ]);
    expect(made.join()).not.toMatch(/jerry|ola berg|mia falk/i);
  });

  it('keeps the words of the vendor, also where people are called so', async () => {
    const made = await ofMotadata(
      'Open has changed Status from Open to Pending.',
      'May Chen has changed Priority from Low to High.',
      'Will has changed Due from 05 May 2025 to 06 May 2025.',
      'Status has added May Chen.',
    );
    expect(made[0]).toMatch(/^(?!Open)\w+ has changed Status from Open to Pending\.$/);
    expect(made[1]).toMatch(/^(?!May)\w+ (?!Chen)\w+ has changed Priority from Low to High\.$/);
    expect(made[2]).toMatch(/^(?!Will)\w+ has changed Due from 05 May 2025 to 06 May 2025\.$/);
    const [person] = (made[1] as string).split(' has');
    expect(made[3]).toMatch(new RegExp(`^(?!Status)\\w+ has added ${person}\\.$`));
  });

  it('replaces first names alone, logins, recipients and phone numbers of activities', async () => {
    const james = {
      loginName: 'James_Blake',
      lastName: 'Blake',
      firstName: 'James',
      email: 'james.blake@corp.com',
      phoneNumber: '800 123-1234',
    };
    const made = await ofOpsramp([
      {
        activity: 'Incident "#INC0000001798 Storage" updated by James',
        createdBy: james,
        htmlLog: ['<p class="James">Assignee changed from James Blake to Annie</p> 800-123-1234'],
        changeLog: [{ attribute: 'Assignee', oldValue: 'James Blake', newValue: 'Annie' }],
      },
      {
        activity: 'Incident notification sent by Annie',
        createdBy: { ...james, loginName: 'James', lastName: ' ' },
        toList: 'john.smith@corp.com',
        ccList: 'annie@corp.com,John Smith,support@corp.com',
      },
    ]);
    const { firstName: given, lastName: family, loginName, email, phoneNumber } = made[0].createdBy;
    expect(made[0].activity).toBe(`Incident "#INC0000001798 Storage" updated by ${given}`);
    expect(loginName).toBe(`${given}_${family}`);
    expect(email.split('@')[0]).toBe(`${given}.${family}`.toLowerCase());
    expect(phoneNumber).toMatch(/^555 \d{3}-\d{4}$/);
    const [{ newValue: annie }] = made[0].changeLog;
    expect(made[0].changeLog[0].oldValue).toBe(`${given} ${family}`);
    expect(made[0].htmlLog[0]).toBe(
      `<p class="${given}">Assignee changed from ${given} ${family} to ${annie}</p> ${phoneNumber.replace(' ', '-')}`,
    );
    expect(made[1].activity).toBe(`Incident notification sent by ${annie}`);
    expect(made[1].createdBy).toMatchObject({ loginName: given, lastName: ' ' });
    const [, john] = made[1].ccList.split(',');
    expect(made[1].toList.split('@')[0]).toBe(john.toLowerCase().replace(' ', '.'));
    expect(JSON.stringify(made)).not.toMatch(/james|blake|annie|john|smith|corp\.com|123.1234/i);
  });

  const hidden: Record<string, [text: string, original: RegExp]> = {
    'an IPv4 address': ['ping 10.20.30.40:80 failed', /10\.20\.30\.40/],
    'an IPv6 address': ['from [2001:DB9:1::7a]', /DB9/i],
    'the host of a URL': ['see https://wiki.corp.local:8443/a?b=c', /corp/],
    'a user in a URL': ['ftp://kim:Pa55word@files.corp.local', /kim|Pa55word|corp/],
    'a percent-encoded URL': ['next=https%3A%2F%2Fwiki.corp.local%2Fa', /corp/],
    'an address': ['Ask kim+x@corp.co.uk.', /kim|corp/],
    'a percent-encoded address': ['mailto:kim%40corp.com', /kim|corp/],
    'an address with entities': ['kim&#64;corp.com, kim&commat;corp.com', /kim|corp/],
    'an international address': ['андрей@почта.рф', /андрей|почта/],
    'a phone number': ['call +49 (151) 234-56789 now', /234|56789/],
    'another phone number': ['(030) 1234-5678', /1234|5678/],
    'a bearer token': ['Authorization: Bearer 7e2c1fa0b9', /7e2c1fa0b9/],
    'a JWT': ['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl', /hbGciOi|zdWIiOi|c2lnbmF0/],
    'a key': ['api_key=s3cr3t&x=1', /s3cr3t/],
    'a password': ['Password: hunter2, then', /hunter2/],
    'a password with entities': ['{&quot;password&quot;:&quot;hunter2&quot;}', /hunter2/],
    'a long hex string': ['9f86d081884c7d659a2feaa0c55ad015', /9f86d081/],
    'a UUID': ['id 123e4567-e89b-12d3-a456-426614174000', /426614174000/],
    'a long base64 string': ['XSgIpab/mRx8NmPGm0Oi907uhXFMIyH2s674XBq9==', /XSgIpab|907uhXFMIy/],
  };
  for (const [what, [text, original]] of Object.entries(hidden))
    it(`has nothing left of ${what}`, async () => {
      const [made] = await ofHelpshift([{ to_data: { title: text } }]);
      expect(made.to_data.title).not.toMatch(original);
    });

  it('keeps what only looks like it: times, ids, versions of things, HTML', async () => {
    const text =
      '<p class="AttributeName">#INC0000001798 changed from 2018-10-31 00:00 to 2018-10-30 18:30:00, 12:30:45, 1754768308863, v8.4.1, TICKET_INTERNAL_RESPONSE, font-weight:bold;</p>';
    const [made] = await ofHelpshift([{ to_data: { title: text }, actor: { name: 'Ana' } }]);
    expect(made.to_data.title).toBe(text);
  });

  it('replaces a secret in a field of that name, and wherever else it stands', async () => {
    const [one, two] = await ofHelpshift([
      { to_data: { password: 'tulip-garden', token: 'x' } },
      { to_data: { comment: 'his password is tulip-garden' } },
    ]);
    expect(one.to_data.password).toMatch(/^[a-z]{5}-[a-z]{6}$/);
    expect(two.to_data.comment).toBe(`his password is ${one.to_data.password}`);
  });

  it('replaces a user id wherever it stands, as a number too', async () => {
    const [one, two] = await ofHelpshift([
      { actor: { uid: '4820817' } },
      { to_data: { assignee_id: 4820817, list: [4820817], text: 'user 4820817', count: 48 } },
    ]);
    expect(one.actor.uid).toMatch(/^\d{7}$/);
    expect(two.to_data).toEqual({
      assignee_id: Number(one.actor.uid),
      list: [Number(one.actor.uid)],
      text: `user ${one.actor.uid}`,
      count: 48,
    });
    expect(one.actor.uid).not.toBe('4820817');
  });

  it('finds a name in accents, capitals, entities, escapes and camel case', async () => {
    const [one] = await ofHelpshift([
      {
        actor: { name: 'José Nuñez' },
        to_data: {
          text: "JOSE, jose\u0301, Jos&eacute;, Jos%C3%A9, Jos\\u00e9, sentByJosé, josenunez, José's, x,José;y",
        },
      },
    ]);
    expect(one.to_data.text).not.toMatch(/jos|nu[nñ]ez|%C3%A9|eacute/i);
  });

  it('keeps people apart whose ids are all the ids of that length there are', async () => {
    const ids = Array.from({ length: 10 }, (_, i) => String(i));
    const made = await ofHelpshift(
      ids.map((uid) => ({ actor: { uid, email: `u${uid}@corp.com` } })),
    );
    const of = (key: string) =>
      made.map(({ actor }: { actor: Record<string, string> }) => actor[key]);
    expect(new Set(of('uid')).size).toBe(10);
    expect(new Set(of('email')).size).toBe(10);
    for (const [i, uid] of of('uid').entries()) expect(uid).not.toBe(ids[i]);
  });

  it('finds a name with an apostrophe, with another, and without', async () => {
    const [one] = await ofHelpshift([
      {
        actor: { name: "Seán O'Brien", email: 'obrien@corp.com' },
        to_data: 'O’Brien, O&#39;Brien, OBRIEN, sean',
      },
    ]);
    expect(one.to_data).not.toMatch(/brien|sean/i);
    const [, given, initial, family] = /^(\w+) (\w)'(\w+)$/.exec(one.actor.name) ?? [];
    expect(one.actor.email.split('@')[0]).toBe(`${initial}${family}`.toLowerCase());
    expect(one.to_data.split(', ')[3]).toBe(given?.toLowerCase());
  });

  it('finds a name in a script without blanks', async () => {
    const [one] = await ofHelpshift([{ actor: { name: '王小明' }, to_data: '由王小明创建' }]);
    expect(one.to_data).not.toContain('王小明');
    expect(one.to_data).toMatch(/^由\w+创建$/);
  });

  it('has nothing left of random people in random texts', async () => {
    const letters = [...'abcdefghijklmnopqrstuvwxyzéüñøčж'];
    const word = fc
      .array(fc.constantFrom(...letters), { minLength: 3, maxLength: 9 })
      .map((all) => `x${all.join('')}q`)
      .map((text) => text.charAt(0).toUpperCase() + text.slice(1));
    const person = fc.record({
      first: word,
      last: word,
      host: word.map(
        (text) =>
          `${text
            .normalize('NFD')
            .replace(/[^A-Za-z]/g, '')
            .toLowerCase()}.com`,
      ),
    });
    const manner = fc.constantFrom<(text: string) => string>(
      (text) => text,
      (text) => text.toUpperCase(),
      (text) => text.toLowerCase(),
      encodeURIComponent,
      (text) => encodeURIComponent(encodeURIComponent(text)),
      (text) => [...text].map((one) => `&#${one.codePointAt(0)};`).join(''),
      (text) => `<b title='${text}'>${text}</b>`,
      (text) => JSON.stringify(JSON.stringify(text)),
      (text) => text.normalize('NFD'),
    );
    const part = fc.tuple(
      fc.nat(3),
      fc.constantFrom('first', 'last', 'both', 'login', 'email', 'reversed'),
      manner,
      fc.constantFrom(' ', ', ', ' from ', '; ', '"', ' (', '\n', '|', '/'),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(person, { minLength: 1, maxLength: 4 }),
        fc.array(part, { maxLength: 8 }),
        async (people, parts) => {
          const forms = people.map(({ first, last, host }) => ({
            first,
            last,
            both: `${first} ${last}`,
            reversed: `${last}, ${first}`,
            login: `${first}_${last}`,
            email: `${first}.${last}@${host}`,
          }));
          const text = parts
            .map(
              ([i, form, write, gap]) =>
                gap + write(forms[i % forms.length]?.[form as 'both'] ?? ''),
            )
            .join('');
          const made = await ofHelpshift([
            ...forms.map(({ both, email, login }) => ({
              actor: { name: both, email, uid: login },
            })),
            { to_data: { text } },
          ]);
          const output = undone(JSON.stringify(made));
          for (const { first, last } of forms)
            for (const name of [first, last]) expect(output).not.toContain(undone(name));
          for (const { host } of people) expect(output).not.toContain(host);
        },
      ),
      { numRuns: 150 },
    );
  });
});

/** A text with what was encoded in it decoded and without case and accents. */
function undone(text: string): string {
  const plain = text
    .replace(/%25/g, '%')
    .replace(/(?:%[0-9A-F]{2})+/gi, (run) => Buffer.from(run.replace(/%/g, ''), 'hex').toString())
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
  return plain.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
