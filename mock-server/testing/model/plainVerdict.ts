/** What is to be said of the completeness of a ticket's answers, told the plain way. */
import { type Answer, type Plain, type PlainTicket, pageOf, type Wanted } from './PlainTicket.js';

export interface PlainVerdict {
  events: number;
  missed: Plain[];
  repeated: Plain[];
}

/** @param window left out: all that lies between what was asked for */
export function plainVerdict(
  ticket: PlainTicket,
  window?: Pick<Wanted, 'since' | 'until'>,
): PlainVerdict | undefined {
  const { answers, list } = ticket;
  const last = answers.at(-1);
  if (!last) return undefined;
  const times = (one: Plain) => answers.filter(({ got }) => got.includes(one)).length;
  // Time may have been set back.
  const now = Math.max(...answers.map((answer) => answer.now));
  const all = { ...last, now, floor: Number.NEGATIVE_INFINITY };
  const events = ticket
    .selected({ ...hull(answers), ...window }, all)
    .filter((one) => times(one) > 0 || isMissed(one, list.indexOf(one), ticket));
  return {
    events: events.length,
    missed: events.filter((one) => times(one) === 0),
    repeated: events.filter((one) => times(one) > 1),
  };
}

function hull(answers: readonly Answer[]): Wanted {
  const wanted = answers.map((answer) => answer.wanted);
  return {
    since: Math.min(...wanted.map(({ since }) => since)),
    until: Math.max(...wanted.map(({ until }) => until)),
    action: wanted.every(({ action }) => action !== undefined) ? wanted[0]?.action : undefined,
  };
}

/**
 * Whether a record that no answer brought was there to be read, and not only while the client read
 * newest first, on a page that it had been to already, without going on to what comes after.
 */
function isMissed(one: Plain, place: number, ticket: PlainTicket): boolean {
  const { answers } = ticket;
  const isKnown = ({ count, now }: Answer) => place < count && (one.visibleFrom ?? now) <= now;
  const isThere = (answer: Answer) => isKnown(answer) && one.time >= answer.floor;
  if (!answers.some(isThere)) return false;
  const told = ticket.told(one);
  const over = answers.filter(
    ({ wanted: { since, until, action }, now }) =>
      told >= since && (told <= until || until >= now) && (action ?? one.action) === one.action,
  );
  // A window that is open until now has nothing of what is still to happen.
  const isToCome = (answer: Answer) => !isKnown(answer) || told > answer.wanted.until;
  // Once it is gone, nothing more is to be seen of it.
  const met = over.filter((answer) => isToCome(answer) || isThere(answer));
  const isBehind = (answer: Answer) => {
    const selected = ticket.selected(answer.wanted, answer);
    return pageOf(selected, { ...answer.page, from: 0, size: answer.page.from }).includes(one);
  };
  let toCome: Answer | undefined;
  for (const answer of met)
    if (isToCome(answer)) toCome = answer;
    else if (!toCome || one.time < toCome.now || !isBehind(answer)) return true;
  if (!toCome || one.visibleFrom !== undefined || one.time < toCome.now) return true;
  const end = met.at(-1) as Answer;
  return answers.slice(answers.indexOf(end) + 1).some(({ wanted: { since } }) => told < since);
}
