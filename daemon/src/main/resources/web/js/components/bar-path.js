// The bar seen from the side: height over forward travel, both in cm, beside the plumb line through its start.

import { Component } from '../component.js';
import { element, svg } from '../dom.js';
import * as words from '../words.js';

const MARGIN = { left: 34, right: 14, top: 14, bottom: 34 };
const STROKE = new Set(['ascent', 'lockout', 'descent']);
const STRETCHES = [4, 2, 1];

export class BarPath extends Component {
  static on = ['change', 'live'];

  connectedCallback() {
    this.picture = svg('svg', { role: 'img', 'aria-label': 'Path of the bar from the side' });
    this.caption = element('p', { class: 'caption' });
    this.note = element('div', { class: 'note' });
    this.replaceChildren(this.picture, this.caption, this.note);
    new ResizeObserver(() => this.drawSoon()).observe(this.picture);
    super.connectedCallback();
  }

  draw() {
    const rep = this.model.rep;
    const stored = this.#ofTrace(this.model.trace);
    const now = this.#now();
    const points = [...stored, ...now];
    const box = this.picture.getBoundingClientRect();
    const empty = points.length < 2 || box.width < 80 || box.height < 80;
    this.note.hidden = !empty;
    this.note.textContent = rep === null ? 'The path appears with the first rep.' : 'Forward travel of this rep was not measured.';
    this.caption.textContent = empty ? '' : this.#words(rep);
    this.picture.replaceChildren(...(empty ? [] : this.#drawing(box, points, stored, now, rep)));
  }

  #ofTrace(trace) {
    if (!trace?.forward_m) {
      return [];
    }
    return trace.forward_m.map((forward, i) => ({ x: forward * 100, y: trace.height_m[i] * 100 }));
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

  #drawing(box, points, stored, now, rep) {
    const low = Math.min(0, ...points.map((point) => point.y));
    const high = Math.max(60, ...points.map((point) => point.y)) + 4;
    const reach = Math.max(5, ...points.map((point) => Math.abs(point.x))) * 1.1;
    const height = box.height - MARGIN.top - MARGIN.bottom;
    const width = box.width - MARGIN.left - MARGIN.right;
    const scale = Math.min(height / (high - low), width / (2 * reach));
    const stretch = STRETCHES.find((factor) => scale * factor * 2 * reach <= width) ?? 1;
    const x = (cm) => MARGIN.left + width / 2 + cm * scale * stretch;
    const y = (cm) => MARGIN.top + height - (cm - low) * scale;
    this.stretch = stretch;
    const half = width / 2 / (scale * stretch);
    const step = half > 30 ? 20 : half > 12 ? 10 : 5;
    const parts = [];
    for (let cm = 0; cm <= high; cm += 20) {
      parts.push(svg('line', { class: 'grid', x1: MARGIN.left, x2: MARGIN.left + width, y1: y(cm), y2: y(cm) }),
        svg('text', { class: 'end', x: MARGIN.left - 5, y: y(cm) + 4 }, String(cm)));
    }
    for (let cm = -Math.floor(half / step) * step; cm <= half; cm += step) {
      parts.push(svg('text', { class: 'middle', x: x(cm), y: MARGIN.top + height + 16 }, words.number(cm, 0)));
    }
    const known = rep?.path.forward_known ?? false;
    parts.push(svg('text', { class: 'middle', x: x(0), y: MARGIN.top + height + 31 }, known ? 'cm, + away from the lifter' : 'cm, forward or back not known'),
      svg('text', { x: 2, y: 10 }, 'cm'),
      svg('line', { class: 'plumb', x1: x(0), x2: x(0), y1: MARGIN.top, y2: y(low) }),
      svg('path', { class: 'bob', d: `M${x(0) - 5} ${y(low) - 8}h10l-5 10z` }),
      ...this.#trail(stored, x, y, 'trail', 'plate'), ...this.#trail(now, x, y, 'trail now', 'plate now'));
    return parts;
  }

  #trail(points, x, y, trail, plate) {
    if (points.length < 2) {
      return [];
    }
    const last = points.at(-1);
    return [svg('polyline', { class: trail, points: points.map((point) => `${x(point.x).toFixed(1)},${y(point.y).toFixed(1)}`).join(' ') }),
      svg('circle', { class: plate, cx: x(last.x), cy: y(last.y), r: 5 })];
  }

  #words(rep) {
    const path = rep?.path;
    const parts = [];
    if (path && path.forward_max_m !== null) {
      const far = Math.abs(path.forward_min_m ?? 0) > Math.abs(path.forward_max_m) ? path.forward_min_m : path.forward_max_m;
      parts.push(`Farthest from the plumb line: ${words.withSd(far * 100, path.forward_sd_m === null ? null : path.forward_sd_m * 100, 1).map((text, i) => (i === 1 && text !== null ? `± ${text}` : text)).filter(Boolean).join(' ')} cm.`);
      if (!path.forward_known) {
        parts.push('Its sign is the bar’s own: tell which way the lifter faces.');
      }
    }
    if (this.stretch > 1) {
      parts.push(`Drawn ${this.stretch}× wider than high.`);
    }
    return parts.join(' ');
  }
}
