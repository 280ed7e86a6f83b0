// All bars live, and all athletes: who needs a look first.

import * as api from '../api.js';
import { element, redraw } from '../dom.js';
import { listen } from '../events.js';
import { Model } from '../model.js';
import { note } from '../page.js';
import { ago, number, t, word } from '../texts.js';
import * as words from '../words.js';
import { barCard } from './bar-card.js';
import { toAthlete } from './links.js';
import { findingLine } from './findings.js';

export async function overviewPage() {
  const overview = await api.overview();
  const model = new Model();
  const bars = element('div', { class: 'bars' });
  const table = element('div', { class: 'scroll wide', tabindex: 0, role: 'region', 'aria-label': t('overview.athletes') });
  const drawBars = () => redraw(bars, model.bars.size === 0 ? note(t('overview.no-bars')) : [...model.bars.values()].sort((a, b) => b.online - a.online || a.bar_id.localeCompare(b.bar_id)).map((bar) => barCard(bar, model)));
  const drawTable = (athletes) => redraw(table, athletes.length === 0 ? note(t('overview.no-athletes')) : athletesTable(athletes));
  drawTable(overview.athletes);
  const frame = once(drawBars);
  model.addEventListener('change', frame);
  const again = debounced(async () => drawTable((await api.overview()).athletes));
  model.showLast();
  model.addEventListener('change', () => model.link === 'up' && model.keep());
  const stream = listen((name, data) => {
    model.handle(name, data);
    if (['set', 'resync', 'snapshot'].includes(name)) {
      again();
    }
  }, (up) => model.setLink(up));
  return {
    title: t('nav.coach'), leave: () => stream.close(),
    node: element('div', { class: 'overview' },
      element('section', {}, element('h1', {}, t('overview.now')), bars),
      element('section', { class: 'card' }, element('h2', {}, t('overview.athletes'), element('small', {}, ` ${t('overview.order')}`)), table)),
  };
}

function once(draw) {
  let due = false;
  return () => {
    if (!due) {
      due = true;
      requestAnimationFrame(() => {
        due = false;
        draw();
      });
    }
  };
}

const AGAIN_MS = 800;

function debounced(act) {
  let timer = null;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(() => act().catch((error) => console.warn(error)), AGAIN_MS);
  };
}

const COLUMNS = ['name', 'look', 'readiness', 'velocity', 'drift', 'findings', 'soreness', 'last'];

function athletesTable(athletes) {
  return element('table', { class: 'athletes' },
    element('thead', {}, element('tr', {}, ...COLUMNS.map((name) => element('th', { scope: 'col' }, t(`overview.${name}`))))),
    element('tbody', {}, ...athletes.map(row)));
}

const cell = (name, attributes, ...children) => element('td', { 'data-label': t(`overview.${name}`), ...attributes }, ...children);

function row({ athlete_id: id, name, bars, glance: one }) {
  return element('tr', {},
    element('th', { scope: 'row' }, element('a', { href: toAthlete(id), 'data-key': id }, name), bars.length > 0 ? element('small', {}, ` ${t('overview.at', { bar: bars.join(', ') })}`) : null),
    cell('look', { class: 'look' }, levels(one), one.first === null ? null : findingLine(one.first, { brief: true })),
    cell('readiness', {}, element('span', { class: `readiness ${one.readiness.word}` }, word('readiness', one.readiness.word))),
    cell('velocity', {}, changed(one.velocity_change_mps, 2, 'm/s', (change) => change < 0)),
    cell('drift', {}, pair(one.drift_m, one.drift_before_m, 100, 1, 'cm')),
    cell('findings', {}, pair(one.findings_pct, one.findings_before_pct, 1, 0, '')),
    cell('soreness', {}, one.soreness === null ? '–' : element('span', { class: one.soreness.score > 3 ? 'notable' : '' }, `${one.soreness.score}/10`, element('small', {}, ` ${ago(one.soreness.at)}`))),
    cell('last', {}, one.last_session_at === null ? '–' : ago(one.last_session_at), element('small', {}, ` ${t('overview.sessions', { n: one.recent_sessions })}`)));
}

const levels = (one) => element('span', { class: 'levels' }, ...[['flag', one.flags], ['suggestion', one.suggestions]].filter(([, n]) => n > 0)
  .map(([level, n]) => element('span', { class: `level ${level}` }, t(`level.${level}.count`, { n }))));

function pair(now, before, factor, places, unit) {
  if (now === null) {
    return '–';
  }
  const grew = before === null ? null : (now - before) * factor;
  return [`${number(now * factor, places)}${unit ? ` ${unit}` : ''} `, before === null ? null : element('small', { class: grew > 0 && Math.abs(grew) >= 10 ** -places ? 'notable' : '' }, `${grew >= 0 ? '▲' : '▼'} ${number(Math.abs(grew), places)}`)];
}

const changed = (value, places, unit, notable) => value === null ? '–' : element('span', { class: notable(value) && Math.abs(value) >= 0.03 ? 'notable' : '' }, `${value > 0 ? '+' : ''}${number(value, places)} ${unit}`);
