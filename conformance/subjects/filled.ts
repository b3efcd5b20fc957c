/** Puts values where a subject file has names in braces. */

export type Values = Readonly<Record<string, string>>;

const NAME = /\{([a-z_]+)\}/g;

/** A text with values for the names that have one, and nothing for those that have none. */
export function filled(text: string, values: Values): string {
  return text.replace(NAME, (_, name: string) => values[name] ?? '');
}

/** A command, without the lists in it that name what has no value. */
export function filledCommand(
  command: readonly (string | readonly string[])[],
  values: Values,
): string[] {
  return command.flatMap((part) => {
    if (typeof part === 'string') return [filled(part, values)];
    const isAsked = part.flatMap(namesIn).every((name) => values[name] !== undefined);
    return isAsked ? part.map((text) => filled(text, values)) : [];
  });
}

/** The names in a text. */
export function namesIn(text: string): string[] {
  return [...text.matchAll(NAME)].map(([, name]) => name as string);
}
