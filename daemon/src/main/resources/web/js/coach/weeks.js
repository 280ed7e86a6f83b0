// An athlete's weeks: volume, top loads, velocity at a fixed load, the estimated max, what the bar found, drift, soreness.

import * as api from '../api.js';
import { chart } from '../charts/chart.js';
import { element } from '../dom.js';
import { note } from '../page.js';
import { day, number, t } from '../texts.js';
import * as words from '../words.js';
import { ruleName } from '../words.js';

const MANY = 12;
const COLOURS = ['--velocity', '--height', '--third', '--fourth'];
const MOST_LIFTS = 3;
const MOST_RULES = 3;

export async function weeksSection(id) {
  const weeks = await api.weeks(id, MANY);
  if (weeks.every((week) => week.sets === 0)) {
    return note(t('weeks.none'));
  }
  const x = { values: weeks.map((week, i) => i), label: t('weeks.week'), axisLabel: t('weeks.from'), shown: (i) => t('weeks.of', { day: day(weeks[i].from) }), tick: (i) => (Number.isInteger(i) && weeks[i] ? day(weeks[i].from) : '') };
  const lifts = usual(weeks);
  const figure = (title, spec) => element('figure', {}, element('figcaption', {}, title), chart({ x, label: title, ...spec }));
  return element('div', { class: 'figures' },
    figure(t('weeks.velocity'), velocity(weeks, lifts)),
    figure(t('weeks.max'), maxima(weeks, lifts)),
    figure(t('weeks.top'), top(weeks, lifts)),
    figure(t('weeks.volume'), { unit: 't', places: 1, least: [0, 1], series: [{ label: t('weeks.back-volume'), values: weeks.map((week) => week.lumbar_kg / 1000), colour: '--velocity', as: 'bars' },
      { label: t('weeks.tonnage'), values: weeks.map((week) => (week.tonnage_kg === 0 ? null : week.tonnage_kg / 1000)), colour: '--height', dash: 1 }] }),
    figure(t('weeks.findings'), findings(weeks)),
    figure(t('weeks.drift'), drift(weeks)),
    figure(t('weeks.slack'), { unit: '%', places: 0, least: [0, 100], series: [{ label: t('slack.taut'), values: weeks.map((week) => shareOf(week, 'taut')), colour: '--velocity', as: 'bars' },
      { label: t('slack.jerked'), values: weeks.map((week) => shareOf(week, 'jerked')), colour: '--height', dash: 1 }] }),
    figure(t('weeks.soreness'), { places: 0, least: [0, 10], unitLabel: t('weeks.score'), series: [{ label: t('weeks.soreness-of-10'), values: weeks.map((week) => week.soreness), colour: '--height', as: 'bars' },
      { label: 'RPE', values: weeks.map((week) => week.rpe), colour: '--velocity', as: 'points', places: 1, shape: 1 }] }));
}

// The lifts that were done most, so many as can be told apart.
function usual(weeks) {
  const sets = new Map();
  weeks.flatMap((week) => week.lifts).forEach((lift) => sets.set(lift.exercise, (sets.get(lift.exercise) ?? 0) + lift.sets));
  return [...sets.entries()].sort((a, b) => b[1] - a[1]).slice(0, MOST_LIFTS).map(([exercise]) => exercise);
}

const of = (week, exercise) => week.lifts.find((lift) => lift.exercise === exercise) ?? null;

function velocity(weeks, lifts) {
  const shown = lifts.map((exercise, i) => ({ exercise, i, at: weeks.map((week) => of(week, exercise)?.velocity ?? null) })).filter(({ at }) => at.some((value) => value !== null));
  return { unit: 'm/s', places: 2, summary: t('weeks.velocity-summary'), series: shown.map(({ exercise, i, at }) => ({
    label: t('weeks.at', { exercise: words.exercise(exercise), kg: words.plainKg(at.find((value) => value !== null).load_kg) }), colour: COLOURS[i], dash: i,
    values: at.map((value) => value?.mps ?? null), low: at.map((value) => value && value.mps - 1.96 * value.sd_mps), high: at.map((value) => value && value.mps + 1.96 * value.sd_mps) })) };
}

function maxima(weeks, lifts) {
  const shown = lifts.map((exercise, i) => ({ exercise, i, at: weeks.map((week) => of(week, exercise)?.max ?? null) })).filter(({ at }) => at.some((value) => value !== null));
  return { unit: 'kg', places: 0, summary: shown.length === 0 ? t('weeks.no-max') : '', series: shown.map(({ exercise, i, at }) => ({ label: words.exercise(exercise), colour: COLOURS[i], dash: i,
    values: at.map((value) => value?.max_kg ?? null), low: at.map((value) => value?.low_kg ?? null), high: at.map((value) => value?.high_kg ?? null) })) };
}

function top(weeks, lifts) {
  return { unit: 'kg', places: 1, series: lifts.map((exercise, i) => ({ label: words.exercise(exercise), colour: COLOURS[i], dash: i, values: weeks.map((week) => of(week, exercise)?.top_load_kg ?? null) })) };
}

function findings(weeks) {
  const reps = new Map();
  weeks.flatMap((week) => week.findings).forEach((found) => reps.set(found.rule, (reps.get(found.rule) ?? 0) + found.reps));
  const rules = [...reps.entries()].sort((a, b) => b[1] - a[1]).slice(0, MOST_RULES).map(([rule]) => rule);
  const per = (week, rule) => (week.reps === 0 ? null : week.findings.find((found) => found.rule === rule)?.pct ?? 0);
  return { places: 0, least: [0, 10], unitLabel: t('weeks.per-100'), summary: rules.length === 0 ? t('weeks.no-findings') : '', series: [
    { label: t('weeks.all-findings'), values: weeks.map((week) => week.findings_pct), colour: '--velocity', as: 'bars' },
    ...rules.map((rule, i) => ({ label: ruleName(rule), values: weeks.map((week) => per(week, rule)), colour: COLOURS[(i + 1) % COLOURS.length], dash: i + 1 }))] };
}

function drift(weeks) {
  const cm = (value) => (value === null ? null : value * 100);
  return { unit: 'cm', places: 1, least: [0, 3], series: [{ label: t('weeks.mean-drift'), colour: '--velocity', values: weeks.map((week) => cm(week.drift_m)),
    low: weeks.map((week) => week.drift_m === null ? null : cm(week.drift_m - 1.96 * week.drift_sd_m)), high: weeks.map((week) => week.drift_m === null ? null : cm(week.drift_m + 1.96 * week.drift_sd_m)) }] };
}

function shareOf(week, grade) {
  const all = week.slack.taut + week.slack.hurried + week.slack.jerked;
  return all === 0 ? null : 100 * week.slack[grade] / all;
}
