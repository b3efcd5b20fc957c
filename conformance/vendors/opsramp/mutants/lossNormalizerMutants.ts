/** Normalizers of OpsRamp's records that say more or less than what is lost. */

import { hides } from '../../../mutants/hides.js';
import type { NormalizerMutant } from '../../../mutants/NormalizerMutant.js';
import { rewritten } from '../../../mutants/rewritten.js';
import { takesFor } from '../../../mutants/takesFor.js';
import { tells } from '../../../mutants/tells.js';
import { textOf } from '../../../mutants/textOf.js';

const htmlAs = (change: (html: string) => string) =>
  takesFor(({ htmlLog }) =>
    Array.isArray(htmlLog) ? { htmlLog: htmlLog.map((item) => change(textOf(item))) } : {},
  );
const lowered = (value: unknown) => rewritten(value, (text) => text.toLowerCase());
/** The changes, and which of their values are such, tell what is stringly. */
const stringly = (looks: (value: string) => boolean) =>
  tells(({ changes, losses }) => {
    const values = changes.flatMap(({ from, to }) => [from, to]).filter((one) => one !== undefined);
    const rest = losses.filter((one) => one !== 'change.stringly_typed');
    const isOne = values.some((value) => looks(value as string));
    return { losses: isOne ? [...rest, 'change.stringly_typed'] : rest };
  });

