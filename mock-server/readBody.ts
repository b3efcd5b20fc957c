/** Reads a request's body. */
import express, { type Request, type Response } from 'express';
import { Refusal } from './Refusal.js';

const LARGEST = 1024 * 1024;
const raw = express.raw({ type: () => true, limit: LARGEST });

/**
 * The body's bytes, undefined where none were sent.
 * @throws Refusal where there are more than 1 MiB, or where they do not arrive whole
 */
export function readBody(request: Request, response: Response): Promise<Buffer | undefined> {
  // Said before it is sent: nobody waits for the rest of it.
  if (Number(request.headers['content-length']) > LARGEST) {
    response.shouldKeepAlive = false;
    return Promise.reject(tooLarge());
  }
  return new Promise((resolve, reject) => {
    raw(request, response, (error?: unknown) => {
      if (error === undefined) resolve(request.body);
      else reject(refusalOf(error as { type?: string; status?: number; message: string }));
    });
  });
}

function tooLarge(): Refusal {
  return new Refusal('body-too-large', `The body is larger than ${LARGEST} bytes.`);
}

function refusalOf(error: { type?: string; status?: number; message: string }): unknown {
  if (error.status === 413) return tooLarge();
  if (error.status !== undefined && error.status < 500)
    return new Refusal('bad-body', `The body cannot be read: ${error.message}.`);
  return error;
}
