// Numbers and ids of the contract as a lifter reads them.

import { has, number, t, word } from './texts.js';

/** Whether the bar came to its top: a hitched rep is done too. */
export function isLifted(rep) {
  return rep.outcome === 'completed' || rep.outcome === 'hitched';
}

// One standard deviation from which a mean velocity says little about the effort: published loads differ by about as much.
const ROUGH_SD_MPS = 0.05;

export const exercise = (id) => word('exercise', id ?? 'unknown');

/** What the bar takes a lift for that nobody named; null where it was named or is not clear. */
export function looksLike(rep) {
  const id = rep?.suggested_exercise;
  return id && id !== 'unknown' ? t('rep.looks-like', { exercise: exercise(id) }) : null;
}

export function isRough(sdMps) {
  return sdMps !== null && sdMps !== undefined && sdMps >= ROUGH_SD_MPS;
}

// As many decimals as the uncertainty allows.
export function decimals(sd, most) {
  if (sd === null || sd === undefined) {
    return Math.min(2, most);
  }
  const wanted = sd < 0.0095 ? 3 : sd < 0.95 ? 2 : 1;
  return Math.min(wanted, most);
}

// [value, sd] as two texts that end at the same decimal; the sd is never shown as zero.
export function withSd(value, sd, most = 2) {
  const places = decimals(sd, most);
  if (value === null || value === undefined) {
    return ['–', null];
  }
  const shownSd = sd === null || sd === undefined ? null : Math.max(sd, 10 ** -places);
  return [number(value, places), shownSd === null ? null : number(shownSd, places)];
}

/** The same in one text. */
export function plusMinus(value, sd, most = 2) {
  const [text, sdText] = withSd(value, sd, most);
  return sdText === null ? text : `${text} ± ${sdText}`;
}

export const kg = (value, places = 1) => (value === null || value === undefined ? t('unknown') : `${number(value, places)} kg`);

/** A load as people say it: no decimals where it has none. */
export const plainKg = (value) => (value === null || value === undefined ? t('unknown') : `${number(value, Math.abs(value * 10 - Math.round(value) * 10) < 0.5 ? 0 : 1)} kg`);

/** The farthest travel from the plumb line, either way; null where not measured. */
export function farthest(path) {
  if (path.forward_max_m === null) {
    return null;
  }
  return Math.abs(path.forward_min_m ?? 0) > Math.abs(path.forward_max_m) ? path.forward_min_m : path.forward_max_m;
}

// Units of findings and how people read them.
const SHOWN = { m: [100, 'cm', 1], 'm/s': [1, 'm/s', 2], s: [1, 's', 2], kg: [1, 'kg', 1], '%': [1, '%', 0], 'm/s²': [1, 'm/s²', 0], '°': [1, '°', 1], 'rad': [180 / Math.PI, '°', 1], '%/s': [1, '%/s', 0], 1: [1, '×', 2] };

export function inUnit(value, unit) {
  if (value === null || value === undefined) {
    return '–';
  }
  const [factor, name, places] = SHOWN[unit] ?? [1, unit, 2];
  return `${number(value * factor, places)}${name === '×' || name === '°' ? name : ` ${name}`}`;
}

/** A finding's sentence: the bar's own in English, else built from rule and numbers. */
export function finding({ rule, value, baseline, unit, text }) {
  const key = `finding.${rule}`;
  const wanted = has(key) ? t(key, { value: inUnit(Math.abs(value), unit) }) : '';
  if (wanted === '') {
    return text;
  }
  return baseline === null || baseline === undefined ? wanted : `${wanted}; ${t('finding.baseline', { baseline: inUnit(Math.abs(baseline), unit) })}`;
}

/** How the slack was pulled; a bar without load cells does not say. */
export const slackOf = (rep) => rep?.slack ?? { grade: 'unknown', tension_s: null };

export const ruleName = (rule) => word('rule', rule);
