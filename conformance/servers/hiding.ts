/** Hides what is an account's in what is told of answers, however a server has written it. */
import { type Conceal, concealing } from '../judge/concealing.js';

export interface Hiding {
  /** In what is told of an answer. */
  conceal: Conceal;
  /** In a body, which has nothing of ours in it: short ones, too, such as a ticket's number. */
  concealBody(body: string): string;
}

export function hiding(secrets: readonly string[]): Hiding {
  const conceal = concealing(secrets.flatMap(writtenForms));
  // The longest first, so that nothing of it is left over.
  const words = [...secrets].sort((a, b) => b.length - a.length).map(asWord);
  return {
    conceal,
    concealBody: (body) =>
      words.reduce((left, word) => left.replace(word, '…'), conceal(body) as string),
  };
}

/** As URLs, forms and pages have it, and as headers do. */
function writtenForms(secret: string): string[] {
  return [
    secret,
    encodeURIComponent(secret),
    new URLSearchParams({ secret }).toString().replace('secret=', ''),
    asHtml(secret, '&#39;'),
    asHtml(secret, '&#x27;'),
    Buffer.from(secret).toString('base64'),
  ];
}

function asHtml(text: string, apostrophe: string): string {
  const entities = new Map([
    ...([
      ['&', '&amp;'],
      ['<', '&lt;'],
      ['>', '&gt;'],
      ['"', '&quot;'],
    ] as const),
    ["'", apostrophe],
  ]);
  return text.replace(/[&<>"']/g, (character) => entities.get(character) as string);
}

function asWord(secret: string): RegExp {
  const text = secret.replace(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);
  return new RegExp(`(?<!\\w)${text}(?!\\w)`, 'g');
}
