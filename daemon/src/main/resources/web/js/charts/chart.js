// A chart on uPlot for everybody: units at the axes, uncertainty as bands, a cursor by mouse, finger and arrow keys with its values in words,
// and the numbers as a table.

import uPlot from '/vendor/uplot/uPlot.esm.js';
import { element } from '../dom.js';
import { number, t } from '../texts.js';
import { colour, faint } from './colours.js';

const DASHES = [[], [8, 4], [2, 3], [10, 3, 2, 3]];
const SHAPES = ['circle', 'square', 'triangle', 'diamond'];
const STEPS = { ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity };

// spec: { label, x: { values, label, shown(value), time }, unit, places, least: [low, high], height,
//         series: [{ label, values, low, high, colour, as: 'line' | 'bars' | 'points' | 'curve', axis: 'right', unit, places, dash }] }
export class PlumbChart extends HTMLElement {
  #plot = null;
  #spec = null;
  #at = null;
  #size = null;
  #plotPlace = element('div', { class: 'chart-plot', tabindex: 0, role: 'img' });
  #readout = element('p', { class: 'readout', 'aria-live': 'polite' });
  #legend = element('ul', { class: 'legend' });
  #table = element('details', { class: 'numbers' });

  connectedCallback() {
    this.replaceChildren(this.#legend, this.#plotPlace, this.#readout, this.#table);
    this.#plotPlace.addEventListener('keydown', (event) => this.#key(event));
    for (const name of ['pointermove', 'pointerdown']) {
      this.#plotPlace.addEventListener(name, (event) => this.#point(event));
    }
    new ResizeObserver(() => this.#resize()).observe(this.#plotPlace);
    this.redraw = () => this.#draw();
    addEventListener('themechange', this.redraw);
    this.#draw();
  }

  disconnectedCallback() {
    removeEventListener('themechange', this.redraw);
    this.#plot?.destroy();
    this.#plot = null;
  }

  show(spec) {
    this.#spec = spec;
    this.#at = null;
    this.#draw();
    return this;
  }

  #draw() {
    this.#plot?.destroy();
    this.#plot = null;
    const spec = this.#spec;
    if (spec === null || !this.isConnected) {
      return;
    }
    this.#plotPlace.setAttribute('aria-label', t('chart.label', { label: spec.label }));
    this.#legend.replaceChildren(...spec.series.filter((series) => series.label).map((series, i) => element('li', { class: `key ${series.colour.slice(2)} ${series.as ?? 'line'}` },
      swatch(series, i), `${series.label}${series.unit ? ` (${series.unit})` : ''}${series.low ? ` ${t('chart.band')}` : ''}`)));
    this.#table.replaceChildren(element('summary', {}, t('chart.numbers')), element('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': spec.label }, table(spec)));
    this.#say();
    this.#resize();
  }

  #resize() {
    const spec = this.#spec;
    const { clientWidth: width, clientHeight: height } = this.#plotPlace;
    if (spec === null || width < 60 || height < 60) {
      return;
    }
    if (this.#plot !== null && this.#size === `${width} ${height}`) {
      return;
    }
    this.#size = `${width} ${height}`;
    this.#plot?.destroy();
    const { data, options } = build(spec, width, height);
    this.#plot = new uPlot(options, data, this.#plotPlace);
    this.#mark();
  }

  #key(event) {
    const step = STEPS[event.key];
    if (step === undefined || this.#spec === null) {
      return;
    }
    event.preventDefault();
    const last = this.#spec.x.values.length - 1;
    this.#at = Math.min(last, Math.max(0, (this.#at ?? (step > 0 ? -1 : last + 1)) + step));
    this.#mark();
  }

  #point(event) {
    if (this.#plot === null) {
      return;
    }
    const box = this.#plot.over.getBoundingClientRect();
    const x = event.clientX - box.left;
    if (x < 0 || x > box.width) {
      return;
    }
    this.#at = this.#plot.posToIdx(x);
    this.#mark();
  }

  #mark() {
    if (this.#plot !== null && this.#at !== null) {
      this.#plot.setCursor({ left: this.#plot.valToPos(this.#plot.data[0][this.#at], 'x'), top: -10 });
    }
    this.#say();
  }

  #say() {
    const spec = this.#spec;
    if (this.#at === null) {
      this.#readout.textContent = spec.summary ?? '';
      return;
    }
    const parts = spec.series.filter((series) => series.label && known(series.values[this.#at])).map((series) => `${series.label}: ${words(spec, series, this.#at)}`);
    this.#readout.textContent = `${shownX(spec, this.#at)} · ${parts.length === 0 ? t('chart.nothing') : parts.join(' · ')}`;
  }
}

const known = (value) => value !== null && value !== undefined && !Number.isNaN(value);
const shownX = (spec, at) => (spec.x.shown ? spec.x.shown(spec.x.values[at], at) : `${number(spec.x.values[at], spec.x.places ?? 0)}${spec.x.unit ? ` ${spec.x.unit}` : ''}`);

function words(spec, series, at) {
  const places = series.places ?? spec.places ?? 1;
  const unit = series.unit ?? spec.unit;
  const band = series.low && known(series.low[at]) ? ` (${number(series.low[at], places)} ${t('to')} ${number(series.high[at], places)})` : '';
  return `${number(series.values[at], places)}${band}${unit ? ` ${unit}` : ''}`;
}

function table(spec) {
  const shown = spec.series.filter((series) => series.label);
  return element('table', {}, element('thead', {}, element('tr', {}, element('th', { scope: 'col' }, spec.x.label), ...shown.map((series) => element('th', { scope: 'col' }, series.label)))),
    element('tbody', {}, ...spec.x.values.map((value, at) => element('tr', {}, element('th', { scope: 'row' }, shownX(spec, at)),
      ...shown.map((series) => element('td', {}, known(series.values[at]) ? words(spec, series, at) : '–'))))));
}

function swatch(series, i) {
  const node = element('span', { class: `swatch ${series.as ?? 'line'} ${series.dash ? 'dashed' : ''} ${SHAPES[(series.shape ?? i) % SHAPES.length]}`, 'aria-hidden': 'true' });
  node.style.setProperty('--colour', `var(${series.colour})`);
  return node;
}

function build(spec, width, height) {
  const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
  const font = `${0.75 * rem}px system-ui, sans-serif`;
  const data = [spec.x.values];
  const series = [{}];
  const bands = [];
  spec.series.forEach((one, i) => {
    const scale = one.axis === 'right' ? 'right' : 'y';
    data.push(one.values.map((value) => value ?? null));
    series.push({ label: one.label ?? '', scale, spanGaps: one.gaps !== 'break', ...look(one, i, rem) });
    if (one.low) {
      const edge = { scale, width: 0, stroke: 'transparent', points: { show: false }, spanGaps: one.gaps !== 'break' };
      data.push(one.high, one.low);
      series.push({ ...edge }, { ...edge });
      bands.push({ series: [series.length - 2, series.length - 1], fill: faint(one.colour, 0.22) });
    }
  });
  const axis = (more) => ({ stroke: colour('--quiet'), font, labelFont: font, labelSize: 1.25 * rem, labelGap: 0, size: 2.7 * rem, gap: 4, ticks: { show: false }, grid: { stroke: colour('--line'), width: 1 }, ...more });
  const right = spec.series.find((one) => one.axis === 'right');
  const left = spec.series.find((one) => one.axis !== 'right');
  const axes = [
    axis({ label: spec.x.axisLabel ?? spec.x.label, size: 1.7 * rem, ...(spec.x.tick && { values: (plot, at) => at.map((value) => spec.x.tick(value)) }), ...(spec.x.splits && { splits: () => spec.x.splits }) }),
    axis({ scale: 'y', label: spec.unitLabel ?? spec.unit ?? left?.unit }),
    ...(right ? [axis({ scale: 'right', side: 1, label: right.unitLabel ?? right.unit, grid: { show: false } })] : []),
  ];
  const range = (which, least) => (plot) => extent(plot, which, least);
  return { data, options: {
    width, height, series, bands, axes,
    cursor: { x: true, y: false, points: { show: true, size: 8 }, drag: { x: false, y: false } },
    select: { show: false }, legend: { show: false }, padding: [8, right ? 4 : 12, 0, 0],
    scales: { x: { time: false, range: (plot, low, high) => margin(spec, low, high) }, y: { range: range('y', spec.least) }, ...(right && { right: { range: range('right', right.least) } }) },
  } };
}

// Bars need half a step on both sides.
function margin(spec, low, high) {
  const step = spec.x.values.length > 1 ? spec.x.values[1] - spec.x.values[0] : 1;
  const extra = spec.series.some((one) => one.as === 'bars') ? step * 0.6 : spec.x.tight ? 0 : step * 0.3;
  return [low - extra, high + extra];
}

function extent(plot, scale, least) {
  let [low, high] = least ?? [Infinity, -Infinity];
  plot.series.forEach((series, i) => {
    if (i > 0 && series.scale === scale) {
      for (const value of plot.data[i]) {
        if (known(value)) {
          low = Math.min(low, value);
          high = Math.max(high, value);
        }
      }
    }
  });
  if (!(low <= high)) {
    return [0, 1];
  }
  const extra = Math.max((high - low) * 0.08, 1e-6);
  return [low === 0 ? 0 : low - extra, high + extra];
}

function look(one, i, rem) {
  const stroke = colour(one.colour);
  switch (one.as) {
    case 'bars': return { stroke, width: 1, fill: faint(one.colour, 0.55), points: { show: false }, paths: uPlot.paths.bars({ size: [0.7, 48] }) };
    case 'points': return { stroke, width: 0, paths: () => null, points: { show: true, size: 9, width: 2, fill: colour('--card'), stroke, paths: marker(one.shape ?? i, rem) } };
    case 'curve': return { stroke, width: 2.5, dash: DASHES[(one.dash ?? 0) % DASHES.length], points: { show: false } };
    default: return { stroke, width: 2.5, dash: DASHES[(one.dash ?? 0) % DASHES.length], points: { show: true, size: 8, width: 2, fill: colour('--card'), stroke } };
  }
}

// Points that differ by shape, not by colour alone.
function marker(shape, rem) {
  const half = 0.3 * rem * devicePixelRatio;
  return (plot, seriesIndex, from, to) => {
    const path = new Path2D();
    const series = plot.series[seriesIndex];
    for (let at = from; at <= to; at++) {
      const value = plot.data[seriesIndex][at];
      if (!known(value)) {
        continue;
      }
      const x = plot.valToPos(plot.data[0][at], 'x', true);
      const y = plot.valToPos(value, series.scale, true);
      outline(path, SHAPES[shape % SHAPES.length], x, y, half);
    }
    return { stroke: path, fill: path };
  };
}

function outline(path, shape, x, y, half) {
  if (shape === 'circle') {
    path.moveTo(x + half, y);
    path.arc(x, y, half, 0, 2 * Math.PI);
  } else if (shape === 'square') {
    path.rect(x - half, y - half, 2 * half, 2 * half);
  } else {
    const corners = shape === 'triangle' ? [[0, -1.2], [1.1, 0.9], [-1.1, 0.9]] : [[0, -1.3], [1.3, 0], [0, 1.3], [-1.3, 0]];
    corners.forEach(([dx, dy], i) => path[i === 0 ? 'moveTo' : 'lineTo'](x + dx * half, y + dy * half));
    path.closePath();
  }
}

customElements.define('plumb-chart', PlumbChart);

/** A chart, ready to be put into the page. */
export const chart = (spec) => element('plumb-chart', { class: spec.size ?? 'usual' }).show(spec);
