-- A school year is closed by somebody and can be opened again with a reason; the last row holds.
CREATE TABLE year_closing (
  id INTEGER PRIMARY KEY,
  school_year TEXT NOT NULL REFERENCES school_year (name),
  closed INTEGER NOT NULL CHECK (closed IN (0, 1)),
  note TEXT NOT NULL DEFAULT '',
  posted_at TEXT NOT NULL,
  posted_by TEXT NOT NULL
) STRICT;
CREATE INDEX year_closing_by_year ON year_closing (school_year, id);
CREATE TRIGGER year_closing_no_update BEFORE UPDATE ON year_closing BEGIN SELECT RAISE(ABORT, 'IMMUTABLE'); END;
CREATE TRIGGER year_closing_no_delete BEFORE DELETE ON year_closing BEGIN SELECT RAISE(ABORT, 'IMMUTABLE'); END;

CREATE VIEW year_closed AS
SELECT school_year FROM year_closing c
WHERE closed = 1 AND id = (SELECT max(id) FROM year_closing d WHERE d.school_year = c.school_year);

CREATE TRIGGER payment_in_closed_year BEFORE INSERT ON payment
WHEN EXISTS (SELECT 1 FROM enrolment n JOIN roster_entry e ON e.id = n.roster_entry_id
  WHERE n.id = NEW.enrolment_id AND e.school_year IN (SELECT school_year FROM year_closed))
BEGIN SELECT RAISE(ABORT, 'YEAR_CLOSED'); END;
CREATE TRIGGER enrolment_in_closed_year BEFORE INSERT ON enrolment
WHEN EXISTS (SELECT 1 FROM roster_entry e
  WHERE e.id = NEW.roster_entry_id AND e.school_year IN (SELECT school_year FROM year_closed))
BEGIN SELECT RAISE(ABORT, 'YEAR_CLOSED'); END;
CREATE TRIGGER cover_in_closed_year BEFORE INSERT ON cover
WHEN EXISTS (SELECT 1 FROM roster_entry e
  WHERE e.id = NEW.roster_entry_id AND e.school_year IN (SELECT school_year FROM year_closed))
BEGIN SELECT RAISE(ABORT, 'YEAR_CLOSED'); END;
CREATE TRIGGER entry_in_closed_year BEFORE INSERT ON roster_entry
WHEN NEW.school_year IN (SELECT school_year FROM year_closed)
BEGIN SELECT RAISE(ABORT, 'YEAR_CLOSED'); END;
CREATE TRIGGER entry_changed_in_closed_year BEFORE UPDATE OF class_id, left_on, joined_on ON roster_entry
WHEN OLD.school_year IN (SELECT school_year FROM year_closed)
BEGIN SELECT RAISE(ABORT, 'YEAR_CLOSED'); END;
CREATE TRIGGER round_in_closed_year BEFORE INSERT ON collection_round
WHEN NEW.school_year IN (SELECT school_year FROM year_closed)
BEGIN SELECT RAISE(ABORT, 'YEAR_CLOSED'); END;
