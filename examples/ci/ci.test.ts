import { execFile } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { serve } from '../../cli/serve.js';
import { bin } from '../../cli/testing/auditrig.js';
import { pythonWith } from '../testing/pythonWith.js';

const top = mkdtempSync(join(tmpdir(), 'auditrig-'));
afterAll(() => rmSync(top, { recursive: true }));

let count = 0;

/** A project of one test that has auditrig installed, and runs a shell script. */
function project() {
  const folder = join(top, `${++count}`);
  const bins = join(folder, 'node_modules', '.bin');
  mkdirSync(bins, { recursive: true });
  const command = (name: string, line: string) => {
    writeFileSync(join(bins, name), `#!/bin/sh\nexec ${line} "$@"\n`);
    chmodSync(join(bins, name), 0o755);
  };
  command('auditrig', `'${process.execPath}' '${resolve(bin)}'`);
  copyFileSync('examples/ci/with-simulator.sh', join(folder, 'with-simulator.sh'));
  const sh = (script: string, env: object = {}) =>
    new Promise<{ code: number; stdout: string; stderr: string }>((done) => {
      const options = {
        cwd: folder,
        env: {
          ...process.env,
          XDG_STATE_HOME: join(folder, 'state'),
          PATH: `${bins}${delimiter}${process.env.PATH}`,
          PYTHONDONTWRITEBYTECODE: '1',
          ...env,
        },
      };
      execFile('sh', ['-c', script], options, (error, stdout, stderr) =>
        done({ code: (error?.code as number | undefined) ?? 0, stdout, stderr }),
      );
    });
  return { folder, command, sh };
}

/** The shell blocks of docs/ci.md. */
const [byHand = '', withSimulator = '', ...others] = [
  ...readFileSync('docs/ci.md', 'utf8').matchAll(/^```sh\n(.*?)^```/gms),
].map(([, block]) => block);

describe.concurrent('the shell lines of docs/ci.md', () => {
  it('are in two blocks', () => {
    expect(others).toEqual([]);
  });

  it('start a simulator, ask it, and end it', async () => {
    const { sh } = project();
    // On free ports, as tests run beside others.
    const lines = byHand.replace('serve --quiet', 'serve --port 0 --quiet');
    expect(lines).not.toBe(byHand);
    const { code, stdout, stderr } = await sh(`set -e\n${lines}`);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^auditrig \S+ is ready at /);
    expect(stdout).toMatch(/^default +documented +0 +\S+ \(runs\) +never$/m);
    expect(stdout).toMatch(/^\S+Z \(runs\)\nnothing has been asked yet\n$/m);
  });

  const python = pythonWith('pytest', 'xdist');
  it.skipIf(!python)(
    `run tests beside a simulator${python ? '' : ' (there is no Python with pytest and pytest-xdist)'}`,
    async () => {
      const { folder, command, sh } = project();
      command('pytest', `${python} -m pytest -p no:cacheprovider`);
      command('npx', 'echo npx');
      cpSync('examples/pytest', folder, { recursive: true });
      copyFileSync('fixtures/documented.yaml', join(folder, 'scenario.yaml'));
      const { code, stdout, stderr } = await sh(`set -e\n${withSimulator}`);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toMatch(/^=+ 8 passed in .*\n(.*\n)*npx vitest run\n$/m);
    },
    120_000,
  );
});

