// Addresses within the coach's page.

const part = encodeURIComponent;
const setPart = (key) => `${part(key.bar_id)}/${part(key.journal_id)}/${key.set_number}`;

export const toAthlete = (id) => `#/athlete/${part(id)}`;
export const toSet = (key) => `#/set/${setPart(key)}`;
export const toComparison = (one, other) => `#/compare/${setPart(one)}/${setPart(other)}`;
export const idOf = (key) => ({ bar: key.bar_id, journal: key.journal_id, number: key.set_number });
