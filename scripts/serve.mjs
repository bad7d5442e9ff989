import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve, sep } from 'node:path';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
  '.ttf': 'font/ttf',
};

/**
 * Serves the static files below `root` on loopback, as any host would.
 * @param {string} root
 * @param {number} port 0 takes a free one
 * @param {(url: string) => void} [onRequest] hears the address of every request
 */
export async function serve(root, port, onRequest = () => undefined) {
  const server = createServer((request, response) => {
    onRequest(request.url ?? '');
    void answer(resolve(root), request, response);
  });
  await new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', done);
  });
  const stop = () =>
    new Promise((done) => {
      server.close(done);
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${server.address().port}/`, stop };
}

async function answer(root, request, response) {
  const name = pathOf(request.url ?? '/');
  const file = normalize(join(root, name.endsWith('/') ? `${name}index.html` : name));
  const found = file.startsWith(root + sep) ? await stat(file).catch(() => null) : null;
  const reads = request.method === 'GET' || request.method === 'HEAD';
  if (!found?.isFile() || !reads) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('not found\n');
    return;
  }
  response.writeHead(200, {
    'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
    'content-length': found.size,
    'cache-control': name.startsWith('/assets/') ? 'max-age=31536000, immutable' : 'no-cache',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  });
  if (request.method === 'HEAD') response.end();
  else createReadStream(file).pipe(response);
}

function pathOf(url) {
  try {
    return decodeURIComponent(new URL(url, 'http://localhost').pathname);
  } catch {
    return '/';
  }
}
