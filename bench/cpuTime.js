/** The processor's time that a process has taken so far. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

let ticks;

/** Of all its threads, in milliseconds. @throws where there is no /proc */
export function cpuTime(pid) {
  ticks ??= Number(execFileSync('getconf', ['CLK_TCK']));
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The second field is a name, in which anything may stand.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [user, system] = [Number(fields[11]), Number(fields[12])];
  return ((user + system) * 1000) / ticks;
}
