// Before the first bar: what to do.

import { Component } from '../component.js';
import { element, svg } from '../dom.js';
import { t } from '../texts.js';

export class EmptyPage extends Component {
  draw() {
    const { loaded, sets, bars, link, shown } = this.model;
    this.hidden = sets.length > 0 || bars.size > 0 || shown !== null || (!loaded && link === 'up');
    if (this.hidden) {
      return;
    }
    const [title, ...lines] = link === 'up'
      ? [t('empty.no-bar'), t('empty.no-bar-why'),
        element('p', {}, t('empty.without-hardware'), element('code', {}, './plumbline demo'), t('empty.or'), element('code', {}, './plumbline bar --replay FILE'))]
      : link === 'connecting' ? [t('link.connecting')] : [t('empty.not-reached'), t('empty.not-reached-why')];
    this.replaceChildren(element('div', { class: 'inside' },
      svg('svg', { viewBox: '0 0 16 24', 'aria-hidden': 'true' }, svg('path', { d: 'M8 0v17' }), svg('path', { class: 'bob', d: 'M6 16.5h4L8 23z' })),
      element('h2', {}, title), ...lines.map((line) => (typeof line === 'string' ? element('p', {}, line) : line))));
  }
}
