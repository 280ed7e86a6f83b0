// The set that is under way: a card a rep with what changed against the own baseline, the rest after it, and the set as a whole.

import { drawRest, Rest } from './rest.js';
import { gradeWords } from '../components/force-ramp.js';
import { phase } from '../components/wall-words.js';
import { element, redraw } from '../dom.js';
import { provisional } from '../provisional.js';
import { number, t, word } from '../texts.js';
import * as words from '../words.js';

const TICK_MS = 500;

export class SetTab {
  #context;
  #rest;
  #timer = null;

  constructor(context) {
    this.#context = context;
    this.#rest = new Rest(context.model);
  }

  async node() {
    const { model } = this.#context;
    const head = element('section', { class: 'card set-now' });
    const rest = element('section', { class: 'card rest' });
    const cards = element('div', { class: 'rep-cards' });
    const summary = element('section', { class: 'card summary', hidden: true });
    const draw = () => {
      redraw(head, ...this.#head());
      redraw(cards, ...this.#cards());
      const parts = this.#summary();
      summary.hidden = parts.length === 0;
      redraw(summary, ...parts);
    };
    const tick = () => drawRest(rest, this.#rest);
    this.leave = () => {
      model.removeEventListener('change', draw);
      clearInterval(this.#timer);
    };
    model.addEventListener('change', draw);
    this.#timer = setInterval(tick, TICK_MS);
    draw();
    tick();
    return element('div', { class: 'set-tab' }, head, rest, summary, cards);
  }

  #head() {
    const { model } = this.#context;
    const state = model.barNow?.state ?? null;
    const rep = model.shown?.reps.at(-1) ?? null;
    if (rep === null && state === null) {
      return [element('p', { class: 'quiet' }, t('set.start-first')), element('a', { class: 'button main', href: '#today' }, t('today.start'))];
    }
    const ahead = provisional(model);
    const lifted = ahead ? ahead.rep : model.shown?.reps.filter(words.isLifted).length ?? 0;
    const planned = state?.planned_reps ?? null;
    const [value, sd] = ahead ? [number(ahead.mps, 2), ahead.sdMps === null ? '?' : number(ahead.sdMps, 2)] : words.withSd(rep?.velocity.mean_concentric_mps ?? null, rep?.velocity.mean_concentric_sd_mps ?? null);
    return [element('div', { class: 'row between' }, element('span', {}, `${words.exercise(state && state.exercise !== 'unknown' ? state.exercise : rep?.exercise)} · ${words.kg(rep?.load.total_kg ?? null)}`), phase(model)),
      element('div', { class: 'row between' }, element('strong', { class: 'count' }, planned === null ? String(lifted) : `${lifted}/${planned}`, element('small', {}, ` ${t('reps.title')}`)),
        element('strong', { class: 'speed', 'aria-live': 'polite' }, value, element('small', {}, ` ${sd === null ? '' : `± ${sd}`} m/s`)))];
  }

  #cards() {
    const { model } = this.#context;
    const reps = [...(model.shown?.reps ?? [])].reverse();
    return reps.length === 0 ? [element('p', { class: 'empty' }, t('reps.none-yet'))] : reps.map((rep) => card(rep));
  }

  #summary() {
    const { model } = this.#context;
    const set = model.shown?.summary ?? null;
    if (set === null) {
      return [];
    }
    const changes = (set.changes ?? []).filter((change) => ['mean-velocity', 'forward-drift', 'tension-time', 'range-of-motion'].includes(change.measure));
    return [element('h2', {}, t('summary.title')), element('p', {}, element('strong', {}, [t('reps.count', { n: set.completed_reps }), set.load.total_kg === null ? null : words.kg(set.load.total_kg), set.tonnage_kg === null ? null : t('summary.tonnage', { kg: number(set.tonnage_kg, 0) })].filter(Boolean).join(' · '))),
      element('p', {}, [word('end', set.end_reason), set.velocity_loss_mps === null ? null : t('summary.loss', { value: number(set.velocity_loss_mps, 2) })].filter(Boolean).join(' · ')),
      ...changes.map((change) => element('p', { class: 'change' }, `${word('measure', change.measure)}: ${words.inUnit(change.first, change.unit)} → ${words.inUnit(change.last, change.unit)}`)),
      ...set.findings.map((finding) => element('p', { class: 'found' }, words.finding(finding)))];
  }
}

function card(rep) {
  const slack = words.slackOf(rep);
  const share = rep.symmetry?.left_share ?? null;
  const grade = slack.grade === 'unknown' ? null : element('span', { class: `grade ${slack.grade}` }, ...gradeWords(slack));
  return element('article', { class: `card rep-card ${words.isLifted(rep) ? '' : 'failed'}` },
    element('header', { class: 'row between' }, element('h2', {}, t('rep', { n: rep.rep_number }), rep.outcome === 'completed' ? null : element('small', {}, ` ${word('outcome', rep.outcome)}`)),
      element('strong', {}, words.plusMinus(rep.velocity.mean_concentric_mps, rep.velocity.mean_concentric_sd_mps), element('small', {}, ' m/s'))),
    element('div', { class: 'row' }, grade, rep.path.forward_max_m === null ? null : element('span', {}, `↔ ${number(words.farthest(rep.path) * 100, 1)} cm`), share === null ? null : element('span', {}, `L ${number(share * 100, 0)} %`)),
    ...rep.findings.map((finding) => element('p', { class: 'found' }, words.finding(finding))), ...(rep.positives ?? []).map((finding) => element('p', { class: 'good' }, words.finding(finding))),
    rep.findings.length === 0 && (rep.positives ?? []).length === 0 ? element('p', { class: 'quiet' }, t('rep.as-usual')) : null);
}
