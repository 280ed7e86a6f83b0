// Reps laid over each other: their paths from the side, and one curve of each.

import * as api from '../api.js';
import { chart } from '../charts/chart.js';
import { pathPicture, pointsOf } from '../charts/path-picture.js';
import { element, svg } from '../dom.js';
import { t } from '../texts.js';

const G_MPS2 = 9.80665;
const STEPS = 160;

export const CURVES = {
  velocity: { unit: 'm/s', places: 2, of: (trace) => trace.velocity_mps },
  height: { unit: 'cm', places: 1, of: (trace) => trace.height_m.map((height) => height * 100) },
  force: { unit: '%', places: 0, of: (trace, kg) => (kg !== null && trace.force_left_n && trace.force_right_n ? trace.force_left_n.map((left, i) => 100 * (left + trace.force_right_n[i]) / (kg * G_MPS2)) : null) },
};

/** Reads the traces of reps: [{ rep, trace }], null where none is stored. */
export const tracesOf = (key, reps) => Promise.all(reps.map(async (rep) => ({ rep, trace: await api.trace({ bar_id: key.bar_id, journal_id: key.journal_id, sequence: rep.sequence }) })));

/** groups: [{ name, label, traces: [trace], known }]; a name is a class of the style sheet. */
export function paths(groups) {
  const picture = svg('svg', { class: 'path-picture', role: 'img', 'aria-label': t('path.label') });
  const trails = groups.flatMap((group) => group.traces.map((trace) => ({ points: pointsOf(trace), name: group.name }))).filter((trail) => trail.points.length > 1);
  if (trails.length === 0) {
    return element('p', { class: 'empty' }, t('path.not-measured'));
  }
  const draw = () => {
    const box = picture.getBoundingClientRect();
    if (box.width > 80) {
      picture.replaceChildren(...pathPicture(box, trails, { known: groups.every((group) => group.known), rem: parseFloat(getComputedStyle(picture).fontSize) }).parts);
    }
  };
  new ResizeObserver(draw).observe(picture);
  return picture;
}

/** series: [{ label, trace, kg, colour, dash }]. One time axis, from the start of the lift. */
export function curves(kind, series) {
  const { unit, places, of } = CURVES[kind];
  const shown = series.map((one) => ({ ...one, values: one.trace === null ? null : of(one.trace, one.kg) })).filter((one) => one.values !== null);
  if (shown.length === 0) {
    return element('p', { class: 'empty' }, t('curve.none'));
  }
  const from = Math.min(...shown.map((one) => one.trace.time_s[0]));
  const to = Math.max(...shown.map((one) => one.trace.time_s.at(-1)));
  const times = Array.from({ length: STEPS + 1 }, (ignored, i) => from + (to - from) * i / STEPS);
  return chart({ label: t(`curves.${kind}`), unit, places, x: { values: times, label: t('curves.time'), axisLabel: t('curve.axis'), unit: 's', places: 2, tight: true },
    series: shown.map((one) => ({ label: one.label, colour: one.colour, dash: one.dash, as: 'curve', gaps: 'break', values: times.map((time) => at(one.trace.time_s, one.values, time)) })) });
}

// Between the points of a curve; nothing before its begin and after its end.
function at(times, values, time) {
  if (time < times[0] || time > times.at(-1)) {
    return null;
  }
  const next = Math.max(1, times.findIndex((one) => one >= time));
  const share = (time - times[next - 1]) / (times[next] - times[next - 1]);
  return values[next - 1] + share * (values[next] - values[next - 1]);
}
