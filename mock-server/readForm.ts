/** Reads a request's body as a form. */
import { Refusal } from './Refusal.js';

/**
 * Name to value, of a form that is urlencoded or multipart, as its type says; of a name that is
 * given more than once, the last.
 * @throws Refusal where it is neither
 */
export async function readForm(
  body: Buffer | undefined,
  type: string | undefined,
): Promise<ReadonlyMap<string, string>> {
  try {
    const form = await new Response(body ?? '', {
      headers: { 'content-type': type ?? '' },
    }).formData();
    const fields = new Map<string, string>();
    form.forEach((value, name) => {
      if (typeof value === 'string') fields.set(name, value);
    });
    return fields;
  } catch {
    throw new Refusal('bad-body', 'The body is not a form.');
  }
}
