-- Who lifts. The body is the JSON of the API; what queries need stands beside it.
CREATE TABLE athlete (
  id            TEXT PRIMARY KEY,
  name          TEXT NOT NULL,
  body          TEXT NOT NULL,
  version       BIGINT NOT NULL, -- changes made
  created_at_ms BIGINT NOT NULL -- daemon's clock, ms since 1970-01-01T00:00Z
);
CREATE INDEX athlete_by_name ON athlete (name, id);

-- To whom a name belongs that is typed at a bar (rep.athlete), character for character.
CREATE TABLE bar_name (
  name       TEXT PRIMARY KEY,
  name_key   TEXT NOT NULL, -- without case, width and spaces: a new spelling of a known name finds its athlete by it
  athlete_id TEXT NOT NULL REFERENCES athlete (id)
);
CREATE INDEX bar_name_by_key ON bar_name (name_key);
CREATE INDEX bar_name_of_athlete ON bar_name (athlete_id);

-- What people tell: check-ins, marks, plans and the like, each with the JSON of the API.
CREATE TABLE entry (
  id         TEXT PRIMARY KEY,
  athlete_id TEXT NOT NULL REFERENCES athlete (id),
  kind       TEXT NOT NULL,
  at_ms      BIGINT NOT NULL, -- when it happened, ms since 1970-01-01T00:00Z; of a planned day, its begin in UTC
  body       TEXT NOT NULL,
  version    BIGINT NOT NULL
);
CREATE INDEX entry_of_athlete ON entry (athlete_id, kind, at_ms, id);

-- What people changed of a set, as a whole; what a bar told stays in summary.
CREATE TABLE set_correction (
  bar_id          TEXT NOT NULL,
  journal_id      TEXT NOT NULL,
  set_number      INTEGER NOT NULL,
  owner_corrected BOOLEAN NOT NULL,
  athlete_id      TEXT REFERENCES athlete (id), -- NULL with owner_corrected: nobody
  started_at_ms   BIGINT, -- told by a person
  body            TEXT NOT NULL,
  version         BIGINT NOT NULL,
  PRIMARY KEY (bar_id, journal_id, set_number)
);
CREATE INDEX set_correction_of_athlete ON set_correction (athlete_id);

-- Numbers of the coach's rules that differ for an athlete.
CREATE TABLE rule_override (
  athlete_id TEXT PRIMARY KEY REFERENCES athlete (id),
  body       TEXT NOT NULL,
  version    BIGINT NOT NULL
);

-- Every change that people made, with the whole thing before and after. Rows are only added.
CREATE TABLE amendment (
  number      BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at_ms       BIGINT NOT NULL, -- daemon's clock
  changed_by  TEXT NOT NULL,
  athlete_id  TEXT, -- whom it is about, after the change
  subject     TEXT NOT NULL, -- 'set', 'athlete', 'rule-overrides' or a kind of entry
  subject_id  TEXT NOT NULL,
  version     BIGINT NOT NULL,
  before_json TEXT, -- NULL: it was made
  after_json  TEXT -- NULL: it was removed
);
CREATE INDEX amendment_of_subject ON amendment (subject, subject_id, number);

CREATE INDEX rep_of_athlete ON rep (athlete);
CREATE INDEX trace_by_receipt ON trace (received_at_ms);
