// When to seek help: the same page for everybody at every time, also without the daemon. No sensor leads here.

import { element } from './dom.js';
import { begin } from './page.js';
import { t } from './texts.js';

const AT_ONCE = ['saddle', 'bladder', 'leg', 'fever', 'accident'];
const SOON = ['shooting', 'tingling', 'woke', 'lasting'];

const list = (keys) => element('ul', {}, ...keys.map((key) => element('li', {}, t(`safety.${key}`))));

document.querySelector('main').replaceChildren(element('h1', {}, t('safety.title')),
  element('section', { class: 'card' }, element('h2', {}, t('safety.at-once')), list(AT_ONCE)),
  element('section', { class: 'card' }, element('h2', {}, t('safety.soon')), list(SOON)),
  element('p', { class: 'quiet' }, t('safety.about')));
document.title = `${t('safety.title')} · Plumbline`;
await begin({ door: false });
