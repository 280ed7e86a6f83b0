// The bars that were heard of: there or not, well or not, real or not.

import { Component } from '../component.js';
import { element, redraw } from '../dom.js';
import { has, t } from '../texts.js';

const DOTS = { ok: 'good', starting: 'warn', 'self-test': 'warn', calibrating: 'warn', degraded: 'warn', fault: 'bad' };
const healthWords = (health) => (has(`health.${health}`) ? t(`health.${health}`) : null);

export class BarStrip extends Component {
  draw() {
    const model = this.model;
    const bars = [...model.bars.values()].sort((a, b) => b.online - a.online || a.bar_id.localeCompare(b.bar_id));
    redraw(this, bars.map((bar) => {
      const online = bar.online && model.brokerConnected && model.link === 'up';
      const health = bar.state?.health ?? 'unknown';
      const mode = bar.info?.mode;
      const remark = online ? bar.state?.health_reason ?? healthWords(health) : t('bar.is-offline');
      const mend = online ? bar.state?.health_mend ?? null : null;
      const battery = bar.state?.battery_percent ?? null;
      return element('button', { class: 'bar', type: 'button', 'aria-pressed': String(model.shownBar === bar.bar_id), title: t('bar.follow'), 'data-key': bar.bar_id, click: () => model.followBar(bar.bar_id) },
        element('span', { class: `dot ${online ? DOTS[health] ?? 'good' : ''}` }),
        element('strong', {}, bar.bar_id),
        mode === 'sim' || mode === 'replay' ? element('span', { class: 'badge' }, mode) : null,
        online && battery !== null ? element('small', {}, `${Math.round(battery)} %`) : null,
        remark ? element('small', { title: mend ?? remark }, mend ? `${remark}; ${mend}` : remark) : null);
    }));
  }
}
