-- Money that stands and is in no transfer order, with whoever has it now: as much as is on its
-- way, however many years the desk has collected.
CREATE TABLE payment_held (
  payment_id TEXT PRIMARY KEY REFERENCES payment (id),
  place TEXT NOT NULL CHECK (place IN ('teacher', 'cashier', 'bank')),
  amount INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO payment_held (payment_id, place, amount)
SELECT m.id, CASE WHEN h.payment_id IS NULL THEN m.held_by ELSE 'cashier' END, m.amount
FROM payment m LEFT JOIN handover_payment h ON h.payment_id = m.id
WHERE m.voids IS NULL
  AND NOT EXISTS (SELECT 1 FROM payment v WHERE v.voids = m.id)
  AND NOT EXISTS (SELECT 1 FROM remittance_payment x WHERE x.payment_id = m.id);
CREATE INDEX payment_held_by_place ON payment_held (place, amount);

CREATE TRIGGER payment_held_from_payment AFTER INSERT ON payment WHEN NEW.voids IS NULL
BEGIN INSERT INTO payment_held (payment_id, place, amount) VALUES (NEW.id, NEW.held_by, NEW.amount); END;
CREATE TRIGGER payment_held_until_undone AFTER INSERT ON payment WHEN NEW.voids IS NOT NULL
BEGIN DELETE FROM payment_held WHERE payment_id = NEW.voids; END;
CREATE TRIGGER payment_held_handed_over AFTER INSERT ON handover_payment
BEGIN UPDATE payment_held SET place = 'cashier' WHERE payment_id = NEW.payment_id; END;
CREATE TRIGGER payment_held_until_ordered AFTER INSERT ON remittance_line
BEGIN DELETE FROM payment_held WHERE payment_id = NEW.payment_id; END;
CREATE TRIGGER payment_held_again AFTER INSERT ON remittance_withdrawal
BEGIN INSERT INTO payment_held (payment_id, place, amount)
  SELECT m.id, CASE WHEN h.payment_id IS NULL THEN m.held_by ELSE 'cashier' END, m.amount
  FROM remittance_line x JOIN payment m ON m.id = x.payment_id
  LEFT JOIN handover_payment h ON h.payment_id = m.id
  WHERE x.remittance_id = NEW.remittance_id; END;

-- Cash at the close of a counted day: what lies before it is not added up again.
CREATE TABLE cash_balance (
  counted_on TEXT PRIMARY KEY REFERENCES cash_count (counted_on),
  amount INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO cash_balance (counted_on, amount)
SELECT c.counted_on,
  (SELECT coalesce(sum(m.amount), 0) FROM payment m
    WHERE m.held_by = 'cashier' AND m.paid_on <= c.counted_on)
  + (SELECT coalesce(sum(h.counted), 0) FROM handover h WHERE h.handed_on <= c.counted_on)
  - (SELECT coalesce(sum(m.amount), 0) FROM remittance_line x
      JOIN remittance o ON o.id = x.remittance_id JOIN payment m ON m.id = x.payment_id
      WHERE m.held_by <> 'bank' AND o.ordered_on <= c.counted_on)
  + (SELECT coalesce(sum(m.amount), 0) FROM remittance_line x
      JOIN remittance_withdrawal w ON w.remittance_id = x.remittance_id
      JOIN payment m ON m.id = x.payment_id
      WHERE m.held_by <> 'bank' AND w.withdrawn_on <= c.counted_on)
FROM cash_count c;
CREATE TRIGGER cash_balance_of_count AFTER INSERT ON cash_count
BEGIN INSERT INTO cash_balance (counted_on, amount) VALUES (NEW.counted_on, NEW.expected); END;
CREATE TRIGGER cash_balance_no_update BEFORE UPDATE ON cash_balance BEGIN SELECT RAISE(ABORT, 'IMMUTABLE'); END;
CREATE TRIGGER cash_balance_no_delete BEFORE DELETE ON cash_balance BEGIN SELECT RAISE(ABORT, 'IMMUTABLE'); END;

CREATE INDEX handover_by_day ON handover (handed_on, counted);
CREATE INDEX handover_differing ON handover (class_id, number, amount, counted) WHERE amount <> counted;
CREATE INDEX remittance_by_day ON remittance (ordered_on);
CREATE INDEX remittance_withdrawal_by_day ON remittance_withdrawal (withdrawn_on);
ALTER TABLE remittance ADD COLUMN receipt_count INTEGER;

-- A counted day takes neither slips nor orders, as it takes no payments.
CREATE TRIGGER handover_closed_day BEFORE INSERT ON handover
WHEN EXISTS (SELECT 1 FROM cash_count WHERE counted_on >= NEW.handed_on)
BEGIN SELECT RAISE(ABORT, 'DAY_CLOSED'); END;
CREATE TRIGGER remittance_closed_day BEFORE INSERT ON remittance
WHEN EXISTS (SELECT 1 FROM cash_count WHERE counted_on >= NEW.ordered_on)
BEGIN SELECT RAISE(ABORT, 'DAY_CLOSED'); END;
CREATE TRIGGER remittance_withdrawal_closed_day BEFORE INSERT ON remittance_withdrawal
WHEN EXISTS (SELECT 1 FROM cash_count WHERE counted_on >= NEW.withdrawn_on)
BEGIN SELECT RAISE(ABORT, 'DAY_CLOSED'); END;
