// Puts the page together.

import { provide } from './component.js';
import { BarPath } from './components/bar-path.js';
import { BarStrip } from './components/bar-strip.js';
import { LiveChart, RepCurve, RepTitle } from './components/charts.js';
import { CurrentSet } from './components/current-set.js';
import { EmptyPage } from './components/empty-page.js';
import { LinkStatus } from './components/link-status.js';
import { RepTable } from './components/rep-table.js';
import { SetList } from './components/set-list.js';
import { listen } from './events.js';
import { Model } from './model.js';
import { StopScreen } from './components/stop-screen.js';
import { begin } from './page.js';

const model = new Model();
provide(model);

for (const [name, component] of Object.entries({
  'bar-strip': BarStrip, 'link-status': LinkStatus, 'empty-page': EmptyPage, 'current-set': CurrentSet, 'live-chart': LiveChart,
  'bar-path': BarPath, 'rep-table': RepTable, 'rep-title': RepTitle, 'rep-curve': RepCurve, 'set-list': SetList, 'stop-screen': StopScreen,
})) {
  customElements.define(name, component);
}

const who = await begin();
if (who !== null) {
  if (who.role === 'athlete' || who.role === 'wall') {
    location.replace(who.role === 'wall' ? '/wall.html' : '/lift.html');
  } else {
    model.showLast();
    model.addEventListener('change', () => model.link === 'up' && model.keep());
    listen((name, data) => model.handle(name, data), (up) => model.setLink(up));
  }
}
