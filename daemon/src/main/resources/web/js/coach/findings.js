// What the coach's rules found: rule, level, sentence, numbers.

import { element } from '../dom.js';
import { has, number, t, word } from '../texts.js';
import { toSet } from './links.js';

const ORDER = ['flag', 'suggestion', 'note', 'quiet'];

export const byLevel = (findings) => [...findings].sort((a, b) => ORDER.indexOf(a.level) - ORDER.indexOf(b.level));

export const ruleTitle = (rule) => (has(`coach-rule.${rule}`) ? t(`coach-rule.${rule}`) : rule);

export function findingLine(finding, { brief = false } = {}) {
  const limit = finding.value === null ? null : `${number(finding.value, places(finding.unit))}${finding.limit === null ? '' : ` / ${number(finding.limit, places(finding.unit))}`} ${word('measured-in', finding.unit)}`;
  const sets = brief ? [] : finding.basis.filter((basis) => basis.kind === 'set').slice(0, 3).map((basis) => basis.id.split('/')).filter((parts) => parts.length === 3)
    .map(([bar, journal, set]) => element('a', { href: toSet({ bar_id: bar, journal_id: journal, set_number: set }) }, t('set.title', { set })));
  return element('div', { class: `finding ${finding.level}` },
    element('span', { class: `level ${finding.level}` }, t(`level.${finding.level}`)),
    element('span', {}, element('strong', {}, `${ruleTitle(finding.rule)}: `), finding.text, brief || limit === null ? null : element('small', {}, ` (${limit})`), ...sets.flatMap((link) => [' ', link])));
}

const places = (unit) => (unit === 'm/s' ? 2 : unit === 'kg' ? 1 : 0);
