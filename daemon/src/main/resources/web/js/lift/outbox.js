// What was told while the daemon was away: kept on the phone under an id of its own, and sent once it is back.

import * as api from '../api.js';

const STORED = 'plumbline.outbox';

const read = () => JSON.parse(localStorage.getItem(STORED) ?? '[]');
const write = (entries) => localStorage.setItem(STORED, JSON.stringify(entries));

export const waiting = () => read().length;

/** Sends it, or keeps it for later. Returns whether it is stored at the daemon. */
export async function tell(athlete, kind, body) {
  const entry = { athlete, kind, id: `p-${crypto.randomUUID()}`, body };
  write([...read(), entry]);
  return sendWaiting();
}

/** Sends everything that waits, oldest first. Returns whether nothing waits any more; throws where the daemon refuses an entry. */
export async function sendWaiting() {
  for (const entry of read()) {
    const done = () => write(read().filter((other) => other.id !== entry.id));
    try {
      await api.tellOnce(entry.athlete, entry.kind, entry.id, entry.body);
    } catch (error) {
      if (!(error instanceof api.RefusedError) || error.status >= 500 || error.status === 401) {
        return false;
      }
      done();
      throw error;
    }
    done();
  }
  return true;
}
