-- Money given back to a family before it was listed: a document, and a counter-entry a payment.
CREATE TABLE refund (
  id TEXT PRIMARY KEY,
  number INTEGER NOT NULL UNIQUE,
  enrolment_id TEXT NOT NULL REFERENCES enrolment (id),
  refunded_on TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (length(reason) > 0),
  amount INTEGER NOT NULL CHECK (amount > 0),
  tender TEXT NOT NULL CHECK (tender IN ('cash', 'transfer')),
  data TEXT NOT NULL,
  posted_at TEXT NOT NULL,
  posted_by TEXT NOT NULL
) STRICT;
CREATE INDEX refund_by_enrolment ON refund (enrolment_id);
CREATE INDEX refund_by_day ON refund (refunded_on);
CREATE TABLE refund_payment (
  payment_id TEXT PRIMARY KEY REFERENCES payment (id),
  refund_id TEXT NOT NULL REFERENCES refund (id)
) STRICT;
CREATE INDEX refund_payment_by_refund ON refund_payment (refund_id);

-- Somebody sent on a list stops: it goes on a later list as a row of `Giảm`.
CREATE TABLE stop (
  id TEXT PRIMARY KEY,
  enrolment_id TEXT NOT NULL REFERENCES enrolment (id),
  reason TEXT NOT NULL CHECK (reason IN ('other_card', 'support_raised', 'died', 'moved')),
  effective_on TEXT NOT NULL,
  evidence TEXT NOT NULL CHECK (length(evidence) > 0),
  support_percent TEXT NOT NULL DEFAULT '',
  months INTEGER NOT NULL CHECK (months >= 0),
  amount INTEGER NOT NULL CHECK (amount >= 0),
  workings TEXT NOT NULL,
  account_holder TEXT NOT NULL DEFAULT '',
  account_number TEXT NOT NULL DEFAULT '',
  account_bank TEXT NOT NULL DEFAULT '',
  covered_until TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'listed', 'refunded', 'returned')) DEFAULT 'open',
  filed_on TEXT NOT NULL,
  posted_at TEXT NOT NULL,
  posted_by TEXT NOT NULL,
  withdrawn_at TEXT,
  withdrawal_reason TEXT NOT NULL DEFAULT '',
  CHECK (amount = 0 OR (account_holder <> '' AND account_number <> '' AND account_bank <> '')),
  CHECK (withdrawn_at IS NULL OR state IN ('open', 'returned'))
) STRICT;
CREATE UNIQUE INDEX stop_one_in_force ON stop (enrolment_id) WHERE withdrawn_at IS NULL;
ALTER TABLE submission_line ADD COLUMN stop_id TEXT REFERENCES stop (id);
CREATE INDEX submission_line_by_stop ON submission_line (stop_id) WHERE stop_id IS NOT NULL;

CREATE TRIGGER refund_no_update BEFORE UPDATE ON refund BEGIN SELECT RAISE(ABORT, 'IMMUTABLE'); END;
CREATE TRIGGER refund_no_delete BEFORE DELETE ON refund BEGIN SELECT RAISE(ABORT, 'IMMUTABLE'); END;
CREATE TRIGGER refund_payment_no_update BEFORE UPDATE ON refund_payment BEGIN SELECT RAISE(ABORT, 'IMMUTABLE'); END;
CREATE TRIGGER refund_payment_no_delete BEFORE DELETE ON refund_payment BEGIN SELECT RAISE(ABORT, 'IMMUTABLE'); END;
CREATE TRIGGER stop_no_delete BEFORE DELETE ON stop BEGIN SELECT RAISE(ABORT, 'IMMUTABLE'); END;
CREATE TRIGGER stop_no_change BEFORE UPDATE OF enrolment_id, reason, effective_on, evidence, support_percent, months, amount, workings, account_holder, account_number, account_bank, covered_until, filed_on, posted_at, posted_by ON stop
BEGIN SELECT RAISE(ABORT, 'IMMUTABLE'); END;
