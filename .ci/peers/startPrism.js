/** Starts Prism as a mock of an OpenAPI file, on a free port. */
import { spawn } from 'node:child_process';

/** Resolves to its URL, and what stops it. */
export async function startPrism(file) {
  const prism = spawn('node_modules/.bin/prism', ['mock', '--port', '0', file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise((resolve, reject) => {
    let out = '';
    prism.stdout.on('data', (data) => {
      out += data;
      const [found] = /http:\/\/127\.0\.0\.1:\d+/.exec(out) ?? [];
      if (found && out.includes('listening')) resolve(found);
    });
    prism.on('exit', () => reject(new Error(`Prism did not start:\n${out}`)));
  });
  return { url, stop: () => prism.kill() };
}
