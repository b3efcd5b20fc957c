/** Lets nobody further who has not the admin token. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { RequestHandler } from 'express';
import { Refusal } from '../Refusal.js';

export function requireToken(token: string): RequestHandler {
  const expected = digest(token);
  return ({ headers: { authorization = '' } }, response, next) => {
    const [, given] = /^bearer +(\S+) *$/i.exec(authorization) ?? [];
    // Of digests, so that neither the time it takes nor a length tells anything of it.
    if (timingSafeEqual(digest(given ?? ''), expected)) return next();
    response.setHeader('WWW-Authenticate', 'Bearer');
    throw new Refusal(
      'unknown-credential',
      'expected the admin token, as in Authorization: Bearer <token>',
    );
  };
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
