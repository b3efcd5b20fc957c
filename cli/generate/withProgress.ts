/** Shows on a terminal how far long work has come. */

const EVERY = 100;

/** @param work is given what to call for every so many more that are done */
export async function withProgress(
  total: number,
  work: (done: (more: number) => void) => Promise<void>,
): Promise<void> {
  // On a terminal that does not know its width, a spinner would clear lines without end.
  if (!process.stderr.isTTY || !process.stderr.columns) return work(() => {});
  const { default: ora } = await import('ora');
  // It would take the keyboard, and Ctrl-C with it.
  const spinner = ora({ discardStdin: false, text: textOf(0, total) }).start();
  let [sum, shown] = [0, 0];
  try {
    await work((more) => {
      sum += more;
      if (performance.now() - shown < EVERY) return;
      shown = performance.now();
      spinner.text = textOf(sum, total);
    });
  } finally {
    spinner.stop();
  }
}

function textOf(done: number, total: number): string {
  return `${Math.floor((100 * done) / total)} %: ${thousands(done)} of ${thousands(total)} records`;
}

/** Not by the machine's language, which the rest of the output is not in. */
function thousands(number: number): string {
  return String(number).replaceAll(/\B(?=(\d{3})+$)/g, ',');
}
