/** The words for what is remarkable about a record, and how much each matters. */
import { instant } from '../../fixtures/language/instant.js';
import type { ListedRecord } from './Listing.js';

export interface Mark {
  text: string;
  /** How it is shown where there are colours. */
  colour: 'yellow' | 'red' | 'cyan';
}

export function marksOf({ index, time, marks }: ListedRecord): Mark[] {
  const { tie, late, hidden, outside, unreachable, outOfOrder, occurs, notJson } = marks;
  const words: (Mark | false | undefined)[] = [
    tie && tieMark(tie),
    late && info(`late: from ${since(late.from, time)}, ${late.visible ? 'visible' : 'not yet'}`),
    hidden && info('hidden'),
    outside && info('outside the default window'),
    unreachable && info('out of reach'),
    outOfOrder && info(`out of order: records[${index}]`),
    occurs && info(occurs === 'twice' ? 'local time occurs twice' : 'local time does not exist'),
    notJson && info('not JSON'),
  ];
  return words.filter((mark) => typeof mark === 'object');
}

function info(text: string): Mark {
  return { text, colour: 'cyan' };
}

/** A tie through which a page border runs is where clients lose records. */
function tieMark({
  place,
  of,
  pages: [first, last],
}: NonNullable<ListedRecord['marks']['tie']>): Mark {
  const text = `tie ${place} of ${of}`;
  return first === last
    ? { text, colour: 'yellow' }
    : { text: `${text} across pages ${first}-${last}`, colour: 'red' };
}

/** Only the time of day where it is the same day. */
function since(from: number, time: number): string {
  const [text, made] = [instant(from), instant(time)];
  return text.slice(0, 11) === made.slice(0, 11) ? text.slice(11) : text;
}
