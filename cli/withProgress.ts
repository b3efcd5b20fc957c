/** Shows on a terminal how far long work has come. */

const EVERY = 100;

/**
 * @param what there is so much of
 * @param work is given what to call with how many are done of how many
 */
export async function withProgress<Made>(
  what: string,
  work: (progress: (done: number, total: number) => void) => Promise<Made>,
): Promise<Made> {
  // On a terminal that does not know its width, a spinner would clear lines without end.
  if (!process.stderr.isTTY || !process.stderr.columns) return work(() => {});
  const { default: ora } = await import('ora');
  // It would take the keyboard, and Ctrl-C with it.
  const spinner = ora({ discardStdin: false });
  let shown = Number.NEGATIVE_INFINITY;
  try {
    return await work((done, total) => {
      if (performance.now() - shown < EVERY) return;
      shown = performance.now();
      const percent = Math.floor((100 * done) / total);
      spinner.text = `${percent} %: ${thousands(done)} of ${thousands(total)} ${what}`;
      if (!spinner.isSpinning) spinner.start();
    });
  } finally {
    spinner.stop();
  }
}

/** Not by the machine's language, which the rest of the output is not in. */
function thousands(number: number): string {
  return String(number).replaceAll(/\B(?=(\d{3})+$)/g, ',');
}
