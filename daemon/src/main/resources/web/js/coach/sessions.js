// The sessions with their sets, newest first. Two that are ticked are laid over each other.

import * as api from '../api.js';
import { element } from '../dom.js';
import { note } from '../page.js';
import { number, t, weekday } from '../texts.js';
import * as words from '../words.js';
import { toComparison, toSet } from './links.js';

const MANY = 8;

export async function sessionsSection(id) {
  const sessions = await api.sessions(id, MANY);
  const all = sessions.flatMap((session) => session.sets);
  if (all.length === 0) {
    return note(t('sets.none'));
  }
  const ticked = [];
  const go = element('button', { type: 'button', class: 'main', disabled: true, click: () => {
    location.hash = toComparison(ticked[0], ticked[1]).slice(1);
  } }, t('sessions.compare'));
  const tick = (event, key) => {
    if (event.target.checked) {
      ticked.push(key);
      if (ticked.length > 2) {
        const dropped = ticked.shift();
        event.target.closest('section').querySelector(`[data-set="${CSS.escape(nameOf(dropped))}"]`).checked = false;
      }
    } else {
      ticked.splice(ticked.indexOf(key), 1);
    }
    go.disabled = ticked.length !== 2;
  };
  return element('div', {}, element('p', { class: 'row no-print' }, go, element('small', {}, t('sessions.how'))),
    ...sessions.filter((session) => session.sets.length > 0).map((session) => element('details', { open: session === sessions[0] || session === sessions[1] },
      element('summary', {}, element('strong', {}, weekday(session.started_at)), ` ${t('sessions.sets', { n: session.sets.length })}`),
      element('div', { class: 'scroll wide', tabindex: 0, role: 'region', 'aria-label': weekday(session.started_at) }, table(session.sets, all, tick)))));
}

const nameOf = (key) => `${key.bar_id}/${key.journal_id}/${key.set_number}`;
const COLUMNS = ['pick', 'set', 'load', 'reps', 'best', 'last', 'drift', 'slack', 'remarks', 'before'];

function table(sets, all, tick) {
  return element('table', {}, element('thead', {}, element('tr', {}, ...COLUMNS.map((name) => element('th', { scope: 'col' }, t(`sessions.${name}`))))),
    element('tbody', {}, ...sets.map((set) => row(set, all, tick))));
}

function row(set, all, tick) {
  const reps = set.reps.filter((rep) => rep.counted);
  const done = reps.filter(words.isLifted);
  const before = earlier(set, all);
  const drift = mean(done.filter((rep) => rep.forward_known && rep.forward_max_m !== null).map((rep) => rep.forward_max_m * 100));
  return element('tr', {},
    element('td', {}, element('input', { type: 'checkbox', 'data-set': nameOf(set.key), 'aria-label': t('sessions.pick-set', { set: set.key.set_number }), change: (event) => tick(event, set.key) })),
    element('th', { scope: 'row' }, element('a', { href: toSet(set.key) }, `${words.exercise(set.exercise)} ${set.key.set_number}`)),
    element('td', {}, words.plainKg(set.load_kg)), element('td', {}, `${done.length}${reps.length > done.length ? ` + ${reps.length - done.length} ✕` : ''}`),
    element('td', {}, number(best(done), 2)), element('td', {}, number(done.at(-1)?.mean_concentric_mps, 2)),
    element('td', {}, drift === null ? '–' : number(drift, 1)), element('td', {}, grades(reps)),
    element('td', { class: 'remarks' }, [set.ended_for_technique ? t('sessions.technique') : null, remarks(reps), set.notes.note].filter(Boolean).join(' · ')),
    element('td', { class: 'no-print' }, before === null ? '' : element('a', { href: toComparison(before.key, set.key) }, t('sessions.with', { day: weekday(before.started_at) }))));
}

const best = (reps) => (reps.length === 0 ? null : Math.max(...reps.map((rep) => rep.mean_concentric_mps)));
const mean = (values) => (values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length);

// The newest set of an earlier day with the same lift and about the same load.
function earlier(set, all) {
  const day = set.started_at.slice(0, 10);
  return all.filter((other) => other.exercise === set.exercise && other.started_at.slice(0, 10) < day && set.load_kg !== null && other.load_kg !== null && Math.abs(other.load_kg - set.load_kg) <= 0.05 * set.load_kg)
    .sort((a, b) => b.started_at.localeCompare(a.started_at))[0] ?? null;
}

function grades(reps) {
  const counts = ['taut', 'hurried', 'jerked'].map((grade) => [grade, reps.filter((rep) => rep.slack_grade === grade).length]).filter(([, n]) => n > 0);
  return counts.length === 0 ? '–' : counts.map(([grade, n]) => `${n} ${t(`slack.${grade}`)}`).join(', ');
}

function remarks(reps) {
  const rules = new Map();
  reps.flatMap((rep) => rep.findings).forEach((finding) => rules.set(finding.rule, (rules.get(finding.rule) ?? 0) + 1));
  return [...rules.entries()].sort((a, b) => b[1] - a[1]).slice(0, 2).map(([rule, n]) => `${words.ruleName(rule)} ${n}×`).join(', ');
}
