-- A payment slip's number stands in the memo of the parent's transfer; given once, never again.
CREATE TABLE payment_slip (
  number INTEGER PRIMARY KEY,
  enrolment_id TEXT NOT NULL UNIQUE REFERENCES enrolment (id),
  issued_at TEXT NOT NULL
) STRICT;

-- A bank statement taken in, and each of its lines that brought money.
CREATE TABLE statement (
  id TEXT PRIMARY KEY,
  file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  posted_at TEXT NOT NULL,
  posted_by TEXT NOT NULL
) STRICT;
CREATE TABLE statement_line (
  id TEXT PRIMARY KEY,
  statement_id TEXT NOT NULL REFERENCES statement (id),
  row INTEGER NOT NULL,
  booked_on TEXT NOT NULL,
  amount INTEGER NOT NULL CHECK (amount > 0),
  memo TEXT NOT NULL,
  reference TEXT NOT NULL,
  -- What tells a line of one statement from the same line of the next.
  fingerprint TEXT NOT NULL UNIQUE,
  found TEXT NOT NULL
) STRICT;
CREATE INDEX statement_line_by_day ON statement_line (booked_on, id);

-- What became of a line, once: its receipt, or why it has none.
CREATE TABLE statement_line_end (
  line_id TEXT PRIMARY KEY REFERENCES statement_line (id),
  receipt_id TEXT REFERENCES receipt (id),
  reason TEXT NOT NULL DEFAULT '',
  posted_at TEXT NOT NULL,
  posted_by TEXT NOT NULL,
  CHECK (receipt_id IS NOT NULL OR length(reason) > 0)
) STRICT;
CREATE INDEX statement_line_end_by_receipt ON statement_line_end (receipt_id);

CREATE TRIGGER statement_line_no_update BEFORE UPDATE ON statement_line BEGIN SELECT RAISE(ABORT, 'IMMUTABLE'); END;
CREATE TRIGGER statement_line_no_delete BEFORE DELETE ON statement_line BEGIN SELECT RAISE(ABORT, 'IMMUTABLE'); END;
CREATE TRIGGER statement_line_end_no_update BEFORE UPDATE ON statement_line_end BEGIN SELECT RAISE(ABORT, 'IMMUTABLE'); END;
CREATE TRIGGER statement_line_end_no_delete BEFORE DELETE ON statement_line_end BEGIN SELECT RAISE(ABORT, 'IMMUTABLE'); END;
