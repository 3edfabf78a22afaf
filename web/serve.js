// Serves target/web on loopback: `node serve.js [PORT]`, 0 takes any port that is free.

import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../target/web/', import.meta.url));

/** @type {Record<string, string>} */
const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.wasm': 'application/wasm',
};

/** A server of the page under a path, as if it were one page of many. @param {string} [under] */
export const server = (under = '/') =>
  createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const within = pathname.startsWith(under) ? pathname.slice(under.length) : null;
    const file = within === null ? null : join(ROOT, normalize(`/${decodeURIComponent(within) || 'index.html'}`));
    const found = file === null ? null : await stat(file).catch(() => null);
    if (file === null || !found?.isFile()) {
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('not found\n');
      return;
    }
    response.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream', 'Content-Length': found.size, 'Cache-Control': 'no-cache' });
    createReadStream(file).pipe(response);
  });

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const listening = server().listen(Number(process.argv[2] ?? 8000), '127.0.0.1', () => {
    const address = listening.address();
    if (address && typeof address === 'object') console.log(`http://127.0.0.1:${address.port}/`);
  });
}
