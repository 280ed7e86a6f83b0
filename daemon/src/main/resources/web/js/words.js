// Numbers and ids of the contract as a lifter reads them.

export const PHASES = { rest: 'At rest', tension: 'Taking the slack out', ascent: 'Going up', lockout: 'At the top', descent: 'Going down', floor: 'On the floor', unknown: 'Not known' };

export const FLAGS = {
  'single-imu': 'one sensor only',
  saturated: 'sensor at its limit',
  gap: 'samples missing',
  'no-rest-before': 'no still moment before',
  'no-rest-after': 'no still moment after',
  impact: 'floor impact inside',
  unknown: 'a remark this page does not know',
};

export const OUTCOMES = { failed: 'not finished', hitched: 'hitched', 'no-lift-off': 'did not leave the floor' };

/** Whether the bar came to its top: a hitched rep is done too. */
export function isLifted(rep) {
  return rep.outcome === 'completed' || rep.outcome === 'hitched';
}

export const END_REASONS = { pause: 'ended by a pause', 'context-changed': 'ended: athlete or exercise changed', 'end-of-stream': 'ended with the recording', technique: 'ended at the technical limit', unknown: 'ended' };

const EXERCISES = {
  unknown: 'Exercise not named',
  'deadlift-conventional': 'Deadlift', 'deadlift-sumo': 'Sumo deadlift', 'deadlift-trap-bar': 'Trap bar deadlift',
  'deadlift-deficit': 'Deficit deadlift', 'deadlift-block': 'Block pull', 'romanian-deadlift': 'Romanian deadlift',
  squat: 'Squat', 'bench-press': 'Bench press', row: 'Row', 'overhead-press': 'Overhead press', 'good-morning': 'Good morning',
};

// One standard deviation from which a mean velocity says little about the effort: published loads differ by about as much.
const ROUGH_SD_MPS = 0.05;

export function exercise(id) {
  return EXERCISES[id] ?? id;
}

/** What the bar takes a lift for that nobody named; null where it was named or is not clear. */
export function looksLike(rep) {
  const id = rep?.suggested_exercise;
  return id && id !== 'unknown' ? `looks like: ${exercise(id)}` : null;
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

export function number(value, places) {
  if (value === null || value === undefined) {
    return '–';
  }
  const text = value.toFixed(places);
  return (/^-0\.?0*$/.test(text) ? text.slice(1) : text).replace('-', '−');
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

export function load(load) {
  return load && load.total_kg !== null ? `${number(load.total_kg, 1)}` : null;
}

export function clock(ms) {
  const then = new Date(ms);
  const sameDay = then.toDateString() === new Date().toDateString();
  const time = then.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
  return sameDay ? time : `${then.toLocaleDateString([], { day: 'numeric', month: 'short' })}, ${time}`;
}
