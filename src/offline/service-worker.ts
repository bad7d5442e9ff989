const worker = self as unknown as ServiceWorkerGlobalScope;

/** Filled in by the build: files kept from the start, files kept once asked for, and a name for this set. */
const EARLY = '__EARLY__' as unknown as readonly string[];
const LATE = '__LATE__' as unknown as readonly string[];
const CACHE = `stackengine-${'__VERSION__' as string}`;

const scope = new URL('./', worker.location.href);
const own = new Set([...EARLY, ...LATE].map((name) => new URL(name, scope).href));
const page = new URL('index.html', scope).href;

worker.addEventListener('install', (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(EARLY.map((name) => new URL(name, scope).href))));
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name))))
      .then(() => worker.clients.claim()),
  );
});

/** Own names without a query, and nothing else: a query could carry something out, even to our own server. */
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const opensPage =
    request.mode === 'navigate' && request.method === 'GET' && request.url.split(/[?#]/)[0] === scope.href;
  const name = opensPage ? page : request.url;
  event.respondWith(request.method === 'GET' && own.has(name) ? kept(name) : Response.error());
});

async function kept(name: string): Promise<Response> {
  const cache = await caches.open(CACHE);
  // A server may answer with `Vary`; these files do not vary.
  const found = await cache.match(name, { ignoreVary: true });
  if (found) return found;
  const fresh = await fetch(name, { credentials: 'omit' });
  if (fresh.ok) await cache.put(name, fresh.clone());
  return fresh;
}
