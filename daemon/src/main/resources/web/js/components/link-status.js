// Whether what the page shows is of now.

import { Component } from '../component.js';
import { element } from '../dom.js';

export class LinkStatus extends Component {
  draw() {
    const { link, brokerConnected, brokerSeen, onlyStored } = this.model;
    const [text, dot] = onlyStored ? ['Your sets, as stored', 'good']
      : link === 'connecting' ? ['Connecting…', 'warn']
      : link === 'lost' ? ['Daemon not reached, connecting again…', 'bad']
      : brokerConnected ? ['Live', 'good']
      : brokerSeen ? ['The daemon has lost its broker and looks for it…', 'bad'] : ['The daemon connects to its broker…', 'warn'];
    this.classList.toggle('lost', dot === 'bad');
    if (this.textContent !== text) {
      this.replaceChildren(element('span', { class: `dot ${dot}` }), text);
    }
  }
}
