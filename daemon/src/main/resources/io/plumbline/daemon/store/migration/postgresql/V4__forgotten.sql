-- What became of a summary whose athlete was deleted. Its key stays, so that nothing comes back when a bar sends it again.
-- 0: as the bar told it. 1: the lifter's name was taken out. 2: everything was taken out, and its curves are not taken again.
ALTER TABLE summary ADD COLUMN forgotten INTEGER NOT NULL DEFAULT 0;
CREATE INDEX summary_forgotten ON summary (bar_id, journal_id, sequence) WHERE forgotten > 0;
