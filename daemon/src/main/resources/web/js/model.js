// Everything the page knows. Components read it and are told of changes: 'change' for what is stored or said, 'live' for the moving bar.

import * as api from './api.js';
import { keepBoard, lastBoard } from './board.js';

const LIVE_WINDOW_S = 10;
const QUIET_MS = 60_000;
const REFRESH_MS = 250;
const MAX_TRACES = 200;
const MOST_SILENT = 12;

const idOf = (set) => ({ bar: set.bar_id, journal: set.journal_id, number: set.set_number });
const same = (a, b) => a !== null && b !== null && a.bar === b.bar && a.journal === b.journal && a.number === b.number;
const keyOf = (key) => `${key.bar_id}/${key.journal_id}/${key.sequence}`;

export class Model extends EventTarget {
  link = 'connecting';
  brokerConnected = true;
  // Whether the daemon had its broker while this page was open: losing it is worse than starting.
  brokerSeen = false;
  loaded = false;
  // A wall display shows what is live, and nothing that is stored.
  canReadSets = true;
  // Since when nothing new can have come: null while the daemon answers.
  lostAtMs = null;
  bars = new Map();
  sets = [];
  // The set on the page: { id, overview, summary, reps }.
  shown = null;
  // Whether the person chose that set, or the page follows the bar.
  chosen = false;
  bar = null;
  barPinned = false;
  cue = null;
  // The newest rep of each bar.
  lastReps = new Map();
  #lastHeard = new Map();
  #live = new Map();
  #traces = new Map();
  #missing = new Set();
  #repKey = null;
  #refreshing = null;
  #loads = 0;

  // ---- what the page shows

  get rep() {
    const reps = this.shown?.reps ?? [];
    return reps.find((rep) => keyOf(rep.key) === this.#repKey) ?? reps.at(-1) ?? null;
  }

  // The curves of the rep on the page: undefined while they are on their way, null where there are none.
  get trace() {
    const rep = this.rep;
    if (rep === null) {
      return null;
    }
    const key = keyOf(rep.key);
    return this.#traces.get(key) ?? (this.#missing.has(key) ? null : undefined);
  }

  get live() {
    return this.#live.get(this.shownBar) ?? [];
  }

  get shownBar() {
    return this.chosen ? this.shown?.id.bar ?? null : this.bar ?? this.shown?.id.bar ?? null;
  }

  get barNow() {
    return this.bars.get(this.shownBar) ?? null;
  }

  isShown(set) {
    return this.shown !== null && same(idOf(set), this.shown.id);
  }

  isRepShown(rep) {
    return this.rep !== null && keyOf(rep.key) === keyOf(this.rep.key);
  }

  // ---- what a person does

  choose(set) {
    this.chosen = true;
    this.#repKey = null;
    return this.#load(idOf(set));
  }

  follow() {
    this.chosen = false;
    this.#repKey = null;
    return this.refresh();
  }

  followBar(barId) {
    this.bar = barId;
    this.barPinned = true;
    return this.follow();
  }

  chooseRep(rep) {
    this.#repKey = keyOf(rep.key);
    this.#changed();
    return this.#needTrace();
  }

  // ---- what the daemon says

  setLink(up) {
    this.link = up ? 'up' : 'lost';
    this.lostAtMs = up ? null : this.lostAtMs ?? Date.now();
    this.#changed();
  }

  /** Shows what this browser saw last, until the daemon says what is now. */
  showLast() {
    const last = lastBoard();
    if (last !== null && this.shown === null) {
      this.bars = new Map(last.bars.map((bar) => [bar.bar_id, { ...bar, online: false }]));
      this.shown = last.shown;
      this.bar = last.bar;
      this.lostAtMs = last.atMs;
      last.traces.forEach((trace) => this.#keepTrace(trace));
      this.#changed();
    }
  }

  /** Keeps what is on the page for `showLast`. */
  keep() {
    const rep = this.rep;
    const trace = rep === null ? undefined : this.#traces.get(keyOf(rep.key));
    keepBoard({ bars: [...this.bars.values()], shown: this.shown, bar: this.bar, traces: trace ? [trace] : [], atMs: Date.now() });
  }

  dropCue() {
    if (this.cue !== null) {
      this.cue = null;
      this.#changed();
    }
  }

  handle(name, data) {
    this.#handlers[name]?.(data);
  }

  #handlers = {
    snapshot: (data) => {
      this.#setBroker(data.broker_connected);
      this.bars = new Map(data.bars.map((bar) => [bar.bar_id, bar]));
      return this.refresh();
    },
    resync: () => this.refresh(),
    broker: (data) => {
      this.#setBroker(data.connected);
      this.#changed();
    },
    availability: (data) => this.#updateBar(data.bar_id, { online: data.online }),
    forgotten: (data) => {
      this.bars.delete(data.bar_id);
      this.#changed();
    },
    info: (data) => this.#updateBar(data.bar_id, { info: data.info }),
    state: (data) => this.#updateBar(data.bar_id, { state: data.state }),
    quality: (data) => this.#updateBar(data.bar_id, { quality: data.quality }),
    live: (data) => this.#addLive(data.bar_id, data.live),
    cue: (data) => this.#showCue(data.bar_id, data.cue),
    rep: (rep) => this.#addRep(rep),
    set: () => this.#refreshSoon(),
    trace: (trace) => {
      this.#keepTrace(trace);
      this.#changed();
    },
  };

  // Fetches again all that is on the page: after a connection, and where the stream left something out.
  async refresh() {
    if (!this.canReadSets) {
      this.loaded = true;
      this.#changed();
      return;
    }
    try {
      this.sets = await api.newestSets();
      this.loaded = true;
    } catch (error) {
      console.warn(error);
    }
    const newest = this.sets.find((set) => !this.barPinned || set.bar_id === this.bar) ?? null;
    const id = this.chosen && this.shown !== null ? this.shown.id : newest && idOf(newest);
    if (id !== null) {
      this.bar ??= id.bar;
      await this.#load(id);
    } else if (!this.chosen) {
      this.shown = null;
    }
    await this.#findLastReps();
    this.#changed();
  }

  // Of bars that have said nothing since the page was opened.
  async #findLastReps() {
    const silent = [...this.bars.values()].filter((bar) => bar.online && !this.lastReps.has(bar.bar_id)).slice(0, MOST_SILENT);
    await Promise.all(silent.map(async ({ bar_id: bar }) => {
      const newest = this.sets.find((set) => set.bar_id === bar);
      const rep = newest && (await api.set(idOf(newest)).catch(() => null))?.rep_payloads.at(-1);
      if (rep && !this.lastReps.has(bar)) {
        this.lastReps.set(bar, rep);
      }
    }));
  }

