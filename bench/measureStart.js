/** Measures how long the simulator takes to its first answer, and what memory it has then. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startServer } from './startServer.js';

const here = dirname(fileURLToPath(import.meta.url));

const DEMO = {
  target: '/v2/amazon/issues/3423/_audit_logs',
  authorization: `Basic ${Buffer.from('hs-demo-key:').toString('base64')}`,
};

const serve = [join(here, '../dist/cli/auditrig.js'), 'serve', '--admin-port', '0', '--quiet'];

/** @param {string} file what Express answers with; the simulator plays its own sample data @returns milliseconds to the first 200, and bytes of resident memory, of each start, by turns */
export async function measureStart(file, times, tell) {
  const starts = {
    ours: (port) => [process.execPath, ...serve, '--port', `${port}`],
    express: (port) => [process.execPath, join(here, 'servers/express.js'), `${port}`, file],
  };
  const found = { ours: [], express: [] };
  for (let i = 0; i < times; i++)
    for (const [name, command] of Object.entries(starts)) {
      tell(`start: ${name}, ${i + 1} of ${times}`);
      const server = await startServer(command, DEMO);
      found[name].push({ took: server.took, resident: residentOf(server.pid) });
      await server.stop();
    }
  return found;
}

function residentOf(pid) {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(kilobytes) * 1024;
}
