/** A value as JSON has it, with all of its texts in another form. */
export function rewritten(value: unknown, change: (text: string) => string) {
  return JSON.parse(JSON.stringify(value ?? null), (_, inner) =>
    typeof inner === 'string' ? change(inner) : inner,
  );
}
