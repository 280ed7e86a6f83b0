// The coach's page: who may log in, one-time codes, taking athletes' data away and deleting them, and the log of what was done.

import { all } from './api.js';
import { element } from './dom.js';
import { begin } from './page.js';
import { send, session } from './session.js';

const ROLES = { coach: 'Coach', athlete: 'Athlete', wall: 'Wall display' };
const ACTIONS = {
  'set-up': 'made the first coach', login: 'logged in', 'login-failed': 'failed to log in', logout: 'logged out', 'account-made': 'made an account',
  'code-made': 'made a code', 'code-used': 'used a code', 'account-changed': 'changed an account', 'sessions-ended': 'logged out everywhere',
  exported: 'exported an athlete', deleted: 'deleted an athlete', paired: 'paired a bar',
};
const LOG_LINES = 50;
const HERE_ONLY = ['localhost', '127.0.0.1', '[::1]'].includes(location.hostname)
  ? ' For another computer’s screen, make it where the daemon says “Network”: this address is this computer’s alone.' : '';

const place = document.querySelector('main');
const problem = element('p', { class: 'problem', role: 'alert' });
const issuedPlace = element('div', { 'aria-live': 'polite' });
let csrfToken = null;
let own = null;
let athletes = [];

const when = (iso) => new Date(iso).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const athleteName = (id) => athletes.find((athlete) => athlete.id === id)?.name ?? `${id.slice(0, 8)}… (gone)`;

// Does something at the daemon, shows what it says against it, and draws the page again.
async function act(method, path, body, headers = {}) {
  problem.textContent = '';
  const response = await send(method, path, body, csrfToken, headers);
  if (!response.ok) {
    const answer = await response.json().catch(() => ({}));
    problem.textContent = answer.detail ?? `The daemon answers ${response.status}.`;
    return null;
  }
  const answer = response.status === 204 ? {} : await response.json();
  await draw();
  return answer;
}

async function readAthletes() {
  const kept = await all('/api/athletes?limit=200');
  athletes = kept.map(({ value, version }) => ({ ...value, version }));
}

function showIssued({ account, code, expires_at: until }) {
  const wall = account.role === 'wall';
  const text = wall ? `${location.origin}/account.html#wall=${code}` : code;
  const shown = element('code', { class: 'secret', tabindex: '0' }, text);
  const copy = element('button', {
    type: 'button',
    click: async () => {
      try {
        await navigator.clipboard.writeText(text);
        copy.textContent = 'Copied';
      } catch {
        getSelection().selectAllChildren(shown);
      }
    },
  }, 'Copy');
  issuedPlace.replaceChildren(element('div', { class: 'card issued' },
    element('h2', {}, wall ? `Link for ${account.name}` : `One-time code for ${account.name}`), element('div', { class: 'row' }, shown, copy),
    element('p', { class: 'quiet' }, wall
      ? `Open it once on that screen. It is shown only now, and works until ${when(until)} or until the account is disabled.${HERE_ONLY}`
      : `Give it to ${account.name}, who chooses a password with it under “I have a one-time code”. It is shown only now, and works once, until ${when(until)}.`)));
  shown.scrollIntoView({ block: 'nearest' });
}

async function issue(path, body) {
  issuedPlace.replaceChildren();
  const issued = await act('POST', path, body);
  if (issued !== null) {
    showIssued(issued);
  }
}

function chooser(attributes, options, chosen) {
  return element('select', attributes, ...options.map(([value, label]) => element('option', { value, selected: value === chosen }, label)));
}

const athleteOptions = () => [...athletes.map((athlete) => [athlete.id, athlete.name]), ['', 'a new athlete of this name']];

async function newAthlete(name) {
  const athlete = await act('POST', '/api/athletes', { name, zone: Intl.DateTimeFormat().resolvedOptions().timeZone, one_rep_maxima: [] });
  await readAthletes();
  return athlete?.id ?? null;
}

function invitation() {
  const name = element('input', { type: 'text', name: 'name', required: true, maxlength: 64, autocomplete: 'off' });
  const whose = chooser({ name: 'athlete' }, athleteOptions());
  const whoseLabel = element('label', {}, 'Sees the data of', whose);
  const role = chooser({ name: 'role', change: () => { whoseLabel.hidden = role.value !== 'athlete'; } }, Object.entries(ROLES), 'athlete');
  const submit = async (event) => {
    event.preventDefault();
    const invited = { name: name.value, role: role.value, athlete_id: role.value === 'athlete' ? whose.value : null };
    if (invited.athlete_id === '') {
      invited.athlete_id = await newAthlete(invited.name);
    }
    if (invited.role !== 'athlete' || invited.athlete_id !== null) {
      await issue('/api/accounts', invited);
    }
  };
  return element('form', { class: 'row', submit }, element('label', {}, 'Name', name), element('label', {}, 'Role', role), whoseLabel,
    element('button', { type: 'submit', class: 'main' }, 'Make account'));
}

