/** `auditrig new`: prints a fixture of the shelf, to start one's own from. */
import { Command, Option } from 'commander';
import { nearest } from '../fixtures/language/nearest.js';
import { readShelf } from '../fixtures/readShelf.js';
import { vendors } from '../mock-server/vendors/index.js';

const names = vendors.map(({ name }) => name);

export const newFixture = new Command('new')
  .description('print a commented fixture about one situation, to start your own from')
  .argument('<scenario>', 'the situation, such as starter or ties; see auditrig list scenarios')
  .addOption(
    new Option('--vendor <v>', "in this vendor's form").choices(names).makeOptionMandatory(),
  )
  .addHelpText(
    'after',
    '\nExamples:\n  auditrig new starter --vendor opsramp > mine.yaml\n  auditrig new ties --vendor helpshift > ties.yaml && auditrig schema && auditrig serve ties.yaml',
  )
  .action((name: string, { vendor }: { vendor: string }, command: Command) => {
    const shelf = names.flatMap(readShelf);
    const found = shelf.find((one) => one.vendor === vendor && one.name === name);
    if (found) return console.log(withSchemaBeside(found.text).trimEnd());
    const others = owners(name);
    if (others.length > 0)
      return command.error(
        `error: ${vendor} has no scenario '${name}'; ${others.join(', ')} ${others.length > 1 ? 'have' : 'has'} it`,
      );
    const meant = nearest(name, [...new Set(shelf.map((one) => one.name))]);
    const hint =
      meant === undefined
        ? 'see auditrig list scenarios'
        : `did you mean ${meant}? (${owners(meant).join(', ')})`;
    return command.error(`error: there is no scenario '${name}'; ${hint}`);

    function owners(scenario: string): string[] {
      return shelf.filter((one) => one.name === scenario).map((one) => one.vendor);
    }
  });

/** The schema that `auditrig schema` writes stands beside the fixture. */
function withSchemaBeside(text: string): string {
  return text.replace(/^(# yaml-language-server: \$schema=).*/, '$1./fixture.schema.json');
}
