// Height and velocity over time on one uPlot: the frame that both charts share.

import uPlot from '/vendor/uplot/uPlot.esm.js';
import { colour, faint } from './charts/colours.js';
import { t } from './texts.js';

// Part of a chart below zero, over the part above, up to which both curves share their zero line.
const MOST_BELOW = 1.2;

// Makes a chart that fills `host`, follows its size and the colour scheme. `xLabel` stands under the time axis; `band` adds the
// velocity's uncertainty as two more series after velocity.
export function timePlot(host, { xLabel, xRange, band }) {
  let plot = null;
  let data = null;

  function make() {
    plot?.destroy();
    const size = sizeOf(host);
    plot = size && data ? new uPlot(options(size, { xLabel, xRange, band }), data, host) : null;
  }

  new ResizeObserver(() => {
    const size = sizeOf(host);
    if (plot && size) {
      plot.setSize(size);
    } else {
      make();
    }
  }).observe(host);
  addEventListener('themechange', make);

  return {
    show(columns) {
      data = columns;
      if (plot) {
        plot.setData(columns);
      } else {
        make();
      }
    },
    clear() {
      data = null;
      plot?.destroy();
      plot = null;
    },
  };
}

function sizeOf(host) {
  return host.clientWidth > 60 && host.clientHeight > 60 ? { width: host.clientWidth, height: host.clientHeight } : null;
}

function options(size, { xLabel, xRange, band }) {
  const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
  const font = `${0.75 * rem}px system-ui, sans-serif`;
  const axis = (more) => ({ stroke: colour('--quiet'), font, labelFont: font, labelSize: 1.2 * rem, size: 2.6 * rem, labelGap: 0, gap: 3, ticks: { show: false }, grid: { stroke: colour('--line'), width: 1 }, ...more });
  const line = (label, scale, stroke, more = {}) => ({ label, scale, stroke, width: 2.5, points: { show: false }, ...more });
  const edge = { width: 0, stroke: 'transparent' };
  return {
    ...size,
    cursor: { show: false },
    select: { show: false },
    legend: { show: false },
    padding: [8, 4, 0, 0],
    scales: {
      x: { time: false, ...(xRange && { range: () => xRange }) },
      velocity: { range: (plot) => ranges(plot.data).velocity },
      height: { range: (plot) => ranges(plot.data).height },
    },
    axes: [
      axis({ label: xLabel, size: 1.6 * rem }),
      axis({ scale: 'velocity', label: t('curve.velocity-axis'), stroke: colour('--velocity') }),
      axis({ scale: 'height', label: t('curve.height-axis'), side: 1, stroke: colour('--height'), grid: { show: false } }),
    ],
    series: [
      {},
      line('height', 'height', colour('--height')),
      line('velocity', 'velocity', colour('--velocity')),
      ...(band ? [line('upper', 'velocity', 'transparent', edge), line('lower', 'velocity', 'transparent', edge)] : []),
    ],
    bands: band ? [{ series: [3, 4], fill: faint('--velocity', 0.2) }] : [],
  };
}

// At least the usual ranges, so that a bar at rest is a flat line and not a picture of its noise; one zero line for both where that
// does not squeeze one of them.
function ranges(data) {
  const height = extent(data[1], -0.05, 0.6);
  const velocity = extent(data.slice(2).flat(), -0.2, 0.8);
  const below = Math.max(-height[0] / height[1], -velocity[0] / velocity[1]);
  if (below <= MOST_BELOW) {
    height[0] = -below * height[1];
    velocity[0] = -below * velocity[1];
  }
  return { height, velocity };
}

function extent(values, low, high) {
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  const margin = (high - low) * 0.05;
  return [low - margin, high + margin];
}
