/** Records with other texts in them. */

export async function* changed(
  right: AsyncIterable<unknown>,
  change: (text: string) => unknown,
): AsyncGenerator<unknown> {
  for await (const record of right)
    yield JSON.parse(JSON.stringify(record), (_, value) =>
      typeof value === 'string' ? change(value) : value,
    );
}
