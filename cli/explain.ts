/** `auditrig explain`: all there is to say about a rule, a switch or a case. */
import { Command } from 'commander';
import { stringify } from 'yaml';
import { type Case, ROLES } from '../conformance/cases/Case.js';
import { readCases } from '../conformance/cases/readCases.js';
import { aboutRule as ruleWithPlace } from '../conformance/report/aboutRule.js';
import { nearest } from '../fixtures/language/nearest.js';
import { vendors } from '../mock-server/vendors/index.js';
import { RULES_FOR_ALL, type Rule, readRules } from '../specs/rules.js';
import { readSwitches, type Switch } from '../specs/switches.js';

const bases: Record<Rule['basis'], string> = {
  page: "the vendor's page",
  observed: 'public, beyond the page',
  standard: 'a standard',
  ours: 'our own promise',
  silence: 'nobody says; we had to choose',
};

export const explain = new Command('explain')
  .description('say all about a rule, a switch or a case')
  .argument('<id>', 'a rule such as helpshift/page-size, a switch such as envelope, or a case')
  .addHelpText(
    'after',
    '\nExamples:\n  auditrig explain helpshift/page-size-out-of-range\n  auditrig explain opsramp/quotes\n  auditrig explain helpshift/client/pages/every-page',
  )
  .action((id: string, _flags: object, command: Command) => {
    const names = vendors.map(({ name }) => name);
    const rules = [...names, ...RULES_FOR_ALL].flatMap(readRules);
    const switches = names.flatMap(readSwitches);
    const ofSwitch = (one: Switch) =>
      rules.filter(
        (rule) => rule.id.startsWith(`${one.vendor}/`) && rule.switch?.includes(one.name),
      );
    const cases = names.flatMap((name) => ROLES.flatMap((role) => readCases(name, role)));
    const texts = [
      ...cases.filter((one) => one.id === id || one.formerly?.includes(id)).map(aboutCase),
      ...rules.filter((rule) => rule.id === id).map((rule) => aboutRule(rule, switches)),
      ...switches
        .filter(({ vendor, name }) => id === name || id === `${vendor}/${name}`)
        .map((one) => aboutSwitch(one, ofSwitch(one))),
    ];
    if (texts.length > 0) return console.log(texts.join('\n\n'));
    const known = [
      ...cases.map((one) => one.id),
      ...rules.map((rule) => rule.id),
      ...switches.map(({ vendor, name }) => `${vendor}/${name}`),
    ];
    const meant = nearest(id, known);
    const hint = meant === undefined ? 'see auditrig list rules' : `did you mean ${meant}?`;
    return command.error(`error: there is no rule, switch or case '${id}'; ${hint}`);
  });

function aboutRule(rule: Rule, switches: readonly Switch[]): string {
  const vendor = rule.id.split('/')[0];
  const own = switches.filter((one) => one.vendor === vendor && rule.switch?.includes(one.name));
  return [
    `rule ${rule.id} (${rule.level})`,
    `  ${rule.says}`,
    `  basis: ${bases[rule.basis]}${rule.at === undefined ? '' : `: ${rule.at}`}`,
    ...(rule.because === undefined ? [] : [`  because: ${rule.because}`]),
    ...(rule.untested === undefined ? [] : [`  not tested: ${rule.untested}`]),
    ...own.map((one) => `  switch ${one.name}: ${valuesOf(one)}`),
  ].join('\n');
}

function aboutCase({ id, title, level, strength, rules, needs, capabilities = [], ...rest }: Case) {
  const { vendor: _, role: __, ...asked } = rest;
  return [
    `case ${id} (level ${level}, ${strength})`,
    `  ${title}`,
    ...rules.map((rule) => `  rule ${ruleWithPlace(rule)}`),
    ...needs.map((need) => `  after ${need}`),
    ...(capabilities.length === 0
      ? []
      : [`  only for clients that claim ${capabilities.join(', ')}`]),
    '',
    stringify(asked, { lineWidth: 100, flowCollectionPadding: true, aliasDuplicateObjects: false })
      .replace(/^(?=.)/gm, '  ')
      .trimEnd(),
  ].join('\n');
}

function aboutSwitch(one: Switch, rules: readonly Rule[]): string {
  return [
    `switch ${one.vendor}/${one.name}: ${valuesOf(one)}`,
    `  ${one.meaning}`,
    ...rules.map(({ id, says }) => `  rule ${id}: ${says}`),
    `  in a fixture: ${one.vendor}: { profile: { ${one.name}: ${one.values?.[1] ?? (Number(one.default) || 10)} } }`,
  ].join('\n');
}

function valuesOf({ values, default: value }: Switch): string {
  return values
    ? values.map((one) => (one === value ? `${one} (default)` : one)).join(', ')
    : `a number, ${value} by default`;
}
