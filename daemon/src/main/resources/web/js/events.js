// The stream of events. The browser connects again by itself, except where the daemon refused: then this does.

import { session } from './session.js';

const NAMES = ['snapshot', 'resync', 'broker', 'availability', 'forgotten', 'info', 'state', 'quality', 'live', 'cue', 'rep', 'set', 'trace'];
const RETRY_MS = 2000;

export function listen(onEvent, onLink) {
  const source = new EventSource('/api/events');
  for (const name of NAMES) {
    source.addEventListener(name, (event) => onEvent(name, JSON.parse(event.data)));
  }
  source.addEventListener('open', () => onLink(true));
  source.addEventListener('error', () => {
    onLink(false);
    // Where the session has ended, this page begins again at the door.
    if (source.readyState === EventSource.CLOSED) {
      setTimeout(() => retry(onEvent, onLink), RETRY_MS);
    }
  });
}

async function retry(onEvent, onLink) {
  const now = await session().catch(() => null);
  if (now !== null && now.accounts && now.account === null) {
    location.replace('/account.html');
  } else {
    listen(onEvent, onLink);
  }
}
