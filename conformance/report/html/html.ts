/** HTML as template texts, in which all that is filled in is a text and no HTML. */
import { escapeUTF8 } from 'entities';
import { visible } from '../../../fixtures/language/visible.js';

/** More of a text is not shown. */
const MOST = 2000;

/** What is HTML already. */
export class Html {
  readonly markup: string;

  /** @param markup as it is to stand in the page */
  constructor(markup: string) {
    this.markup = markup;
  }
}

/** Nothing stands for undefined; the parts of a list stand one behind the other. */
export type Part = Html | string | number | undefined | readonly Part[];

/** Texts may stand between tags, and as attributes in double quotes; they are cut where they are very long. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(String.raw({ raw: strings }, ...parts.map(markupOf)));
}

/** A text that is not cut, however long; what cannot be seen in it is shown as an escape. */
export function whole(text: string): Html {
  return new Html(escapeUTF8(text.split('\n').map(visible).join('\n')));
}

function markupOf(part: Part): string {
  if (part === undefined) return '';
  if (part instanceof Html) return part.markup;
  if (typeof part === 'number') return String(part);
  if (typeof part === 'string') return whole(cut(part)).markup;
  return part.map(markupOf).join('');
}

function cut(text: string): string {
  return text.length > MOST ? `${text.slice(0, MOST)}…` : text;
}
