// The way up to the working load: a general warm-up, then sets that rise. A set that the bar measured today ticks itself.

import { element } from '../dom.js';
import { say } from '../page.js';
import { number, t } from '../texts.js';
import * as words from '../words.js';
import { tell } from './outbox.js';

// A set counts as this step of the ramp where its load is so near.
const NEAR_KG = 2.6;

const today = () => new Date().toLocaleDateString('sv');
const stored = (athlete, exercise) => `plumbline.ramp.${athlete}.${exercise}`;

function ticks(athlete, exercise) {
  const kept = JSON.parse(localStorage.getItem(stored(athlete, exercise)) ?? 'null');
  return kept?.day === today() ? kept.done : [];
}

export function warmUp({ athlete, model }, report, exercise, plannedKg) {
  const ramp = report.warm_ups.find((one) => one.exercise === exercise) ?? null;
  if (ramp === null) {
    return element('p', { class: 'quiet' }, t('warm-up.none'));
  }
  const done = new Set(ticks(athlete.id, exercise));
  const lifted = liftedToday(model, exercise);
  const keep = (name, on) => {
    if (on) {
      done.add(name);
    } else {
      done.delete(name);
    }
    localStorage.setItem(stored(athlete.id, exercise), JSON.stringify({ day: today(), done: [...done] }));
    if (name === 'general' && on) {
      tell(athlete.id, 'general-warm-ups', { at: new Date().toISOString(), duration_s: ramp.general_min * 60, note: null }).catch((error) => say(error.message, 'bad'));
    }
  };
  const step = (name, measured, ...text) => element('li', {}, element('label', {}, element('input', { type: 'checkbox', checked: done.has(name) || measured, change: (event) => keep(name, event.target.checked) }), element('span', {}, ...text)));
  return element('div', {}, plannedKg !== null && Math.abs(plannedKg - ramp.working_load_kg) > NEAR_KG ? element('p', { class: 'quiet' }, t('warm-up.other-load', { kg: words.plainKg(plannedKg), ramp: words.plainKg(ramp.working_load_kg) })) : null,
    element('ol', { class: 'ramp' }, step('general', false, t('warm-up.general', { minutes: number(ramp.general_min, 0) })),
      ...ramp.sets.map((set) => step(`kg-${set.load_kg}`, lifted.some((kg) => Math.abs(kg - set.load_kg) < NEAR_KG), element('strong', {}, `${words.plainKg(set.load_kg)} × ${set.reps}`), ' ',
        element('small', {}, set.plates_one_side_kg.length === 0 ? t('warm-up.empty-bar') : t('warm-up.plates', { plates: set.plates_one_side_kg.map((kg) => number(kg, kg % 1 === 0 ? 0 : kg % 0.5 === 0 ? 1 : 2)).join(' + ') }), `, ${number(set.share_pct, 0)} %`))),
      element('li', { class: 'work' }, element('strong', {}, t('warm-up.then', { kg: words.plainKg(ramp.working_load_kg) })))));
}

const liftedToday = (model, exercise) => model.sets.filter((set) => set.exercise === exercise && set.load_total_kg !== null && new Date(set.received_at_ms).toLocaleDateString('sv') === today()).map((set) => set.load_total_kg);
