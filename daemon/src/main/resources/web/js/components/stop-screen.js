// STOP over the whole page, for as long as it holds; a finding that may be told at once stands in a band.

import { Component } from '../component.js';
import { element } from '../dom.js';
import { t } from '../texts.js';

export class StopScreen extends Component {
  connectedCallback() {
    this.addEventListener('click', () => this.model.dropCue());
    addEventListener('keydown', (event) => event.key === 'Escape' && this.model.dropCue());
    super.connectedCallback();
  }

  draw() {
    const { cue } = this.model;
    this.hidden = cue === null;
    if (cue === null) {
      this.replaceChildren();
      return;
    }
    const stop = cue.kind === 'stop';
    this.className = stop ? 'stop' : 'finding';
    this.setAttribute('role', 'alert');
    this.replaceChildren(stop ? element('strong', {}, t('stop')) : '', element('span', {}, cueWords(cue)));
  }
}

// The bar's sentence is English; another language says the rule and its number.
function cueWords(cue) {
  const value = /-?\d+(\.\d+)? ?(cm|m\/s|kg)/.exec(cue.text)?.[0] ?? '';
  const key = `cue.${cue.kind}.${cue.rule}`;
  const text = t(key, { value: value.replace('.', t('decimal')) });
  return text === key || text === '' ? cue.text : text;
}
