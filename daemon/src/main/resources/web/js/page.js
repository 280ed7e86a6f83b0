// What every page begins with: language, theme, who is logged in, the way to the other pages, and the shell that works offline.

import * as api from './api.js';
import { element } from './dom.js';
import { logOut, session } from './session.js';
import { ago, chooseLanguage, clock, language, t, translate } from './texts.js';
import { LANGUAGES } from './texts/catalogue.js';

const THEME = 'plumbline.theme';
const THEMES = ['auto', 'dark', 'light'];
const AGE_PERIOD_MS = 10_000;
const BACK_MS = 3000;
// What each role may open.
const PAGES = [
  ['/', 'nav.live', ['coach']], ['/wall.html', 'nav.wall', ['coach', 'wall']], ['/lift.html', 'nav.lift', ['coach', 'athlete']],
  ['/coach.html', 'nav.coach', ['coach', 'athlete']], ['/safety.html', 'nav.safety', ['coach', 'athlete', 'wall']], ['/accounts.html', 'nav.accounts', ['coach']],
];

export function applyTheme() {
  const theme = localStorage.getItem(THEME);
  if (theme === 'dark' || theme === 'light') {
    document.documentElement.dataset.theme = theme;
  } else {
    delete document.documentElement.dataset.theme;
  }
  dispatchEvent(new Event('themechange'));
}

applyTheme();
matchMedia('(prefers-color-scheme: light)').addEventListener('change', () => dispatchEvent(new Event('themechange')));

/** Makes the page's frame. Returns who is there: { accounts, role, athleteId, name }, or null where this page is left for the door. */
export async function begin({ door = true } = {}) {
  translate();
  const now = await session().then(keepWho, lastWho);
  if (door && now.accounts && now.account === null) {
    location.replace('/account.html');
    return null;
  }
  api.useToken(now.csrf_token ?? null);
  const role = now.account?.role ?? (now.accounts ? null : 'coach');
  frame(now, role);
  navigator.serviceWorker?.register('/sw.js').catch((error) => console.warn(error));
  return { accounts: now.accounts, role, athleteId: now.account?.athlete_id ?? null, name: now.account?.name ?? null };
}

// Who was here, without the token, for when the daemon is away.
function keepWho(now) {
  localStorage.setItem('plumbline.who', JSON.stringify({ ...now, csrf_token: null }));
  return now;
}

function lastWho() {
  return JSON.parse(localStorage.getItem('plumbline.who') ?? 'null') ?? { accounts: false, account: null };
}

function frame(now, role) {
  const nav = document.querySelector('nav.pages');
  if (nav === null) {
    return;
  }
  const here = location.pathname === '/index.html' ? '/' : location.pathname;
  nav.setAttribute('aria-label', t('nav'));
  nav.replaceChildren(...PAGES.filter(([path, , roles]) => role === null ? path === '/safety.html' : roles.includes(role) && (path !== '/accounts.html' || now.accounts))
    .map(([path, key]) => element('a', { href: path, 'aria-current': path === here ? 'page' : null }, t(key))));
  document.querySelector('.who')?.replaceChildren(...choices(now));
}

function choices(now) {
  const theme = localStorage.getItem(THEME) ?? 'auto';
  const themes = element('select', { 'aria-label': t('theme'), change: (event) => {
    localStorage.setItem(THEME, event.target.value);
    applyTheme();
  } }, ...THEMES.map((name) => element('option', { value: name, selected: name === theme }, t(`theme.${name}`))));
  const languages = element('select', { 'aria-label': t('language'), change: (event) => chooseLanguage(event.target.value) },
    ...LANGUAGES.map((tag) => element('option', { value: tag, selected: tag === language }, tag.toUpperCase())));
  const account = now.account === null || now.account === undefined ? [] : [element('span', { class: 'account' }, now.account.name),
    element('button', { type: 'button', click: () => logOut(now.csrf_token) }, t('log-out'))];
  return [themes, languages, ...account];
}

/** A line that says how old the numbers are while the daemon is away. */
export function showAge(place) {
  const draw = () => {
    const { keptAtMs } = api.age;
    place.hidden = keptAtMs === null;
    place.textContent = keptAtMs === null ? '' : t('offline.kept', { when: clock(keptAtMs), ago: ago(keptAtMs) });
  };
  place.setAttribute('role', 'status');
  place.classList.add('age');
  api.age.addEventListener('change', draw);
  setInterval(draw, AGE_PERIOD_MS);
  draw();
}

/** A note in the place of what is not there: empty, loading, or failed with a way to try again. */
export const note = (text, ...more) => element('div', { class: 'empty' }, element('p', {}, text), ...more);

export const loading = () => element('div', { class: 'empty loading', role: 'status' }, element('p', {}, t('loading')));

export function failed(error, again) {
  console.warn(error);
  const note = element('div', { class: 'empty failed', role: 'alert' }, element('p', {}, t('failed')), element('p', { class: 'quiet' }, error.message),
    element('button', { type: 'button', click: again }, t('try-again')));
  if (error instanceof TypeError) {
    whenBack(note, again);
  }
  return note;
}

// Tries again by itself once the daemon answers, for as long as the note stands.
function whenBack(note, again) {
  setTimeout(() => session().then(() => note.isConnected && again(), () => note.isConnected && whenBack(note, again)), BACK_MS);
}

/** Says something at the foot of the page for a moment. */
export function say(text, kind = 'good') {
  const place = document.querySelector('.toast') ?? document.body.appendChild(element('div', { class: 'toast', role: 'status' }));
  place.className = `toast ${kind}`;
  place.textContent = text;
  clearTimeout(place.timer);
  place.timer = setTimeout(() => {
    place.textContent = '';
  }, 5000);
}
