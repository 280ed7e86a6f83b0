// Before the first bar: what to do.

import { Component } from '../component.js';
import { element, svg } from '../dom.js';

export class EmptyPage extends Component {
  draw() {
    const { loaded, sets, bars, link } = this.model;
    this.hidden = sets.length > 0 || bars.size > 0 || (!loaded && link === 'up');
    if (this.hidden) {
      return;
    }
    const [title, ...lines] = link === 'up'
      ? ['No bar yet', 'As soon as one connects to this daemon it shows here, with nothing to reload.',
        element('p', {}, 'Without hardware: ', element('code', {}, './plumbline demo'), ' or ', element('code', {}, './plumbline bar --replay FILE'))]
      : link === 'connecting' ? ['Connecting…'] : ['The daemon is not reached', 'This page connects again by itself as soon as the daemon runs.'];
    this.replaceChildren(element('div', { class: 'inside' },
      svg('svg', { viewBox: '0 0 16 24', 'aria-hidden': 'true' }, svg('path', { d: 'M8 0v17' }), svg('path', { class: 'bob', d: 'M6 16.5h4L8 23z' })),
      element('h2', {}, title), ...lines.map((line) => (typeof line === 'string' ? element('p', {}, line) : line))));
  }
}
