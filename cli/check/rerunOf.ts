/** The command that asks a subject one case again. */
import { quoted } from '../quoted.js';

/** @param subject how it is named: its file, or its command */
export function rerunOf(
  subject: readonly string[],
  seed: number,
  fixtures: readonly string[] = [],
): (id: string) => string {
  const files = fixtures.flatMap((file) => ['--fixture', file]);
  return (id) =>
    ['auditrig', 'check', 'client', id, ...files, '--seed', String(seed), ...subject]
      .map(word)
      .join(' ');
}

/** As a shell reads it as one word. */
function word(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : quoted(text);
}
