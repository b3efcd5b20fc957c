// Node's own server, with one answer that is ready: node bare.js <port> <file>
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const [, , port, file] = process.argv;
const body = readFileSync(file);
const headers = { 'Content-Type': 'application/json', 'Content-Length': body.length };

createServer((_request, response) => {
  response.writeHead(200, headers);
  response.end(body);
}).listen(Number(port), '127.0.0.1');
