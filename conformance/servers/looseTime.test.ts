import { expect, it } from 'vitest';
import { looseTime } from './looseTime.js';

it.each([
  ['Wed, Oct 08, 2025 01:07 pm', '2025-10-08T13:07:00Z'],
  ['Wed, Oct 08, 2025 12:07 am', '2025-10-08T00:07:00Z'],
  ['Mo., März 03, 2025 12:07 nachm.', '2025-03-03T12:07:00Z'],
  ['Mi., Mai 07, 2025 08:05 vorm.', '2025-05-07T08:05:00Z'],
  ['Mar 04, 2025 08:05 AM', '2025-03-04T08:05:00Z'],
  ['08-10-2025 13:07', '2025-10-08T13:07:00Z'],
  ['10/28/2025 13:07:09', '2025-10-28T13:07:09Z'],
  ['28.10.2025 13:07', '2025-10-28T13:07:00Z'],
  ['2025-10-08 13:07', '2025-10-08T13:07:00Z'],
  ['2025-10-08T13:07:01', '2025-10-08T13:07:01Z'],
])('reads %s', (text, instant) => {
  expect(looseTime(text)).toBe(Date.parse(instant));
});

it.each(['', 'yesterday', '13:07', '2025', 'Oct 2025', 'Wed, Oct 08, 2025'])(
  'reads nothing in %j',
  (text) => {
    expect(looseTime(text)).toBeUndefined();
  },
);
