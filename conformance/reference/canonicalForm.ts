/**
 * The canonical form of a JSON value (RFC 8785). The package that writes it takes more than twice as
 * long, as it looks for what no JSON can be; a test compares the two.
 */
import { keysInOrder } from './keysInOrder.js';

/** @param value as JSON.parse made it, without halves of surrogate pairs or numbers that are not finite */
export function canonicalForm(value: unknown): string {
  // Texts and numbers are written in it as ECMAScript writes them.
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return Array.isArray(value) ? list(value) : object(value as Record<string, unknown>);
}

function list(items: readonly unknown[]): string {
  let text = '[';
  for (const item of items)
    text += text.length > 1 ? `,${canonicalForm(item)}` : canonicalForm(item);
  return `${text}]`;
}

function object(value: Readonly<Record<string, unknown>>): string {
  let text = '';
  for (const key of keysInOrder(value))
    text += `${text === '' ? '{' : ','}${JSON.stringify(key)}:${canonicalForm(value[key])}`;
  return text === '' ? '{}' : `${text}}`;
}
