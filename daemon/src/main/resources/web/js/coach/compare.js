// Two sets laid over each other, as a whole and rep by rep.

import * as api from '../api.js';
import { element } from '../dom.js';
import { number, t, weekday } from '../texts.js';
import * as words from '../words.js';
import { toAthlete, toSet } from './links.js';
import { curves, paths, tracesOf } from './rep-pictures.js';

export async function comparePage(one, other) {
  const sets = await Promise.all([api.trained(one), api.trained(other)]);
  if (sets.includes(null)) {
    throw new Error(t('set.gone'));
  }
  const sides = await Promise.all(sets.map(async (set, i) => ({ set, name: i === 0 ? 'stored' : 'second', colour: i === 0 ? '--velocity' : '--height', dash: i, label: `${weekday(set.started_at)}, ${words.kg(set.load_kg)}`,
    reps: (await tracesOf(set.key, set.reps.filter((rep) => rep.counted))) })));
  const pick = (side) => element('select', { 'aria-label': t('compare.rep-of', { set: side.label }) }, element('option', { value: 'all' }, t('compare.all')),
    ...side.reps.map(({ rep }, i) => element('option', { value: i }, t('rep', { n: rep.rep_number }))));
  const picks = sides.map(pick);
  const body = element('div', { class: 'pictures' });
  const draw = () => body.replaceChildren(...drawn(sides, picks.map((select) => select.value)));
  picks.forEach((select) => select.addEventListener('change', draw));
  draw();
  const athlete = sets[1].athlete_id ?? sets[0].athlete_id;
  return { title: t('compare.title'), back: athlete === null ? '#/' : toAthlete(athlete), node: element('div', { class: 'compare' },
    element('header', { class: 'person' }, element('h1', {}, t('compare.title')), element('span', { class: 'acts no-print' }, element('button', { type: 'button', click: () => print() }, t('print')))),
    element('section', { class: 'card' }, numbers(sides)),
    element('section', { class: 'card' }, element('div', { class: 'row no-print' }, ...sides.map((side, i) => element('label', {}, element('span', { class: `side ${side.name}` }, `${i === 0 ? '━' : '╍'} ${side.label}`), picks[i]))), body)) };
}

function drawn(sides, picked) {
  const chosen = sides.map((side, i) => ({ ...side, reps: side.reps.filter((ignored, at) => picked[i] === 'all' || at === Number(picked[i])) }));
  const groups = chosen.map((side) => ({ name: side.name, traces: side.reps.map(({ trace }) => trace), known: side.reps.every(({ rep }) => rep.forward_known) }));
  const series = chosen.flatMap((side) => side.reps.map(({ rep, trace }, i) => ({ label: i === 0 || picked.some((value) => value !== 'all') ? `${side.label}, ${t('rep', { n: rep.rep_number })}` : '', trace, kg: side.set.load_kg, colour: side.colour, dash: side.dash })));
  return [figure('path.title', paths(groups)), figure('curves.velocity', curves('velocity', series)), figure('curves.height', curves('height', series)), figure('curves.force', curves('force', series))];
}

const figure = (key, node) => element('figure', {}, element('figcaption', {}, t(key)), node);

const mean = (values) => (values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length);
const of = (side, name, factor = 1) => side.reps.map(({ rep }) => rep[name]).filter((value) => value !== null).map((value) => value * factor);

function numbers(sides) {
  const rows = [
    ['load', (side) => side.set.load_kg, 1, 'kg'], ['column.mean', (side) => mean(of(side, 'mean_concentric_mps')), 2, 'm/s'], ['compare.loss', (side) => loss(of(side, 'mean_concentric_mps')), 2, 'm/s'],
    ['column.rom', (side) => mean(of(side, 'range_of_motion_m', 100)), 1, 'cm'], ['compare.drift', (side) => mean(of(side, 'forward_max_m', 100)), 1, 'cm'],
    ['compare.slack', (side) => mean(of(side, 'tension_s')), 2, 's'], ['column.share', (side) => mean(of(side, 'left_share', 100)), 1, '%'], ['column.down', (side) => mean(of(side, 'eccentric_s')), 2, 's'],
  ];
  return element('table', {}, element('thead', {}, element('tr', {}, element('th', { scope: 'col' }, t('compare.measure')), ...sides.map((side) => element('th', { scope: 'col' }, element('a', { href: toSet(side.set.key) }, side.label))), element('th', { scope: 'col' }, t('compare.change')))),
    element('tbody', {}, ...rows.map(([key, value, places, unit]) => {
      const [before, after] = sides.map(value);
      const change = before === null || after === null ? null : after - before;
      return element('tr', {}, element('th', { scope: 'row' }, t(key)), ...[before, after].map((shown) => element('td', {}, shown === null ? '–' : `${number(shown, places)} ${unit}`)), element('td', {}, change === null ? '–' : `${change > 0 ? '+' : ''}${number(change, places)} ${unit}`));
    })));
}

const loss = (values) => (values.length < 2 ? null : Math.max(...values) - values.at(-1));
