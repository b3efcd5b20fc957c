/** Judges a server of which nothing is known but an account, by what must hold between its answers. */
import { readSwitches } from '../specs/switches.js';
import type { ServerOptions } from './CheckOptions.js';
import type { ServerCase } from './cases/Case.js';
import { readCases } from './cases/readCases.js';
import type { JudgedVendor } from './JudgedVendor.js';
import type { JudgedCase, Report } from './report/Report.js';
import { choose, judgeAll } from './runner/judgeAll.js';
import { driftOf } from './servers/driftOf.js';
import { Pace } from './servers/Pace.js';
import { playServer } from './servers/playServer.js';
import type { ServerAccount } from './servers/ServerAccount.js';
import { serverSubject } from './servers/serverSubject.js';

/** Milliseconds before now after which a live log may not hold still. */
const SETTLED = 10 * 60_000;

export async function checkServer(
  judged: readonly JudgedVendor[],
  options: ServerOptions,
): Promise<Report> {
  const vendor = judged.find(({ name }) => name === options.vendor) as JudgedVendor;
  const { url, account, rate = vendor.server.rate, until } = options;
  const cases = readCases(vendor.name, 'server');
  const choice = choose(options, cases);
  const subject = serverSubject({
    ...{ vendor, url: url.replace(/\/+$/, ''), account, pace: new Pace(rate) },
    until: until === undefined ? Date.now() - SETTLED : Date.parse(until),
  });
  // One after the other: a server of somebody's is not to be hurried.
  const { report } = await judgeAll(
    { ...options, subject, workers: 1 },
    choice,
    [undefined],
    (one, talking) => playServer(one, talking, vendor),
  );
  const { unseen } = vendor.server;
  const drift = driftOf(cases, report.cases, readSwitches(vendor.name), unseen);
  const isUnread = report.exitCode === 0 && isAnyUnasked(choice.chosen, report.cases, account);
  return { ...report, ...(isUnread && { conformant: false, exitCode: 3 }), drift };
}

/** Whether what all else is judged by was not asked, though the account has what it needs: then to have passed the rest says nothing. */
function isAnyUnasked(
  cases: readonly ServerCase[],
  judged: readonly JudgedCase[],
  account: ServerAccount,
): boolean {
  const skipped = new Set(
    judged.flatMap((one) =>
      one.level === 0 && one.strength === 'must' && one.verdict === 'skip' ? [one.case] : [],
    ),
  );
  return cases.some((one) => skipped.has(one.id) && isWithin(one, account));
}

/** Whether a case needs no other part of a credential, and no other ticket, than the account has. */
function isWithin({ given = {}, asks = {} }: ServerCase, account: ServerAccount): boolean {
  const { credential } = given;
  const tickets = Object.values(asks).map(({ ticket }) => ticket);
  return (
    (credential === undefined || Object.hasOwn(account.credential, credential)) &&
    (account.empty !== undefined || !tickets.includes('empty')) &&
    (account.foreign !== undefined || !tickets.includes('foreign'))
  );
}
