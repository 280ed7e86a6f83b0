// The bar seen from the side: height over forward travel, both in cm, beside the plumb line through its start. One trail or several laid over each other.

import { svg } from '../dom.js';
import { number, t } from '../texts.js';

const STRETCHES = [4, 2, 1];
const LEAST_HIGH_CM = 60;

/** The points of a trace in cm; none where forward travel was not measured. */
export function pointsOf(trace) {
  // What the bar does while the slack comes out belongs to the force; a lift that begins at the top has its way down before it.
  const first = trace?.height_m[0] > 0.1 ? -Infinity : -0.02;
  return trace?.forward_m ? trace.forward_m.map((forward, i) => ({ x: forward * 100, y: trace.height_m[i] * 100, time: trace.time_s[i] })).filter((point) => point.time >= first) : [];
}

/**
 * What goes into an SVG element of the size `box`.
 * trails: [{ points, name }], the name is a class. known: whether + means away from the lifter. sdCm: half the width of a band around the plumb line.
 * Returns { parts, stretch }.
 */
export function pathPicture(box, trails, { known, sdCm = null, rem = 16 }) {
  const margin = { left: 2.4 * rem, right: 0.9 * rem, top: 0.9 * rem, bottom: 2.3 * rem };
  const points = trails.flatMap((trail) => trail.points);
  const low = Math.min(0, ...points.map((point) => point.y));
  const high = Math.max(LEAST_HIGH_CM, ...points.map((point) => point.y)) + 4;
  const reach = Math.max(5, ...points.map((point) => Math.abs(point.x))) * 1.1;
  const height = box.height - margin.top - margin.bottom;
  const width = box.width - margin.left - margin.right;
  const scale = Math.min(height / (high - low), width / (2 * reach));
  const stretch = STRETCHES.find((factor) => scale * factor * 2 * reach <= width) ?? 1;
  const x = (cm) => margin.left + width / 2 + cm * scale * stretch;
  const y = (cm) => margin.top + height - (cm - low) * scale;
  const half = width / 2 / (scale * stretch);
  const step = half > 30 ? 20 : half > 12 ? 10 : 5;
  const parts = [];
  for (let cm = 0; cm <= high; cm += 20) {
    parts.push(svg('line', { class: 'grid', x1: margin.left, x2: margin.left + width, y1: y(cm), y2: y(cm) }), svg('text', { class: 'end', x: margin.left - 5, y: y(cm) + 0.25 * rem }, String(cm)));
  }
  for (let cm = -Math.floor(half / step) * step; cm <= half; cm += step) {
    parts.push(svg('text', { class: 'middle', x: x(cm), y: margin.top + height + 0.95 * rem }, number(cm, 0)));
  }
  if (sdCm !== null) {
    parts.push(svg('rect', { class: 'unsure', x: x(-sdCm), width: x(sdCm) - x(-sdCm), y: margin.top, height: y(low) - margin.top }));
  }
  parts.push(svg('text', { class: 'middle', x: margin.left + width / 2, y: margin.top + height + 1.95 * rem }, t(known ? 'path.axis' : 'path.axis-unknown')),
    svg('text', { x: 2, y: 0.65 * rem }, 'cm'),
    svg('line', { class: 'plumb', x1: x(0), x2: x(0), y1: margin.top, y2: y(low) }),
    svg('path', { class: 'bob', d: `M${x(0) - 5} ${y(low) - 8}h10l-5 10z` }),
    ...trails.flatMap((trail) => drawn(trail, x, y, rem)));
  return { parts, stretch };
}

function drawn({ points, name }, x, y, rem) {
  if (points.length < 2) {
    return [];
  }
  const last = points.at(-1);
  return [svg('polyline', { class: `trail ${name ?? ''}`, points: points.map((point) => `${x(point.x).toFixed(1)},${y(point.y).toFixed(1)}`).join(' ') }),
    svg('circle', { class: `plate ${name ?? ''}`, cx: x(last.x), cy: y(last.y), r: 0.32 * rem })];
}
