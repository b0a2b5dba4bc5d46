-- A collector's evening: what was counted, and what went to the cashier.
ALTER TABLE handover ALTER COLUMN class_id DROP NOT NULL;
ALTER TABLE handover ADD COLUMN collector_id TEXT REFERENCES collector (id);
ALTER TABLE handover ADD CONSTRAINT handover_from_one CHECK ((class_id IS NULL) <> (collector_id IS NULL));
CREATE INDEX handover_by_collector ON handover (collector_id, number) WHERE collector_id IS NOT NULL;

-- Once counted, a collector's day takes no more of that collector's cash.
CREATE TABLE collector_count (
  id TEXT PRIMARY KEY,
  collector_id TEXT NOT NULL REFERENCES collector (id),
  counted_on TEXT NOT NULL,
  expected INTEGER NOT NULL,
  counted INTEGER NOT NULL CHECK (counted >= 0),
  denominations TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT '',
  posted_at TEXT NOT NULL,
  posted_by TEXT NOT NULL,
  UNIQUE (collector_id, counted_on),
  CHECK (counted = expected OR length(note) > 0)
) STRICT;
CREATE TRIGGER collector_count_no_update BEFORE UPDATE ON collector_count BEGIN SELECT RAISE(ABORT, 'IMMUTABLE'); END;
CREATE TRIGGER collector_count_no_delete BEFORE DELETE ON collector_count BEGIN SELECT RAISE(ABORT, 'IMMUTABLE'); END;
CREATE TRIGGER payment_closed_by_collector BEFORE INSERT ON payment
WHEN NEW.held_by = 'collector' AND EXISTS (SELECT 1 FROM collector_count WHERE collector_id = NEW.collector_id AND counted_on >= NEW.paid_on)
BEGIN SELECT RAISE(ABORT, 'DAY_CLOSED'); END;

-- Money a collector gave for a household that has not paid yet, until the household has.
CREATE TABLE advance (
  receipt_id TEXT PRIMARY KEY REFERENCES receipt (id),
  collector_id TEXT NOT NULL REFERENCES collector (id),
  amount INTEGER NOT NULL CHECK (amount > 0),
  note TEXT NOT NULL DEFAULT '',
  settled_on TEXT,
  posted_at TEXT NOT NULL,
  posted_by TEXT NOT NULL
) STRICT;
CREATE INDEX advance_open ON advance (collector_id) WHERE settled_on IS NULL;
CREATE TRIGGER advance_no_delete BEFORE DELETE ON advance BEGIN SELECT RAISE(ABORT, 'IMMUTABLE'); END;
CREATE TRIGGER advance_no_change BEFORE UPDATE OF receipt_id, collector_id, amount, posted_at, posted_by ON advance BEGIN SELECT RAISE(ABORT, 'IMMUTABLE'); END;
