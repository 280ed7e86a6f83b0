// The reps of the set on the page, newest first, each number with its uncertainty.

import { Component } from '../component.js';
import { element, redraw } from '../dom.js';
import { has, t, word } from '../texts.js';
import * as words from '../words.js';

const COLUMNS = [['column.rep', ''], ['column.mean', 'm/s'], ['column.peak', 'm/s', 'narrow-out'], ['column.rom', 'cm'], ['column.up', 's', 'minor'], ['column.down', 's', 'minor wide-only'], ['column.off-plumb', 'cm'], ['column.to-know', '']];

export class RepTable extends Component {
  draw() {
    const reps = this.model.shown?.reps ?? [];
    if (reps.length === 0) {
      this.replaceChildren(element('div', { class: 'blank' }, t('reps.none-yet')));
      return;
    }
    redraw(this, element('table', {},
      element('thead', {}, element('tr', {}, ...COLUMNS.map(([name, unit, more]) => element('th', { scope: 'col', class: more }, t(name), unit ? element('span', { class: 'unit' }, unit) : null)))),
      element('tbody', {}, ...[...reps].reverse().map((rep) => this.#row(rep)))));
  }

  #row(rep) {
    const { velocity, motion, path } = rep;
    const choose = () => this.model.chooseRep(rep);
    const remarks = [rep.outcome === 'completed' || !has(`outcome.${rep.outcome}`) ? null : t(`outcome.${rep.outcome}`),
      ...rep.quality.map((flag) => word('flag', flag)), ...rep.findings.map(words.finding)].filter(Boolean);
    return element('tr', { tabindex: 0, class: words.isLifted(rep) ? '' : 'failed', 'data-sequence': rep.key.sequence, 'data-key': rep.key.sequence, 'aria-selected': String(this.model.isRepShown(rep)), click: choose,
      keydown: (event) => {
        if (event.key === 'Enter' || event.key === ' ') {
          event.preventDefault();
          choose();
        }
      } },
      element('td', {}, String(rep.rep_number)),
      element('td', {}, value(velocity.mean_concentric_mps, velocity.mean_concentric_sd_mps, 1, 3, `mean ${words.isRough(velocity.mean_concentric_sd_mps) ? 'rough' : ''}`)),
      element('td', { class: 'narrow-out' }, value(velocity.peak_concentric_mps, velocity.peak_concentric_sd_mps, 1, 3)),
      element('td', {}, value(motion.range_of_motion_m, motion.range_of_motion_sd_m, 100, 1)),
      element('td', { class: 'minor' }, value(motion.concentric_s, motion.concentric_sd_s, 1, 2)),
      element('td', { class: 'minor wide-only' }, value(motion.eccentric_s, motion.eccentric_sd_s, 1, 2)),
      element('td', {}, value(words.farthest(path), path.forward_sd_m, 100, 1)),
      element('td', {}, remarks.join(', ')));
  }
}

function value(number, sd, factor, most, more = '') {
  const times = (quantity) => (quantity === null ? null : quantity * factor);
  const [text, sdText] = words.withSd(times(number), times(sd), most);
  return element('span', { class: more }, text, sdText === null ? null : element('span', { class: 'sd' }, ` ± ${sdText}`));
}
