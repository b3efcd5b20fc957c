// MSW's middleware, with one answer: node mswMiddleware.js <port> <file>
import { readFileSync } from 'node:fs';
import { createServer } from '@mswjs/http-middleware';
import { HttpResponse, http } from 'msw';

const [, , port, file] = process.argv;
const body = readFileSync(file);
const headers = { 'Content-Type': 'application/json', 'Content-Length': `${body.length}` };

createServer(
  http.get('/v2/:domain/issues/:issueId/_audit_logs', () => new HttpResponse(body, { headers })),
).listen(Number(port), '127.0.0.1');
