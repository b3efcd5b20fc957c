/** What the admin API answers to a mistake of who asks. */
import { FixtureError, type Problem } from '../../fixtures/language/FixtureError.js';
import { SESSION } from '../../fixtures/language/readFaults.js';
import { visible } from '../../fixtures/language/visible.js';
import type { AdminError } from '../../specs/admin/types.js';
import { Misuse, type MisuseKind } from '../Misuse.js';
import { Refusal, type RefusalKind } from '../Refusal.js';
import type { AdminReply } from './AdminEndpoint.js';
import { BODY } from './readAdminBody.js';

const STATUS_OF_REFUSAL: Partial<Record<RefusalKind, number>> = {
  'bad-parameter': 400,
  'bad-body': 400,
  'unknown-credential': 401,
  'no-path': 404,
  'wrong-method': 405,
  'body-too-large': 413,
  'wrong-media-type': 415,
};

/** What a body names and there is not is a mistake of the body; the path is found. */
const STATUS_OF_MISUSE: Record<MisuseKind, number> = {
  wrong: 400,
  missing: 400,
  conflict: 409,
  full: 409,
};

/** More than these nobody reads, nor more characters of one. */
const SHOWN = 100;
const LONGEST = 1000;

/**
 * Undefined where it is nobody's mistake but ours.
 * @param fixturePart the key of the body whose value was read as a part of a fixture
 */
export function refusedReply(error: unknown, fixturePart = ''): AdminReply | undefined {
  if (error instanceof FixtureError) return reply(400, ...places(error.problems, fixturePart));
  if (error instanceof Misuse) {
    const { kind, key: path, says: message } = error;
    const problems = path === undefined ? undefined : [{ path, message: short(message) }];
    return reply(STATUS_OF_MISUSE[kind], short(error.message), problems);
  }
  if (error instanceof URIError) return reply(404, 'the path cannot be decoded');
  const status = error instanceof Refusal ? STATUS_OF_REFUSAL[error.kind] : undefined;
  return status === undefined ? undefined : reply(status, short((error as Refusal).message));
}

function reply(status: number, error: string, problems?: AdminError['problems']): AdminReply {
  const body: AdminError = { error: visible(error), ...(problems && { problems }) };
  return { status, body };
}

/** The first of them in a line, and each that is shown. */
function places(
  all: readonly Problem[],
  fixturePart: string,
): [error: string, problems: AdminError['problems']] {
  const problems = all.slice(0, SHOWN).map(({ file, path, message }) => ({
    path: short(file === BODY || file === SESSION ? path : within(fixturePart, path)),
    message: short(message),
  }));
  const [{ path, message }] = problems as [{ path: string; message: string }];
  const more = all.length > 1 ? ` (and ${all.length - 1} more)` : '';
  return [`${path === '' ? '' : `${path}: `}${message}${more}`, problems];
}

function short(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** A path below a key. */
function within(key: string, path: string): string {
  return path === '' || path.startsWith('[') ? key + path : `${key}.${path}`;
}
