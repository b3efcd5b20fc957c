/** Clients that make too much of an answer that cannot be read. */
import type { Got } from '../reference/VendorClient.js';
import type { ClientMutant } from './ClientMutant.js';
import { endsWithoutA } from './endsWithoutA.js';
import { forgetful } from './forgetful.js';
import { takeAnything } from './takeAnything.js';

export const bodyMutants: readonly ClientMutant[] = [
  {
    name: 'keeps-what-came',
    mistake: 'It takes the whole records out of a body that was cut.',
    ...{ case: 'transport/cut-for-good', reason: 'no-error' },
    vendor: forgetful,
    send: () => async (base, wanted) => mended(await takeAnything(base, wanted)),
  },
  {
    name: 'mends-json',
    mistake: 'It takes the whole records out of JSON that ends in the middle.',
    ...{ case: 'lies/truncated', reason: 'missing-records' },
    vendor: forgetful,
    send: (right) => async (base, wanted) => mended(await right(base, wanted)),
  },
  {
    name: 'does-not-unpack',
    mistake: 'It does not unpack what comes compressed, and takes what it cannot read for nothing.',
    ...{ case: 'transport/gzip', reason: 'missing-records' },
    send: () => takeAnything,
    records: endsWithoutA('malformed_response'),
  },
  {
    name: 'unread-is-empty',
    mistake: 'It takes what it cannot read for a log in which nothing stands.',
    ...{ case: 'lies/login-page', reason: 'no-error' },
    also: [
      'lies/login-page-once',
      'lies/login-page-later',
      'lies/wrong-type',
      'lies/comma',
      'lies/quotes',
      'transport/too-short',
    ],
    records: endsWithoutA('malformed_response'),
  },
];

/** What is whole of a list, with what closes it. */
function mended(got: Got): Got {
  if (isJson(got.body)) return got;
  for (let end = got.body.lastIndexOf('},'); end > 0; end = got.body.lastIndexOf('},', end - 1)) {
    const whole = got.body.slice(0, end + 1);
    const body = [`${whole}]`, `${whole}]}`].find(isJson);
    if (body !== undefined) return { ...got, body };
  }
  return got;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
