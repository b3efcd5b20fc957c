/** The command that asks a subject one case again. */
import { quoted } from '../quoted.js';

export function rerunOf(subject: readonly string[], seed: number): (id: string) => string {
  return (id) => `auditrig check client ${id} --seed ${seed} -- ${subject.map(word).join(' ')}`;
}

/** As a shell reads it as one word. */
function word(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : quoted(text);
}
