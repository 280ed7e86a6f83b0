// The lifter's page, made for a phone: today, the set that is under way, the check-in.

import * as api from './api.js';
import { provide } from './component.js';
import { LinkStatus } from './components/link-status.js';
import { StopScreen } from './components/stop-screen.js';
import { element } from './dom.js';
import { listen } from './events.js';
import { CheckInTab } from './lift/check-in.js';
import { chooseAthlete } from './lift/choose-athlete.js';
import { sendWaiting } from './lift/outbox.js';
import { SetTab } from './lift/set-tab.js';
import { TodayTab } from './lift/today.js';
import { Model } from './model.js';
import { begin, failed, loading, showAge } from './page.js';
import { t } from './texts.js';
import { stayAwake } from './wake-lock.js';

const place = document.querySelector('main');
const model = new Model();
provide(model);
customElements.define('link-status', LinkStatus);
customElements.define('stop-screen', StopScreen);

const TABS = [['today', TodayTab], ['set', SetTab], ['check-in', CheckInTab]];

async function open(who) {
  place.replaceChildren(loading());
  const athlete = who.athleteId ? await api.athlete(who.athleteId) : await chooseAthlete(place);
  const names = await api.barNames(athlete.id);
  const body = element('div', { class: 'tab-body' });
  const bar = element('nav', { class: 'tabs', 'aria-label': t('lift.tabs') });
  const context = { who, athlete, names, model, go: (name) => {
    location.hash = name;
  }, again: () => open(who) };
  let tab = null;
  const show = async () => {
    const wanted = location.hash.slice(1);
    const [name, Tab] = TABS.find(([known]) => known === wanted) ?? TABS[0];
    tab?.leave?.();
    bar.replaceChildren(...TABS.map(([other]) => element('a', { href: `#${other}`, 'aria-current': other === name ? 'page' : null }, t(`lift.${other}`))));
    body.replaceChildren(loading());
    tab = new Tab(context);
    try {
      body.replaceChildren(await tab.node());
    } catch (error) {
      body.replaceChildren(failed(error, show));
    }
    document.title = `${t(`lift.${name}`)} · Plumbline`;
  };
  place.replaceChildren(element('p', { class: 'name' }, element('strong', {}, athlete.name), who.athleteId ? null : element('button', { type: 'button', click: () => {
    localStorage.removeItem('plumbline.athlete');
    open(who);
  } }, t('lift.other'))), body, bar);
  onhashchange = show;
  await show();
}

const who = await begin();
if (who !== null && who.role === 'wall') {
  location.replace('/wall.html');
} else if (who !== null) {
  showAge(document.querySelector('body > p'));
  model.showLast();
  model.addEventListener('change', () => model.link === 'up' && model.keep());
  listen((name, data) => model.handle(name, data), (up) => {
    model.setLink(up);
    if (up) {
      sendWaiting().catch((error) => console.warn(error));
    }
  });
  stayAwake();
  await open(who).catch((error) => place.replaceChildren(failed(error, () => location.reload())));
}
