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
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
  '.wasm': 'application/wasm',
};

/** What a browser may have packed, the smallest first. */
const PACKED = /** @type {const} */ ([['br', '.br'], ['gzip', '.gz']]);

/** Names that follow what the file holds: it never changes. */
const HASHED = /-[A-Z0-9]{8}\.\w+$/;

/** The file that an address names; null for one that cannot be read. @param {string} url @param {string} under */
function named(url, under) {
  try {
    const { pathname } = new URL(url, 'http://localhost');
    return pathname.startsWith(under) ? join(ROOT, normalize(`/${decodeURIComponent(pathname.slice(under.length)) || 'index.html'}`)) : '';
  } catch {
    return null;
  }
}

/** @param {string} file */
const found = (file) => stat(file).then((it) => (it.isFile() ? it : null), () => null);

/** A server of the page under a path, as if it were one page of many. @param {string} [under] */
export const server = (under = '/') =>
  createServer(async (request, response) => {
    /** @param {number} code @param {string} text */
    const refuse = (code, text) => response.writeHead(code, { 'Content-Type': 'text/plain' }).end(`${text}\n`);
    const file = named(request.url ?? '/', under);
    if (file === null) return refuse(400, 'no address');
    const plain = file ? await found(file) : null;
    if (!plain) return refuse(404, 'not found');
    const accepted = String(request.headers['accept-encoding'] ?? '');
    let [encoding, sent, size] = ['', file, plain.size];
    for (const [name, ending] of PACKED) {
      const packed = encoding === '' && accepted.includes(name) ? await found(file + ending) : null;
      if (packed) [encoding, sent, size] = [name, file + ending, packed.size];
    }
    const etag = `"${plain.mtimeMs.toString(36)}-${plain.size.toString(36)}-${encoding}"`;
    const headers = { ETag: etag, Vary: 'Accept-Encoding', 'Cache-Control': HASHED.test(file) ? 'max-age=31536000, immutable' : 'no-cache' };
    if (request.headers['if-none-match'] === etag) return response.writeHead(304, headers).end();
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    response.writeHead(200, { ...headers, 'Content-Type': type, 'Content-Length': size, ...(encoding && { 'Content-Encoding': encoding }) });
    createReadStream(sent).pipe(response);
  });

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const listening = server().listen(Number(process.argv[2] ?? 8000), '127.0.0.1', () => {
    const address = listening.address();
    if (address && typeof address === 'object') console.log(`http://127.0.0.1:${address.port}/`);
  });
}
