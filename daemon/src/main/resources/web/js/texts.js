// What the pages say, in the person's language. Texts live in one catalogue; a key that is not in it is a mistake that a test finds.

import { CATALOGUE, LANGUAGES } from './texts/catalogue.js';

const STORED = 'plumbline.language';

function preferred() {
  const chosen = localStorage.getItem(STORED);
  if (LANGUAGES.includes(chosen)) {
    return chosen;
  }
  return (navigator.languages ?? [navigator.language]).map((tag) => tag.slice(0, 2)).find((tag) => LANGUAGES.includes(tag)) ?? LANGUAGES[0];
}

export const language = preferred();
const COLUMN = LANGUAGES.indexOf(language);

export function chooseLanguage(tag) {
  localStorage.setItem(STORED, tag);
  location.reload();
}

export const has = (key) => Object.hasOwn(CATALOGUE, key);

/** The text of a key. `{name}` is put in from `values`; "one|many" is chosen by `values.n`. */
export function t(key, values = {}) {
  const text = CATALOGUE[key]?.[COLUMN] ?? key;
  const forms = text.split('|');
  const form = forms.length === 2 && values.n !== undefined ? forms[values.n === 1 ? 0 : 1] : text;
  return form.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** The text of a word of the contract, or the word itself where this page does not know it. */
export const word = (kind, id) => (has(`${kind}.${id}`) ? t(`${kind}.${id}`) : id);

const formats = new Map();

/** A number with so many decimals, as the language writes it; a dash where it is not known. */
export function number(value, places) {
  if (value === null || value === undefined || Number.isNaN(value)) {
    return '–';
  }
  if (!formats.has(places)) {
    formats.set(places, new Intl.NumberFormat(language, { minimumFractionDigits: places, maximumFractionDigits: places, useGrouping: false, signDisplay: 'negative' }));
  }
  return formats.get(places).format(value).replace('-', '−');
}

const asDate = (value) => (value instanceof Date ? value : new Date(typeof value === 'string' && value.length === 10 ? `${value}T12:00` : value));

export const day = (value) => asDate(value).toLocaleDateString(language, { day: 'numeric', month: 'short' });

export const weekday = (value) => asDate(value).toLocaleDateString(language, { weekday: 'short', day: 'numeric', month: 'short' });

export function clock(value) {
  const then = asDate(value);
  const time = then.toLocaleTimeString(language, { hour: '2-digit', minute: '2-digit' });
  return then.toDateString() === new Date().toDateString() ? time : `${day(then)}, ${time}`;
}

/** How long ago, in the largest unit that says something. */
export function ago(value, now = Date.now()) {
  const seconds = Math.max(0, (now - asDate(value).getTime()) / 1000);
  const [size, unit] = [[86_400, 'day'], [3600, 'hour'], [60, 'minute'], [1, 'second']].find(([length]) => seconds >= length) ?? [1, 'second'];
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(-Math.floor(seconds / size), unit);
}

export function duration(seconds) {
  const whole = Math.max(0, Math.round(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** Puts the language's texts into what the page's HTML marks with data-t. */
export function translate(root = document) {
  document.documentElement.lang = language;
  for (const node of root.querySelectorAll('[data-t]')) {
    node.textContent = t(node.dataset.t);
  }
  for (const node of root.querySelectorAll('[data-t-label]')) {
    node.setAttribute('aria-label', t(node.dataset.tLabel));
  }
}
