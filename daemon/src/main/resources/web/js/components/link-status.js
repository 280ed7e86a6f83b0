// Whether what the page shows is of now.

import { Component } from '../component.js';
import { element } from '../dom.js';

export class LinkStatus extends Component {
  draw() {
    const { link, brokerConnected } = this.model;
    const [text, dot] = link === 'connecting' ? ['Connecting…', 'warn']
      : link === 'lost' ? ['Daemon not reached, connecting again…', 'bad']
      : brokerConnected ? ['Live', 'good'] : ['The daemon has lost its broker and looks for it…', 'bad'];
    this.classList.toggle('lost', dot === 'bad');
    if (this.textContent !== text) {
      this.replaceChildren(element('span', { class: `dot ${dot}` }), text);
    }
  }
}
