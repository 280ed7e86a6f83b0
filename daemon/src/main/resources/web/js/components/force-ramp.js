// How the slack came out of the bar: the lifter's force before and just after the lift-off, as a share of the load's weight.

import { Component } from '../component.js';
import { element, svg } from '../dom.js';
import { number, t } from '../texts.js';
import { slackOf } from '../words.js';

const G_MPS2 = 9.80665;
const AFTER_S = 0.4;
const LEAST_BEFORE_S = 0.8;
const MOST_BEFORE_S = 2.5;

export class ForceRamp extends Component {
  connectedCallback() {
    this.grade = element('p', { class: 'grade' });
    this.picture = svg('svg', { role: 'img' });
    this.note = element('div', { class: 'blank' });
    this.replaceChildren(this.grade, this.picture, this.note);
    new ResizeObserver(() => this.drawSoon()).observe(this.picture);
    super.connectedCallback();
  }

  draw() {
    const { rep, trace } = this.model;
    const ramp = rampOf(rep, trace);
    const box = this.picture.getBoundingClientRect();
    const slack = slackOf(rep);
    const { grade } = slack;
    this.grade.className = `grade ${grade}`;
    this.grade.replaceChildren(...(rep === null || grade === 'unknown' ? [] : gradeWords(slack)));
    this.picture.setAttribute('aria-label', rep === null ? t('slack.none-yet') : slackWords(slack));
    this.note.hidden = ramp !== null;
    this.note.textContent = t(rep === null ? 'slack.none-yet' : trace === undefined ? 'loading' : 'slack.not-measured');
    this.picture.replaceChildren(...(ramp === null || box.width < 80 || box.height < 60 ? [] : drawing(ramp, box, parseFloat(getComputedStyle(this).fontSize), slack)));
  }
}

export const gradeWords = (slack) => [element('span', { class: `sign ${slack.grade}`, 'aria-hidden': 'true' }, { taut: '✓', hurried: '!', jerked: '✕' }[slack.grade] ?? '?'),
  element('strong', {}, t(`slack.${slack.grade}`)), slack.tension_s === null ? null : element('span', {}, ` ${t('slack.time', { seconds: number(slack.tension_s, 2) })}`)].filter((part) => part !== null);

export const slackWords = (slack) => [t('slack.title'), t(`slack.${slack.grade}`), slack.tension_s === null ? '' : t('slack.time', { seconds: number(slack.tension_s, 2) })].filter(Boolean).join(', ');

// Times from the lift-off and shares of the weight in %; null where the force or the load is not known.
function rampOf(rep, trace) {
  const totalKg = rep?.load.total_kg ?? null;
  if (totalKg === null || !trace?.force_left_n || !trace.force_right_n) {
    return null;
  }
  const before = Math.min(MOST_BEFORE_S, Math.max(LEAST_BEFORE_S, (slackOf(rep).tension_s ?? 0) + 0.3));
  const points = trace.time_s.map((time, i) => ({ time, pct: 100 * (trace.force_left_n[i] + trace.force_right_n[i]) / (totalKg * G_MPS2) }))
    .filter(({ time }) => time >= -before && time <= AFTER_S);
  return points.length < 3 ? null : points;
}

function drawing(points, box, rem, slack) {
  const margin = { left: 2.6 * rem, right: 0.6 * rem, top: 0.8 * rem, bottom: 2.2 * rem };
  const from = points[0].time;
  const to = points.at(-1).time;
  const high = Math.max(130, ...points.map((point) => point.pct)) * 1.05;
  const x = (time) => margin.left + (time - from) / (to - from) * (box.width - margin.left - margin.right);
  const y = (pct) => box.height - margin.bottom - Math.max(0, pct) / high * (box.height - margin.top - margin.bottom);
  const floor = y(0);
  const parts = [0, 50, 100].flatMap((pct) => [svg('line', { class: pct === 100 ? 'weight' : 'grid', x1: margin.left, x2: box.width - margin.right, y1: y(pct), y2: y(pct) }),
    svg('text', { class: 'end', x: margin.left - 5, y: y(pct) + 0.25 * rem }, String(pct))]);
  for (let time = Math.ceil(from * 2) / 2; time <= to; time += 0.5) {
    parts.push(svg('text', { class: 'middle', x: x(time), y: floor + 0.95 * rem }, number(time, 1)));
  }
  const line = points.map((point) => `${x(point.time).toFixed(1)},${y(point.pct).toFixed(1)}`).join(' ');
  if (slack.tension_s !== null && -slack.tension_s >= from) {
    parts.push(svg('rect', { class: `pull ${slack.grade}`, x: x(-slack.tension_s), width: x(0) - x(-slack.tension_s), y: margin.top, height: floor - margin.top }));
  }
  parts.push(svg('polygon', { class: 'force-area', points: `${x(from)},${floor} ${line} ${x(to)},${floor}` }), svg('polyline', { class: 'force', points: line }),
    svg('line', { class: 'lift-off', x1: x(0), x2: x(0), y1: margin.top, y2: floor }),
    svg('text', { class: 'middle', x: (margin.left + box.width - margin.right) / 2, y: floor + 1.95 * rem }, t('slack.axis')), svg('text', { x: 2, y: 0.65 * rem }, '%'));
  return parts;
}
