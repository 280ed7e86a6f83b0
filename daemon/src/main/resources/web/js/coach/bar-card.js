// One bar, live: who lifts what, the last rep and its slack pull.

import { gradeWords } from '../components/force-ramp.js';
import { element } from '../dom.js';
import { number, t, word } from '../texts.js';
import * as words from '../words.js';

export function barCard(bar, model) {
  const { state } = bar;
  const online = bar.online && model.link === 'up';
  const rep = model.lastReps.get(bar.bar_id) ?? null;
  const slack = words.slackOf(rep);
  const load = rep?.load.total_kg ?? null;
  const what = state === null || state === undefined ? t('unknown') : words.exercise(state.exercise === 'unknown' ? rep?.exercise : state.exercise);
  return element('article', { class: 'card bar-card' },
    element('header', {}, element('span', { class: `dot ${online ? 'good' : ''}` }), element('h2', {}, state?.athlete ?? t('athlete.unnamed')), element('span', { class: `phase ${online ? '' : 'off'}` }, online ? word('phase', state?.phase ?? 'unknown') : t('bar.is-offline'))),
    element('p', { class: 'quiet' }, [bar.bar_id, what, load === null ? null : `${number(load, 1)} kg`, state ? t('overview.set', { set: state.set_number, n: state.reps_in_set }) : null].filter(Boolean).join(' · ')),
    rep === null ? element('p', { class: 'quiet' }, t('overview.no-rep')) : element('div', { class: 'last' },
      element('strong', {}, words.plusMinus(rep.velocity.mean_concentric_mps, rep.velocity.mean_concentric_sd_mps), element('small', {}, ' m/s')),
      element('span', { class: `grade ${slack.grade}` }, ...(slack.grade === 'unknown' ? [t('overview.slack-unknown')] : gradeWords(slack)))),
    rep?.findings[0] ? element('p', { class: 'found' }, words.finding(rep.findings[0])) : null,
    element('a', { class: 'no-print', href: `/wall.html?bar=${encodeURIComponent(bar.bar_id)}` }, t('overview.watch')));
}
