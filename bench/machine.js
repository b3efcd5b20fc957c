/** The machine, in a line. */
import { cpus, totalmem } from 'node:os';

export function machine() {
  const cores = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const model = cores[0]?.model.trim() ?? 'unknown processor';
  return `${model}, ${cores.length} cores, ${memory} GiB, Node ${process.versions.node}`;
}
