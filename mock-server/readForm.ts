/** Reads a request's body as a form. */
import type { BusboyHeaders, BusboyInstance } from '@fastify/busboy';
import { Refusal } from './Refusal.js';

/**
 * Name to value, of a form that is urlencoded or multipart, as its type says; of a name that is
 * given more than once, the last. Files are passed over.
 * @throws Refusal where it is neither, or does not arrive whole
 */
export async function readForm(
  body: Buffer | undefined,
  type: string | undefined,
): Promise<ReadonlyMap<string, string>> {
  const parser = await parserOf(type);
  return new Promise((resolve, reject) => {
    const refuse = () => reject(new Refusal('bad-body', 'The body is not a form.'));
    if (!parser) return refuse();
    const fields = new Map<string, string>();
    parser.on('field', (name, value) => fields.set(name, value));
    parser.on('file', (_name, file) => file.resume());
    parser.on('error', refuse);
    parser.on('finish', () => resolve(fields));
    parser.end(body ?? Buffer.alloc(0));
  });
}

/** Undefined where the type is not a form's. */
async function parserOf(type = ''): Promise<BusboyInstance | undefined> {
  const { Busboy } = await import('@fastify/busboy');
  try {
    return new Busboy({ headers: { 'content-type': type } as BusboyHeaders });
  } catch {
    return undefined;
  }
}
