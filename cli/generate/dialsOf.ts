/** The dials that a user gives on the command line, as a fixture has them. */
import { parse } from 'yaml';

/** Options that are dials as well. */
export interface Given {
  records: number;
  seed?: number;
  from?: string;
  to?: string;
  dial?: readonly string[];
}

/** @param complain is told of one that has no value, or none that can be read */
export function dialsOf(
  { dial = [], ...options }: Given,
  complain: (message: string) => never,
): Record<string, unknown> {
  const dials: Record<string, unknown> = { ...options };
  for (const one of dial) {
    const [, name = '', text = ''] = /^([^=]+)=(.+)$/s.exec(one) ?? [];
    if (name === '')
      complain(`--dial: expected a name and a value like ties.count=10, found '${one}'`);
    put(dials, name.split('.'), parsed(text, name, complain));
  }
  return dials;
}

function parsed(text: string, name: string, complain: (message: string) => never): unknown {
  try {
    return parse(text);
  } catch {
    return complain(`--dial ${name}: expected a value in YAML, found '${text}'`);
  }
}

function put(
  into: Record<string, unknown>,
  [name = '', ...others]: string[],
  value: unknown,
): void {
  if (others.length === 0) {
    into[name] = value;
    return;
  }
  const there = into[name];
  const inner = there !== null && typeof there === 'object' ? { ...there } : {};
  put(inner as Record<string, unknown>, others, value);
  into[name] = inner;
}
