-- A line whose receipt was voided waits for somebody again: the money is still at the bank.
CREATE TABLE statement_line_ending (
  id INTEGER PRIMARY KEY,
  line_id TEXT NOT NULL REFERENCES statement_line (id),
  receipt_id TEXT REFERENCES receipt (id),
  reason TEXT NOT NULL DEFAULT '',
  posted_at TEXT NOT NULL,
  posted_by TEXT NOT NULL,
  CHECK (receipt_id IS NOT NULL OR length(reason) > 0)
) STRICT;
INSERT INTO statement_line_ending (line_id, receipt_id, reason, posted_at, posted_by)
SELECT line_id, receipt_id, reason, posted_at, posted_by FROM statement_line_end ORDER BY posted_at, line_id;
DROP TABLE statement_line_end;
CREATE INDEX statement_line_ending_by_line ON statement_line_ending (line_id);
CREATE INDEX statement_line_ending_by_receipt ON statement_line_ending (receipt_id);
CREATE TRIGGER statement_line_ending_no_update BEFORE UPDATE ON statement_line_ending BEGIN SELECT RAISE(ABORT, 'IMMUTABLE'); END;
CREATE TRIGGER statement_line_ending_no_delete BEFORE DELETE ON statement_line_ending BEGIN SELECT RAISE(ABORT, 'IMMUTABLE'); END;

CREATE VIEW statement_line_end AS
SELECT line_id, receipt_id, reason, posted_at, posted_by FROM statement_line_ending
WHERE receipt_id IS NULL OR receipt_id NOT IN (SELECT receipt_id FROM receipt_void);
