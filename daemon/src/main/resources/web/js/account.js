// The door: the first set-up, the log-in, a one-time code, and the link of a wall display.

import { element } from './dom.js';
import { begin as frame } from './page.js';
import { forgetKept, send, session } from './session.js';
import { t } from './texts.js';

const NAME = { name: 'name', label: 'door.name', autocomplete: 'username', maxlength: 64 };
const CODE = { name: 'code', label: 'door.code', autocomplete: 'off', spellcheck: 'false', placeholder: 'XXXX-XXXX-XXXX-XXXX' };
const PASSWORD = { name: 'password', label: 'door.password', type: 'password', autocomplete: 'current-password' };
const NEW_PASSWORD = { ...PASSWORD, label: 'door.new-password', autocomplete: 'new-password', minlength: 10 };

const FORMS = {
  setup: { title: 'door.setup', path: '/api/setup', fields: [{ ...CODE, label: 'door.setup-code' }, NAME, NEW_PASSWORD], go: 'door.begin' },
  login: { title: 'door.login', path: '/api/login', fields: [NAME, PASSWORD], go: 'door.login', other: ['door.have-code', 'redeem'] },
  redeem: { title: 'door.choose', path: '/api/redeem', fields: [CODE, NEW_PASSWORD], go: 'door.login', other: ['door.have-password', 'login'] },
};

const place = document.querySelector('main');

function show(name) {
  const form = FORMS[name];
  const problem = element('p', { class: 'problem', role: 'alert' });
  const inputs = form.fields.map(({ label, ...attributes }) => [label, element('input', { type: 'text', required: true, ...attributes })]);
  const go = element('button', { type: 'submit' }, t(form.go));
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
  place.replaceChildren(element('form', { class: 'card', submit }, element('h1', {}, t(form.title)),
    ...inputs.map(([label, input]) => element('label', {}, t(label), input)), problem, go,
    form.other ? element('button', { type: 'button', class: 'plain', click: () => show(form.other[1]) }, t(form.other[0])) : null));
  inputs[0][1].focus();
}

async function enter(path, body) {
  const response = await send('POST', path, body);
  if (response.ok) {
    // Somebody else may have used this browser.
    await forgetKept();
    location.replace('/');
    return;
  }
  const problem = await response.json().catch(() => ({}));
  throw new Error(problem.detail ?? t('door.answers', { status: response.status }));
}

async function begin() {
  await frame({ door: false });
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
