// What the athlete told: check-ins, newest first.

import * as api from '../api.js';
import { element } from '../dom.js';
import { note } from '../page.js';
import { t, weekday, word } from '../texts.js';

const MANY = 12;

export async function toldSection(id) {
  const items = (await api.told(id, 'check-ins', MANY)).map((item) => item.value);
  if (items.length === 0) {
    return note(t('told.none'));
  }
  return element('ul', { class: 'told' }, ...items.map((checkIn) => element('li', {}, element('strong', {}, weekday(checkIn.at)), ' ',
    element('span', { class: checkIn.soreness > 3 ? 'notable' : '' }, t('told.soreness', { score: checkIn.soreness })), ' ',
    [...checkIn.areas.map((area) => word('area', area)), checkIn.side === null ? null : word('side', checkIn.side), checkIn.sharp ? t('checkin.sharp') : null, checkIn.spreading ? t('checkin.spreading') : null,
      checkIn.rpe === null ? null : `RPE ${checkIn.rpe}`, checkIn.note].filter(Boolean).join(' · '))));
}
