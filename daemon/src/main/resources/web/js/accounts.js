// The coach's page: who may log in, one-time codes, taking athletes' data away and deleting them, and the log of what was done.

import { all } from './api.js';
import { element } from './dom.js';
import { begin } from './page.js';
import { send, session } from './session.js';
import { language, t, word } from './texts.js';

const ROLES = ['coach', 'athlete', 'wall'];
const LOG_LINES = 50;
const HERE_ONLY = ['localhost', '127.0.0.1', '[::1]'].includes(location.hostname)
  ? ` ${t('accounts.here-only')}` : '';

const place = document.querySelector('main');
const problem = element('p', { class: 'problem', role: 'alert' });
const issuedPlace = element('div', { 'aria-live': 'polite' });
let csrfToken = null;
let own = null;
let athletes = [];

const when = (iso) => new Date(iso).toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' });
const athleteName = (id) => athletes.find((athlete) => athlete.id === id)?.name ?? t('accounts.gone', { id: id.slice(0, 8) });

// Does something at the daemon, shows what it says against it, and draws the page again.
async function act(method, path, body, headers = {}) {
  problem.textContent = '';
  const response = await send(method, path, body, csrfToken, headers);
  if (!response.ok) {
    const answer = await response.json().catch(() => ({}));
    problem.textContent = answer.detail ?? t('door.answers', { status: response.status });
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
        copy.textContent = t('accounts.copied');
      } catch {
        getSelection().selectAllChildren(shown);
      }
    },
  }, t('accounts.copy'));
  issuedPlace.replaceChildren(element('div', { class: 'card issued' },
    element('h2', {}, t(wall ? 'accounts.link-for' : 'accounts.code-for', { name: account.name })), element('div', { class: 'row' }, shown, copy),
    element('p', { class: 'quiet' }, wall
      ? `${t('accounts.link-how', { until: when(until) })}${HERE_ONLY}`
      : t('accounts.code-how', { name: account.name, until: when(until) }))));
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

const athleteOptions = () => [...athletes.map((athlete) => [athlete.id, athlete.name]), ['', t('accounts.new-athlete')]];

async function newAthlete(name) {
  const athlete = await act('POST', '/api/athletes', { name, zone: Intl.DateTimeFormat().resolvedOptions().timeZone, one_rep_maxima: [] });
  await readAthletes();
  return athlete?.id ?? null;
}

function invitation() {
  const name = element('input', { type: 'text', name: 'name', required: true, maxlength: 64, autocomplete: 'off' });
  const whose = chooser({ name: 'athlete' }, athleteOptions());
  const whoseLabel = element('label', {}, t('accounts.sees'), whose);
  const role = chooser({ name: 'role', change: () => { whoseLabel.hidden = role.value !== 'athlete'; } }, ROLES.map((id) => [id, t(`account-role.${id}`)]), 'athlete');
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
  return element('form', { class: 'row', submit }, element('label', {}, t('door.name'), name), element('label', {}, t('accounts.role'), role), whoseLabel,
    element('button', { type: 'submit', class: 'main' }, t('accounts.make')));
}

function row(account) {
  const path = `/api/accounts/${encodeURIComponent(account.id)}`;
  const button = (label, click) => element('button', { type: 'button', click, 'aria-label': `${label}: ${account.name}` }, label);
  const change = (disabled) => act('PUT', path, { role: account.role, athlete_id: account.athlete_id, disabled });
  const wall = account.role === 'wall';
  const self = account.id === own.id;
  return element('tr', { class: account.disabled ? 'off' : '' },
    element('td', {}, account.name, self ? element('small', {}, ` ${t('accounts.you')}`) : null),
    element('td', {}, t(`account-role.${account.role}`), account.athlete_id ? element('small', {}, ` · ${athleteName(account.athlete_id)}`) : null),
    element('td', {}, t(account.disabled ? 'accounts.disabled' : 'accounts.may')),
    element('td', {}, when(account.created_at)),
    element('td', { class: 'acts' },
      account.disabled ? button(t('accounts.enable'), () => change(false)) : [
        button(t(wall ? 'accounts.new-link' : 'accounts.new-code'), () => issue(`${path}/code`, {})),
        button(t('accounts.everywhere'), () => act('DELETE', `${path}/sessions`, {})),
        self ? null : button(t('accounts.disable'), () => change(true)),
      ]));
}

