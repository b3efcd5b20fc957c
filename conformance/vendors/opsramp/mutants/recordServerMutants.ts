/** Servers that write activities otherwise than they should. */
import { answersJson } from '../../../mutants/answersJson.js';
import type { ServerMutant } from '../../../mutants/ServerMutant.js';

type Body = Readonly<Record<string, unknown>>;

export const recordServerMutants: readonly ServerMutant[] = [
  {
    name: 'opsramp-server-has-untyped-activities',
    mistake: 'leaves out the type of activities',
    ...{ case: 'records/fields', reason: 'wrong-record' },
    answers: withRecords(({ logType, ...rest }) => rest),
  },
  {
    name: 'opsramp-server-tells-milliseconds',
    mistake: 'writes times as milliseconds since 1970',
    ...{ case: 'records/time', reason: 'wrong-record' },
    answers: withRecords((one) => ({
      ...one,
      createdTime: Date.parse(String(one.createdTime)),
    })),
  },
  {
    name: 'opsramp-server-numbers-authors',
    mistake: 'tells the id of an author',
    ...{ case: 'records/author', reason: 'wrong-record' },
    answers: withRecords((one) => ({
      ...one,
      createdBy: { ...(one.createdBy as Body), id: 'USR0000002146' },
    })),
  },
  {
    name: 'opsramp-server-types-changes',
    mistake: 'writes new values that look like numbers as numbers',
    ...{ case: 'records/changes', reason: 'wrong-record' },
    answers: withRecords((one) => ({
      ...one,
      ...(one.changeLog !== undefined && {
        changeLog: (one.changeLog as Body[]).map((change) => ({
          ...change,
          newValue: Number(change.newValue),
        })),
      }),
    })),
  },
  {
    name: 'opsramp-server-joins-html',
    mistake: 'writes the pieces of HTML as one text',
    ...{ case: 'records/html', reason: 'wrong-record' },
    answers: withRecords((one) => ({
      ...one,
      ...(Array.isArray(one.htmlLog) && { htmlLog: one.htmlLog.join('') }),
    })),
  },
  {
    name: 'opsramp-server-lists-recipients',
    mistake: 'writes recipients as a list',
    ...{ case: 'records/recipients', reason: 'wrong-record' },
    answers: withRecords((one) => ({
      ...one,
      ...(typeof one.ccList === 'string' && { ccList: one.ccList.split(',') }),
    })),
  },
];

function withRecords(change: (record: Body) => object) {
  return answersJson((body, { path }) => {
    if (!path.includes('/activitylog')) return body;
    const log = body as { results: Body[] };
    return { ...log, results: log.results.map(change) };
  });
}
