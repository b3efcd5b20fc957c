/** The lines of JSON that a subject writes, protocol 1. */
import { checkShape } from '../../fixtures/language/checkShape.js';
import { written } from '../../fixtures/language/FixtureText.js';
import { nearest } from '../../fixtures/language/nearest.js';
import type { SubjectMessage } from '../../specs/conformance/types.js';
import { vendorNames } from '../../specs/vendorNames.js';
import { shown } from '../judge/Findings.js';
import { BrokenSubject } from './Subject.js';

const TYPES: readonly SubjectMessage['type'][] = [
  'hello',
  'records',
  'result',
  'error',
  'skip',
  'sleep',
];

/** @throws BrokenSubject where it is no JSON, or none of the protocol's messages */
export function readMessage(line: string): SubjectMessage {
  const start = line.length > 200 ? `${line.slice(0, 200)}…` : line;
  let message: { type: unknown };
  try {
    message = JSON.parse(line);
  } catch (error) {
    const says = `expected a line of JSON, found one that is none (${(error as Error).message})`;
    throw new BrokenSubject('no-json', `${says}: ${start}`);
  }
  const type = TYPES.find((one) => one === message.type);
  if (type === undefined) {
    const { type: wrong } = message;
    const isText = typeof wrong === 'string';
    const meant = (isText && nearest(wrong, TYPES)) || TYPES.join(', ');
    const says = `no message is of type ${isText ? JSON.stringify(wrong) : shown(wrong)}; did you mean ${meant}?`;
    throw new BrokenSubject('wrong-message', `${says}: ${start}`);
  }
  // Events may be as deep as the records that they are made of.
  if (type !== 'result' && isTooDeep(message))
    throw new BrokenSubject('wrong-message', `${type} is nested too deeply: ${start}`);
  const [misfit] = checkShape(message, `conformance/protocol.schema.json#/$defs/${type}`).misfits;
  if (misfit) {
    const place = [type, ...misfit.path].length === 1 ? type : `${type}.${written(misfit.path)}`;
    throw new BrokenSubject('wrong-message', `${place}: ${misfit.message}: ${start}`);
  }
  const read = message as SubjectMessage;
  if (read.type === 'hello') checkVendors(read.vendors, start);
  return read;
}

/** It may know vendors that we do not; but none is called almost as one of ours. */
function checkVendors(vendors: readonly string[], start: string): void {
  const known = vendorNames();
  for (const [i, vendor] of vendors.entries()) {
    const meant = known.includes(vendor) ? undefined : nearest(vendor, known);
    if (meant === undefined) continue;
    const says = `expected the name of a vendor, found ${JSON.stringify(vendor)}; did you mean ${meant}?`;
    throw new BrokenSubject('wrong-message', `hello.vendors[${i}]: ${says}: ${start}`);
  }
}

/** Whether nobody could write it down again. */
function isTooDeep(message: object): boolean {
  try {
    JSON.stringify(message);
    return false;
  } catch {
    return true;
  }
}
