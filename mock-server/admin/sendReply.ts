/** Sends what the admin API answers. */
import type { Request, Response } from 'express';
import type { AdminReply } from './AdminEndpoint.js';

export function sendReply(
  request: Request,
  response: Response,
  { status, body, headers }: AdminReply,
): void {
  // Else Node would read on, for nobody, until all of it has come.
  if (isUnread(request)) response.shouldKeepAlive = false;
  const text = typeof body === 'object' ? JSON.stringify(body) : body;
  const type = typeof body === 'object' ? { 'Content-Type': 'application/json' } : {};
  const length = text === undefined ? {} : { 'Content-Length': Buffer.byteLength(text) };
  // Secrets are not for those on the way to keep.
  const caching = { 'Cache-Control': 'no-store' };
  response.writeHead(status, { ...type, ...length, ...caching, ...headers });
  response.end(text);
}

/** Whether there is a body of which some has not come yet. */
function isUnread({ headers, complete }: Request): boolean {
  const sent = 'transfer-encoding' in headers || Number(headers['content-length'] ?? 0) > 0;
  return sent && !complete;
}
