// The stream of events. The browser connects again by itself, except where the daemon refused: then this does.

import { session } from './session.js';

const NAMES = ['snapshot', 'resync', 'broker', 'availability', 'forgotten', 'info', 'state', 'quality', 'live', 'cue', 'rep', 'set', 'trace'];
const RETRY_MS = 2000;

/** Listens until `close()` of what it returns. */
export function listen(onEvent, onLink) {
  const stream = { closed: false, source: null, close() {
    this.closed = true;
    this.source?.close();
  } };
  connect(stream, onEvent, onLink);
  // A browser may keep a page that is left, its stream with it, and it opens six connections to a daemon at the most: the seventh page would wait for ever.
  addEventListener('pagehide', () => stream.source.close());
  addEventListener('pageshow', (event) => event.persisted && !stream.closed && connect(stream, onEvent, onLink));
  return stream;
}

function connect(stream, onEvent, onLink) {
  const source = new EventSource('/api/events');
  stream.source = source;
  for (const name of NAMES) {
    source.addEventListener(name, (event) => onEvent(name, JSON.parse(event.data)));
  }
  source.addEventListener('open', () => onLink(true));
  source.addEventListener('error', () => {
    onLink(false);
    // Where the session has ended, this page begins again at the door.
    if (source.readyState === EventSource.CLOSED) {
      setTimeout(() => retry(stream, onEvent, onLink), RETRY_MS);
    }
  });
}

async function retry(stream, onEvent, onLink) {
  if (stream.closed) {
    return;
  }
  const now = await session().catch(() => null);
  if (now !== null && now.accounts && now.account === null) {
    location.replace('/account.html');
  } else {
    connect(stream, onEvent, onLink);
  }
}
