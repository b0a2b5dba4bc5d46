-- A transfer order that the bank never did can be taken back; its money can go into another one.
CREATE TABLE remittance_line (
  remittance_id TEXT NOT NULL REFERENCES remittance (id),
  payment_id TEXT NOT NULL REFERENCES payment (id),
  PRIMARY KEY (remittance_id, payment_id)
) STRICT;
INSERT INTO remittance_line (remittance_id, payment_id)
  SELECT remittance_id, payment_id FROM remittance_payment;
DROP TABLE remittance_payment;
CREATE INDEX remittance_line_by_payment ON remittance_line (payment_id);

CREATE TABLE remittance_withdrawal (
  remittance_id TEXT PRIMARY KEY REFERENCES remittance (id),
  reason TEXT NOT NULL CHECK (length(reason) > 0),
  withdrawn_on TEXT NOT NULL,
  posted_at TEXT NOT NULL,
  posted_by TEXT NOT NULL
) STRICT;

-- The money of orders that stand.
CREATE VIEW remittance_payment AS
SELECT l.payment_id, l.remittance_id FROM remittance_line l
WHERE NOT EXISTS (SELECT 1 FROM remittance_withdrawal w WHERE w.remittance_id = l.remittance_id);

CREATE TRIGGER remittance_line_once BEFORE INSERT ON remittance_line
WHEN EXISTS (SELECT 1 FROM remittance_payment p WHERE p.payment_id = NEW.payment_id)
BEGIN SELECT RAISE(ABORT, 'IMMUTABLE'); END;
CREATE TRIGGER remittance_withdrawal_not_confirmed BEFORE INSERT ON remittance_withdrawal
WHEN EXISTS (SELECT 1 FROM remittance_confirmation c WHERE c.remittance_id = NEW.remittance_id)
BEGIN SELECT RAISE(ABORT, 'IMMUTABLE'); END;
CREATE TRIGGER remittance_line_no_update BEFORE UPDATE ON remittance_line BEGIN SELECT RAISE(ABORT, 'IMMUTABLE'); END;
CREATE TRIGGER remittance_line_no_delete BEFORE DELETE ON remittance_line BEGIN SELECT RAISE(ABORT, 'IMMUTABLE'); END;
CREATE TRIGGER remittance_withdrawal_no_update BEFORE UPDATE ON remittance_withdrawal BEGIN SELECT RAISE(ABORT, 'IMMUTABLE'); END;
CREATE TRIGGER remittance_withdrawal_no_delete BEFORE DELETE ON remittance_withdrawal BEGIN SELECT RAISE(ABORT, 'IMMUTABLE'); END;
