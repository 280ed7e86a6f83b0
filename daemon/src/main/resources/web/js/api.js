// The daemon's JSON API. What was read last is kept in the browser, so that a page can show it while the daemon is away; it says how old it is.

import { send } from './session.js';
import { language } from './texts.js';

const KEPT = 'plumbline-last';
const KEPT_AT = 'Plumbline-Kept-At';

let csrfToken = null;

export function useToken(token) {
  csrfToken = token;
}

/** The daemon answered, and said no. */
export class RefusedError extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

/** Since when the page shows kept answers, in ms; null while the daemon answers. */
export const age = new EventTarget();
age.keptAtMs = null;

function showAge(keptAtMs) {
  if (age.keptAtMs !== keptAtMs) {
    age.keptAtMs = keptAtMs;
    age.dispatchEvent(new Event('change'));
  }
}

async function get(path, { keep = true } = {}) {
  let response;
  try {
    response = await fetch(path, { headers: { Accept: 'application/json', 'Accept-Language': language } });
  } catch (error) {
    const kept = keep ? await recall(path) : null;
    if (kept === null) {
      throw error;
    }
    showAge(kept.atMs);
    return kept.value;
  }
  showAge(null);
  if (response.status === 404) {
    return null;
  }
  if (!response.ok) {
    throw new RefusedError(response.status, await reason(response));
  }
  const text = await response.text();
  if (keep) {
    remember(path, text);
  }
  const value = JSON.parse(text);
  const tag = response.headers.get('ETag');
  if (tag !== null && value !== null && typeof value === 'object') {
    Object.defineProperty(value, 'etag', { value: tag });
  }
  return value;
}

async function reason(response) {
  const problem = await response.json().catch(() => ({}));
  return problem.detail ?? `${response.url}: ${response.status}`;
}

async function remember(path, text) {
  const cache = await globalThis.caches?.open(KEPT).catch(() => null);
  await cache?.put(path, new Response(text, { headers: { [KEPT_AT]: String(Date.now()) } })).catch(() => {});
}

async function recall(path) {
  const kept = await globalThis.caches?.open(KEPT).then((cache) => cache.match(path)).catch(() => null);
  return kept ? { atMs: Number(kept.headers.get(KEPT_AT)), value: await kept.json() } : null;
}

// The items of a list that comes in pages, `most` at the most.
export async function all(path, most = Infinity) {
  const items = [];
  let cursor = null;
  do {
    const page = await get(cursor === null ? path : `${path}${path.includes('?') ? '&' : '?'}cursor=${part(cursor)}`);
    items.push(...(page?.items ?? []));
    cursor = page?.next ?? null;
  } while (cursor !== null && items.length < most);
  return items;
}

async function change(method, path, body, more = {}) {
  const response = await send(method, path, body, csrfToken, more);
  if (!response.ok) {
    throw new RefusedError(response.status, await reason(response));
  }
  return response.status === 204 ? null : response.json().catch(() => null);
}

const part = encodeURIComponent;
const setPath = (id) => `/api/sets/${part(id.bar)}/${part(id.journal)}/${id.number}`;
const athletePath = (id) => `/api/athletes/${part(id)}`;

export const newestSets = () => get('/api/sets?limit=60');
export const set = (id) => get(setPath(id));
export const trained = (id) => get(`${setPath(id)}/trained`);
export const trace = (key) => get(`/api/reps/${part(key.bar_id)}/${part(key.journal_id)}/${key.sequence}/trace`);
export const captionsUrl = (id) => `${setPath(id)}/captions.vtt`;
export const exportUrl = (id) => `${athletePath(id)}/export`;

export const bars = () => get('/api/bars');
export const overview = () => get('/api/overview');
export const athletes = () => all('/api/athletes').then((items) => items.map((item) => item.value));
export const athlete = (id) => get(athletePath(id));
export const barNames = (id) => get(`${athletePath(id)}/bar-names`).then((names) => names?.items ?? []);
export const addAthlete = (body) => change('POST', '/api/athletes', body);
export const coach = (id) => get(`${athletePath(id)}/coach`);
export const explain = (id) => get(`${athletePath(id)}/explain`).then((answer) => answer?.items ?? []);
export const weeks = (id, many) => get(`${athletePath(id)}/weeks?weeks=${many}`).then((answer) => answer?.weeks ?? []);
export const sets = (id, most) => all(`${athletePath(id)}/sets?limit=100`, most);
export const sessions = (id, limit) => get(`${athletePath(id)}/sessions?limit=${limit}`).then((answer) => answer?.items ?? []);
export const told = (id, kind, limit = 20) => get(`${athletePath(id)}/${kind}?limit=${limit}`).then((answer) => answer?.items ?? []);
export const tell = (id, kind, body) => change('POST', `${athletePath(id)}/${kind}`, body);
/** Tells it under an id of this browser's own, so that it may be sent twice. */
export const tellOnce = (id, kind, entry, body) => change('PUT', `${athletePath(id)}/${kind}/${part(entry)}`, body, { 'If-None-Match': '*' });
export const retell = (id, kind, kept, body) => change('PUT', `${athletePath(id)}/${kind}/${part(kept.value.id)}`, body, { 'If-Match': `"${kept.version}"` });
export const untell = (id, kind, kept) => change('DELETE', `${athletePath(id)}/${kind}/${part(kept.value.id)}`, {}, { 'If-Match': `"${kept.version}"` });
export const correction = (id) => get(`${setPath(id)}/correction`, { keep: false });
export const correct = (id, tag, body) => change('PUT', `${setPath(id)}/correction`, body, { 'If-Match': tag });
export const setContext = (bar, body) => change('POST', `/api/bars/${part(bar)}/context`, { athlete: null, exercise: null, planned_reps: null, facing: null, ...body });
