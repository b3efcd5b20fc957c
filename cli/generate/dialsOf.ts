/** The dials that a user gives on the command line, as a fixture has them. */
import { parse } from 'yaml';

/** Options that are dials as well. */
export interface Given {
  records?: number;
  seed?: number;
  from?: string;
  to?: string;
  dial?: readonly string[];
}

type Mapping = Readonly<Record<string, unknown>>;

/** How many records there are if nobody says. */
export const RECORDS = 100;

/** @param complain is told of one that has no value, or none that can be read, or two */
export function dialsOf(
  { dial = [], ...options }: Given,
  complain: (message: string) => never,
): Mapping {
  let dials: Mapping = options;
  for (const one of dial) {
    const [, name = '', text = ''] = /^([^=]+)=(.+)$/s.exec(one) ?? [];
    if (name === '')
      complain(`--dial: expected a name and a value like ties.count=10, found '${one}'`);
    const twice = Object.hasOwn(options, name) ? `--${name} as well` : 'it twice';
    const value = parsed(text, name, complain);
    dials = withDial(dials, name.split('.'), value, () =>
      complain(`--dial ${name}: expected it once, found ${twice}`),
    );
  }
  return { records: RECORDS, ...dials };
}

function parsed(text: string, name: string, complain: (message: string) => never): unknown {
  try {
    return parse(text);
  } catch {
    return complain(`--dial ${name}: expected a value in YAML, found '${text}'`);
  }
}

/** The same dials, and one more. @param taken is called where it has a value already */
function withDial(
  dials: Mapping,
  [name = '', ...others]: string[],
  value: unknown,
  taken: () => never,
): Mapping {
  const there = Object.hasOwn(dials, name) ? dials[name] : undefined;
  const isWhole = others.length === 0 || there === null || typeof there !== 'object';
  if (there !== undefined && isWhole) taken();
  const whole =
    others.length === 0 ? value : withDial((there ?? {}) as Mapping, others, value, taken);
  // A name may be one that objects have of themselves.
  return Object.fromEntries([...Object.entries(dials), [name, whole]]);
}
