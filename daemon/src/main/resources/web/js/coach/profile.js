// The load–velocity line of each lift, with the estimated max and its band.

import { chart } from '../charts/chart.js';
import { element } from '../dom.js';
import { note } from '../page.js';
import { number, t } from '../texts.js';
import * as words from '../words.js';

const STEPS = 24;

export function profileSection(report) {
  const profiles = report.profiles.filter((profile) => profile.points.length > 0);
  if (profiles.length === 0) {
    return note(t('profile.none'));
  }
  return element('div', { class: 'figures' }, ...profiles.map(figure));
}

function figure(profile) {
  const title = words.exercise(profile.exercise);
  const { line, estimate, points } = profile;
  const loads = points.map((point) => point.load_kg);
  const from = Math.min(...loads) - 5;
  const to = Math.max(...loads, estimate?.high_kg ?? 0) + 5;
  // One axis for points and line: every load that either has, in order.
  const grid = line === null ? [] : Array.from({ length: STEPS + 1 }, (ignored, i) => from + (to - from) * i / STEPS);
  const at = [...points.map((point, i) => ({ kg: point.load_kg + i * 1e-6, point })), ...grid.map((kg) => ({ kg }))].sort((a, b) => a.kg - b.kg);
  const mean = (kg) => line.velocity_at_centre_mps + line.slope_mps_per_kg * (kg - line.centre_kg);
  const sd = (kg) => Math.hypot(line.velocity_at_centre_sd_mps, line.slope_sd_mps_per_kg * (kg - line.centre_kg));
  const on = (f) => at.map(({ kg }) => (line === null ? null : f(kg)));
  return element('figure', {}, element('figcaption', {}, title), chart({
    label: t('profile.label', { exercise: title }), unit: 'm/s', places: 2, size: 'tall', least: [0, 0.6],
    x: { values: at.map(({ kg }) => kg), label: t('load'), axisLabel: t('profile.axis'), unit: 'kg', places: 1, tight: true },
    summary: estimate === null ? '' : t('profile.estimate', { max: number(estimate.max_kg, 0), low: number(estimate.low_kg, 0), high: number(estimate.high_kg, 0), v: number(profile.velocity_at_max.velocity_mps, 2) }),
    series: [{ label: t('profile.sets'), colour: '--height', as: 'points', values: at.map(({ point }) => point?.velocity_mps ?? null) },
      ...(line === null ? [] : [{ label: t('profile.line'), colour: '--velocity', as: 'curve', values: on(mean), low: on((kg) => mean(kg) - 1.96 * sd(kg)), high: on((kg) => mean(kg) + 1.96 * sd(kg)) }])],
  }), profile.refusal === null ? null : element('p', { class: 'quiet' }, profile.refusal));
}
