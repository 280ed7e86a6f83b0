// The next session: what the coach's rules suggest, changed by a person, kept as a plan.

import * as api from '../api.js';
import { element } from '../dom.js';
import { LIFTS } from '../lifts.js';
import { say } from '../page.js';
import { t, weekday } from '../texts.js';
import * as words from '../words.js';

export async function planSection(id, report, may) {
  const list = element('div', { class: 'plans' });
  const draw = async () => {
    const kept = await api.told(id, 'planned-sessions', 5);
    list.replaceChildren(...(kept.length === 0 ? [element('p', { class: 'quiet' }, t('plan.none'))] : kept.map((item) => planned(id, item, may, draw))));
  };
  await draw();
  return element('div', {}, list, may.plan ? form(id, report, draw) : null);
}

function planned(id, item, may, draw) {
  const remove = async () => {
    await api.untell(id, 'planned-sessions', item);
    await draw();
  };
  return element('article', { class: 'plan' }, element('strong', {}, weekday(item.value.on)),
    element('ul', {}, ...item.value.work.map((work) => element('li', {}, `${work.role === 'warm-up' ? `${t('plan.warm-up')}: ` : ''}${words.exercise(work.exercise)} ${work.sets} × ${work.reps_per_set}${work.load_kg === null ? '' : ` × ${words.plainKg(work.load_kg)}`}${work.rpe === null ? '' : `, RPE ${work.rpe}`}`))),
    item.value.note ? element('p', { class: 'quiet' }, item.value.note) : null,
    may.plan ? element('button', { type: 'button', class: 'no-print', click: remove }, t('plan.remove')) : null);
}

function form(id, report, draw) {
  const suggestions = report.next_loads.filter((load) => load.low_kg !== null);
  const lines = element('div', { class: 'lines' });
  const add = (load = null) => lines.append(line(load));
  (suggestions.length === 0 ? [null] : suggestions).forEach(add);
  const on = element('input', { type: 'date', required: true, value: defaultDay(suggestions) });
  const remark = element('input', { type: 'text', maxlength: 500 });
  const submit = async (event) => {
    event.preventDefault();
    const work = [...lines.children].map((row) => row.value()).filter((one) => one.sets > 0);
    try {
      await api.tell(id, 'planned-sessions', { on: on.value, work, note: remark.value || null });
      say(t('saved'));
      await draw();
    } catch (error) {
      say(error.message, 'bad');
    }
  };
  return element('form', { class: 'no-print plan-form', submit }, element('h3', {}, t('plan.next')),
    element('div', { class: 'row' }, element('label', {}, t('plan.day'), on), element('label', { class: 'grow' }, t('plan.note'), remark)), lines,
    element('div', { class: 'row' }, element('button', { type: 'button', click: () => add() }, t('plan.more')), element('button', { type: 'submit', class: 'main' }, t('plan.keep'))));
}

// The day after tomorrow, or the day before which the rules would rather have rest.
function defaultDay(suggestions) {
  const usual = Date.now() + 2 * 86_400_000;
  const least = Math.max(...suggestions.map((load) => (load.not_before === null ? 0 : Date.parse(load.not_before))), 0);
  return new Date(Math.max(usual, least)).toISOString().slice(0, 10);
}

function line(load) {
  const exercise = element('select', {}, ...LIFTS.map((name) => element('option', { value: name, selected: name === load?.exercise }, words.exercise(name))));
  const input = (value, attributes) => element('input', { type: 'number', value: value ?? '', ...attributes });
  const sets = input(load === null ? '' : 3, { min: 1, max: 50, required: true });
  const reps = input(load === null ? '' : 5, { min: 1, max: 100, required: true });
  const kg = input(load?.high_kg, { min: 0, max: 500, step: 'any' });
  const row = element('div', { class: 'row line' }, element('label', {}, t('plan.exercise'), exercise), element('label', {}, t('plan.sets'), sets), element('label', {}, t('plan.reps'), reps), element('label', {}, 'kg', kg),
    element('button', { type: 'button', 'aria-label': t('plan.remove-line'), click: () => row.remove() }, '✕'));
  row.value = () => ({ exercise: exercise.value, role: 'working', sets: Number(sets.value), reps_per_set: Number(reps.value), load_kg: kg.value === '' ? null : Number(kg.value), rpe: null });
  return row;
}
