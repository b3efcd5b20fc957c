/** Verdicts in words. */
import type { JudgedCase } from '../Report.js';
import { type Html, html } from './html.js';

type Kind = JudgedCase['verdict'];

/** What fails first. */
export const VERDICTS: readonly Kind[] = ['fail', 'error', 'skip', 'pass'];

export const verdictWords: Readonly<Record<Kind, string>> = {
  fail: 'failed',
  error: 'could not be judged',
  skip: 'skipped',
  pass: 'passed',
};

/** A sign and a word, never a colour alone. */
export function badge(kind: Kind, words: string = verdictWords[kind]): Html {
  return html`<span class="badge ${kind}">${words}</span>`;
}
