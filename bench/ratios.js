/** How much more often one answered than another, round by round. */

/**
 * @param {readonly { perSecond: number, cpu: number }[]} ones @param {readonly { perSecond: number, cpu: number }[]} others of the same rounds
 * @returns {{ rate: number[], cpu: number[] }} by requests a second, and by what each took of the processor
 */
export function ratios(ones, others) {
  return {
    rate: ones.map(({ perSecond }, round) => perSecond / others[round].perSecond),
    cpu: ones.map(({ cpu }, round) => others[round].cpu / cpu),
  };
}
