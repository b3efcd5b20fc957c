/** Hides secrets in what is told, whatever a subject has written into it. */
import { SecretForms } from '../../mock-server/SecretForms.js';

/** The same value, be it a text or what has texts in it, without secrets. */
export type Conceal = <Value>(value: Value) => Value;

export function concealing(secrets: readonly string[]): Conceal {
  const forms = new SecretForms(secrets);
  const conceal = (value: unknown): unknown => {
    if (typeof value === 'string') return forms.replace(value, () => '…');
    if (value === null || typeof value !== 'object') return value;
    if (Array.isArray(value)) return value.map(conceal);
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, conceal(one)]));
  };
  return conceal as Conceal;
}
