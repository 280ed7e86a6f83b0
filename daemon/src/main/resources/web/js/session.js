// Who is logged in, and out again.

export async function session() {
  const response = await fetch('/api/session', { headers: { Accept: 'application/json' } });
  if (!response.ok) {
    throw new Error(`/api/session: ${response.status}`);
  }
  return response.json();
}

export function send(method, path, body, csrfToken = null, more = {}) {
  const headers = { 'Content-Type': 'application/json', ...more };
  if (csrfToken !== null) {
    headers['X-CSRF-Token'] = csrfToken;
  }
  return fetch(path, { method, headers, body: JSON.stringify(body) });
}

/** Forgets what this browser kept of the person's numbers. */
export async function forgetKept() {
  localStorage.removeItem('plumbline.board');
  localStorage.removeItem('plumbline.who');
  await globalThis.caches?.delete('plumbline-last').catch(() => {});
}

export async function logOut(csrfToken) {
  await send('POST', '/api/logout', {}, csrfToken);
  await forgetKept();
  location.replace('/account.html');
}
