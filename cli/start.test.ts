import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { serving } from './testing/auditrig.js';

/** The modules of which the files are made that a built file imports, and those that these import. */
function madeOf(file: string, files = new Set<string>()): string[] {
  if (files.has(file)) return [];
  files.add(file);
  const text = readFileSync(file, 'utf8');
  const own = [...text.matchAll(/^\/\/ (dist\/\S+\.js)$/gm)].map(([, module]) => module as string);
  const imports = [...text.matchAll(/^(?:import|export) .*?from "(\.[^"]+)";$/gm)];
  const others = imports.flatMap(([, name]) => madeOf(join(dirname(file), name as string), files));
  return [...own, ...others];
}

/** Prints, when it ends, which CommonJS modules a process has loaded. */
const TELL = `data:text/javascript,${encodeURIComponent(
  "import { createRequire } from 'node:module'; const { cache } = createRequire('/'); process.once('exit', () => console.log(Object.keys(cache).join('\\n')));",
)}`;

describe('auditrig serve', () => {
  it('loads nothing that judges, imports or listens for its administrator before it serves', () => {
    const modules = madeOf('dist/chunks/serve.js');
    expect(modules).toContain('dist/mock-server/startSimulator.js');
    expect(
      modules.filter((module) =>
        /^dist\/(conformance|fixtures\/import|mock-server\/admin)\//.test(module),
      ),
    ).toEqual([]);
  });

  it('compiles no schema for its own sample data', async () => {
    const { child, exit } = await serving(['--port', '0', '--json'], (out) => out.endsWith('\n'), {
      NODE_OPTIONS: `--import=${TELL}`,
    });
    let loaded = '';
    child.stdout.on('data', (data) => {
      loaded += data;
    });
    child.kill('SIGTERM');
    await exit;
    expect(loaded).toMatch(/express/);
    expect(loaded).not.toMatch(/ajv.dist.2020/);
  });
});
