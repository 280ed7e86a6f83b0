// Why the coach says what it says: each rule that had something to say, and those that looked and had not.

import * as api from '../api.js';
import { element } from '../dom.js';
import { number, t, word } from '../texts.js';
import { findingLine, ruleTitle } from './findings.js';

export async function whySection(id) {
  const body = element('div');
  const open = async () => {
    const parts = await api.explain(id);
    body.replaceChildren(...parts.map((part) => element('details', {}, element('summary', {}, `${word('about', part.about)}: `, element('small', {}, t('why.rules', { n: part.fired.length, quiet: part.quiet.length }))),
      ...part.fired.map((looked) => element('div', { class: 'looked' }, ...looked.findings.map((finding) => findingLine(finding)), numbers(looked))),
      ...part.quiet.map((looked) => element('div', { class: 'looked quiet' }, ruleTitle(looked.rule), ' ', numbers(looked))))));
  };
  await open();
  return body;
}

const numbers = (looked) => element('small', {}, looked.numbers.map((used) => `${used.id} = ${number(used.value, used.value % 1 === 0 ? 0 : 2)}${used.changed ? ` (${t('why.usually', { value: number(used.usual, used.usual % 1 === 0 ? 0 : 2) })})` : ''}`).join(', '));
