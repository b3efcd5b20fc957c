/** Sends a request as a careless client does: takes whatever comes, cut short or still packed. */
import http from 'node:http';
import type { Send } from '../reference/send.js';

export const takeAnything: Send = (base, { method, path, headers, body }) =>
  new Promise((resolve, reject) => {
    const asking = http.request(base + path, { method, headers }, (response) => {
      let text = '';
      const done = () =>
        resolve({
          status: response.statusCode as number,
          headers: response.headers as Record<string, string>,
          body: text,
        });
      response.setEncoding('utf8');
      response.on('data', (piece) => {
        text += piece;
      });
      response.on('end', done);
      response.on('error', done);
    });
    asking.on('error', reject);
    asking.end(body);
  });
