/** What became of cases, in words. */
import type { JudgedCase } from '../Report.js';
import { type Html, html } from './html.js';

/** A verdict, or that it is a failure that a baseline knows of. */
export type Kind = JudgedCase['verdict'] | 'known';

/** What fails first. */
export const KINDS: readonly Kind[] = ['fail', 'error', 'known', 'skip', 'pass'];

export const kindWords: Readonly<Record<Kind, string>> = {
  fail: 'failed',
  error: 'could not be judged',
  known: 'failed, known',
  skip: 'skipped',
  pass: 'passed',
};

export function kindOf({ verdict, known }: JudgedCase): Kind {
  return known === undefined ? verdict : 'known';
}

/** A sign and a word, never a colour alone. */
export function badge(kind: Kind, words: string = kindWords[kind]): Html {
  return html`<span class="badge ${kind}">${words}</span>`;
}