function showCertificate(erasure, name) {
  const nothingLeft = Object.values(erasure.left).every((count) => count === 0);
  const sum = (counts) => Object.values(counts).reduce((a, b) => a + b, 0);
  const file = URL.createObjectURL(new Blob([`${JSON.stringify(erasure, null, 2)}\n`], { type: 'application/json' }));
  issuedPlace.replaceChildren(element('div', { class: 'card issued' },
    element('h2', {}, t('accounts.deleted', { name })),
    element('p', {}, t(nothingLeft ? 'accounts.erased' : 'accounts.not-erased', { rows: sum(erasure.deleted), blanked: sum(erasure.blanked), tables: Object.keys(erasure.left).length, left: sum(erasure.left), bytes: erasure.old_bytes })),
    element('p', { class: 'quiet' }, t('accounts.elsewhere', { where: erasure.elsewhere.join('; ') })),
    element('div', { class: 'row' }, element('a', { href: file, download: 'plumbline-deletion.json' }, t('accounts.certificate')))));
}

function askToDelete(athlete) {
  const typed = element('input', { type: 'text', name: 'typed', autocomplete: 'off', required: true, 'aria-label': t('door.name') });
  const dialog = element('dialog', { class: 'card', close: () => dialog.remove() }, element('form', {
    submit: async (event) => {
      event.preventDefault();
      if (typed.value !== athlete.name) {
        typed.setCustomValidity(t('accounts.not-the-name'));
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
  }, element('h2', {}, t('accounts.delete-whom', { name: athlete.name })),
  element('p', {}, t('accounts.delete-what')),
  element('label', {}, t('accounts.type'), typed),
  element('div', { class: 'row' }, element('button', { type: 'submit', class: 'bad' }, t('accounts.for-ever')),
    element('button', { type: 'button', click: () => dialog.close() }, t('accounts.keep')))));
  typed.addEventListener('input', () => typed.setCustomValidity(''));
  document.body.append(dialog);
  dialog.showModal();
}

function athleteRow(athlete) {
  const path = `/api/athletes/${encodeURIComponent(athlete.id)}`;
  return element('tr', {}, element('td', {}, athlete.name),
    element('td', { class: 'acts' }, element('a', { class: 'button', href: `${path}/export`, download: true, 'aria-label': `${t('accounts.export')}: ${athlete.name}` }, t('accounts.export')),
      element('button', { type: 'button', click: () => askToDelete(athlete), 'aria-label': `${t('accounts.delete')}: ${athlete.name}` }, `${t('accounts.delete')} …`)));
}

function table(caption, head, rows) {
  return element('section', { class: 'card' }, element('h2', {}, caption),
    element('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': caption },
      element('table', {}, element('thead', {}, element('tr', {}, ...head.map((key) => element('th', { scope: 'col' }, t(key))))), element('tbody', {}, ...rows))));
}

async function draw() {
  const [accounts, audit] = await Promise.all([all('/api/accounts'), all(`/api/audit?limit=${LOG_LINES}`, LOG_LINES)]);
  const nameOf = (id) => accounts.find((account) => account.id === id)?.name ?? athleteName(id);
  place.replaceChildren(element('h1', { class: 'unseen' }, t('nav.accounts')), issuedPlace, problem,
    element('section', { class: 'card' }, element('h2', {}, t('accounts.invite')), invitation()),
    table(t('nav.accounts'), ['door.name', 'accounts.role', 'accounts.state', 'accounts.since', 'accounts.acts'], accounts.map(row)),
    table(t('overview.athletes'), ['door.name', 'accounts.acts'], athletes.length > 0 ? athletes.map(athleteRow) : [element('tr', {}, element('td', { colspan: 2, class: 'quiet' }, t('accounts.nobody')))]),
    table(t('accounts.log'), ['accounts.when', 'accounts.who', 'accounts.what', 'accounts.whom', 'accounts.from'], audit.map((entry) => element('tr', {},
      element('td', {}, when(entry.at)), element('td', {}, entry.by ? nameOf(entry.by) : '–'),
      element('td', {}, word('audit', entry.action), entry.detail ? element('small', {}, ` · ${entry.detail}`) : null),
      element('td', {}, entry.subject ? nameOf(entry.subject) : '–'), element('td', {}, entry.address ?? t('accounts.console'))))));
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
  problem.textContent = t('accounts.no-answer', { reason: error.message });
  place.replaceChildren(problem);
});
