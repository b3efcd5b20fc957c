/** Whether the i-th of the requests that fit, counted from 1, is one of those that `nth` means, told the plain way. */
export function isMeant(nth: number | string, i: number): boolean {
  const text = String(nth);
  if (text.startsWith('every ')) return i % Number(text.slice(6)) === 0;
  const [from, to] = text.split('..');
  if (to === undefined) return i === Number(from);
  return i >= Number(from) && (to === '' || i <= Number(to));
}
