// Past sets, newest first.

import { Component } from '../component.js';
import { element, redraw } from '../dom.js';
import { clock, number, t } from '../texts.js';
import * as words from '../words.js';

export class SetList extends Component {
  draw() {
    const { sets } = this.model;
    if (sets.length === 0) {
      this.replaceChildren(element('div', { class: 'blank' }, t('sets.none')));
      return;
    }
    const bars = new Set(sets.map((set) => set.bar_id));
    redraw(this, element('ul', {}, ...sets.map((set) => element('li', {}, this.#line(set, bars.size > 1)))));
  }

  #line(set, nameBar) {
    const when = clock(set.wall_time_synchronised ? set.wall_time_ms : set.received_at_ms);
    const count = `${t('reps.count', { n: set.completed_reps })}${set.load_total_kg === null ? '' : ` × ${number(set.load_total_kg, 1)} kg`}`;
    const detail = [when, nameBar ? set.bar_id : null, set.athlete, set.closed ? null : t('set.open')].filter(Boolean).join(' · ');
    return element('button', { type: 'button', 'aria-current': String(this.model.isShown(set)), 'data-key': `${set.bar_id}/${set.journal_id}/${set.set_number}`, click: () => this.model.choose(set) },
      element('span', {}, `${words.exercise(set.exercise)}, ${t('set.title', { set: set.set_number })}`),
      element('span', { class: 'number' }, set.best_mean_concentric_mps === null ? '–' : `${number(set.best_mean_concentric_mps, 2)} m/s`),
      element('small', {}, detail), element('small', { class: 'number' }, count));
  }
}
