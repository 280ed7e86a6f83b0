// Mean velocity of each rep of the set as a bar, with its uncertainty, the last one marked; what is still being worked out is drawn hollow.

import { Component } from '../component.js';
import { element, svg } from '../dom.js';
import { provisional } from '../provisional.js';
import { number, t } from '../texts.js';
import * as words from '../words.js';

const LEAST_SLOTS = 6;
const LEAST_MPS = 0.5;

export class VelocityBars extends Component {
  connectedCallback() {
    this.picture = svg('svg', { role: 'img' });
    this.note = element('div', { class: 'blank' });
    this.replaceChildren(this.picture, this.note);
    new ResizeObserver(() => this.drawSoon()).observe(this.picture);
    super.connectedCallback();
  }

  draw() {
    const reps = this.model.shown?.reps ?? [];
    const ahead = provisional(this.model);
    const bars = [...(ahead?.newSet ? [] : reps.map((rep) => ({ number: rep.rep_number, mps: rep.velocity.mean_concentric_mps, sdMps: rep.velocity.mean_concentric_sd_mps, lifted: words.isLifted(rep) }))),
      ...(ahead ? [{ number: ahead.rep, mps: ahead.mps, sdMps: ahead.sdMps, lifted: true, provisional: true }] : [])];
    this.note.hidden = bars.length > 0;
    this.note.textContent = t('bars.none-yet');
    this.picture.setAttribute('aria-label', t('bars.label', { values: bars.map((bar) => number(bar.mps, 2)).join(', ') }));
    const box = this.picture.getBoundingClientRect();
    const planned = this.model.barNow?.state?.planned_reps ?? 0;
    this.picture.replaceChildren(...(bars.length === 0 || box.width < 80 || box.height < 60 ? [] : drawing(bars, planned, box, parseFloat(getComputedStyle(this).fontSize))));
  }
}

function drawing(bars, planned, box, rem) {
  const slots = Math.max(LEAST_SLOTS, bars.length, Math.min(planned, 20));
  const width = box.width / slots;
  const top = 1.9 * rem;
  const floor = box.height - 1.4 * rem;
  const most = Math.max(LEAST_MPS, ...bars.map((bar) => bar.mps + (bar.sdMps ?? 0)));
  const y = (mps) => floor - Math.max(0, mps) / most * (floor - top);
  const done = bars.filter((bar) => bar.lifted);
  const best = Math.max(...done.map((bar) => bar.mps));
  const parts = [svg('line', { class: 'grid', x1: 0, x2: box.width, y1: floor, y2: floor })];
  if (done.length > 1) {
    parts.push(svg('line', { class: 'best', x1: 0, x2: box.width, y1: y(best), y2: y(best) }));
  }
  const size = width < 3.2 * rem ? 0.75 : 1;
  bars.forEach((bar, i) => {
    const middle = (i + 0.5) * width;
    const half = Math.min(width * 0.36, 3.2 * rem);
    const name = `bar ${i === bars.length - 1 ? 'last' : ''} ${bar.lifted ? '' : 'failed'} ${bar.provisional ? 'provisional' : ''}`;
    parts.push(svg('rect', { class: name, x: middle - half, width: 2 * half, y: y(bar.mps), height: Math.max(1, floor - y(bar.mps)), rx: 3 }));
    if (bar.sdMps !== null && !bar.provisional) {
      parts.push(svg('line', { class: 'sd', x1: middle, x2: middle, y1: y(bar.mps - bar.sdMps), y2: y(bar.mps + bar.sdMps) }));
    }
    parts.push(svg('text', { class: 'middle value', x: middle, y: y(bar.mps + (bar.sdMps ?? 0)) - 0.4 * rem, 'font-size': size * 1.15 * rem }, bar.lifted ? number(bar.mps, 2) : '✕'),
      svg('text', { class: 'middle', x: middle, y: floor + 1.1 * rem }, String(bar.number)));
  });
  for (let i = bars.length; i < planned && i < slots; i++) {
    parts.push(svg('text', { class: 'middle ahead', x: (i + 0.5) * width, y: floor + 1.1 * rem }, String(i + 1)));
  }
  return parts;
}
