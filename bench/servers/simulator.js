// The simulator, with what a measurement needs: node simulator.js <port> <options as JSON>
// Over its channel it opens sessions, and says what memory it has.
import { startSimulator } from '../../dist/index.js';

const [, , port, options] = process.argv;
const simulator = await startSimulator({ ...JSON.parse(options), port: Number(port) });

const replies = {
  /** Opens so many sessions, and tells their keys. */
  async open(count, sessionOptions) {
    const keys = [];
    for (let i = 0; i < count; i++) {
      const { vendors } = await simulator.sessions.open(sessionOptions);
      keys.push(vendors.helpshift.credentials[0].api_key);
    }
    return keys;
  },
  /** What is left once all is collected that can be, in bytes. */
  memory() {
    for (let i = 0; i < 3; i++) globalThis.gc();
    const { rss, heapUsed, external } = process.memoryUsage();
    return { rss, used: heapUsed + external };
  },
};

process.on('message', async ([name, ...given]) => {
  process.send(await replies[name](...given));
});
