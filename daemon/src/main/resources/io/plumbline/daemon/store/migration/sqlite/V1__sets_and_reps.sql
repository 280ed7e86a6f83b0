-- Progress of each bar's journal; the row is also the lock under which that journal is written.
CREATE TABLE journal (
  bar_id       TEXT NOT NULL,
  journal_id   TEXT NOT NULL,
  stored_up_to INTEGER NOT NULL, -- nothing is missing up to here
  PRIMARY KEY (bar_id, journal_id)
) STRICT;

-- Every summary as it was received. Reps and sets of a journal share one sequence.
CREATE TABLE summary (
  bar_id         TEXT NOT NULL,
  journal_id     TEXT NOT NULL,
  sequence       INTEGER NOT NULL,
  kind           TEXT NOT NULL CHECK (kind IN ('rep', 'set')),
  payload        TEXT NOT NULL, -- JSON, character for character
  received_at_ms INTEGER NOT NULL, -- daemon's clock, ms since 1970-01-01T00:00Z
  PRIMARY KEY (bar_id, journal_id, sequence)
) STRICT;

-- The main measures of a rep, for queries. NULL: not measured.
CREATE TABLE rep (
  bar_id                  TEXT NOT NULL,
  journal_id              TEXT NOT NULL,
  sequence                INTEGER NOT NULL,
  received_at_ms          INTEGER NOT NULL,
  wall_time_ms            INTEGER,
  wall_time_synchronised  INTEGER,
  start_time_ns           INTEGER NOT NULL,
  athlete                 TEXT,
  exercise                TEXT NOT NULL,
  set_number              INTEGER NOT NULL,
  rep_number              INTEGER NOT NULL,
  outcome                 TEXT NOT NULL,
  mean_concentric_mps     REAL NOT NULL,
  mean_concentric_sd_mps  REAL NOT NULL,
  peak_concentric_mps     REAL NOT NULL,
  peak_concentric_sd_mps  REAL NOT NULL,
  mean_propulsive_mps     REAL NOT NULL,
  mean_propulsive_sd_mps  REAL NOT NULL,
  mean_eccentric_mps      REAL,
  mean_eccentric_sd_mps   REAL,
  peak_eccentric_mps      REAL,
  peak_eccentric_sd_mps   REAL,
  range_of_motion_m       REAL NOT NULL,
  range_of_motion_sd_m    REAL NOT NULL,
  concentric_s            REAL NOT NULL,
  concentric_sd_s         REAL NOT NULL,
  time_to_peak_velocity_s REAL NOT NULL,
  eccentric_s             REAL,
  eccentric_sd_s          REAL,
  turnaround_s            REAL,
  forward_known           INTEGER NOT NULL,
  forward_max_m           REAL,
  forward_min_m           REAL,
  forward_end_m           REAL,
  forward_sd_m            REAL,
  lateral_end_m           REAL,
  lateral_sd_m            REAL,
  load_source             TEXT NOT NULL,
  load_total_kg           REAL,
  load_total_sd_kg        REAL,
  load_left_kg            REAL,
  load_right_kg           REAL,
  quality                 TEXT NOT NULL, -- flags, separated by commas
  PRIMARY KEY (bar_id, journal_id, sequence),
  FOREIGN KEY (bar_id, journal_id, sequence) REFERENCES summary (bar_id, journal_id, sequence)
) STRICT;
CREATE INDEX rep_of_set ON rep (bar_id, journal_id, set_number, rep_number);
CREATE INDEX rep_by_receipt ON rep (received_at_ms);

-- A set's own summary, once it is closed.
CREATE TABLE closed_set (
  bar_id                   TEXT NOT NULL,
  journal_id               TEXT NOT NULL,
  sequence                 INTEGER NOT NULL,
  received_at_ms           INTEGER NOT NULL,
  wall_time_ms             INTEGER,
  wall_time_synchronised   INTEGER,
  start_time_ns            INTEGER NOT NULL,
  duration_s               REAL NOT NULL,
  athlete                  TEXT,
  exercise                 TEXT NOT NULL,
  set_number               INTEGER NOT NULL,
  completed_reps           INTEGER NOT NULL,
  failed_reps              INTEGER NOT NULL,
  load_source              TEXT NOT NULL,
  load_total_kg            REAL,
  load_total_sd_kg         REAL,
  load_left_kg             REAL,
  load_right_kg            REAL,
  best_mean_concentric_mps REAL,
  last_mean_concentric_mps REAL,
  velocity_loss_mps        REAL,
  mean_range_of_motion_m   REAL,
  end_reason               TEXT NOT NULL,
  PRIMARY KEY (bar_id, journal_id, sequence),
  FOREIGN KEY (bar_id, journal_id, sequence) REFERENCES summary (bar_id, journal_id, sequence)
) STRICT;
CREATE INDEX closed_set_number ON closed_set (bar_id, journal_id, set_number);

-- A rep's curves. They may arrive before the rep itself, so there is no reference.
CREATE TABLE trace (
  bar_id         TEXT NOT NULL,
  journal_id     TEXT NOT NULL,
  sequence       INTEGER NOT NULL, -- of the rep
  payload        TEXT NOT NULL, -- JSON, character for character
  received_at_ms INTEGER NOT NULL,
  PRIMARY KEY (bar_id, journal_id, sequence)
) STRICT;

-- The same key with other content: a fault in a bar, kept aside to be looked at. The first one received stays in force.
CREATE TABLE conflict (
  bar_id         TEXT NOT NULL,
  journal_id     TEXT NOT NULL,
  sequence       INTEGER NOT NULL,
  kind           TEXT NOT NULL,
  payload_sha256 TEXT NOT NULL,
  payload        TEXT NOT NULL,
  received_at_ms INTEGER NOT NULL, -- first time
  seen_count     INTEGER NOT NULL,
  PRIMARY KEY (bar_id, journal_id, sequence, kind, payload_sha256)
) STRICT;
