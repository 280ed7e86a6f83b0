// Today: how ready, what to lift, the way up to it, and the start.

import * as api from '../api.js';
import { range } from '../coach/athlete.js';
import { byLevel, findingLine } from '../coach/findings.js';
import { element } from '../dom.js';
import { LIFTS } from '../lifts.js';
import { say } from '../page.js';
import { number, t, word } from '../texts.js';
import * as words from '../words.js';
import { checklist } from './checklist.js';
import { warmUp } from './warm-up.js';

export class TodayTab {
  #context;

  constructor(context) {
    this.#context = context;
  }

  async node() {
    const { athlete } = this.#context;
    const [report, plans] = await Promise.all([api.coach(athlete.id), api.told(athlete.id, 'planned-sessions', 5)]);
    // Swedish writes a day as ISO 8601 does.
    const today = new Date().toLocaleDateString('sv');
    const plan = plans.map((item) => item.value).find((value) => value.on === today) ?? null;
    const told = byLevel(report.findings).filter((finding) => (finding.level === 'flag' || finding.level === 'suggestion') && !['readiness', 'next-load'].includes(finding.about));
    const first = plan?.work.find((work) => work.role === 'working') ?? null;
    const warm = element('div');
    const exercise = element('select', {}, ...LIFTS.map((id) => element('option', { value: id, selected: id === (first?.exercise ?? report.next_loads[0]?.exercise) }, words.exercise(id))));
    const drawWarmUp = () => warm.replaceChildren(warmUp(this.#context, report, exercise.value, first?.exercise === exercise.value ? first.load_kg : null));
    exercise.addEventListener('change', drawWarmUp);
    drawWarmUp();
    return element('div', { class: 'today' },
      element('section', { class: 'card' }, element('h2', {}, t('today.readiness'), ' ', element('strong', { class: `readiness ${report.readiness.word}` }, word('readiness', report.readiness.word))), element('p', {}, report.readiness.text),
        ...told.map((finding) => findingLine(finding, { brief: true }))),
      element('section', { class: 'card' }, element('h2', {}, plan === null ? t('today.next') : t('today.plan')), ...(plan === null ? suggested(report) : planned(plan))),
      element('section', { class: 'card start' }, element('h2', {}, t('today.start')), this.#start(exercise, first)),
      element('section', { class: 'card' }, element('h2', {}, t('warm-up.title')), warm),
      element('section', { class: 'card' }, element('h2', {}, t('checklist.title')), checklist(this.#context.model)));
  }

  #start(exercise, first) {
    const { model, names, athlete, go } = this.#context;
    const bar = element('select', {});
    const reps = element('input', { type: 'number', min: 1, max: 100, value: first?.reps_per_set ?? 5 });
    const facing = element('select', {}, ...['', '+y', '-y'].map((side) => element('option', { value: side }, t(`facing.${side || 'as-is'}`))));
    const begin = async (event) => {
      event.preventDefault();
      try {
        if (names.length === 0) {
          throw new Error(t('start.no-name', { name: athlete.name }));
        }
        await api.setContext(bar.value, { athlete: names[0], exercise: exercise.value, planned_reps: Number(reps.value), facing: facing.value || null });
        say(t('start.done', { bar: bar.value }));
        go('set');
      } catch (error) {
        say(error.message, 'bad');
      }
    };
    const none = element('p', { class: 'quiet' }, t('start.no-bar'));
    const there = element('div', { class: 'there' }, element('div', { class: 'row' }, element('label', { class: 'grow' }, t('start.bar'), bar), element('label', {}, t('plan.reps'), reps)),
      element('label', {}, t('start.facing'), facing), element('button', { type: 'submit', class: 'main wide' }, t('start.go')));
    // Bars come and go while the page is open.
    const offer = () => {
      const bars = [...model.bars.values()].filter((one) => one.online);
      none.hidden = bars.length > 0;
      there.hidden = bars.length === 0;
      const chosen = bar.value;
      bar.replaceChildren(...bars.map((one) => element('option', { value: one.bar_id, selected: one.bar_id === chosen }, barName(one, names))));
    };
    this.leave = () => model.removeEventListener('change', offer);
    model.addEventListener('change', offer);
    offer();
    return element('form', { submit: begin }, element('label', {}, t('plan.exercise'), exercise), none, there);
  }
}

function barName(bar, names) {
  const holder = bar.state?.athlete ?? null;
  if (bar.state === null) {
    return t('start.taken', { bar: bar.bar_id });
  }
  return holder === null || names.includes(holder) ? bar.bar_id : t('start.taken-by', { bar: bar.bar_id, name: holder });
}

function suggested(report) {
  const loads = report.next_loads.filter((load) => load.low_kg !== null);
  return loads.length === 0 ? [element('p', { class: 'quiet' }, t('today.no-next'))]
    : [element('ul', { class: 'loads' }, ...loads.slice(0, 4).map((load) => element('li', {}, element('span', {}, words.exercise(load.exercise)), element('strong', {}, range(load)), element('p', { class: 'quiet' }, load.reason))))];
}

const planned = (plan) => [element('ul', { class: 'loads' }, ...plan.work.map((work) => element('li', {}, element('span', {}, words.exercise(work.exercise)),
  element('strong', {}, `${work.sets} × ${work.reps_per_set}${work.load_kg === null ? '' : ` × ${number(work.load_kg, work.load_kg % 1 === 0 ? 0 : 1)} kg`}`)))), plan.note ? element('p', { class: 'quiet' }, plan.note) : null].filter(Boolean);