function row(account) {
  const path = `/api/accounts/${encodeURIComponent(account.id)}`;
  const button = (label, click) => element('button', { type: 'button', click, 'aria-label': `${label}: ${account.name}` }, label);
  const change = (disabled) => act('PUT', path, { role: account.role, athlete_id: account.athlete_id, disabled });
  const wall = account.role === 'wall';
  const self = account.id === own.id;
  return element('tr', { class: account.disabled ? 'off' : '' },
    element('td', {}, account.name, self ? element('small', {}, ' (you)') : null),
    element('td', {}, ROLES[account.role], account.athlete_id ? element('small', {}, ` · ${athleteName(account.athlete_id)}`) : null),
    element('td', {}, account.disabled ? 'Disabled' : 'May log in'),
    element('td', {}, when(account.created_at)),
    element('td', { class: 'acts' },
      account.disabled ? button('Enable', () => change(false)) : [
        button(wall ? 'New link' : 'New code', () => issue(`${path}/code`, {})),
        button('Log out everywhere', () => act('DELETE', `${path}/sessions`, {})),
        self ? null : button('Disable', () => change(true)),
      ]));
}

function showCertificate(erasure, name) {
  const nothingLeft = Object.values(erasure.left).every((count) => count === 0);
  const sum = (counts) => Object.values(counts).reduce((a, b) => a + b, 0);
  const file = URL.createObjectURL(new Blob([`${JSON.stringify(erasure, null, 2)}\n`], { type: 'application/json' }));
  issuedPlace.replaceChildren(element('div', { class: 'card issued' },
    element('h2', {}, `${name} was deleted`),
    element('p', {}, `${sum(erasure.deleted)} rows went, ${sum(erasure.blanked)} rows of others lost the name; a search through ${Object.keys(erasure.left).length} tables found `
      + `${nothingLeft ? 'nothing' : `${sum(erasure.left)} rows`} afterwards. Bytes: ${erasure.old_bytes}.`),
    element('p', { class: 'quiet' }, `Copies may be elsewhere: ${erasure.elsewhere.join('; ')}.`),
    element('div', { class: 'row' }, element('a', { href: file, download: 'plumbline-deletion.json' }, 'Keep the certificate'))));
}

function askToDelete(athlete) {
  const typed = element('input', { type: 'text', name: 'typed', autocomplete: 'off', required: true, 'aria-label': 'Name' });
  const dialog = element('dialog', { class: 'card', close: () => dialog.remove() }, element('form', {
    submit: async (event) => {
      event.preventDefault();
      if (typed.value !== athlete.name) {
        typed.setCustomValidity('That is not the name.');
        typed.reportValidity();
        return;
      }
      dialog.close();
      const erasure = await act('DELETE', `/api/athletes/${encodeURIComponent(athlete.id)}`, {}, { 'If-Match': `"${athlete.version}"` });
      if (erasure !== null) {
        await readAthletes();
        await draw();
        showCertificate(erasure, athlete.name);
      }
    },
  }, element('h2', {}, `Delete ${athlete.name}?`),
  element('p', {}, 'Every set, rep, curve, note and plan, and the account, for ever. There is no way back but a backup. Export first what shall be kept.'),
  element('label', {}, 'Type the name to go on', typed),
  element('div', { class: 'row' }, element('button', { type: 'submit', class: 'bad' }, 'Delete for ever'),
    element('button', { type: 'button', click: () => dialog.close() }, 'Keep'))));
  typed.addEventListener('input', () => typed.setCustomValidity(''));
  document.body.append(dialog);
  dialog.showModal();
}

function athleteRow(athlete) {
  const path = `/api/athletes/${encodeURIComponent(athlete.id)}`;
  return element('tr', {}, element('td', {}, athlete.name),
    element('td', { class: 'acts' }, element('a', { class: 'button', href: `${path}/export`, download: true, 'aria-label': `Export: ${athlete.name}` }, 'Export'),
      element('button', { type: 'button', click: () => askToDelete(athlete), 'aria-label': `Delete: ${athlete.name}` }, 'Delete …')));
}

function table(caption, head, rows) {
  return element('section', { class: 'card' }, element('h2', {}, caption),
    element('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': caption },
      element('table', {}, element('thead', {}, element('tr', {}, ...head.map((text) => element('th', { scope: 'col' }, text)))), element('tbody', {}, ...rows))));
}

async function draw() {
  const [accounts, audit] = await Promise.all([all('/api/accounts'), all(`/api/audit?limit=${LOG_LINES}`, LOG_LINES)]);
  const nameOf = (id) => accounts.find((account) => account.id === id)?.name ?? athleteName(id);
  place.replaceChildren(issuedPlace, problem,
    element('section', { class: 'card' }, element('h2', {}, 'Invite somebody'), invitation()),
    table('Accounts', ['Name', 'Role', 'State', 'Since', ''], accounts.map(row)),
    table('Athletes', ['Name', ''], athletes.length > 0 ? athletes.map(athleteRow) : [element('tr', {}, element('td', { colspan: 2, class: 'quiet' }, 'Nobody has lifted yet.'))]),
    table('What was done', ['When', 'Who', 'What', 'To whom', 'From'], audit.map((entry) => element('tr', {},
      element('td', {}, when(entry.at)), element('td', {}, entry.by ? nameOf(entry.by) : '–'),
      element('td', {}, ACTIONS[entry.action] ?? entry.action, entry.detail ? element('small', {}, ` · ${entry.detail}`) : null),
      element('td', {}, entry.subject ? nameOf(entry.subject) : '–'), element('td', {}, entry.address ?? 'console')))));
}

async function start() {
  await begin();
  const now = await session();
  if (now.account?.role !== 'coach') {
    location.replace(now.accounts && now.account === null ? '/account.html' : '/');
    return;
  }
  own = now.account;
  csrfToken = now.csrf_token;
  await readAthletes();
  await draw();
}

start().catch((error) => {
  problem.textContent = `The daemon does not answer (${error.message}): is it still running?`;
  place.replaceChildren(problem);
});
