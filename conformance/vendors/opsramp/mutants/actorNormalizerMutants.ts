/** Normalizers of OpsRamp's records that name somebody else. */

import { hides } from '../../../mutants/hides.js';
import type { NormalizerMutant } from '../../../mutants/NormalizerMutant.js';
import { rewritten } from '../../../mutants/rewritten.js';
import { takesFor } from '../../../mutants/takesFor.js';
import { tells } from '../../../mutants/tells.js';
import { textOf } from '../../../mutants/textOf.js';
import { isObject } from '../../../reference/isObject.js';
import type { Raw } from '../../../reference/VendorNormalizer.js';

const byAs = (change: (by: Raw) => object) =>
  takesFor(({ createdBy: by }) => (isObject(by) ? { createdBy: { ...by, ...change(by) } } : {}));
/** Only for what is lost. */
const saysAs = (change: (text: string) => string) =>
  takesFor(({ activity }) => ({ activity: change(textOf(activity)) }), 'losses');
const lowered = (value: unknown) => rewritten(value, (text) => text.toLowerCase());

export const actorNormalizerMutants: readonly NormalizerMutant[] = [
  {
    name: 'login-for-a-name',
    mistake: 'shows the login name where there is no name',
    ...{ case: 'actor/partial', reason: 'wrong-actor' },
    vendor: tells(({ actor }) =>
      actor ? { actor: { ...actor, name: actor.name ?? actor.id } } : {},
    ),
  },
  {
    name: 'joins-blindly',
    mistake: 'joins first and last name though one is blank',
    ...{ case: 'actor/names', reason: 'wrong-actor' },
    vendor: tells(({ actor }, { createdBy }) => {
      const { firstName, lastName } = createdBy as Raw;
      return actor ? { actor: { ...actor, name: `${firstName ?? ''} ${lastName ?? ''}` } } : {};
    }),
  },
  {
    name: 'actor-from-text',
    mistake: 'takes the name in the sentence where createdBy has none',
    ...{ case: 'actor/absent', reason: 'wrong-actor' },
    vendor: tells(({ actor }, { activity }) => {
      const [, name] = / by (\w+)/.exec(textOf(activity)) ?? [];
      if (actor || !name) return {};
      return { actor: { type: 'user', id: null, name, email: null, basis: 'parsed' } };
    }),
  },
  {
    name: 'programs-are-system',
    mistake: 'takes a user that is called so for the system',
    ...{ case: 'actor/bots', reason: 'wrong-actor' },
    vendor: tells(({ actor }) =>
      actor && /API|System|Bot/.test(actor.name ?? '')
        ? { actor: { ...actor, type: 'system' } }
        : {},
    ),
  },
  {
    name: 'trims-ascii',
    mistake: 'drops blanks of ASCII only',
    ...{ case: 'actor/blanks', reason: 'wrong-actor' },
    vendor: tells(({ actor }, { createdBy }) => {
      const id =
        textOf((createdBy as Raw)?.loginName).replace(/^[\t-\r ]+|[\t-\r ]+$/g, '') || null;
      return actor ? { actor: { ...actor, id } } : {};
    }),
  },
  {
    name: 'trims-as-javascript-does',
    mistake: 'drops what trim() drops, a byte order mark among it',
    ...{ case: 'actor/no-blanks', reason: 'wrong-actor' },
    vendor: byAs((by) =>
      Object.fromEntries(
        Object.entries(by).map(([key, value]) => [key, textOf(value).trim() || value]),
      ),
    ),
  },
  {
    name: 'writes-out-numbers',
    mistake: 'takes a login name that is a number for a text',
    ...{ case: 'actor/wrong-types', reason: 'wrong-actor' },
    vendor: byAs(({ loginName }) =>
      typeof loginName === 'number' ? { loginName: `${loginName}` } : {},
    ),
  },
  {
    name: 'deaf-to-the-text',
    mistake: 'does not look who is named in the sentence',
    ...{ case: 'actor/text-conflict', reason: 'hidden-loss' },
    vendor: hides('actor.text_conflict'),
  },
  {
    name: 'name-to-the-end',
    mistake: 'takes all that stands behind " by " for the name',
    ...{ case: 'actor/text-agrees', reason: 'invented-loss' },
    vendor: saysAs((text) => text.replaceAll(' for ', '_for_').replaceAll(' from ', '_from_')),
  },
  {
    name: 'first-by',
    mistake: 'looks for the name behind the first " by "',
    ...{ case: 'actor/name-in-text', reason: 'invented-loss' },
    vendor: saysAs((text) => text.split(' by ', 2).join(' by ')),
  },
  {
    name: 'by-after-by',
    mistake: 'does not see a " by " that shares its blank with the one before',
    ...{ case: 'actor/by-by', reason: 'invented-loss' },
    vendor: saysAs((text) => text.replaceAll(' by by ', ' by by_')),
  },
  {
    name: 'name-of-any-case',
    mistake: 'takes names for the same that differ in their capitals',
    ...{ case: 'actor/text-conflict', reason: 'hidden-loss' },
    vendor: takesFor(
      ({ activity, createdBy }) => ({ activity: lowered(activity), createdBy: lowered(createdBy) }),
      'losses',
    ),
  },
  {
    name: 'any-blank-around-by',
    mistake: 'finds a name behind a "by" at the beginning of a line',
    ...{ case: 'actor/no-name-in-text', reason: 'invented-loss' },
    vendor: saysAs((text) => text.replace(/\bby\b\s*/, ' by ')),
  },
];
