// The set on the page in numbers that can be read from the platform: last rep, how many, how heavy, what the bar does now.

import { Component } from '../component.js';
import { element } from '../dom.js';
import * as words from '../words.js';

export class CurrentSet extends Component {
  #lastShown = null;

  draw() {
    const { shown, chosen, cue } = this.model;
    const provisional = this.#provisional();
    const rep = shown?.reps.at(-1) ?? null;
    this.replaceChildren(this.#head(shown, chosen), cue ? element('div', { class: 'cue', role: 'alert' }, cue.text) : '',
      provisional === null ? this.#measured(rep) : this.#provisionalNumber(provisional),
      element('div', { class: 'under' }, provisional === null ? this.#under(shown, rep) : `rep ${provisional.rep}, provisional: it is still being worked out`),
      this.#facts(shown, rep));
  }

  // What the bar said at the top of a rep whose summary is not here yet.
  #provisional() {
    const { shown, barNow, chosen } = this.model;
    const state = barNow?.state;
    if (chosen || !barNow?.online || !state) {
      return null;
    }
    const sameJournal = shown !== null && barNow.info?.journal_id === shown.id.journal && barNow.bar_id === shown.id.bar;
    if (sameJournal && state.set_number === shown.id.number && shown.summary !== null) {
      return null;
    }
    if (state.top) {
      const here = sameJournal && shown.reps.some((rep) => rep.set_number === state.top.set_number && rep.rep_number >= state.top.rep_number);
      return here ? null : { mps: state.top.mean_concentric_mps, sdMps: state.top.mean_concentric_sd_mps, rep: state.top.rep_number };
    }
    if (state.last_mean_concentric_mps === null || state.reps_in_set === 0) {
      return null;
    }
    const done = shown?.reps.filter(words.isLifted).length ?? 0;
    const ahead = !sameJournal || state.set_number > shown.id.number || (state.set_number === shown.id.number && state.reps_in_set > done);
    return ahead ? { mps: state.last_mean_concentric_mps, sdMps: null, rep: state.reps_in_set } : null;
  }

  #head(shown, chosen) {
    if (shown === null) {
      return element('div', { class: 'set-head' }, element('strong', {}, 'No set yet'), this.#phase());
    }
    const rep = shown.reps.at(-1);
    const title = `Set ${shown.id.number} · ${words.exercise(rep?.exercise ?? shown.overview?.exercise)}`;
    const stored = chosen && shown.overview ? words.clock(shown.overview.wall_time_synchronised ? shown.overview.wall_time_ms : shown.overview.received_at_ms) : null;
    const who = [words.looksLike(rep), stored, rep?.athlete, this.model.bars.size > 1 || chosen ? shown.id.bar : null, shown.summary ? words.END_REASONS[shown.summary.end_reason] : null].filter(Boolean).join(' · ');
    return element('div', { class: 'set-head' }, element('div', {}, element('strong', {}, title), element('small', {}, who)),
      chosen ? element('button', { type: 'button', click: () => this.model.follow() }, 'Back to the newest set') : this.#phase());
  }

  #phase() {
    const bar = this.model.barNow;
    const online = bar?.online && this.model.link === 'up' && this.model.brokerConnected;
    const phase = bar?.state?.phase;
    const moving = online && (phase === 'ascent' || phase === 'descent' || phase === 'tension' || phase === 'lockout');
    return element('span', { class: `phase ${moving ? 'moving' : ''} ${online ? '' : 'off'}` }, online ? words.PHASES[phase] ?? 'Bar is there' : 'Bar offline');
  }

  #measured(rep) {
    if (rep === null) {
      return element('div', { class: 'big none' }, '–', element('span', { class: 'beside' }, element('span', { class: 'unit' }, 'm/s')));
    }
    const [value, sd] = words.withSd(rep.velocity.mean_concentric_mps, rep.velocity.mean_concentric_sd_mps);
    const key = `${rep.key.journal_id}/${rep.key.sequence}`;
    const fresh = this.#lastShown !== null && this.#lastShown !== key;
    this.#lastShown = key;
    const rough = words.isRough(rep.velocity.mean_concentric_sd_mps);
    return element('div', { class: `big ${rough ? 'rough' : ''} ${fresh ? 'fresh' : ''}`, 'aria-live': 'polite' },
      `${rough ? '≈' : ''}${value}`, element('span', { class: 'beside' }, element('span', { class: 'sd' }, `± ${sd}`), element('span', { class: 'unit' }, 'm/s')));
  }

  #provisionalNumber({ mps, sdMps }) {
    return element('div', { class: 'big', 'aria-live': 'polite' }, words.number(mps, 2), element('span', { class: 'beside' }, element('span', { class: 'sd' }, `± ${sdMps === null ? '?' : words.number(sdMps, 2)}`), element('span', { class: 'unit' }, 'm/s')));
  }

  #under(shown, rep) {
    if (rep === null) {
      return 'mean velocity of the last rep';
    }
    const best = Math.max(...shown.reps.filter(words.isLifted).map((other) => other.velocity.mean_concentric_mps));
    const loss = best - rep.velocity.mean_concentric_mps;
    const more = [];
    if (!words.isLifted(rep)) {
      more.push('not finished');
    } else if (shown.reps.length > 1 && Number.isFinite(best)) {
      more.push(loss > 0.0005 ? `${words.number(loss, 2)} m/s below the best` : 'best of the set');
    }
    if (words.isRough(rep.velocity.mean_concentric_sd_mps)) {
      more.push('a rough value only');
    }
    return ['mean velocity of the last rep', ...more].join(' · ');
  }

  #facts(shown, rep) {
    const completed = shown?.reps.filter(words.isLifted).length ?? 0;
    const failed = (shown?.reps.length ?? 0) - completed;
    const kg = words.load(rep?.load);
    const loadDetail = rep?.load.source === 'entered' ? 'as entered' : rep?.load.total_sd_kg != null ? `± ${words.number(rep.load.total_sd_kg, 1)}` : null;
    const rom = rep ? words.number(rep.motion.range_of_motion_m * 100, 1) : '–';
    return element('dl', { class: 'facts' },
      this.#fact('Reps', String(completed), failed > 0 ? `+ ${failed} failed` : null),
      this.#fact('Load', kg === null ? 'not known' : `${kg} kg`, kg === null ? null : loadDetail),
      this.#fact('Height gained', `${rom} cm`));
  }

  #fact(name, value, detail = null) {
    return element('div', {}, element('dt', {}, name), element('dd', {}, value, detail ? element('small', {}, ` ${detail}`) : null));
  }
}
