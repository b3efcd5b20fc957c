/** Says in words how a record was missed or got again. */
import type { Cause, Missed, MissingClass } from './Missed.js';
import type { RepeatClass } from './whyRepeated.js';

const missing: Record<MissingClass, string> = {
  drift: 'the pages shifted between the two answers, and it slipped from one over the other',
  'tie-at-boundary':
    'it shares its time with the last record of the first answer, and the next window leaves that time out',
  'late-visibility': 'it became visible only where the client had been already',
  'stopped-early': 'it stood behind the last answer, and the client did not go on',
  'window-gap': 'what was asked for left it out',
  'fault-not-retried':
    'a fault or a refusal took the answer that had it, and none after that had it',
  'cut-body': 'the answer that had it was cut short, and none after that had it',
  removed: 'it was gone before the client asked for it',
  'withheld-by-fault': 'a fault hid it behind an answer that looked well',
};

/** Where the record was not in the answer itself that was lost. */
const behind: Partial<Record<MissingClass, string>> = {
  'fault-not-retried':
    'it stood behind an answer that a fault or a refusal took, and none after that had it',
  'cut-body': 'it stood behind an answer that was cut short, and none after that had it',
};

const HUNG_UP = 'the client hung up before it had all of the answer, and none after that had it';

const repeated: Record<RepeatClass, string> = {
  drift: 'the pages shifted between the two answers, and it was pushed onto the next',
  'tie-at-boundary': 'it stands on the border that two windows share',
  'asked-again': 'what was asked for overlaps',
};

export function saysMissing({ class: kind, between, how }: Missed): string {
  const says = how === 'hung-up' ? HUNG_UP : how === 'behind' && behind[kind];
  return `${says || missing[kind]}${placed(between)}`;
}

export function saysRepeated({ class: kind, between }: Cause<RepeatClass>): string {
  return `${repeated[kind]}${placed(between)}`;
}

/** @param n the journal's number of the answer that had it */
export function saysLost(n: number): string {
  return `it was served and not delivered${placed([n])}`;
}

function placed(numbers: readonly number[]): string {
  if (numbers.length === 0) return '';
  return ` (${numbers.length === 1 ? 'answer' : 'answers'} ${numbers.join(' and ')})`;
}
