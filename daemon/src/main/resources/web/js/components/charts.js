// The moving bar, and the curves of the rep on the page.

import { Component } from '../component.js';
import { element } from '../dom.js';
import { t } from '../texts.js';
import { timePlot } from '../plot.js';

class Chart extends Component {
  host = element('div', { class: 'plot', role: 'img' });
  note = element('div', { class: 'blank', hidden: true });

  connectedCallback() {
    this.host.setAttribute('aria-label', t(this.constructor.label));
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
  static label = 'live.label';
  static on = ['change', 'live'];

  make() {
    return timePlot(this.host, { xLabel: t('live.axis'), xRange: [-10, 0], band: true });
  }

  draw() {
    const samples = withBreaks(this.model.live);
    if (samples.length < 2) {
      this.say(t(this.model.barNow?.online ? 'live.none-yet' : 'live.no-bar'));
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
  static label = 'curve.label';
  #drawn = null;

  make() {
    return timePlot(this.host, { xLabel: t('curve.axis'), band: true });
  }

  draw() {
    const { trace, rep } = this.model;
    if (trace === this.#drawn && trace) {
      return;
    }
    this.#drawn = trace;
    if (!trace || trace.time_s.length < 2) {
      this.say(rep === null ? t('curve.none-yet') : trace === undefined ? '' : t('curve.none'));
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
    this.replaceChildren(element('span', {}, rep === null ? t('rep.curve') : t('rep', { n: rep.rep_number })),
      element('span', { class: 'legend' }, element('span', { class: 'velocity' }, `▬ ${t('curve.velocity')}`), element('span', { class: 'height' }, `▬ ${t('curve.height')}`)));
  }
}
