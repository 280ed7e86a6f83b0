// The set-up, step by step; what the bar can see of a step is checked at the last rep.

import { element } from '../dom.js';
import { t } from '../texts.js';
import { slackOf } from '../words.js';

// Each step, and what the last rep says of it: true, false, or null where no sensor sees it.
const STEPS = [
  ['mid-foot', (rep) => (rep.path.forward_min_m === null || !rep.path.forward_known ? null : rep.path.forward_min_m > -0.03)],
  ['grip', () => null],
  ['brace', () => null],
  ['slack', (rep) => (slackOf(rep).grade === 'unknown' ? null : slackOf(rep).grade === 'taut')],
  ['drive', (rep) => (rep.path.forward_max_m === null || !rep.path.forward_known ? null : rep.path.forward_max_m < 0.03)],
  ['lockout', (rep) => ((rep.lockout?.lean_back_m ?? null) === null ? null : rep.lockout.lean_back_m < 0.02)],
  ['again', (rep) => (rep.landing === null ? null : !rep.landing.touch_and_go)],
];

export function checklist(model) {
  const rep = model.shown?.reps.at(-1) ?? null;
  return element('ol', { class: 'checklist' }, ...STEPS.map(([name, seen]) => {
    const ok = rep === null ? null : seen(rep);
    return element('li', {}, t(`checklist.${name}`), ok === null ? null : element('small', { class: ok ? 'seen' : 'notable' }, ` ${ok ? '✓' : '✕'} ${t(ok ? 'checklist.seen' : 'checklist.not-seen')}`));
  }));
}
