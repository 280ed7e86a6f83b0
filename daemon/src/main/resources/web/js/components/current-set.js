// The set on the page in numbers that can be read from the platform: last rep, how many, how heavy, what the bar does now.

import { Component } from '../component.js';
import { element } from '../dom.js';
import { provisional } from '../provisional.js';
import { clock, number, t, word } from '../texts.js';
import * as words from '../words.js';
import { phase } from './wall-words.js';

export class CurrentSet extends Component {
  #lastShown = null;

  draw() {
    const { shown, chosen, cue } = this.model;
    const ahead = provisional(this.model);
    const rep = shown?.reps.at(-1) ?? null;
    this.replaceChildren(this.#head(shown, chosen), cue ? element('div', { class: 'cue', role: 'alert' }, cue.text) : '',
      ahead === null ? this.#measured(rep) : this.#provisionalNumber(ahead),
      element('div', { class: 'under' }, ahead === null ? this.#under(shown, rep) : t('rep.provisional', { rep: ahead.rep })),
      this.#facts(shown, rep));
  }

  #head(shown, chosen) {
    if (shown === null) {
      return element('div', { class: 'set-head' }, element('strong', {}, t('set.none')), phase(this.model));
    }
    const rep = shown.reps.at(-1);
    const title = `${t('set.title', { set: shown.id.number })} · ${words.exercise(rep?.exercise ?? shown.overview?.exercise)}`;
    const stored = chosen && shown.overview ? clock(shown.overview.wall_time_synchronised ? shown.overview.wall_time_ms : shown.overview.received_at_ms) : null;
    const who = [words.looksLike(rep), stored, rep?.athlete, this.model.bars.size > 1 || chosen ? shown.id.bar : null, shown.summary ? word('end', shown.summary.end_reason) : null].filter(Boolean).join(' · ');
    return element('div', { class: 'set-head' }, element('div', {}, element('strong', {}, title), element('small', {}, who)),
      chosen ? element('button', { type: 'button', click: () => this.model.follow() }, t('set.back')) : phase(this.model));
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
    return element('div', { class: 'big', 'aria-live': 'polite' }, number(mps, 2), element('span', { class: 'beside' }, element('span', { class: 'sd' }, `± ${sdMps === null ? '?' : number(sdMps, 2)}`), element('span', { class: 'unit' }, 'm/s')));
  }

  #under(shown, rep) {
    if (rep === null) {
      return t('rep.mean-of-last');
    }
    const best = Math.max(...shown.reps.filter(words.isLifted).map((other) => other.velocity.mean_concentric_mps));
    const loss = best - rep.velocity.mean_concentric_mps;
    const more = [];
    if (!words.isLifted(rep)) {
      more.push(word('outcome', rep.outcome));
    } else if (shown.reps.length > 1 && Number.isFinite(best)) {
      more.push(loss > 0.0005 ? t('rep.below-best', { value: number(loss, 2) }) : t('rep.best'));
    }
    if (words.isRough(rep.velocity.mean_concentric_sd_mps)) {
      more.push(t('rep.rough'));
    }
    return [t('rep.mean-of-last'), ...more].join(' · ');
  }

  #facts(shown, rep) {
    const completed = shown?.reps.filter(words.isLifted).length ?? 0;
    const failed = (shown?.reps.length ?? 0) - completed;
    const kg = rep?.load.total_kg == null ? null : number(rep.load.total_kg, 1);
    const loadDetail = rep?.load.source === 'entered' ? t('load.entered') : rep?.load.total_sd_kg != null ? `± ${number(rep.load.total_sd_kg, 1)}` : null;
    const rom = rep ? number(rep.motion.range_of_motion_m * 100, 1) : '–';
    return element('dl', { class: 'facts' },
      this.#fact(t('reps.title'), String(completed), failed > 0 ? t('reps.failed', { n: failed }) : null),
      this.#fact(t('load'), kg === null ? t('unknown') : `${kg} kg`, kg === null ? null : loadDetail),
      this.#fact(t('rom'), `${rom} cm`));
  }

  #fact(name, value, detail = null) {
    return element('div', {}, element('dt', {}, name), element('dd', {}, value, detail ? element('small', {}, ` ${detail}`) : null));
  }
}
