// Express with its defaults, and one answer that is ready: node express.js <port> <file>
import { readFileSync } from 'node:fs';
import express from 'express';

const [, , port, file] = process.argv;
const body = readFileSync(file);

express()
  .get('/v2/:domain/issues/:issueId/_audit_logs', (_request, response) => {
    response.type('json').send(body);
  })
  .listen(Number(port), '127.0.0.1');
