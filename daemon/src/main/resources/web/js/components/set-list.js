// Past sets, newest first.

import { Component } from '../component.js';
import { element } from '../dom.js';
import * as words from '../words.js';

export class SetList extends Component {
  draw() {
    const { sets } = this.model;
    if (sets.length === 0) {
      this.replaceChildren(element('div', { class: 'note' }, 'Sets are kept here.'));
      return;
    }
    const bars = new Set(sets.map((set) => set.bar_id));
    this.replaceChildren(element('ul', {}, ...sets.map((set) => element('li', {}, this.#line(set, bars.size > 1)))));
  }

  #line(set, nameBar) {
    const when = words.clock(set.wall_time_synchronised ? set.wall_time_ms : set.received_at_ms);
    const count = `${set.completed_reps} ${set.completed_reps === 1 ? 'rep' : 'reps'}${set.load_total_kg === null ? '' : ` × ${words.number(set.load_total_kg, 1)} kg`}`;
    const detail = [when, nameBar ? set.bar_id : null, set.athlete, set.closed ? null : 'open'].filter(Boolean).join(' · ');
    return element('button', { type: 'button', 'aria-current': String(this.model.isShown(set)), click: () => this.model.choose(set) },
      element('span', {}, `${words.exercise(set.exercise)}, set ${set.set_number}`),
      element('span', { class: 'number' }, set.best_mean_concentric_mps === null ? '–' : `${words.number(set.best_mean_concentric_mps, 2)} m/s`),
      element('small', {}, detail), element('small', { class: 'number' }, count));
  }
}
