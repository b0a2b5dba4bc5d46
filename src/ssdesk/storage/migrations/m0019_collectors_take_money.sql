-- What collectors take from households: who took it, and in which scheme.
ALTER TABLE payment ADD COLUMN collector_id TEXT REFERENCES collector (id);
ALTER TABLE payment ADD CONSTRAINT payment_of_collector CHECK (held_by <> 'collector' OR collector_id IS NOT NULL);
ALTER TABLE receipt ADD COLUMN collector_id TEXT REFERENCES collector (id);
ALTER TABLE receipt_book ADD COLUMN collector_id TEXT REFERENCES collector (id);
CREATE INDEX receipt_by_collector ON receipt (collector_id, issued_on) WHERE collector_id IS NOT NULL;

-- Voluntary insurance: what was agreed on, frozen with the first payment.
ALTER TABLE enrolment ADD COLUMN terms TEXT;
ALTER TABLE enrolment ADD CONSTRAINT enrolment_terms CHECK ((scheme = 'VI') = (terms IS NOT NULL));

-- How a person takes part in voluntary insurance; `supported_before` counts months with the
-- state's support before this desk knew them.
CREATE TABLE voluntary_participant (
  person_id TEXT PRIMARY KEY REFERENCES person (id),
  category TEXT NOT NULL,
  income INTEGER NOT NULL CHECK (income > 0),
  months INTEGER NOT NULL CHECK (months BETWEEN 1 AND 60),
  supported_before INTEGER NOT NULL DEFAULT 0 CHECK (supported_before >= 0),
  note TEXT NOT NULL DEFAULT '',
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

-- The cashier's count closes the cashier's day; a collector's own money is counted apart.
DROP TRIGGER payment_closed_day;
CREATE TRIGGER payment_closed_day BEFORE INSERT ON payment
WHEN NEW.held_by <> 'collector' AND EXISTS (SELECT 1 FROM cash_count WHERE counted_on >= NEW.paid_on)
BEGIN SELECT RAISE(ABORT, 'DAY_CLOSED'); END;
