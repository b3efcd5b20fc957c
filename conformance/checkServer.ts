/** Judges a server of which nothing is known but an account, by what must hold between its answers. */
import { readSwitches } from '../specs/switches.js';
import type { ServerOptions } from './CheckOptions.js';
import { readCases } from './cases/readCases.js';
import type { JudgedVendor } from './JudgedVendor.js';
import type { Report } from './report/Report.js';
import { choose, judgeAll } from './runner/judgeAll.js';
import { driftOf } from './servers/driftOf.js';
import { Pace } from './servers/Pace.js';
import { playServer } from './servers/playServer.js';
import { serverSubject } from './servers/serverSubject.js';

/** Milliseconds before now after which a live log may not hold still. */
const SETTLED = 10 * 60_000;

export async function checkServer(
  judged: readonly JudgedVendor[],
  options: ServerOptions,
): Promise<Report> {
  const vendor = judged.find(({ name }) => name === options.vendor) as JudgedVendor;
  const { url, account, rate = vendor.server.rate, until } = options;
  const choice = choose(options, readCases(vendor.name, 'server'));
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
  const drift = driftOf(choice.chosen, report.cases, readSwitches(vendor.name), unseen);
  return { ...report, ...(isUnread(report) && { conformant: false, exitCode: 3 }), drift };
}

/** Whether what all else is judged by could not be asked for, so that to have passed the rest says nothing. */
function isUnread({ cases, exitCode }: Report): boolean {
  return (
    exitCode === 0 &&
    cases.some(
      ({ level, strength, verdict }) => level === 0 && strength === 'must' && verdict === 'skip',
    )
  );
}
