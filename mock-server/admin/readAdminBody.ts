/** Reads the body of a request of the admin API. */
import type { Request, Response } from 'express';
import { notJson } from '../../fixtures/language/checkJson.js';
import { checkShape } from '../../fixtures/language/checkShape.js';
import { FixtureError } from '../../fixtures/language/FixtureError.js';
import { type Path, written } from '../../fixtures/language/FixtureText.js';
import { found } from '../../fixtures/language/found.js';
import { parseJson } from '../parseJson.js';
import { Refusal } from '../Refusal.js';
import { readBody } from '../readBody.js';

/** What problems of a body have in place of a file. */
export const BODY = 'body';

/**
 * Its value, which is as a schema under `specs/admin/` says; `{}` where nothing was sent.
 * @throws Refusal where it is no JSON, or too much
 * @throws FixtureError with every place that is wrong
 */
export async function readAdminBody(
  request: Request,
  response: Response,
  shape: string,
): Promise<unknown> {
  const { 'content-type': type, 'content-length': length } = request.headers;
  if (length !== '0' && request.is('application/json') === false)
    throw new Refusal(
      'wrong-media-type',
      `expected a body of application/json, found ${found(type)}`,
    );
  const bytes = await readBody(request, response);
  const body = bytes === undefined || bytes.length === 0 ? {} : parseJson(bytes);
  check(notJson(body));
  check(checkShape(body, `admin/${shape}.schema.json`).misfits);
  return body;
}

function check(wrong: readonly { path: Path; message: string }[]): void {
  if (wrong.length > 0)
    throw new FixtureError(
      wrong.map(({ path, message }) => ({ file: BODY, path: written(path), message })),
    );
}
