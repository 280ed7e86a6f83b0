// The shell of the pages, for when the daemon is away. While it is there it is always asked, so that no page runs with half of old files; what a
// page shows of people is none of this worker's business.

const CACHE = 'plumbline-shell-1';
const SHELL = [
  '/', '/wall.html', '/lift.html', '/coach.html', '/safety.html', '/account.html', '/favicon.svg', '/manifest.webmanifest', '/icons/192.png',
  '/css/base.css', '/css/charts.css', '/css/coach.css', '/css/lift.css', '/css/live.css', '/css/office.css', '/css/wall.css',
  '/vendor/uplot/uPlot.esm.js', '/vendor/uplot/uPlot.min.css',
  '/js/account.js', '/js/api.js', '/js/board.js', '/js/charts/chart.js', '/js/charts/colours.js', '/js/charts/path-picture.js', '/js/coach.js',
  '/js/coach/athlete.js', '/js/coach/bar-card.js', '/js/coach/compare.js', '/js/coach/findings.js', '/js/coach/links.js', '/js/coach/notes.js',
  '/js/coach/overview.js', '/js/coach/plan.js', '/js/coach/profile.js', '/js/coach/rep-pictures.js', '/js/coach/sessions.js', '/js/coach/set.js',
  '/js/coach/told.js', '/js/coach/weeks.js', '/js/coach/why.js', '/js/component.js', '/js/components/bar-path.js', '/js/components/bar-strip.js',
  '/js/components/charts.js', '/js/components/current-set.js', '/js/components/empty-page.js', '/js/components/force-ramp.js',
  '/js/components/link-status.js', '/js/components/plate-view.js', '/js/components/rep-table.js', '/js/components/set-list.js',
  '/js/components/stop-screen.js', '/js/components/velocity-bars.js', '/js/components/wall-words.js', '/js/dom.js', '/js/events.js', '/js/lift.js',
  '/js/lift/check-in.js', '/js/lift/checklist.js', '/js/lift/choose-athlete.js', '/js/lift/outbox.js', '/js/lift/rest.js', '/js/lift/set-tab.js',
  '/js/lift/today.js', '/js/lift/warm-up.js', '/js/lifts.js', '/js/main.js', '/js/model.js', '/js/page.js', '/js/plot.js', '/js/provisional.js',
  '/js/safety.js', '/js/session.js', '/js/texts.js', '/js/texts/catalogue.js', '/js/wake-lock.js', '/js/wall.js', '/js/words.js',
];

self.addEventListener('install', (event) => event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(SHELL)).then(() => self.skipWaiting())));

self.addEventListener('activate', (event) => event.waitUntil(caches.keys()
  .then((names) => Promise.all(names.filter((name) => name.startsWith('plumbline-shell-') && name !== CACHE).map((name) => caches.delete(name))))
  .then(() => self.clients.claim())));

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method === 'GET' && url.origin === location.origin && SHELL.includes(url.pathname === '/index.html' ? '/' : url.pathname)) {
    event.respondWith(fromDaemon(event.request, url.pathname === '/index.html' ? '/' : url.pathname));
  }
});

// By its path alone: what stands behind ? and # of a page is read by the page.
async function fromDaemon(request, path) {
  const cache = await caches.open(CACHE);
  try {
    const response = await fetch(request);
    if (response.ok) {
      await cache.put(path, response.clone());
    }
    return response;
  } catch (error) {
    const kept = await cache.match(path);
    if (kept) {
      return kept;
    }
    throw error;
  }
}
