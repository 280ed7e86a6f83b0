// What hangs on the bar, as its load cells weigh it: plates a side, and a warning where the sides differ.

import { Component } from '../component.js';
import { element, svg } from '../dom.js';
import { number, t } from '../texts.js';

const PLATES_KG = [25, 20, 15, 10, 5, 2.5, 1.25];
const HEIGHTS = { 25: 1, 20: 1, 15: 0.9, 10: 0.75, 5: 0.55, 2.5: 0.45, 1.25: 0.36 };
// Half the smallest usual plate: more than the scales are off, less than any plate that is missing.
const MISMATCH_KG = 0.6;
// Farther from a sum of plates than this, it is not drawn as plates.
const FIT_KG = 0.6;

/** The usual plates that come to a weight, heaviest first; null where none do. */
export function platesOf(kg) {
  const plates = [];
  let left = kg;
  for (const plate of PLATES_KG) {
    while (left > plate - MISMATCH_KG) {
      plates.push(plate);
      left -= plate;
    }
  }
  return Math.abs(left) <= FIT_KG ? plates : null;
}

export class PlateView extends Component {
  draw() {
    const state = this.model.barNow?.state ?? null;
    const rep = this.model.rep;
    const left = state?.load_left_kg ?? rep?.load.left_kg ?? null;
    const right = state?.load_right_kg ?? rep?.load.right_kg ?? null;
    if (left === null || right === null) {
      this.replaceChildren(element('div', { class: 'empty' }, t('plates.not-weighed')));
      return;
    }
    const difference = left - right;
    const uneven = Math.abs(difference) >= MISMATCH_KG;
    this.replaceChildren(
      svg('svg', { viewBox: '0 0 200 60', role: 'img', 'aria-label': t('plates.label', { left: number(left, 1), right: number(right, 1) }) }, ...bar(platesOf(left), platesOf(right))),
      element('div', { class: 'sides' }, side(t('left'), left), side(t('right'), right)),
      uneven ? element('p', { class: 'mismatch', role: 'alert' }, element('span', { 'aria-hidden': 'true' }, '⚠ '),
        t('plates.mismatch', { side: t(difference > 0 ? 'right' : 'left'), kg: number(Math.abs(difference), 1) })) : null ?? '');
  }
}

const side = (name, kg) => element('span', {}, element('small', {}, name), ` ${number(kg, 1)} kg`);

function bar(left, right) {
  const parts = [svg('rect', { class: 'shaft', x: 62, y: 28.5, width: 76, height: 3 }), svg('rect', { class: 'sleeve', x: 14, y: 27, width: 48, height: 6 }), svg('rect', { class: 'sleeve', x: 138, y: 27, width: 48, height: 6 })];
  for (const [plates, direction, from] of [[left, -1, 60], [right, 1, 140]]) {
    let at = from;
    for (const plate of plates ?? []) {
      const width = plate >= 10 ? 5.5 : 4;
      const height = 54 * HEIGHTS[plate];
      const x = direction < 0 ? at - width : at;
      parts.push(svg('rect', { class: `disc p${String(plate).replace('.', '-')}`, x, y: 30 - height / 2, width, height, rx: 1 }));
      at += direction * (width + 0.6);
    }
    if (plates === null) {
      parts.push(svg('text', { class: 'middle', x: from + direction * 22, y: 22 }, '?'));
    }
  }
  return parts;
}
