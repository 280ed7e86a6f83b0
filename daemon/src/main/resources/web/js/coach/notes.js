// What people note of a set, and for a coach whose it is, which lift and which load.

import * as api from '../api.js';
import { element } from '../dom.js';
import { LIFTS } from '../lifts.js';
import { say } from '../page.js';
import { number, t } from '../texts.js';
import * as words from '../words.js';

const ROLES = ['', 'warm-up', 'working'];
const GRIPS = ['', 'double-overhand', 'hook', 'mixed-left-under', 'mixed-right-under', 'straps'];
const BELTS = { '': null, yes: true, no: false };

export async function notesForm(id, set, who, again) {
  const correction = await api.correction(id);
  const { notes } = correction;
  const role = choice(ROLES, notes.role ?? '', 'role');
  const grip = choice(GRIPS, notes.grip ?? '', 'grip');
  const belted = notes.belted === null ? '' : notes.belted ? 'yes' : 'no';
  const belt = choice(Object.keys(BELTS), belted, 'belt');
  const rpe = element('input', { type: 'number', min: 1, max: 10, step: 0.5, value: notes.rpe ?? '' });
  const text = element('textarea', { rows: 2, maxlength: 1000 }, notes.note ?? '');
  const exercise = element('select', {}, ...LIFTS.map((lift) => element('option', { value: lift, selected: lift === set.exercise }, words.exercise(lift))));
  const load = element('input', { type: 'number', min: 1, max: 600, step: 'any', value: correction.load_kg ?? '', placeholder: set.load_kg === null ? '' : number(set.load_kg, 1) });
  // What the bar told stays as it is told, unless a coach says otherwise.
  const corrected = () => (who.role === 'coach' ? { exercise: exercise.value === set.exercise ? correction.exercise : exercise.value, load_kg: load.value === '' ? null : Number(load.value) } : {});
  const submit = async (event) => {
    event.preventDefault();
    try {
      await api.correct(id, correction.etag, { ...correction, ...corrected(), notes: { role: role.value || null, grip: grip.value || null, belted: BELTS[belt.value], rpe: rpe.value === '' ? null : Number(rpe.value), note: text.value.trim() || null } });
      say(t('saved'));
      again();
    } catch (error) {
      say(error.message, 'bad');
    }
  };
  const label = (key, input) => element('label', {}, t(`notes.${key}`), input);
  return element('form', { class: 'row notes', submit }, ...(who.role === 'coach' ? [label('exercise', exercise), label('load', load)] : []), label('role', role), label('grip', grip), label('belt', belt), label('rpe', rpe), element('label', { class: 'grow' }, t('notes.note'), text),
    element('button', { type: 'submit', class: 'main' }, t('save')));
}

const choice = (values, now, kind) => element('select', {}, ...values.map((value) => element('option', { value, selected: value === now }, value === '' ? '–' : t(`${kind}.${value}`))));
