/** How OpsRamp says no, in the three shapes that it has for it. */
import type { Refusal, RefusalKind } from '../../Refusal.js';
import type { Answer } from '../../Vendor.js';

type Shape = (refusal: Refusal) => unknown;

const oauth =
  (error: string): Shape =>
  ({ message }) => ({ error, error_description: message });

const coded =
  (code: string): Shape =>
  ({ message }) => ({ code, message });

const validation: Shape = ({ message, field }) => [{ code: '0002', fieldName: field, message }];

const answers: Record<RefusalKind, [status: number, shape: Shape]> = {
  'no-path': [404, coded('0003')],
  'wrong-method': [405, coded('0005')],
  'no-credential': [401, oauth('unauthorized')],
  'malformed-credential': [401, oauth('unauthorized')],
  'unknown-credential': [407, oauth('invalid_token')],
  forbidden: [403, oauth('access_denied')],
  unavailable: [410, coded('0010')],
  'bad-parameter': [400, validation],
  'bad-body': [400, coded('0002')],
  'wrong-media-type': [415, coded('0002')],
  'body-too-large': [413, coded('0002')],
  'no-ticket': [404, coded('0003')],
};

export function refuse(refusal: Refusal): Answer {
  const [status, shape] = answers[refusal.kind];
  return { status, body: JSON.stringify(shape(refusal)) };
}
