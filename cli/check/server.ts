/** `auditrig check server`: whether a server is the vendor that it claims to be, and how it answers what nobody says. */
import { Command, Option } from 'commander';
import { check } from '../../conformance/check.js';
import { isBaseUrl } from '../../conformance/isBaseUrl.js';
import type { JudgedVendor } from '../../conformance/JudgedVendor.js';
import { readAccount } from '../../conformance/servers/readAccount.js';
import { judgedVendors } from '../../conformance/vendors/index.js';
import { vendors } from '../../mock-server/vendors/index.js';
import { someText } from '../someText.js';
import { wholeNumber } from '../wholeNumber.js';
import { type RunFlags, runAndReport, withRunOptions } from './runFlags.js';

interface Flags extends RunFlags {
  vendor: string;
  url: string;
  credentials: string;
  rate?: number;
  until?: string;
}

const examples = `
Examples:
  auditrig check server --vendor helpshift --url http://127.0.0.1:4010 --credentials creds.yaml
  auditrig check server --vendor opsramp --url https://acme.api.opsramp.com --credentials creds.yaml --rate 30
  auditrig check server --vendor motadata --url https://desk.example.com --credentials creds.yaml "motadata/server/order/*"

creds.yaml has accounts by vendor; nothing of it is shown in a report:
  helpshift:
    credential: { api_key: { env: HELPSHIFT_KEY } }
    ticket: { domain: acme, issue_id: "3423" }     # one with some ten records or more
    empty: { domain: acme, issue_id: "3424" }      # if there is one: without records
    foreign: { domain: globex, issue_id: "7" }     # if there is one: that it may not read`;

const isInstant = (text: string) =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(text) && !Number.isNaN(Date.parse(text));

export const server = withRunOptions(
  new Command('server')
    .description('judge a server that claims to be a vendor, by asking it gently what can be read')
    .argument('[patterns...]', 'only these cases: ids, with * for part of a step, ** for any steps')
    .addOption(
      new Option('--vendor <v>', 'whom it claims to be')
        .choices(judgedVendors.map(({ name }) => name))
        .makeOptionMandatory(),
    )
    .requiredOption(
      '--url <base>',
      "what stands before the vendor's own paths",
      someText('a URL such as https://api.example.com', isBaseUrl),
    )
    .requiredOption(
      '--credentials <file>',
      'whom it is asked as, and for which tickets',
      someText('a path'),
    )
    .option(
      '--rate <n>',
      "requests a minute (default: a tenth of the vendor's limit)",
      wholeNumber(1, 60_000),
    )
    .option(
      '--until <instant>',
      'later records are not looked at (default: ten minutes ago)',
      someText('an instant such as 2026-01-31T06:30:00Z', isInstant),
    ),
  ['answers', 'serves it all', 'refuses as it should', 'what nobody says'],
)
  .addHelpText('after', examples)
  .action(async (patterns: string[], flags: Flags, cli: Command) => {
    const { vendor: name, url, credentials, rate, until } = flags;
    const vendor = judgedVendors.find((one) => one.name === name) as JudgedVendor;
    const account = readAccount(credentials, vendor);
    await runAndReport(flags, [], cli, (options) =>
      check(
        { played: vendors, judged: judgedVendors },
        {
          ...{ ...options, role: 'server', vendor: name, url, account, patterns },
          ...(rate !== undefined && { rate }),
          ...(until !== undefined && { until }),
        },
      ),
    );
  });
