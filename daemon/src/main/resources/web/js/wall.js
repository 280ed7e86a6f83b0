// The wall view: one bar, to be read from the platform and from across the room.

import { provide } from './component.js';
import { BarPath } from './components/bar-path.js';
import { BarStrip } from './components/bar-strip.js';
import { EmptyPage } from './components/empty-page.js';
import { ForceRamp } from './components/force-ramp.js';
import { LinkStatus } from './components/link-status.js';
import { PlateView } from './components/plate-view.js';
import { StopScreen } from './components/stop-screen.js';
import { VelocityBars } from './components/velocity-bars.js';
import { WallHead, WallVelocity } from './components/wall-words.js';
import { listen } from './events.js';
import { Model } from './model.js';
import { begin } from './page.js';
import { stayAwake } from './wake-lock.js';

const model = new Model();
provide(model);
const components = { 'bar-strip': BarStrip, 'link-status': LinkStatus, 'empty-page': EmptyPage, 'wall-head': WallHead, 'wall-velocity': WallVelocity,
  'bar-path': BarPath, 'force-ramp': ForceRamp, 'velocity-bars': VelocityBars, 'plate-view': PlateView, 'stop-screen': StopScreen };
for (const [name, component] of Object.entries(components)) {
  customElements.define(name, component);
}

const who = await begin();
if (who !== null) {
  const bar = new URLSearchParams(location.search).get('bar');
  if (bar !== null) {
    model.bar = bar;
    model.barPinned = true;
  }
  model.canReadSets = who.role !== 'wall';
  model.showLast();
  model.addEventListener('change', () => model.link === 'up' && model.keep());
  listen((name, data) => model.handle(name, data), (up) => model.setLink(up));
  stayAwake();
}
