// What the bar said at the top of a rep whose summary is not here yet.

import { isLifted } from './words.js';

/** { mps, sdMps, rep, newSet }, or null where the newest rep is here. */
export function provisional({ shown, barNow, chosen, link }) {
  const state = barNow?.state;
  if (chosen || link === 'lost' || !barNow?.online || !state) {
    return null;
  }
  const sameJournal = shown !== null && barNow.info?.journal_id === shown.id.journal && barNow.bar_id === shown.id.bar;
  if (sameJournal && state.set_number === shown.id.number && shown.summary !== null) {
    return null;
  }
  const newSet = !sameJournal || state.set_number > shown.id.number;
  if (state.top) {
    const here = sameJournal && shown.reps.some((rep) => rep.set_number === state.top.set_number && rep.rep_number >= state.top.rep_number);
    return here ? null : { mps: state.top.mean_concentric_mps, sdMps: state.top.mean_concentric_sd_mps, rep: state.top.rep_number, newSet };
  }
  if (state.last_mean_concentric_mps === null || state.reps_in_set === 0) {
    return null;
  }
  const lifted = shown?.reps.filter(isLifted) ?? [];
  const done = Math.max(lifted.length, ...lifted.map((rep) => rep.rep_number));
  const ahead = newSet || (state.set_number === shown.id.number && state.reps_in_set > done);
  return ahead ? { mps: state.last_mean_concentric_mps, sdMps: null, rep: state.reps_in_set, newSet } : null;
}
