// @ts-nocheck: it runs in a service worker, whose global names are not those of the page or of Node.
/*
 * The service worker. The build puts two constants above these lines: REVISION, a hash of all built files, and FILES,
 * their addresses relative to this one. The page itself comes from the network, so a new version shows on the next
 * load, and from the cache when there is none; everything else has its hash in its name and comes from the cache first.
 */
/* global REVISION, FILES */
const PREFIX = `crease:${new URL('./', self.location).pathname}:`;
const CACHE = PREFIX + REVISION;
// `crossorigin` scripts carry an Origin header, and a server that answers "Vary: Origin" would never match.
const HOWEVER_ASKED = { ignoreSearch: true, ignoreVary: true };

self.addEventListener('install', (event) => {
  const requests = FILES.map((file) => new Request(file, { cache: 'no-cache' }));
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(requests)));
  self.skipWaiting();
});

self.addEventListener('activate', (event) => {
  const dropOld = async () => {
    const ours = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
    // The version before this one stays, in the order of making: a page of it may be open and still lack a chunk.
    await Promise.all(ours.slice(0, -1).map((name) => caches.delete(name)));
  };
  event.waitUntil(Promise.all([dropOld(), self.clients.claim()]));
});

async function fromCache(request) {
  const current = await caches.open(CACHE);
  return (await current.match(request, HOWEVER_ASKED)) ?? (await caches.match(request, HOWEVER_ASKED));
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || new URL(request.url).origin !== self.location.origin) return;
  event.respondWith(
    request.mode === 'navigate'
      ? fetch(request).catch(async () => (await fromCache('./')) ?? Response.error())
      : fromCache(request).then((cached) => cached ?? fetch(request)),
  );
});
