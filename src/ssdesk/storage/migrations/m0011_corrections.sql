-- What was asked of the office to correct of a person already sent: one row a field.
CREATE TABLE correction (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  field TEXT NOT NULL,
  old_value TEXT NOT NULL,
  new_value TEXT NOT NULL,
  evidence TEXT NOT NULL DEFAULT '',
  filed_on TEXT NOT NULL,
  posted_at TEXT NOT NULL,
  posted_by TEXT NOT NULL,
  withdrawn_at TEXT
) STRICT;
CREATE INDEX correction_by_person ON correction (person_id, field);
CREATE TRIGGER correction_no_delete BEFORE DELETE ON correction BEGIN SELECT RAISE(ABORT, 'IMMUTABLE'); END;
CREATE TRIGGER correction_no_change BEFORE UPDATE OF person_id, field, old_value, new_value, evidence, filed_on, posted_at, posted_by ON correction
BEGIN SELECT RAISE(ABORT, 'IMMUTABLE'); END;
