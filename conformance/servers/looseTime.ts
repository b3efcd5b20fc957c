/** Reads local times of whatever format and language, well enough to put them in order. */

/** As they begin in English or German. */
const MONTHS = [
  /^jan/i,
  /^feb/i,
  /^(mar|mär)/i,
  /^apr/i,
  /^ma[iy]/i,
  /^jun/i,
  /^jul/i,
  /^aug/i,
  /^sep/i,
  /^o[ck]t/i,
  /^nov/i,
  /^de[cz]/i,
];

/** Milliseconds, as if the zone were UTC; undefined where it cannot be read. */
export function looseTime(text: string): number | undefined {
  const clock = /(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:\s*([ap]|vorm|nachm)\.?m?)?/i;
  const [whole = '', hours, minutes, seconds = '0', half = ''] =
    clock.exec(text.replace(/\d{1,4}[./-]\d{1,2}[./-]\d{1,4}/, '')) ?? [];
  const day = whole === '' ? undefined : dayOf(text.replace(whole, ' '));
  if (day === undefined) return undefined;
  const hour = half === '' ? Number(hours) : (Number(hours) % 12) + (/^[pn]/i.test(half) ? 12 : 0);
  return day + ((hour * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
}

/** Where a month stands as a number, it is taken to stand behind the day, unless it cannot. */
function dayOf(text: string): number | undefined {
  const numbers = (text.match(/\d+/g) ?? []).map(Number);
  const year = numbers.find((one) => one > 999);
  const named = (text.match(/\p{L}{3,}/gu) ?? [])
    .map((word) => MONTHS.findIndex((month) => month.test(word)))
    .filter((one) => one >= 0);
  const [first, second] = numbers.filter((one) => one !== year);
  if (year === undefined || first === undefined) return undefined;
  const [month] = named.slice(-1);
  if (month !== undefined) return Date.UTC(year, month, first);
  if (second === undefined) return undefined;
  const isMonthFirst = second > 12 || numbers[0] === year;
  return isMonthFirst ? Date.UTC(year, first - 1, second) : Date.UTC(year, second - 1, first);
}
