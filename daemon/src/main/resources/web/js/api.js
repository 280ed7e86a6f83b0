// The daemon's JSON API.

async function get(path) {
  const response = await fetch(path, { headers: { Accept: 'application/json' } });
  if (response.status === 404) {
    return null;
  }
  if (!response.ok) {
    throw new Error(`${path}: ${response.status}`);
  }
  return response.json();
}

// The items of a list that comes in pages, `most` at the most.
export async function all(path, most = Infinity) {
  const items = [];
  let cursor = null;
  do {
    const page = await get(cursor === null ? path : `${path}${path.includes('?') ? '&' : '?'}cursor=${part(cursor)}`);
    items.push(...page.items);
    cursor = page.next;
  } while (cursor !== null && items.length < most);
  return items;
}

const part = encodeURIComponent;

export const newestSets = () => get('/api/sets?limit=60');

export const set = (id) => get(`/api/sets/${part(id.bar)}/${part(id.journal)}/${id.number}`);

export const trace = (key) => get(`/api/reps/${part(key.bar_id)}/${part(key.journal_id)}/${key.sequence}/trace`);
