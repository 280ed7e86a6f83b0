// The moving bar, and the curves of the rep on the page.

import { Component } from '../component.js';
import { element } from '../dom.js';
import { timePlot } from '../plot.js';

class Chart extends Component {
  host = element('div', { class: 'plot' });
  note = element('div', { class: 'note', hidden: true });

  connectedCallback() {
    this.replaceChildren(this.host, this.note);
    this.plot = this.make();
    super.connectedCallback();
  }

  say(text) {
    this.note.hidden = text === null;
    this.host.hidden = text !== null;
    this.note.textContent = text ?? '';
    if (text !== null) {
      this.plot.clear();
    }
  }
}

// The bar says nothing while it rests: a line across such a silence would be a movement that never was.
const SILENCE_S = 0.3;
const BREAK = { heightM: null, velocityMps: null, velocitySdMps: null };

function withBreaks(samples) {
  return samples.flatMap((sample, i) => i > 0 && sample.timeS - samples[i - 1].timeS > SILENCE_S
    ? [{ ...BREAK, timeS: samples[i - 1].timeS + SILENCE_S / 2 }, sample] : [sample]);
}

const sumOrBreak = (value, change) => value === null ? null : value + change;

export class LiveChart extends Chart {
  static on = ['change', 'live'];

  make() {
    return timePlot(this.host, { xLabel: 'time in s, now at the right', xRange: [-10, 0], band: true });
  }

  draw() {
    const samples = withBreaks(this.model.live);
    if (samples.length < 2) {
      this.say(this.model.barNow?.online ? 'The curve starts when the bar moves.' : 'The curve starts when a bar is there and moves.');
      return;
    }
    this.say(null);
    const now = samples.at(-1).timeS;
    this.plot.show([
      samples.map((sample) => sample.timeS - now),
      samples.map((sample) => sample.heightM),
      samples.map((sample) => sample.velocityMps),
      samples.map((sample) => sumOrBreak(sample.velocityMps, sample.velocitySdMps)),
      samples.map((sample) => sumOrBreak(sample.velocityMps, -sample.velocitySdMps)),
    ]);
  }
}

export class RepCurve extends Chart {
  #drawn = null;

  make() {
    return timePlot(this.host, { xLabel: 'time since the start of the lift in s', band: true });
  }

  draw() {
    const { trace, rep } = this.model;
    if (trace === this.#drawn && trace) {
      return;
    }
    this.#drawn = trace;
    if (!trace || trace.time_s.length < 2) {
      this.say(rep === null ? 'Curves appear with the first rep.' : trace === undefined ? '' : 'No curves of this rep are stored.');
      return;
    }
    this.say(null);
    this.plot.show([
      trace.time_s, trace.height_m, trace.velocity_mps,
      trace.velocity_mps.map((value, i) => value + trace.velocity_sd_mps[i]),
      trace.velocity_mps.map((value, i) => value - trace.velocity_sd_mps[i]),
    ]);
  }
}

export class RepTitle extends Component {
  draw() {
    const rep = this.model.rep;
    this.replaceChildren(element('span', {}, rep === null ? 'Rep curve' : `Rep ${rep.rep_number}`),
      element('span', { class: 'legend' }, element('span', { class: 'velocity' }, '▬ velocity ± sd'), element('span', { class: 'height' }, '▬ height')));
  }
}
