/** Which values a switch may have, as what was answered has it. */
import type { Silence } from '../../specs/conformance/types.js';
import { readSwitches } from '../../specs/switches.js';
import type { Flaw, Found } from '../judge/Verdict.js';
import type { Evidence } from './Evidence.js';
import { judgeRelation } from './judgeRelation.js';

/** Neither where no answer tells it; a flaw where none of its values is like what was answered. */
export function readSilence(
  { switch: name, values = {}, reads }: Silence,
  evidence: Evidence,
): { found?: Found; flaw?: Flaw } {
  const { name: vendor } = evidence.vendor;
  const known = readSwitches(vendor).find((one) => one.name === name);
  if (reads) {
    const value = numberAt(reads, evidence);
    return value === undefined ? {} : { found: { switch: name, values: [value] } };
  }
  const why = new Map<string, Flaw>();
  const fitting = Object.entries(values).filter(([value, relations]) => {
    const flaw = relations.map((one) => judgeRelation(one, evidence)).find((one) => one);
    if (flaw) why.set(value, flaw);
    return !flaw;
  });
  if (fitting.length > 0) {
    const typed = fitting.map(([value]) => known?.values?.find((one) => String(one) === value));
    return { found: { switch: name, values: typed } };
  }
  const expected = `one of ${Object.keys(values).join(', ')}`;
  const actual = [...why].map(([value, { says }]) => `not ${value}: ${says}`).join('; ');
  const [first] = [...why.values()];
  return {
    flaw: {
      ...{ reason: 'unforeseen', says: `${name} has none of its values: ${actual}` },
      ...{ expected, actual },
      ...(first?.request !== undefined && { request: first.request }),
    },
  };
}

/** A number that an answer tells; undefined where it tells none. */
function numberAt(
  { of, told, header }: NonNullable<Silence['reads']>,
  { asked }: Evidence,
): number | undefined {
  const last = asked.get(of)?.exchanges.at(-1);
  const text = header === undefined ? last?.listing?.told[told ?? ''] : last?.got?.headers[header];
  const number = Number(String(text ?? 'none').replaceAll('"', ''));
  return Number.isFinite(number) ? number : undefined;
}
