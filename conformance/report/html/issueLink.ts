/** The issue in which a failure is being dealt with. */
import { type Html, html } from './html.js';

/** A link only where it is an address on the web, and no script. */
export function issueLink(issue: string): Html {
  return /^https?:/.test(issue)
    ? html`<a href="${issue}" rel="noreferrer">${issue}</a>`
    : html`${issue}`;
}
