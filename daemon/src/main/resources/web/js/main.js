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
import { element } from './dom.js';
import { listen } from './events.js';
import { Model } from './model.js';
import { logOut, session } from './session.js';

const model = new Model();
provide(model);

for (const [name, component] of Object.entries({
  'bar-strip': BarStrip, 'link-status': LinkStatus, 'empty-page': EmptyPage, 'current-set': CurrentSet, 'live-chart': LiveChart,
  'bar-path': BarPath, 'rep-table': RepTable, 'rep-title': RepTitle, 'rep-curve': RepCurve, 'set-list': SetList,
})) {
  customElements.define(name, component);
}

const now = await session().catch(() => null);
if (now !== null && now.accounts && now.account === null) {
  location.replace('/account.html');
} else {
  if (now?.account) {
    document.querySelector('.who').append(now.account.role === 'coach' ? element('a', { href: '/accounts.html' }, 'Accounts') : '',
      now.account.name, element('button', { click: () => logOut(now.csrf_token) }, 'Log out'));
  }
  model.canReadSets = now?.account?.role !== 'wall';
  if (now?.account?.role === 'athlete') {
    // What is live is everybody's; an athlete sees what is stored of the own sets.
    model.onlyStored = true;
    model.setLink(true);
    model.refresh();
  } else {
    listen((name, data) => model.handle(name, data), (up) => model.setLink(up));
  }
}
