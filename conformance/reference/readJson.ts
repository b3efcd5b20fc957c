/** Reads JSON that has one meaning only: audit-event/duplicate-keys, lone-surrogates, numbers and depth. */
import { visit } from 'jsonc-parser';
import { ClientError } from './ClientError.js';

/** Levels: far more than the 100 that must be read, and far fewer than a stack has. */
const DEEPEST = 256;

/** @throws ClientError `malformed_response` where it is no JSON, or one that readers take differently */
export function readJson(text: string): unknown {
  const value = parsed(text);
  // Neither what is written out nor what is escaped can be half of a pair.
  const isWhole = text.isWellFormed() && !/\\u[Dd][89A-Fa-f]/.test(text);
  const keys = checkedKeys(value, isWhole, 0);
  // Every key has a colon behind it: so none was lost where there are as many.
  if (possibleKeys(text) !== keys) refuseDuplicates(text);
  return value;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw malformed((error as Error).message);
  }
}

/** How many keys its objects have. */
function checkedKeys(value: unknown, isWhole: boolean, depth: number): number {
  if (typeof value === 'string') {
    if (!isWhole && !value.isWellFormed()) throw malformed('half of a surrogate pair');
  } else if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw malformed('a number beyond the range of a double');
  } else if (typeof value === 'object' && value !== null) {
    if (depth === DEEPEST) throw malformed(`more than ${DEEPEST} levels`);
    let keys = 0;
    if (Array.isArray(value))
      for (const item of value) keys += checkedKeys(item, isWhole, depth + 1);
    else
      for (const key of Object.keys(value)) {
        checkedKeys(key, isWhole, depth);
        keys += 1 + checkedKeys((value as Record<string, unknown>)[key], isWhole, depth + 1);
      }
    return keys;
  }
  return 0;
}

/** How many colons stand behind a quotation mark: those behind keys, and at most some within texts. */
function possibleKeys(text: string): number {
  let count = 0;
  for (let at = text.indexOf(':'); at !== -1; at = text.indexOf(':', at + 1)) {
    let before = at - 1;
    while (BLANKS.has(text.charCodeAt(before))) before--;
    if (text.charCodeAt(before) === QUOTE) count++;
  }
  return count;
}

const QUOTE = 0x22;
/** What JSON calls so. */
const BLANKS = new Set([0x20, 0x09, 0x0a, 0x0d]);

function refuseDuplicates(text: string): void {
  const objects: Set<string>[] = [];
  visit(text, {
    onObjectBegin: () => {
      objects.push(new Set());
    },
    onObjectProperty: (key) => {
      const keys = objects.at(-1) as Set<string>;
      if (keys.has(key)) throw malformed('an object has one key twice');
      keys.add(key);
    },
    onObjectEnd: () => {
      objects.pop();
    },
  });
}

function malformed(message: string): ClientError {
  return new ClientError('malformed_response', message);
}
