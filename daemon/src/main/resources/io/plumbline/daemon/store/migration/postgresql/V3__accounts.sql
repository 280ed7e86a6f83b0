-- Who may log in.
CREATE TABLE account (
  id            TEXT PRIMARY KEY,
  name          TEXT NOT NULL,
  name_key      TEXT NOT NULL UNIQUE, -- without case and width: by which it is found
  role          TEXT NOT NULL, -- 'coach', 'athlete' or 'wall'
  athlete_id    TEXT REFERENCES athlete (id), -- whose data an athlete sees
  password      TEXT, -- Argon2id as a PHC string, NULL until it has one
  disabled      BOOLEAN NOT NULL,
  created_at_ms BIGINT NOT NULL
);
CREATE INDEX account_of_athlete ON account (athlete_id);

-- What opens an account without its password, hashed.
CREATE TABLE account_code (
  hash          TEXT PRIMARY KEY, -- SHA-256
  account_id    TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  one_time      BOOLEAN NOT NULL,
  expires_at_ms BIGINT NOT NULL
);
CREATE INDEX account_code_of_account ON account_code (account_id);

-- Who is logged in.
CREATE TABLE session (
  hash          TEXT PRIMARY KEY, -- SHA-256 of the cookie's token
  account_id    TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  started_at_ms BIGINT NOT NULL,
  seen_at_ms    BIGINT NOT NULL
);
CREATE INDEX session_of_account ON session (account_id);

-- Who did what that somebody may have to answer for. Rows are only added. Ids, no names: they mean nothing once an account is gone.
CREATE TABLE audit (
  number  BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at_ms   BIGINT NOT NULL, -- daemon's clock
  done_by TEXT, -- account, NULL where nobody was logged in
  action  TEXT NOT NULL,
  subject TEXT, -- account or athlete
  address TEXT, -- NULL: the daemon's console
  detail  TEXT
);

CREATE FUNCTION audit_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of audit are only added';
END
$$;
CREATE TRIGGER audit_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION audit_only_grows();
