// The path of the rep on the page, and of the stroke that is under way.

import { pathPicture, pointsOf } from '../charts/path-picture.js';
import { Component } from '../component.js';
import { element, svg } from '../dom.js';
import { t } from '../texts.js';
import * as words from '../words.js';

const STROKE = new Set(['ascent', 'lockout', 'descent']);

export class BarPath extends Component {
  static on = ['change', 'live'];
  // What was drawn last: while the bar rests, its samples change nothing here.
  #drawn = [];

  connectedCallback() {
    this.picture = svg('svg', { role: 'img', 'aria-label': t('path.label') });
    this.caption = element('p', { class: 'caption' });
    this.note = element('div', { class: 'blank' });
    this.replaceChildren(this.picture, this.caption, this.note);
    new ResizeObserver(() => this.drawSoon()).observe(this.picture);
    super.connectedCallback();
  }

  draw() {
    const rep = this.model.rep;
    const stored = pointsOf(this.model.trace);
    const now = this.#now();
    const box = this.picture.getBoundingClientRect();
    const seen = [rep, this.model.trace, now.at(-1)?.x, now.length, box.width, box.height];
    if (this.#drawn.length > 0 && seen.every((part, i) => part === this.#drawn[i])) {
      return;
    }
    this.#drawn = seen;
    const empty = stored.length + now.length < 2 || box.width < 80 || box.height < 80;
    this.note.hidden = !empty;
    this.note.textContent = t(rep === null ? 'path.none-yet' : this.model.trace === undefined ? 'loading' : 'path.not-measured');
    if (empty) {
      this.picture.replaceChildren();
      this.caption.textContent = '';
      return;
    }
    const rem = parseFloat(getComputedStyle(this).fontSize);
    const { parts, stretch } = pathPicture(box, [{ points: stored, name: 'stored' }, { points: now, name: 'now' }], { known: rep?.path.forward_known ?? false, rem });
    this.picture.replaceChildren(...parts);
    this.caption.textContent = this.#words(rep, stretch);
  }

  // The stroke that is under way.
  #now() {
    const samples = this.model.chosen ? [] : this.model.live;
    const last = samples.at(-1);
    if (!last || !STROKE.has(last.phase)) {
      return [];
    }
    const start = samples.findLastIndex((sample) => !STROKE.has(sample.phase)) + 1;
    return samples.slice(start).filter((sample) => sample.forwardM !== null).map((sample) => ({ x: sample.forwardM * 100, y: sample.heightM * 100 }));
  }

  #words(rep, stretch) {
    const path = rep?.path;
    const parts = [];
    if (path && path.forward_max_m !== null) {
      parts.push(t('path.farthest', { value: words.plusMinus(words.farthest(path) * 100, path.forward_sd_m * 100, 1) }));
      if (!path.forward_known) {
        parts.push(t('path.no-facing'));
      }
    }
    if (stretch > 1) {
      parts.push(t('path.stretched', { factor: stretch }));
    }
    return parts.join(' ');
  }
}
