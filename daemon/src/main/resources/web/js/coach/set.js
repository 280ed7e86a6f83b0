// One set as a coach sees it: its reps, their paths and curves, what the bar found, what people noted; ghost reps are taken out and put back.

import * as api from '../api.js';
import { element } from '../dom.js';
import { note, say } from '../page.js';
import { clock, number, t, word } from '../texts.js';
import * as words from '../words.js';
import { idOf, toAthlete } from './links.js';
import { notesForm } from './notes.js';
import { curves, paths, tracesOf } from './rep-pictures.js';

export async function setPage(id, who) {
  const set = await api.trained(id);
  if (set === null) {
    throw new Error(t('set.gone'));
  }
  const traces = await tracesOf(set.key, set.reps);
  const again = () => dispatchEvent(new HashChangeEvent('hashchange'));
  const title = `${words.exercise(set.exercise)}, ${t('set.title', { set: set.key.set_number })}`;
  return { title, back: set.athlete_id === null ? '#/' : toAthlete(set.athlete_id), node: element('div', { class: 'set-view' },
    element('header', { class: 'person' }, element('h1', {}, title), element('span', { class: 'quiet' }, [clock(set.started_at), words.kg(set.load_kg), set.ended_for_technique ? t('end.technique') : null].filter(Boolean).join(' · ')),
      element('span', { class: 'acts no-print' }, element('a', { class: 'button', href: api.captionsUrl(id), download: `${title}.vtt` }, t('set.captions')),
        element('button', { type: 'button', click: () => saveCsv(set, title) }, 'CSV'), element('button', { type: 'button', click: () => print() }, t('print')))),
    element('section', { class: 'card' }, element('h2', {}, t('reps.title')), element('div', { class: 'scroll wide', tabindex: 0, role: 'region', 'aria-label': t('reps.title') }, table(set, who, again))),
    ...pictures(set, traces),
    set.findings.length === 0 ? null : element('section', { class: 'card' }, element('h2', {}, t('set.findings')), element('ul', {}, ...set.findings.map((finding) => element('li', {}, words.finding(finding))))),
    element('section', { class: 'card no-print' }, element('h2', {}, t('notes.title')), await notesForm(id, set, who, again))) };
}

function pictures(set, traces) {
  const there = traces.filter(({ rep, trace }) => trace !== null && rep.counted);
  if (there.length === 0) {
    return [element('section', { class: 'card' }, note(t('curve.none')))];
  }
  const first = there[0];
  const last = there.at(-1);
  const between = there.slice(1, -1).map(({ trace }) => trace);
  const groups = [{ name: 'faint', traces: between, known: true }, { name: 'stored', traces: [first.trace], known: first.rep.forward_known }, ...(last === first ? [] : [{ name: 'second', traces: [last.trace], known: last.rep.forward_known }])];
  const series = [{ label: t('rep', { n: first.rep.rep_number }), trace: first.trace, kg: set.load_kg, colour: '--velocity', dash: 0 },
    ...(last === first ? [] : [{ label: t('rep', { n: last.rep.rep_number }), trace: last.trace, kg: set.load_kg, colour: '--height', dash: 1 }])];
  return [element('section', { class: 'card pictures' },
    element('figure', {}, element('figcaption', {}, t('path.title'), element('small', {}, ` ${t('set.first-last')}`)), paths(groups)),
    element('figure', {}, element('figcaption', {}, t('curves.velocity')), curves('velocity', series)),
    element('figure', {}, element('figcaption', {}, t('curves.force')), curves('force', series)))];
}

const COLUMNS = ['rep', 'mean', 'peak', 'rom', 'off-plumb', 'grade', 'share', 'down', 'to-know', 'counts'];

function table(set, who, again) {
  return element('table', {}, element('thead', {}, element('tr', {}, ...COLUMNS.map((name) => element('th', { scope: 'col' }, t(`column.${name}`))))),
    element('tbody', {}, ...set.reps.map((rep) => element('tr', { class: rep.counted ? '' : 'removed' },
      element('th', { scope: 'row' }, String(rep.rep_number)),
      element('td', {}, words.plusMinus(rep.mean_concentric_mps, rep.mean_concentric_sd_mps, 3), ' m/s'), element('td', {}, number(rep.peak_concentric_mps, 2)),
      element('td', {}, number(rep.range_of_motion_m * 100, 1), ' cm'),
      element('td', {}, rep.forward_max_m === null ? '–' : `${words.plusMinus(rep.forward_max_m * 100, rep.forward_sd_m === null ? null : rep.forward_sd_m * 100, 1)} cm`),
      element('td', {}, rep.slack_grade === 'unknown' ? '–' : `${t(`slack.${rep.slack_grade}`)}${rep.tension_s === null ? '' : ` ${number(rep.tension_s, 2)} s`}`),
      element('td', {}, rep.left_share === null ? '–' : `${number(rep.left_share * 100, 1)} %`),
      element('td', {}, rep.eccentric_s === null || rep.eccentric_s === 0 ? '–' : `${number(rep.eccentric_s, 2)} s`),
      element('td', { class: 'remarks' }, [rep.outcome === 'completed' ? null : word('outcome', rep.outcome), ...rep.findings.map(words.finding)].filter(Boolean).join(' · ')),
      element('td', { class: 'no-print' }, who.role === 'coach' ? toggle(set, rep, again) : t(rep.counted ? 'set.counts' : 'set.removed'))))));
}

// A rep that was none is taken out, and can be put back.
function toggle(set, rep, again) {
  const change = async () => {
    const id = idOf(set.key);
    try {
      const correction = await api.correction(id);
      const removed = new Set(correction.removed_reps);
      if (rep.counted) {
        removed.add(rep.sequence);
      } else {
        removed.delete(rep.sequence);
      }
      await api.correct(id, correction.etag, { ...correction, removed_reps: [...removed] });
      say(t('saved'));
      again();
    } catch (error) {
      say(error.message, 'bad');
    }
  };
  return element('button', { type: 'button', click: change }, t(rep.counted ? 'set.take-out' : 'set.put-back'));
}

const CSV = ['rep_number', 'counted', 'outcome', 'mean_concentric_mps', 'mean_concentric_sd_mps', 'peak_concentric_mps', 'range_of_motion_m', 'range_of_motion_sd_m', 'forward_max_m', 'forward_sd_m', 'tension_s', 'slack_grade', 'left_share', 'eccentric_s', 'touch_down_mps'];

function saveCsv(set, title) {
  const lines = [CSV.join(','), ...set.reps.map((rep) => CSV.map((name) => rep[name] ?? '').join(','))];
  const link = element('a', { href: URL.createObjectURL(new Blob([`${lines.join('\r\n')}\r\n`], { type: 'text/csv' })), download: `${title}.csv` });
  link.click();
  URL.revokeObjectURL(link.href);
}
