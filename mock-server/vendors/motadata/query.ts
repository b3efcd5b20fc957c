/** What a request for Motadata's audit asks for. */
import { isDeepStrictEqual } from 'node:util';
import type { MotadataRecord } from '../../../specs/motadata/types.js';
import type { Asked } from '../../Endpoint.js';
import { parseJson } from '../../parseJson.js';
import type { Circumstances, Reading, Wish } from '../../Reading.js';
import { Refusal } from '../../Refusal.js';
import type { Order } from '../../Selection.js';
import type { Profile } from './profile.js';

export interface Question {
  offset: number;
  /** Infinite where all are asked for. */
  size: number;
  /** All of them must hold. */
  quals: readonly Qual[];
}

/** What a record must be like. */
type Qual = (record: MotadataRecord) => boolean;

export function query(asked: Asked, profile: Profile): Question {
  const {
    address: [requestId = ''],
    parameters,
  } = asked;
  if (!/^\d+$/.test(requestId))
    throw new Refusal('bad-parameter', 'The request id must be an integer.');
  const { qualDetails } = bodyOf(asked, profile);
  return { ...pageOf(parameters, profile), quals: qualsOf(qualDetails, profile) };
}

/** Nobody can ask for an order, and for pages only where they are honoured. */
export function reading(
  { pageSize }: Wish,
  _circumstances: Circumstances,
  profile: Profile,
): Reading {
  const paged = profile.paging === 'honoured';
  const most = mostEntries(profile);
  return {
    order: orderOf(profile),
    pageSize: Math.min((paged ? pageSize : undefined) ?? most, most),
    window: {},
    reach: paged ? Number.POSITIVE_INFINITY : most,
  };
}

/** Undefined for an offset that is not the beginning of a page. */
export function page(parameters: Asked['parameters']): number | undefined {
  const offset = Number(parameters.get('offset') ?? 0);
  const before = offset === 0 ? 0 : offset / Number(parameters.get('size'));
  return Number.isInteger(before) && before >= 0 ? before + 1 : undefined;
}

export function orderOf({ order }: Profile): Order {
  return order === 'newest-first' ? 'desc' : 'asc';
}

/** The most records of one answer. */
export function mostEntries(profile: Profile): number {
  return profile['max-entries'] || Number.POSITIVE_INFINITY;
}

/** The body that all such endpoints take. @throws Refusal where it is another */
export function bodyOf({ headers, body }: Asked, profile: Profile): { qualDetails?: unknown } {
  if (profile['content-type'] === 'json' && !isJson(headers['content-type']))
    throw new Refusal('wrong-media-type', 'The body must be application/json.');
  const object = parseJson(body);
  if (typeof object !== 'object' || object === null || Array.isArray(object))
    throw new Refusal('bad-body', 'The body must be a JSON object.');
  const { qualDetails, ...others } = object as { qualDetails?: unknown };
  if (profile['extra-body-keys'] === 'refused')
    for (const key of Object.keys(others))
      throw new Refusal('bad-body', 'There is no such key.', key);
  return { qualDetails };
}

function isJson(type = ''): boolean {
  return /^application\/json *(;|$)/i.test(type);
}

function pageOf(
  parameters: Asked['parameters'],
  { paging }: Profile,
): Pick<Question, 'offset' | 'size'> {
  if (paging === 'refused')
    for (const name of ['offset', 'size'])
      if (parameters.has(name))
        throw new Refusal('bad-parameter', 'There is no such parameter.', name);
  const numberOf = (name: string, least: number, otherwise: number) => {
    const value = parameters.get(name) ?? '';
    return paging === 'honoured' && /^\d+$/.test(value) && Number(value) >= least
      ? Number(value)
      : otherwise;
  };
  return { offset: numberOf('offset', 0, 0), size: numberOf('size', 1, Number.POSITIVE_INFINITY) };
}

function qualsOf(qualDetails: unknown, profile: Profile): Qual[] {
  if (qualDetails === undefined || profile['qual-details'] === 'ignored') return [];
  const { quals } = Object(qualDetails) as { quals?: unknown };
  if (
    profile['qual-details'] === 'refused' ||
    !Array.isArray(quals) ||
    !isDeepStrictEqual(qualDetails, { type: 'FlatQualificationRest', quals })
  )
    throw new Refusal('bad-body', 'There is no such filter.', 'qualDetails');
  return quals.map(qualOf);
}

/** A text that auditString must contain or equal; there is no other filter. */
function qualOf(given: Given | null): Qual {
  const operator = given?.operator;
  const value = given?.rightOperand?.value?.value;
  const kind = typeof operator === 'string' ? operator.toLowerCase() : '';
  const understood = {
    type: 'RelationalQualificationRest',
    leftOperand: { type: 'PropertyOperandRest', key: 'auditString' },
    operator,
    rightOperand: { type: 'ValueOperandRest', value: { type: 'StringValueRest', value } },
  };
  if (typeof value === 'string' && isDeepStrictEqual(given, understood)) {
    if (kind === 'contains') return ({ auditString }) => auditString.includes(value);
    if (kind === 'equal') return ({ auditString }) => auditString === value;
  }
  throw new Refusal('bad-body', 'There is no such qualification.', 'quals');
}

/** The parts of a qualification that a client chooses. */
interface Given {
  operator?: unknown;
  rightOperand?: { value?: { value?: unknown } | null } | null;
}
