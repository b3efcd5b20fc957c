/** Records of some 325 bytes each, as a person would list them, a minute or so apart. */

const FIRST = Date.UTC(2024, 0, 1);
export const ACTIONS = ['assign', 'add-tags', 'remove-tags', 'resolve', 'reopen', 'note'];
const people = ['Dana Lowe', 'Ines Falk', 'Omar Reyes', 'Priya Nair', 'Tom Okafor'];
const teams = ['Billing', 'Returns', 'Accounts', 'Shipping'];
const STEP = 60_000;

/** When a record was made; no two of a trail are of one time. Epoch milliseconds. */
export function timeOf(index) {
  return FIRST + index * STEP + ((index * 7919) % STEP);
}

/** @param {number} trail sets one trail's records apart from another's */
export function listedRecord(index, trail) {
  const number = index * 31 + trail * 17;
  const [before, after] = [people[number % 5], people[(number + 1 + (number % 3)) % 5]];
  const name = people[(number * 3) % 5];
  return {
    action_taken_at: timeOf(index),
    action: ACTIONS[((number * 7) % 11) % ACTIONS.length],
    actor: { name, email: `${name.toLowerCase().replace(' ', '.')}@example.com`, roles: ['Agent'] },
    from_data: { assignee: before, team: teams[number % 4], status: 'in-progress' },
    to_data: {
      ...{ assignee: after, team: teams[(number >> 2) % 4], status: 'waiting-for-customer' },
      note: `looked at order ${String(number).padStart(8, '0')} once more`,
    },
  };
}
