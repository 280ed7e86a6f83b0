// One athlete: what to do next and why, the weeks, the load–velocity line, the sets, and what was told.

import * as api from '../api.js';
import { element } from '../dom.js';
import { failed, loading } from '../page.js';
import { ago, number, t, word } from '../texts.js';
import * as words from '../words.js';
import { byLevel, findingLine } from './findings.js';
import { planSection } from './plan.js';
import { profileSection } from './profile.js';
import { sessionsSection } from './sessions.js';
import { toldSection } from './told.js';
import { weeksSection } from './weeks.js';
import { whySection } from './why.js';

export async function athletePage(id, who) {
  const [athlete, report] = await Promise.all([api.athlete(id), api.coach(id)]);
  if (athlete === null || report === null) {
    throw new Error(t('athlete.gone'));
  }
  const may = { plan: who.role === 'coach', edit: true };
  const later = (title, key, make) => lazy(title, key, make);
  return {
    title: athlete.name,
    node: element('div', { class: 'athlete' },
      element('header', { class: 'person' }, element('h1', {}, athlete.name), ...facts(report),
        element('span', { class: 'acts no-print' }, element('a', { class: 'button', href: api.exportUrl(id), download: '' }, t('athlete.csv')),
          element('button', { type: 'button', click: () => print() }, t('print')))),
      nextSection(report),
      later(t('weeks.title'), 'weeks', () => weeksSection(id)),
      later(t('sessions.title'), 'sets', () => sessionsSection(id)),
      later(t('profile.title'), 'profile', () => profileSection(report)),
      later(t('plan.title'), 'plan', () => planSection(id, report, may)),
      later(t('told.title'), 'told', () => toldSection(id)),
      later(t('why.title'), 'why', () => whySection(id))),
  };
}

// Sections come as they are ready: the first is read while the others load.
function lazy(title, name, make) {
  const body = element('div', {}, loading());
  const fill = () => Promise.resolve().then(make).then((node) => body.replaceChildren(node), (error) => body.replaceChildren(failed(error, fill)));
  fill();
  return element('section', { class: `card ${name}`, id: name }, element('h2', {}, title), body);
}

function facts(report) {
  const strongest = report.profiles.find((profile) => profile.estimate !== null);
  const volume = report.back_volume;
  return [
    element('span', { class: 'tile' }, element('small', {}, t('athlete.readiness')), element('strong', { class: `readiness ${report.readiness.word}` }, word('readiness', report.readiness.word))),
    strongest ? element('span', { class: 'tile' }, element('small', {}, t('athlete.max', { exercise: words.exercise(strongest.exercise) })), element('strong', {}, `${number(strongest.estimate.max_kg, 0)} kg`),
      element('small', {}, ` ${number(strongest.estimate.low_kg, 0)}–${number(strongest.estimate.high_kg, 0)}`)) : null,
    volume.change_pct === null ? null : element('span', { class: 'tile' }, element('small', {}, t('athlete.volume')), element('strong', {}, `${volume.change_pct > 0 ? '+' : ''}${number(volume.change_pct, 0)} %`), element('small', {}, ` ${t('athlete.volume-of')}`)),
  ];
}

function nextSection(report) {
  const findings = byLevel(report.findings).filter((finding) => finding.level !== 'quiet');
  return element('section', { class: 'card next' }, element('h2', {}, t('next.title')),
    element('span', { class: 'readiness-text' }, report.readiness.text),
    report.next_loads.length === 0 ? null : element('ul', { class: 'loads' }, ...report.next_loads.map((load) => element('li', {},
      element('strong', {}, words.exercise(load.exercise)), ' ', range(load), load.not_before ? element('small', {}, ` ${t('next.not-before', { when: ago(load.not_before) })}`) : null, element('p', { class: 'quiet' }, load.reason)))),
    findings.length === 0 ? element('p', { class: 'quiet' }, t('next.nothing')) : element('div', { class: 'findings' }, ...findings.map((finding) => findingLine(finding))));
}

export const range = (load) => load.low_kg === null ? t('unknown') : load.low_kg === load.high_kg ? words.plainKg(load.low_kg) : `${number(load.low_kg, load.low_kg % 1 === 0 ? 0 : 1)}–${words.plainKg(load.high_kg)}`;
