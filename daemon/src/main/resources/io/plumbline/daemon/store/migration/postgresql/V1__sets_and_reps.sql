-- Progress of each bar's journal; the row is also the lock under which that journal is written.
CREATE TABLE journal (
  bar_id       TEXT NOT NULL,
  journal_id   TEXT NOT NULL,
  stored_up_to BIGINT NOT NULL, -- nothing is missing up to here
  PRIMARY KEY (bar_id, journal_id)
);

-- Every summary as it was received. Reps and sets of a journal share one sequence.
CREATE TABLE summary (
  bar_id         TEXT NOT NULL,
  journal_id     TEXT NOT NULL,
  sequence       BIGINT NOT NULL,
  kind           TEXT NOT NULL CHECK (kind IN ('rep', 'set')),
  payload        TEXT NOT NULL, -- JSON, character for character
  received_at_ms BIGINT NOT NULL, -- daemon's clock, ms since 1970-01-01T00:00Z
  PRIMARY KEY (bar_id, journal_id, sequence)
);

-- The main measures of a rep, for queries. NULL: not measured.
CREATE TABLE rep (
  bar_id                  TEXT NOT NULL,
  journal_id              TEXT NOT NULL,
  sequence                BIGINT NOT NULL,
  received_at_ms          BIGINT NOT NULL,
  wall_time_ms            BIGINT,
  wall_time_synchronised  BOOLEAN,
  start_time_ns           BIGINT NOT NULL,
  athlete                 TEXT,
  exercise                TEXT NOT NULL,
  set_number              INTEGER NOT NULL,
  rep_number              INTEGER NOT NULL,
  outcome                 TEXT NOT NULL,
  mean_concentric_mps     DOUBLE PRECISION NOT NULL,
  mean_concentric_sd_mps  DOUBLE PRECISION NOT NULL,
  peak_concentric_mps     DOUBLE PRECISION NOT NULL,
  peak_concentric_sd_mps  DOUBLE PRECISION NOT NULL,
  mean_propulsive_mps     DOUBLE PRECISION NOT NULL,
  mean_propulsive_sd_mps  DOUBLE PRECISION NOT NULL,
  mean_eccentric_mps      DOUBLE PRECISION,
  mean_eccentric_sd_mps   DOUBLE PRECISION,
  peak_eccentric_mps      DOUBLE PRECISION,
  peak_eccentric_sd_mps   DOUBLE PRECISION,
  range_of_motion_m       DOUBLE PRECISION NOT NULL,
  range_of_motion_sd_m    DOUBLE PRECISION NOT NULL,
  concentric_s            DOUBLE PRECISION NOT NULL,
  concentric_sd_s         DOUBLE PRECISION NOT NULL,
  time_to_peak_velocity_s DOUBLE PRECISION NOT NULL,
  eccentric_s             DOUBLE PRECISION,
  eccentric_sd_s          DOUBLE PRECISION,
  turnaround_s            DOUBLE PRECISION,
  forward_known           BOOLEAN NOT NULL,
  forward_max_m           DOUBLE PRECISION,
  forward_min_m           DOUBLE PRECISION,
  forward_end_m           DOUBLE PRECISION,
  forward_sd_m            DOUBLE PRECISION,
  lateral_end_m           DOUBLE PRECISION,
  lateral_sd_m            DOUBLE PRECISION,
  load_source             TEXT NOT NULL,
  load_total_kg           DOUBLE PRECISION,
  load_total_sd_kg        DOUBLE PRECISION,
  load_left_kg            DOUBLE PRECISION,
  load_right_kg           DOUBLE PRECISION,
  quality                 TEXT NOT NULL, -- flags, separated by commas
  PRIMARY KEY (bar_id, journal_id, sequence),
  FOREIGN KEY (bar_id, journal_id, sequence) REFERENCES summary (bar_id, journal_id, sequence)
);
CREATE INDEX rep_of_set ON rep (bar_id, journal_id, set_number, rep_number);
CREATE INDEX rep_by_receipt ON rep (received_at_ms);

-- A set's own summary, once it is closed.
CREATE TABLE closed_set (
  bar_id                   TEXT NOT NULL,
  journal_id               TEXT NOT NULL,
  sequence                 BIGINT NOT NULL,
  received_at_ms           BIGINT NOT NULL,
  wall_time_ms             BIGINT,
  wall_time_synchronised   BOOLEAN,
  start_time_ns            BIGINT NOT NULL,
  duration_s               DOUBLE PRECISION NOT NULL,
  athlete                  TEXT,
  exercise                 TEXT NOT NULL,
  set_number               INTEGER NOT NULL,
  completed_reps           INTEGER NOT NULL,
  failed_reps              INTEGER NOT NULL,
  load_source              TEXT NOT NULL,
  load_total_kg            DOUBLE PRECISION,
  load_total_sd_kg         DOUBLE PRECISION,
  load_left_kg             DOUBLE PRECISION,
  load_right_kg            DOUBLE PRECISION,
  best_mean_concentric_mps DOUBLE PRECISION,
  last_mean_concentric_mps DOUBLE PRECISION,
  velocity_loss_mps        DOUBLE PRECISION,
  mean_range_of_motion_m   DOUBLE PRECISION,
  end_reason               TEXT NOT NULL,
  PRIMARY KEY (bar_id, journal_id, sequence),
  FOREIGN KEY (bar_id, journal_id, sequence) REFERENCES summary (bar_id, journal_id, sequence)
);
CREATE INDEX closed_set_number ON closed_set (bar_id, journal_id, set_number);

-- A rep's curves. They may arrive before the rep itself, so there is no reference.
CREATE TABLE trace (
  bar_id         TEXT NOT NULL,
  journal_id     TEXT NOT NULL,
  sequence       BIGINT NOT NULL, -- of the rep
  payload        TEXT NOT NULL, -- JSON, character for character
  received_at_ms BIGINT NOT NULL,
  PRIMARY KEY (bar_id, journal_id, sequence)
);

-- The same key with other content: a fault in a bar, kept aside to be looked at. The first one received stays in force.
CREATE TABLE conflict (
  bar_id         TEXT NOT NULL,
  journal_id     TEXT NOT NULL,
  sequence       BIGINT NOT NULL,
  kind           TEXT NOT NULL,
  payload_sha256 TEXT NOT NULL,
  payload        TEXT NOT NULL,
  received_at_ms BIGINT NOT NULL, -- first time
  seen_count     BIGINT NOT NULL,
  PRIMARY KEY (bar_id, journal_id, sequence, kind, payload_sha256)
);
