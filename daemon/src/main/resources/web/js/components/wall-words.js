// The words and numbers of the wall: who lifts what and how often, and the last rep's velocity.

import { Component } from '../component.js';
import { element } from '../dom.js';
import { provisional } from '../provisional.js';
import { number, t, word } from '../texts.js';
import * as words from '../words.js';
import { gradeWords } from './force-ramp.js';

export class WallHead extends Component {
  draw() {
    const { shown, barNow } = this.model;
    const state = barNow?.state ?? null;
    const rep = shown?.reps.at(-1) ?? null;
    const athlete = state?.athlete ?? rep?.athlete ?? null;
    const exercise = state && state.exercise !== 'unknown' ? state.exercise : rep?.exercise ?? state?.exercise;
    this.replaceChildren(
      element('div', { class: 'lifter' }, element('strong', {}, athlete ?? t('athlete.unnamed')), element('span', {}, words.exercise(exercise))),
      this.#load(rep, state),
      this.#count(shown, state),
      phase(this.model));
  }

  #load(rep, state) {
    const weighed = rep?.load.total_kg ?? null;
    const source = rep?.load.source === 'entered' ? t('load.entered') : rep?.load.total_sd_kg != null ? `± ${number(rep.load.total_sd_kg, 1)} kg` : '';
    const sides = state !== null && state.load_left_kg !== null && state.load_right_kg !== null ? state.load_left_kg + state.load_right_kg : null;
    // The bar's own weight comes with the first rep; until then the plates are what is known.
    return weighed === null && sides !== null ? fact(t('load.plates'), number(sides, 1), 'kg', '')
      : fact(t('load'), weighed === null ? '–' : number(weighed, 1), weighed === null ? '' : 'kg', weighed === null ? t('unknown') : source);
  }

  #count(shown, state) {
    const ahead = provisional(this.model);
    const lifted = ahead ? ahead.rep : shown?.reps.filter(words.isLifted).length ?? 0;
    const failed = ahead?.newSet ? 0 : shown?.reps.filter((rep) => !words.isLifted(rep)).length ?? 0;
    const set = ahead && state ? state.set_number : shown?.id.number ?? 0;
    const planned = state?.planned_reps ?? null;
    return fact(set === 0 ? t('reps.title') : t('set.reps', { set }), planned === null ? String(lifted) : `${lifted}/${planned}`, '', failed > 0 ? t('reps.failed', { n: failed }) : '');
  }
}

const fact = (name, value, unit, more) => element('div', { class: 'fact' }, element('small', {}, name), element('strong', {}, value, unit ? element('span', { class: 'unit' }, ` ${unit}`) : null), element('small', { class: 'more' }, more));

export function phase(model) {
  const bar = model.barNow;
  const online = bar?.online && model.link === 'up' && model.brokerConnected;
  const name = bar?.state?.phase;
  const moving = online && ['ascent', 'descent', 'tension', 'lockout'].includes(name);
  return element('span', { class: `phase ${moving ? 'moving' : ''} ${online ? '' : 'off'}` }, online ? word('phase', name ?? 'unknown') : t('bar.offline'));
}

export class WallVelocity extends Component {
  #last = null;

  draw() {
    const rep = this.model.shown?.reps.at(-1) ?? null;
    const ahead = provisional(this.model);
    const mps = ahead?.mps ?? rep?.velocity.mean_concentric_mps ?? null;
    const sd = ahead ? ahead.sdMps : rep?.velocity.mean_concentric_sd_mps ?? null;
    const rough = ahead === null && words.isRough(sd);
    const [value, sdText] = ahead ? [number(mps, 2), sd === null ? '?' : number(Math.max(sd, 0.01), 2)] : words.withSd(mps, sd, 2);
    const key = ahead ? `top ${ahead.rep}` : rep && `${rep.key.journal_id}/${rep.key.sequence}`;
    const fresh = this.#last !== null && this.#last !== key;
    this.#last = key;
    this.replaceChildren(
      element('h2', {}, t('wall.mean-velocity')),
      element('div', { class: `big ${rough ? 'rough' : ''} ${fresh ? 'fresh' : ''} ${mps === null ? 'none' : ''}`, 'aria-live': 'polite' }, `${rough ? '≈' : ''}${value}`,
        element('span', { class: 'beside' }, sdText === null ? null : element('span', { class: 'sd' }, `± ${sdText}`), element('span', { class: 'unit' }, 'm/s'))),
      element('div', { class: 'under' }, this.#under(rep, ahead)),
      element('div', { class: 'verdict' }, ...(ahead || rep === null ? [] : verdict(rep))));
  }

  #under(rep, ahead) {
    if (ahead) {
      return t('rep.provisional', { rep: ahead.rep });
    }
    const reps = this.model.shown?.reps ?? [];
    const best = Math.max(...reps.filter(words.isLifted).map((other) => other.velocity.mean_concentric_mps));
    if (rep === null || reps.length < 2 || !words.isLifted(rep) || !Number.isFinite(best)) {
      return rep !== null && !words.isLifted(rep) ? word('outcome', rep.outcome) : '';
    }
    const loss = best - rep.velocity.mean_concentric_mps;
    return loss > 0.0005 ? t('rep.below-best', { value: number(loss, 2) }) : t('rep.best');
  }
}

// The slack grade, and what the bar found worth saying first.
function verdict(rep) {
  const slack = words.slackOf(rep);
  const grade = slack.grade === 'unknown' ? null : element('p', { class: `grade ${slack.grade}` }, ...gradeWords(slack));
  const found = rep.findings[0] ? element('p', { class: 'found' }, words.finding(rep.findings[0])) : rep.positives?.[0] ? element('p', { class: 'good' }, words.finding(rep.positives[0])) : null;
  return [grade, found].filter(Boolean);
}
