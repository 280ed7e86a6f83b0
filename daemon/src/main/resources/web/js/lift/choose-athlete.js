// Who holds the phone, where the account does not say.

import * as api from '../api.js';
import { element } from '../dom.js';
import { say } from '../page.js';
import { t } from '../texts.js';

const STORED = 'plumbline.athlete';

export async function chooseAthlete(place) {
  const athletes = await api.athletes();
  const kept = athletes.find((athlete) => athlete.id === localStorage.getItem(STORED));
  if (kept) {
    return kept;
  }
  return new Promise((done) => {
    const choose = (athlete) => {
      localStorage.setItem(STORED, athlete.id);
      done(athlete);
    };
    const name = element('input', { type: 'text', maxlength: 64, required: true, autocomplete: 'off' });
    const add = async (event) => {
      event.preventDefault();
      try {
        const made = await api.addAthlete({ name: name.value, zone: Intl.DateTimeFormat().resolvedOptions().timeZone, birth_year: null, body_mass_kg: null, one_rep_maxima: [] });
        choose(made);
      } catch (error) {
        say(error.message, 'bad');
      }
    };
    place.replaceChildren(element('h2', {}, t('lift.who')), element('div', { class: 'choices' }, ...athletes.map((athlete) => element('button', { type: 'button', click: () => choose(athlete) }, athlete.name))),
      element('form', { class: 'row', submit: add }, element('label', { class: 'grow' }, t('lift.new-name'), name), element('button', { type: 'submit' }, t('lift.add'))));
  });
}
