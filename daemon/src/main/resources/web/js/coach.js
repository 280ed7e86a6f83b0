// The coach's page. What is shown stands behind the # of the address, so that each view can be linked and gone back to.

import { athletePage } from './coach/athlete.js';
import { comparePage } from './coach/compare.js';
import { overviewPage } from './coach/overview.js';
import { setPage } from './coach/set.js';
import { element } from './dom.js';
import { begin, failed, loading, showAge } from './page.js';
import { t } from './texts.js';

const place = document.querySelector('main');
let leave = null;
let turn = 0;

const idOf = (parts) => ({ bar: parts[0], journal: parts[1], number: Number(parts[2]) });

function pageOf(parts, who) {
  const [view, ...rest] = parts;
  if (view === 'athlete') {
    return athletePage(rest[0], who);
  }
  if (view === 'set') {
    return setPage(idOf(rest), who);
  }
  if (view === 'compare') {
    return comparePage(idOf(rest), idOf(rest.slice(3)), who);
  }
  return who.role === 'athlete' ? athletePage(who.athleteId, who) : overviewPage(who);
}

async function show(who) {
  const mine = ++turn;
  leave?.();
  leave = null;
  const untitled = (note) => place.replaceChildren(element('h1', { class: 'unseen' }, t('nav.coach')), note);
  untitled(loading());
  const parts = location.hash.replace(/^#\/?/, '').split('/').filter(Boolean).map(decodeURIComponent);
  try {
    const page = await pageOf(parts, who);
    if (mine !== turn) {
      page.leave?.();
      return;
    }
    leave = page.leave ?? null;
    const back = parts.length === 0 || who.role === 'athlete' && parts[0] === 'athlete' ? null : element('a', { class: 'back no-print', href: page.back ?? '#/' }, t('coach.back'));
    place.replaceChildren(...[back, page.node].filter(Boolean));
    page.shown?.();
    document.title = `${page.title} · Plumbline`;
    scrollTo(0, 0);
  } catch (error) {
    if (mine === turn) {
      untitled(failed(error, () => show(who)));
    }
  }
}

const who = await begin();
if (who !== null && who.role === 'wall') {
  location.replace('/wall.html');
} else if (who !== null) {
  showAge(document.querySelector('body > p'));
  addEventListener('hashchange', () => show(who));
  await show(who);
}
