/** `auditrig explain`: all there is to say about a rule or a switch. */
import { Command } from 'commander';
import { nearest } from '../fixtures/language/nearest.js';
import { vendors } from '../mock-server/vendors/index.js';
import { type Rule, readRules } from '../specs/rules.js';
import { readSwitches, type Switch } from '../specs/switches.js';

const bases: Record<Rule['basis'], string> = {
  page: "the vendor's page",
  observed: 'public, beyond the page',
  standard: 'a standard',
  ours: 'our own promise',
  silence: 'nobody says; we had to choose',
};

export const explain = new Command('explain')
  .description('say all about a rule or a switch')
  .argument('<id>', 'a rule such as helpshift/page-size, or a switch such as envelope')
  .addHelpText(
    'after',
    '\nExamples:\n  auditrig explain helpshift/page-size-out-of-range\n  auditrig explain opsramp/quotes',
  )
  .action((id: string, _flags: object, command: Command) => {
    const names = vendors.map(({ name }) => name);
    const rules = [...names, 'http'].flatMap(readRules);
    const switches = names.flatMap(readSwitches);
    const ofSwitch = (one: Switch) =>
      rules.filter(
        (rule) => rule.id.startsWith(`${one.vendor}/`) && rule.switch?.includes(one.name),
      );
    const texts = [
      ...rules.filter((rule) => rule.id === id).map((rule) => aboutRule(rule, switches)),
      ...switches
        .filter(({ vendor, name }) => id === name || id === `${vendor}/${name}`)
        .map((one) => aboutSwitch(one, ofSwitch(one))),
    ];
    if (texts.length > 0) return console.log(texts.join('\n\n'));
    const known = [
      ...rules.map((rule) => rule.id),
      ...switches.map(({ vendor, name }) => `${vendor}/${name}`),
    ];
    const meant = nearest(id, known);
    const hint = meant === undefined ? 'see auditrig list rules' : `did you mean ${meant}?`;
    return command.error(`error: there is no rule or switch '${id}'; ${hint}`);
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
