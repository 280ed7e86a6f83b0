// How it feels after the session: a number, where, and done. Three taps; more can be said.

import * as api from '../api.js';
import { element } from '../dom.js';
import { say } from '../page.js';
import { t, weekday, word } from '../texts.js';
import { tell, waiting } from './outbox.js';

const AREAS = ['lower-back', 'upper-back', 'neck', 'shoulder', 'hip', 'glutes', 'hamstrings', 'quadriceps', 'knee', 'other'];
const SIDES = ['left', 'right', 'both'];
const STIFF = ['none', 'under-half-an-hour', 'half-an-hour-or-longer'];
const RPE = [6, 7, 8, 9, 10];

export class CheckInTab {
  #context;
  #said = { soreness: null, areas: new Set(), side: null, sharp: false, spreading: false, morning_stiffness: null, rpe: null, note: '' };

  constructor(context) {
    this.#context = context;
  }

  async node() {
    const place = element('div', { class: 'check-in' });
    await this.#draw(place);
    return place;
  }

  async #draw(place) {
    const said = this.#said;
    const last = await api.told(this.#context.athlete.id, 'check-ins', 3).catch(() => []);
    const go = element('button', { type: 'button', class: 'main wide', disabled: true, click: () => this.#send(place, go) }, t('checkin.save'));
    const enable = () => {
      go.disabled = said.soreness === null;
      where.hidden = said.soreness === null || said.soreness === 0;
    };
    const where = element('section', { class: 'card', hidden: true }, element('h2', {}, t('checkin.where')), many(AREAS, 'area', said.areas),
      element('h3', {}, t('checkin.side')), one(SIDES, 'side', (side) => {
        said.side = side;
      }));
    const more = element('details', { class: 'card' }, element('summary', {}, t('checkin.more')),
      element('h3', {}, t('checkin.kind')), tick(t('checkin.sharp'), (on) => {
        said.sharp = on;
      }), tick(t('checkin.spreading'), (on) => {
        said.spreading = on;
      }),
      element('h3', {}, t('checkin.stiffness')), one(STIFF, 'stiffness', (value) => {
        said.morning_stiffness = value;
      }),
      element('h3', {}, t('checkin.rpe')), one(RPE.map(String), null, (value) => {
        said.rpe = Number(value);
      }),
      element('label', {}, t('notes.note'), element('textarea', { rows: 2, maxlength: 1000, input: (event) => {
        said.note = event.target.value;
      } })));
    place.replaceChildren(
      waiting() > 0 ? element('p', { class: 'card', role: 'status' }, t('checkin.waiting', { n: waiting() })) : '',
      element('section', { class: 'card' }, element('h2', {}, t('checkin.soreness')), one(Array.from({ length: 11 }, (ignored, i) => String(i)), null, (value) => {
        said.soreness = Number(value);
        enable();
      }, 'scores'), element('p', { class: 'row between quiet' }, element('span', {}, t('checkin.none')), element('span', {}, t('checkin.worst')))),
      where, go, more,
      last.length === 0 ? '' : element('section', { class: 'card' }, element('h2', {}, t('checkin.last')), element('ul', { class: 'told' }, ...last.map(({ value }) => element('li', {}, `${weekday(value.at)}: ${t('told.soreness', { score: value.soreness })} ${value.areas.map((area) => word('area', area)).join(', ')}`)))),
      element('p', {}, element('a', { href: '/safety.html' }, t('safety.title'))));
  }

  async #send(place, button) {
    const said = this.#said;
    button.disabled = true;
    const sore = said.soreness > 0;
    const body = { at: new Date().toISOString(), soreness: said.soreness, areas: sore ? [...said.areas] : [], side: sore ? said.side : null, since: null, sharp: said.sharp, spreading: said.spreading,
      morning_stiffness: said.morning_stiffness, rpe: said.rpe, note: said.note.trim() || null };
    try {
      const stored = await tell(this.#context.athlete.id, 'check-ins', body);
      say(t(stored ? 'checkin.saved' : 'checkin.kept'));
      this.#said = { soreness: null, areas: new Set(), side: null, sharp: false, spreading: false, morning_stiffness: null, rpe: null, note: '' };
      await this.#draw(place);
    } catch (error) {
      button.disabled = false;
      say(error.message, 'bad');
    }
  }
}

// Buttons of which one is pressed.
function one(values, kind, choose, name = '') {
  const buttons = values.map((value) => element('button', { type: 'button', 'aria-pressed': 'false', 'data-value': value, click: () => {
    buttons.forEach((button) => button.setAttribute('aria-pressed', String(button.dataset.value === value)));
    choose(value);
  } }, kind === null ? value : word(kind, value)));
  return element('div', { class: `choices ${name}`, role: 'group' }, ...buttons);
}

function many(values, kind, chosen) {
  return element('div', { class: 'choices', role: 'group' }, ...values.map((value) => element('button', { type: 'button', 'aria-pressed': 'false', click: (event) => {
    const on = !chosen.has(value);
    if (on) {
      chosen.add(value);
    } else {
      chosen.delete(value);
    }
    event.currentTarget.setAttribute('aria-pressed', String(on));
  } }, word(kind, value))));
}

const tick = (text, choose) => element('label', { class: 'tick' }, element('input', { type: 'checkbox', change: (event) => choose(event.target.checked) }), text);
