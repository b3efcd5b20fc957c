/** Normalizers that do nothing of what they are asked. */
import { ClientError, ERROR_CODES } from '../reference/ClientError.js';
import type { NormalizerFunction } from '../subjects/functionNormalizer.js';

/** @param vendors the names of those that they claim */
export function nullNormalizers(vendors: readonly string[]): NormalizerFunction[] {
  const make = (name: string, normalize: NormalizerFunction['normalize']): NormalizerFunction => ({
    ...{ name, vendors, normalize },
  });
  return [
    make('empty', () => []),
    make('constant', () => [{ a: 1 }]),
    make('echo', ({ bodies }) => [...bodies]),
    ...ERROR_CODES.map((code) =>
      make(`always-${code}`, () => {
        throw new ClientError(code, 'nothing was tried');
      }),
    ),
  ];
}
