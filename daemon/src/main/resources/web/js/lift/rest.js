// The rest between sets: counts from the set's last rep to the length that the lifter chose.

import { element, redraw } from '../dom.js';
import { duration, t } from '../texts.js';

const STORED = 'plumbline.rest-s';
const BEGAN = 'plumbline.rest-began';
const CHOICES_S = [90, 120, 180, 240, 300];
const USUAL_S = 180;
// After this nobody rests between sets any more.
const LONGEST_S = 1800;
const NEXT_SET_PHASES = new Set(['tension', 'ascent', 'lockout', 'descent']);

export class Rest {
  #model;
  #seen = null;
  #fromMs = null;
  #told = false;

  constructor(model) {
    this.#model = model;
  }

  get chosenS() {
    return Number(localStorage.getItem(STORED) ?? USUAL_S);
  }

  choose(seconds) {
    localStorage.setItem(STORED, String(seconds));
    this.#told = false;
  }

  /** Seconds since the last rep; null while a set is under way, or long after one. */
  restedS(nowMs = Date.now()) {
    const rep = this.#model.shown?.reps.at(-1) ?? null;
    const key = rep === null ? null : `${rep.key.journal_id}/${rep.key.sequence}`;
    if (key !== this.#seen) {
      this.#fromMs = rep === null ? null : beganAt(key, rep, nowMs);
      this.#seen = key;
      this.#told = false;
    }
    const moving = this.#model.barNow?.online && NEXT_SET_PHASES.has(this.#model.barNow.state?.phase);
    const seconds = this.#fromMs === null ? null : (nowMs - this.#fromMs) / 1000;
    return moving || seconds === null || seconds > LONGEST_S ? null : seconds;
  }

  /** Once, when the rest is over. */
  isJustOver(restedS) {
    const over = restedS !== null && restedS >= this.chosenS && !this.#told;
    this.#told ||= over;
    return over;
  }
}

// A rest goes on when the page is opened again; without a memory of it the rep's own clock says when it began, and without that it begins now.
function beganAt(key, rep, nowMs) {
  const known = JSON.parse(localStorage.getItem(BEGAN) ?? 'null');
  if (known?.key === key) {
    return known.ms;
  }
  const endedMs = rep.wall_time?.synchronised ? rep.wall_time.epoch_ms + 1000 * (rep.motion.concentric_s + (rep.motion.eccentric_s ?? 0)) : nowMs;
  const ms = Math.min(nowMs, endedMs);
  localStorage.setItem(BEGAN, JSON.stringify({ key, ms }));
  return ms;
}

export function drawRest(place, rest) {
  const rested = rest.restedS();
  place.hidden = rested === null;
  if (rested === null) {
    return;
  }
  if (rest.isJustOver(rested)) {
    navigator.vibrate?.([200, 100, 200]);
  }
  const left = rest.chosenS - rested;
  const share = Math.min(1, rested / rest.chosenS);
  const bar = element('progress', { max: 1, value: share, 'aria-label': t('rest.title') });
  redraw(place, element('div', { class: 'row between' }, element('strong', { class: `clock ${left <= 0 ? 'over' : ''}`, role: 'timer' }, left > 0 ? duration(left) : `+${duration(-left)}`),
    element('span', {}, left > 0 ? t('rest.left') : t('rest.over'))), bar,
  element('div', { class: 'row choices' }, ...CHOICES_S.map((seconds) => element('button', { type: 'button', 'data-key': seconds, 'aria-pressed': String(seconds === rest.chosenS), click: () => {
    rest.choose(seconds);
    drawRest(place, rest);
  } }, duration(seconds)))));
}
