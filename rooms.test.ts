import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

const rooms = ['specs', 'fixtures', 'mock-server', 'conformance', 'cli'];
const vendors = readdirSync('mock-server/vendors').filter((name) => !name.includes('.'));

/** A source file's path, from the top, and its text. */
type Source = { path: string; text: string };

const sources: Source[] = rooms.filter(existsSync).flatMap((room) =>
  readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => `${room}/${path.replaceAll('\\', '/')}`)
    .map((path) => ({ path, text: readFileSync(path, 'utf8') })),
);

function importsOf({ path, text }: Source): string[] {
  const specifiers = /\b(?:from|import)\s*\(?\s*['"](\.[^'"]+)['"]/g;
  return [...text.matchAll(specifiers)].map(([, target]) =>
    normalize(join(dirname(path), target as string)).replaceAll('\\', '/'),
  );
}

const roomOf = (path: string) => rooms.indexOf(path.split('/')[0] as string);

/** Imports of a room that comes later, or of a file that is in no room. */
function turnedRound(all: Source[]): string[] {
  return all.flatMap((source) =>
    importsOf(source)
      .filter((target) => roomOf(target) < 0 || roomOf(target) > roomOf(source.path))
      .map((target) => `${source.path} imports ${target}`),
  );
}

const isVendors = (path: string) => path.includes('/vendors/') || /^specs\/\w+\//.test(path);
const isTest = (path: string) => path.endsWith('.test.ts') || path.includes('/testing/');

/** Engine files that speak of a vendor or import one; the command line has examples, and the list. */
function vendorInEngine(all: Source[]): string[] {
  return all
    .filter(({ path }) => !isVendors(path) && !isTest(path) && !path.startsWith('cli/'))
    .flatMap((source) => [
      ...vendors
        .filter((vendor) => source.text.toLowerCase().includes(vendor))
        .map((vendor) => `${source.path} names ${vendor}`),
      ...importsOf(source)
        .filter((target) => target.includes('/vendors/'))
        .map((target) => `${source.path} imports ${target}`),
    ]);
}

/** What one vendor's folder has and another's, at the same place, has not. */
function unlike(paths: string[]): string[] {
  const files = paths.filter((path) => !isTest(path));
  return files.flatMap((path) =>
    vendors
      .filter((vendor) => path.includes(`/${vendor}/`))
      .flatMap((vendor) =>
        vendors
          .map((other) => path.replace(`/${vendor}/`, `/${other}/`))
          .filter((twin) => !files.includes(twin)),
      ),
  );
}

/** What the judge's code of a vendor has from the simulator, or from what plays worlds. */
function borrowed(all: Source[]): string[] {
  return all
    .filter(({ path }) => path.startsWith('conformance/vendors/') && !isTest(path))
    .flatMap((source) =>
      importsOf(source)
        .filter((target) => /^(mock-server|fixtures)\//.test(target))
        .map((target) => `${source.path} imports ${target}`),
    );
}

describe('the rooms', () => {
  it('are imported one way', () => {
    expect(turnedRound(sources)).toEqual([]);
  });

  it('would not pass with an import turned round', () => {
    const back = [
      { path: 'specs/a.ts', text: "import { b } from '../fixtures/language/b.js';" },
      { path: 'mock-server/a.ts', text: "export * from '../conformance/b.js';" },
      { path: 'fixtures/a.ts', text: "const b = await import('../index.js');" },
    ];
    expect(turnedRound(back)).toHaveLength(3);
  });

  it('have engines that name no vendor', () => {
    expect(vendorInEngine(sources)).toEqual([]);
  });

  it('would not pass with a vendor in an engine', () => {
    const named = [
      { path: 'mock-server/a.ts', text: '// as OpsRamp does' },
      { path: 'mock-server/b.ts', text: "import { vendors } from './vendors/index.js';" },
    ];
    expect(vendorInEngine(named)).toHaveLength(2);
  });

  it('have judges that borrow nothing of a vendor from the simulator', () => {
    expect(borrowed(sources)).toEqual([]);
  });

  it('would not pass with a judge that borrows', () => {
    const text = "import { read } from '../../../mock-server/vendors/opsramp/query.js';";
    expect(borrowed([{ path: 'conformance/vendors/opsramp/client.ts', text }])).toHaveLength(1);
  });

  it('have the same file names in every vendor folder', () => {
    const data = readdirSync('specs', { recursive: true, encoding: 'utf8' }).map(
      (path) => `specs/${path.replaceAll('\\', '/')}`,
    );
    expect(unlike([...sources.map(({ path }) => path), ...data])).toEqual([]);
  });

  it('would not pass with a file that only one vendor has', () => {
    expect(unlike(['mock-server/vendors/opsramp/extra.ts'])).toHaveLength(2);
  });
});
