// Whether what the page shows is of now, and if not, of when.

import { Component } from '../component.js';
import { element } from '../dom.js';
import { ago, t } from '../texts.js';

const PERIOD_MS = 5000;

export class LinkStatus extends Component {
  connectedCallback() {
    super.connectedCallback();
    setInterval(() => this.model.link === 'lost' && this.drawSoon(), PERIOD_MS);
  }

  draw() {
    const { link, brokerConnected, brokerSeen, lostAtMs } = this.model;
    const [text, dot] = link === 'connecting' ? [t('link.connecting'), 'warn']
      : link === 'lost' ? [t('link.lost', { ago: ago(lostAtMs ?? Date.now()) }), 'bad']
      : brokerConnected ? [t('link.live'), 'good']
      : brokerSeen ? [t('link.broker-lost'), 'bad'] : [t('link.no-broker'), 'warn'];
    this.classList.toggle('lost', dot === 'bad');
    if (this.textContent !== text) {
      this.replaceChildren(element('span', { class: `dot ${dot}` }), text);
    }
  }
}