export const lossNormalizerMutants: readonly NormalizerMutant[] = [
  {
    name: 'numbers-as-javascript-reads-them',
    mistake: 'takes for a number what Number() takes for one',
    ...{ case: 'changes/unlike-numbers', reason: 'invented-loss' },
    vendor: stringly((value) => value.trim() !== '' && !Number.isNaN(Number(value))),
  },
  {
    name: 'numbers-only',
    mistake: 'does not look for dates',
    ...{ case: 'changes/like-dates', reason: 'hidden-loss' },
    vendor: stringly((value) => /^[+-]?\d+(\.\d+)?$/.test(value)),
  },
  {
    name: 'dates-as-javascript-reads-them',
    mistake: 'takes for a date what Date.parse() takes for one',
    ...{ case: 'changes/unlike-dates', reason: 'invented-loss' },
    vendor: tells(({ changes, losses }) =>
      changes.some(({ from, to }) => Date.parse(`${from}`) || Date.parse(`${to}`))
        ? { losses: [...losses, 'change.stringly_typed'] }
        : {},
    ),
  },
  {
    name: 'all-in-changelog',
    mistake: 'looks at all texts in changeLog for numbers',
    ...{ case: 'changes/only-of-changes', reason: 'invented-loss' },
    vendor: tells(({ losses }, { changeLog }) =>
      /"\d+"/.test(JSON.stringify(changeLog ?? null))
        ? { losses: [...losses, 'change.stringly_typed'] }
        : {},
    ),
  },
  {
    name: 'deaf-to-html-only',
    mistake: 'does not look what stands in htmlLog only',
    ...{ case: 'html/only', reason: 'hidden-loss' },
    vendor: hides('change.html_only'),
  },
  {
    name: 'deaf-to-html-conflicts',
    mistake: 'does not compare htmlLog with changeLog',
    ...{ case: 'html/conflict', reason: 'hidden-loss' },
    vendor: hides('change.html_conflict'),
  },
  {
    name: 'strips-tags',
    mistake: 'cuts tags out, and reads what they stood between as one',
    ...{ case: 'html/agrees', reason: 'invented-loss' },
    vendor: htmlAs((html) => html.replace(/<[^>]*>/g, '')),
  },
  {
    name: 'each-tag-ends-a-piece',
    mistake: 'ends a piece at the tags within a line, too',
    ...{ case: 'html/within', reason: 'invented-loss' },
    vendor: htmlAs((html) => html.replace(/<(\/?)[a-z]+/gi, '<$1div')),
  },
  {
    name: 'closes-what-is-within',
    mistake: 'takes the end of an element for the end of all that began in it',
    ...{ case: 'html/misnested', reason: 'invented-loss' },
    vendor: htmlAs((html) => html.replaceAll(/<b><p>(.*?)<\/b>/g, '<b><p>$1</p></b>')),
  },
  {
    name: 'unresolved-references',
    mistake: 'leaves character references as they are',
    ...{ case: 'html/references', reason: 'invented-loss' },
    vendor: htmlAs((html) => html.replaceAll('&', '&amp;')),
  },
  {
    name: 'references-twice',
    mistake: 'resolves character references twice',
    ...{ case: 'html/references', reason: 'hidden-loss' },
    vendor: takesFor(
      ({ changeLog }) => ({
        changeLog: JSON.parse(
          JSON.stringify(changeLog ?? null)
            .replaceAll('&lt;', '<')
            .replaceAll('&gt;', '>'),
        ),
      }),
      'losses',
    ),
  },
  {
    name: 'one-page-of-html',
    mistake: 'reads the items of htmlLog as one text',
    ...{ case: 'html/items-apart', reason: 'hidden-loss' },
    vendor: takesFor(({ htmlLog }) =>
      Array.isArray(htmlLog) ? { htmlLog: [htmlLog.join('')] } : {},
    ),
  },
  {
    name: 'reads-scripts',
    mistake: 'takes scripts and styles for text',
    ...{ case: 'html/unseen', reason: 'invented-loss' },
    vendor: htmlAs((html) => html.replace(/(<\/?)(script|style)/gi, '$1div')),
  },
  {
    name: 'ascii-blanks-only',
    mistake: 'takes a no-break space for a letter',
    ...{ case: 'html/blanks', reason: 'invented-loss' },
    vendor: htmlAs((html) => html.replaceAll('&nbsp;', '_')),
  },
  {
    name: 'null-for-empty',
    mistake: 'compares with null where a value is missing',
    ...{ case: 'html/empty-values', reason: 'hidden-loss' },
    vendor: takesFor(({ changeLog }) => {
      if (!Array.isArray(changeLog)) return {};
      return {
        changeLog: changeLog.map((one) => ({ oldValue: 'null', newValue: 'null', ...one })),
      };
    }, 'losses'),
  },
  {
    name: 'last-change-of-an-attribute',
    mistake: 'remembers one change for each attribute, and compares with that',
    ...{ case: 'html/several-changes', reason: 'invented-loss' },
    vendor: takesFor(({ changeLog }) => {
      if (!Array.isArray(changeLog)) return {};
      return {
        changeLog: changeLog.filter(
          (one, at) =>
            !changeLog.slice(0, at).some((before) => before?.attribute === one?.attribute),
        ),
      };
    }, 'losses'),
  },
  {
    name: 'attributes-of-any-case',
    mistake: 'takes attributes for the same that differ in their capitals',
    ...{ case: 'html/belongs-to-none', reason: 'hidden-loss' },
    vendor: takesFor(
      ({ changeLog, htmlLog }) => ({ changeLog: lowered(changeLog), htmlLog: lowered(htmlLog) }),
      'losses',
    ),
  },
  {
    name: 'sentence-without-tags',
    mistake: 'looks for pieces in the sentence without its tags',
    ...{ case: 'html/part-of-sentence', reason: 'hidden-loss' },
    vendor: takesFor(
      ({ activity }) => ({ activity: textOf(activity).replace(/<[^>]*>/g, '') }),
      'losses',
    ),
  },
  {
    name: 'any-html-is-text',
    mistake: 'takes an htmlLog without text for something that stands there only',
    ...{ case: 'html/no-text', reason: 'invented-loss' },
    vendor: tells(({ losses }, { htmlLog }) =>
      Array.isArray(htmlLog) && htmlLog.length > 0
        ? { losses: [...losses, 'change.html_only'] }
        : {},
    ),
  },
  {
    name: 'one-item-is-a-list',
    mistake: 'takes an htmlLog that is a text for a list of it',
    ...{ case: 'html/wrong-types', reason: 'invented-loss' },
    vendor: takesFor(({ htmlLog }) => (typeof htmlLog === 'string' ? { htmlLog: [htmlLog] } : {})),
  },
  {
    name: 'worst-loss-only',
    mistake: 'tells of all that is lost the first',
    ...{ case: 'loss/all', reason: 'hidden-loss' },
    whole: (right, what) =>
      right(what).map((event) => ({ ...event, loss: event.loss.slice(0, 1) })),
  },
];
