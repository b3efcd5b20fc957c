/** Clients that make something else of what OpsRamp's log has. */
import type { ClientMutant, VendorMistake } from '../../../mutants/ClientMutant.js';
import { changed } from '../../../mutants/changed.js';
import { sends } from '../../../mutants/sends.js';
import { takes } from '../../../mutants/takes.js';

interface Activity {
  activity: string;
  logType: string;
  htmlLog?: string[];
  changeLog?: unknown[];
  createdTime: string;
  createdBy: Record<string, string>;
}

export const recordMutants: readonly ClientMutant[] = [
  {
    name: 'wants-something',
    mistake: 'It takes an answer without results for broken.',
    ...{ case: 'pages/empty', reason: 'gave-up' },
    also: ['parameters/window-empty'],
    vendor: takes((page) => (page.records.length === 0 ? undefined : page)),
  },
  {
    name: 'more-than-one',
    mistake: 'It takes a totalResults of 1 for none.',
    ...{ case: 'pages/single', reason: 'missing-records' },
    vendor: takes((page) => (page.total === 1 ? { records: [], more: false } : page)),
  },
  {
    name: 'hundred-a-page',
    mistake: 'It takes a hundred records for a page, as searches have it, and asks for the next.',
    ...{ case: 'pages/one-piece', reason: 'gave-up' },
    vendor: takes((page) => ({ ...page, more: page.records.length >= 100 })),
  },
  {
    name: 'deaf-to-next-page',
    mistake: 'It does not look at nextPage.',
    ...{ case: 'pages/part-is-not-all', reason: 'missing-records' },
    vendor: takes(({ records }) => ({ records, more: false })),
  },
  {
    name: 'always-newest-first',
    mistake: 'It does not ask for an order, and turns nothing round.',
    ...{ case: 'order/asc', reason: 'wrong-order' },
    vendor: (right) => ({ ...sends(newestFirst)(right), isTurnedRound: () => false }),
  },
  {
    name: 'always-oldest-first',
    mistake: 'It brings the oldest first, whatever is asked for.',
    ...{ case: 'order/desc', reason: 'wrong-order' },
    vendor: () => ({ isTurnedRound: () => false }),
  },
  {
    name: 'sorts-by-time',
    mistake: 'It reads the newest first, and sorts by time itself.',
    ...{ case: 'order/ties', reason: 'wrong-order' },
    vendor: (right) => ({
      ...sends(newestFirst)(right),
      ...takes((page) => ({
        ...page,
        records: (page.records as Activity[]).toSorted(
          (a, b) => Date.parse(a.createdTime) - Date.parse(b.createdTime),
        ),
      }))(right),
    }),
  },
  {
    name: 'latin-1',
    mistake: 'It reads UTF-8 as Latin-1.',
    ...{ case: 'records/unicode', reason: 'altered-records' },
    send: (right) => async (base, wanted) => {
      const got = await right(base, wanted);
      return { ...got, body: Buffer.from(got.body).toString('latin1') };
    },
  },
  {
    name: 'undoes-html',
    mistake: 'It takes markup out of texts.',
    ...{ case: 'records/odd-strings', reason: 'altered-records' },
    vendor: withRecords((record) => ({
      ...record,
      activity: record.activity.replace(/<[^>]*>/g, '').replaceAll('&amp;', '&'),
    })),
  },
  {
    name: 'cuts-texts',
    mistake: 'It keeps as much of a text as fits into its column.',
    ...{ case: 'records/long-texts', reason: 'altered-records' },
    vendor: withRecords((record) => ({ ...record, activity: record.activity.slice(0, 1024) })),
  },
  {
    name: 'one-a-second',
    mistake: 'It takes records of the same text and second for one.',
    ...{ case: 'records/identical', reason: 'missing-records' },
    vendor: takes((page) => {
      const seen = new Set<string>();
      const records = page.records.filter((record) => {
        const { activity, createdTime } = record as Activity;
        const key = `${createdTime} ${activity}`;
        return !seen.has(key) && seen.add(key);
      });
      return { records, more: false };
    }),
  },
  {
    name: 'not-internal',
    mistake: "It leaves out internal responses, as they are nobody else's business.",
    ...{ case: 'records/published-types', reason: 'missing-records' },
    vendor: takes(({ records }) => ({
      records: records.filter((one) => (one as Activity).logType !== 'TICKET_INTERNAL_RESPONSE'),
      more: false,
    })),
  },
  {
    name: 'makes-instants',
    mistake: 'It takes what looks like a time for one, in UTC.',
    ...{ case: 'records/changes', reason: 'altered-records' },
    records: (right) =>
      changed(right, (text) =>
        /^\d{4}-\d\d-\d\d \d\d:\d\d/.test(text) ? new Date(`${text}Z`).toISOString() : text,
      ),
  },
  {
    name: 'believes-the-html',
    mistake: 'It leaves the list of changes out where there is HTML that tells them.',
    ...{ case: 'records/changes', reason: 'altered-records' },
    vendor: withRecords(({ changeLog, ...record }) => ({
      ...record,
      ...(changeLog && !record.htmlLog && { changeLog }),
    })),
  },
  {
    name: 'lists-recipients',
    mistake: 'It makes a list of the recipients of a notification where there are several.',
    ...{ case: 'records/changes', reason: 'altered-records' },
    records: (right) => changed(right, (text) => (/^\S+@\S+,/.test(text) ? text.split(',') : text)),
  },
  {
    name: 'one-login-each',
    mistake: 'It takes the first login name of a person for all that they do.',
    ...{ case: 'records/authors', reason: 'altered-records' },
    vendor: (right) => {
      const logins = new Map<string | undefined, string | undefined>();
      return withRecords(({ createdBy, ...record }) => {
        const { email, loginName } = createdBy;
        const first = logins.get(email ?? loginName) ?? loginName;
        logins.set(email ?? loginName, first);
        return { ...record, createdBy: { ...createdBy, ...(first && { loginName: first }) } };
      })(right);
    },
  },
  {
    name: 'author-by-the-text',
    mistake: "It takes the name behind the last by in a text for its author's.",
    ...{ case: 'records/authors', reason: 'altered-records' },
    vendor: withRecords(({ createdBy, ...record }) => {
      const [, firstName = createdBy.firstName] = /.* by (\w+)$/.exec(record.activity) ?? [];
      return { ...record, createdBy: { ...createdBy, ...(firstName && { firstName }) } };
    }),
  },
  {
    name: 'fills-in',
    mistake: 'It fills in what a record lacks.',
    ...{ case: 'records/missing-keys', reason: 'altered-records' },
    vendor: withRecords((record) => ({
      ...record,
      createdBy: { firstName: '', lastName: '', email: '', ...record.createdBy },
    })),
  },
];

/** Makes something else of each record. */
function withRecords(make: (record: Activity) => Activity): VendorMistake {
  return takes((page) => ({
    ...page,
    records: page.records.map((record) => make(record as Activity)),
  }));
}

function newestFirst(path: string): string {
  return path.replace('isDescendingOrder=false', 'isDescendingOrder=true');
}
