// The door: the first set-up, the log-in, a one-time code, and the link of a wall display.

import { element } from './dom.js';
import { send, session } from './session.js';

const NAME = { name: 'name', label: 'Name', autocomplete: 'username', maxlength: 64 };
const CODE = { name: 'code', label: 'Code', autocomplete: 'off', spellcheck: 'false', placeholder: 'XXXX-XXXX-XXXX-XXXX' };
const PASSWORD = { name: 'password', label: 'Password', type: 'password', autocomplete: 'current-password' };
const NEW_PASSWORD = { ...PASSWORD, label: 'New password, at least 10 characters', autocomplete: 'new-password', minlength: 10 };

const FORMS = {
  setup: { title: 'Make the first coach', path: '/api/setup', fields: [{ ...CODE, label: 'Set-up code, from the console of the daemon' }, NAME, NEW_PASSWORD], go: 'Begin' },
  login: { title: 'Log in', path: '/api/login', fields: [NAME, PASSWORD], go: 'Log in', other: ['I have a one-time code', 'redeem'] },
  redeem: { title: 'Choose a password', path: '/api/redeem', fields: [CODE, NEW_PASSWORD], go: 'Log in', other: ['I have a password', 'login'] },
};

const place = document.querySelector('main');

function show(name) {
  const form = FORMS[name];
  const problem = element('p', { class: 'problem', role: 'alert' });
  const inputs = form.fields.map(({ label, ...attributes }) => [label, element('input', { type: 'text', required: true, ...attributes })]);
  const go = element('button', { type: 'submit' }, form.go);
  const submit = async (event) => {
    event.preventDefault();
    go.disabled = true;
    try {
      await enter(form.path, Object.fromEntries(inputs.map(([, input]) => [input.name, input.value])));
    } catch (error) {
      problem.textContent = error.message;
    }
    go.disabled = false;
  };
  place.replaceChildren(element('form', { class: 'card', submit }, element('h2', {}, form.title),
    ...inputs.map(([label, input]) => element('label', {}, label, input)), problem, go,
    form.other ? element('button', { type: 'button', class: 'plain', click: () => show(form.other[1]) }, form.other[0]) : null));
  inputs[0][1].focus();
}

async function enter(path, body) {
  const response = await send('POST', path, body);
  if (response.ok) {
    location.replace('/');
    return;
  }
  const problem = await response.json().catch(() => ({}));
  throw new Error(problem.detail ?? `The daemon answers ${response.status}.`);
}

async function begin() {
  // Behind the #, so that no log and no other page sees it.
  const token = new URLSearchParams(location.hash.slice(1)).get('wall');
  history.replaceState(null, '', location.pathname);
  if (token !== null) {
    try {
      await enter('/api/wall', { token });
      return;
    } catch (error) {
      console.warn(error);
    }
  }
  const now = await session();
  if (!now.accounts || now.account !== null) {
    location.replace('/');
  } else {
    show(now.set_up ? 'login' : 'setup');
  }
}

begin();
