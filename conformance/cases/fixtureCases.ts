/** Makes a case of each ticket of a fixture: all that its credential may read comes out once. */
import type { StartedSimulator } from '../../mock-server/startSimulator.js';
import type { ClientCase, Names } from './Case.js';

/** @param simulator that plays the fixture of a file */
export function fixtureCases(
  { sessions, world }: StartedSimulator,
  file: string,
  vendors: readonly { name: string }[],
): ClientCase[] {
  return Object.entries(sessions.default.vendors)
    .filter(([vendor]) => vendors.some(({ name }) => name === vendor))
    .flatMap(([vendor, { targets }]) =>
      targets.map((target) => ({
        ...{ id: ['fixture', world.name, vendor, ...Object.values(target)].join('/'), vendor },
        title: `Reads all of ${Object.values(target).join('/')}, each record once and unaltered`,
        ...{
          role: 'client' as const,
          rules: [],
          needs: [],
          level: 1 as const,
          strength: 'must' as const,
          gets: 'all' as const,
        },
        of: { file, target },
      })),
    );
}

/** The first credential that may read a ticket, as far as it says what it is for. */
export function credentialFor(credentials: readonly Names[], target: Names): Names {
  const isFor = (entry: Names) =>
    Object.entries(target).every(([name, value]) => (entry[name] ?? value) === value);
  return credentials.find(isFor) ?? {};
}