  #setBroker(connected) {
    this.brokerConnected = connected;
    this.brokerSeen ||= connected;
  }

  #refreshSoon() {
    this.#refreshing ??= setTimeout(() => {
      this.#refreshing = null;
      this.refresh();
    }, REFRESH_MS);
  }

  async #load(id) {
    const load = ++this.#loads;
    let set = null;
    try {
      set = await api.set(id);
    } catch (error) {
      console.warn(error);
    }
    // A later request overtook this one.
    if (load !== this.#loads || set === null) {
      return;
    }
    const { summary, rep_payloads: reps, ...overview } = set;
    this.shown = { id, overview, summary, reps };
    if (reps.length > 0 && !this.lastReps.has(id.bar)) {
      this.lastReps.set(id.bar, reps.at(-1));
    }
    this.#missing.clear();
    this.#changed();
    await this.#needTrace();
  }

  #addRep(rep) {
    const id = { bar: rep.key.bar_id, journal: rep.key.journal_id, number: rep.set_number };
    this.#heard(id.bar);
    this.lastReps.set(id.bar, rep);
    if (this.shown !== null && same(id, this.shown.id)) {
      const others = this.shown.reps.filter((other) => other.key.sequence !== rep.key.sequence);
      this.shown.reps = [...others, rep].sort((a, b) => a.rep_number - b.rep_number || a.key.sequence - b.key.sequence);
      if (!this.chosen) {
        this.#repKey = null;
      }
    } else if (!this.chosen && this.bar === id.bar) {
      this.shown = { id, overview: null, summary: null, reps: [rep] };
      this.#repKey = null;
    }
    this.#refreshSoon();
    this.#changed();
  }

  #updateBar(barId, change) {
    const bar = this.bars.get(barId) ?? { bar_id: barId, online: false, info: null, state: null, quality: null };
    this.bars.set(barId, { ...bar, ...change });
    this.#changed();
  }

  #addLive(barId, live) {
    this.#heard(barId);
    let samples = this.#live.get(barId) ?? [];
    const timeS = live.time_ns / 1e9;
    const lastS = samples.at(-1)?.timeS ?? -Infinity;
    if (timeS === lastS) {
      return;
    }
    // A clock that goes back is another recording, or a bar that started again.
    if (timeS < lastS) {
      samples = [];
    }
    samples.push({ timeS, phase: live.phase, heightM: live.height_m, velocityMps: live.velocity_mps, velocitySdMps: live.velocity_sd_mps, forwardM: live.forward_m });
    const from = samples.findIndex((sample) => sample.timeS >= timeS - LIVE_WINDOW_S);
    this.#live.set(barId, samples.slice(Math.max(0, from)));
    if (barId === this.shownBar) {
      this.dispatchEvent(new Event('live'));
    }
  }

  #showCue(barId, cue) {
    if (barId !== this.shownBar || cue.kind === 'rep-counted') {
      return;
    }
    this.cue = cue;
    setTimeout(() => {
      if (this.cue === cue) {
        this.cue = null;
        this.#changed();
      }
    }, cue.valid_for_ms);
    this.#changed();
  }

  // Follows one bar; another takes its place once the first has been quiet for a while, unless a person chose.
  #heard(barId) {
    const now = Date.now();
    const quiet = now - (this.#lastHeard.get(this.bar) ?? 0) > QUIET_MS;
    this.#lastHeard.set(barId, now);
    if (this.bar === null || (barId !== this.bar && quiet && !this.barPinned)) {
      this.bar = barId;
    }
  }

  async #needTrace() {
    const rep = this.rep;
    if (!this.canReadSets || rep === null || this.#traces.has(keyOf(rep.key)) || this.#missing.has(keyOf(rep.key))) {
      return;
    }
    try {
      const trace = await api.trace(rep.key);
      if (trace === null) {
        this.#missing.add(keyOf(rep.key));
      } else {
        this.#keepTrace(trace);
      }
      this.#changed();
    } catch (error) {
      console.warn(error);
    }
  }

  #keepTrace(trace) {
    this.#traces.set(keyOf(trace.rep), trace);
    this.#missing.delete(keyOf(trace.rep));
    if (this.#traces.size > MAX_TRACES) {
      this.#traces.delete(this.#traces.keys().next().value);
    }
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }
}
