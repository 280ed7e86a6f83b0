// What people note of a set, and for a coach whose it is, which lift and which load.

import * as api from '../api.js';
import { element } from '../dom.js';
import { say } from '../page.js';
import { t } from '../texts.js';

const ROLES = ['', 'warm-up', 'working'];
const GRIPS = ['', 'double-overhand', 'hook', 'mixed-left-under', 'mixed-right-under', 'straps'];
const BELTS = { '': null, yes: true, no: false };

export async function notesForm(id, set, again) {
  const correction = await api.correction(id);
  const { notes } = correction;
  const role = choice(ROLES, notes.role ?? '', 'role');
  const grip = choice(GRIPS, notes.grip ?? '', 'grip');
  const belt = choice(Object.keys(BELTS), notes.belted === null ? '' : notes.belted ? 'yes' : 'no', 'belt');
  const rpe = element('input', { type: 'number', min: 1, max: 10, step: 0.5, value: notes.rpe ?? '' });
  const text = element('textarea', { rows: 2, maxlength: 1000 }, notes.note ?? '');
  const submit = async (event) => {
    event.preventDefault();
    try {
      await api.correct(id, correction.etag, { ...correction, notes: { role: role.value || null, grip: grip.value || null, belted: BELTS[belt.value], rpe: rpe.value === '' ? null : Number(rpe.value), note: text.value.trim() || null } });
      say(t('saved'));
      again();
    } catch (error) {
      say(error.message, 'bad');
    }
  };
  const label = (key, input) => element('label', {}, t(`notes.${key}`), input);
  return element('form', { class: 'row notes', submit }, label('role', role), label('grip', grip), label('belt', belt), label('rpe', rpe), element('label', { class: 'grow' }, t('notes.note'), text),
    element('button', { type: 'submit', class: 'main' }, t('save')));
}

const choice = (values, now, kind) => element('select', {}, ...values.map((value) => element('option', { value, selected: value === now }, value === '' ? '–' : t(`${kind}.${value}`))));