describe.concurrent('with-simulator.sh', () => {
  it('exits as the tests do, and ends the simulator', async () => {
    const { sh } = project();
    const { code, stdout } = await sh('sh with-simulator.sh sh -c "auditrig health; exit 7"');
    expect(code).toBe(7);
    const [, url = ''] = /ready at (\S+)/.exec(stdout) ?? [];
    await expect(fetch(`${url}/health`)).rejects.toThrow();
  });

  it('exits with 1 where the tests asked for what no page knows', async () => {
    const { sh } = project();
    const ask = 'sh -c "curl -s -o /dev/null \\$AUDITRIG_URL/nowhere"';
    const { code, stderr } = await sh(`sh with-simulator.sh ${ask}`);
    expect(stderr).toBe('undocumented: path /nowhere, 1 time, such as GET /nowhere\n');
    expect(code).toBe(1);
  });

  it('plays FIXTURE, and exits with 2 where that cannot be played', async () => {
    const { folder, sh } = project();
    writeFileSync(
      join(folder, 'mine.yaml'),
      'name: of mine\nmotadata: { credentials: [ { token: t } ], requests: {} }\n',
    );
    const { stdout } = await sh('FIXTURE=mine.yaml sh with-simulator.sh auditrig sessions');
    expect(stdout).toMatch(/^default +of mine /m);
    const { code, stderr } = await sh('FIXTURE=no.yaml sh with-simulator.sh echo started');
    expect({ code, stderr }).toEqual({ code: 2, stderr: 'error: no.yaml: no such file\n' });
  });

  it('leaves no folder behind', async () => {
    const { folder, sh } = project();
    mkdirSync(join(folder, 'tmp'));
    const { stdout } = await sh('sh with-simulator.sh ls tmp; ls tmp | wc -l', {
      TMPDIR: join(folder, 'tmp'),
    });
    expect(stdout.trim()).toMatch(/^tmp\.\w+\n *0$/);
  });
});

describe('the files for CI', () => {
  const known = new Set(serve.options.map(({ envVar }) => envVar));
  /** What the commands and the examples read beside the variables of serve. */
  known.add('AUDITRIG_ADMIN');

  for (const name of ['github', 'gitlab', 'compose'])
    it(`set only variables that there are: ${name}.yaml`, () => {
      const text = readFileSync(`examples/ci/${name}.yaml`, 'utf8');
      expect(parse(text)).toBeTypeOf('object');
      const set = [...text.matchAll(/AUDITRIG_[A-Z_]+/g)].map(([variable]) => variable);
      expect(set.length).toBeGreaterThan(0);
      expect(set.filter((variable) => !known.has(variable))).toEqual([]);
    });
});

describe('the action for GitHub', () => {
  const { runs } = parse(readFileSync('action.yml', 'utf8'));

  it('judges, writes all reports, adds one to the summary, and exits as the check does', async () => {
    const { folder, command, sh } = project();
    command('npx', `sh -c 'shift; exec "$@"' npx`);
    const words = [process.execPath, '-e', ''].map((word) => JSON.stringify(word)).join(', ');
    writeFileSync(join(folder, 'subject.yaml'), `vendor: opsramp\ncommand: [${words}]\n`);
    const { code } = await sh(`bash -e <<'END'\n${runs.steps[0].run}\nEND`, {
      ...{ SUBJECT: 'subject.yaml', ARGUMENTS: '--level 0', OUT: 'reports' },
      GITHUB_STEP_SUMMARY: join(folder, 'summary.md'),
    });
    expect(code).toBe(1);
    const summary = readFileSync(join(folder, 'summary.md'), 'utf8');
    expect(summary).toMatch(/^## ❌ auditrig: /);
    expect(readFileSync(join(folder, 'reports/report.md'), 'utf8')).toBe(summary);
  });
});

describe('the Dockerfile', () => {
  const dockerfile = readFileSync('Dockerfile', 'utf8');
  const allowed = readFileSync('.dockerignore', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('!'))
    .map((line) => line.slice(1));

  it('is given all that the build compiles', () => {
    const { include } = JSON.parse(readFileSync('tsconfig.build.json', 'utf8'));
    const rooms = include.map((glob: string) => glob.split('/')[0]);
    expect(rooms.filter((room: string) => !allowed.includes(room))).toEqual([]);
  });

  it('puts into the image what the package has of data', () => {
    const { files } = JSON.parse(readFileSync('package.json', 'utf8'));
    const data = new Set<string>(files.map((glob: string) => glob.split('/')[0]));
    // Texts to read, which the commands do not need.
    for (const text of ['docs', 'CHANGELOG.md']) data.delete(text);
    for (const folder of data) expect(dockerfile).toContain(`/build/${folder} /opt/auditrig/`);
  });

  it('starts the command, as nobody special', () => {
    expect(dockerfile).toMatch(/^USER node$/m);
    expect(dockerfile).toMatch(/^HEALTHCHECK .*CMD \["auditrig", "health"\]$/m);
    expect(dockerfile).toMatch(/^ENTRYPOINT \["auditrig"\]\nCMD \["serve"\]$/m);
    expect(dockerfile).not.toContain('AUDITRIG_ADMIN_HOST=');
  });
});
