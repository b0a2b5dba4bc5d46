-- Dates are ISO text, moments ISO text to the second, money whole dong, ids UUID text.

CREATE TABLE desk (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  desk_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('school', 'agent', 'office')),
  epoch INTEGER NOT NULL CHECK (epoch >= 1),
  created_at TEXT NOT NULL,
  demo INTEGER NOT NULL CHECK (demo IN (0, 1)) DEFAULT 0
) STRICT;

-- Typed profile of the desk (school, office, collector, account, hospital, signatories) as
-- name and text value; `ssdesk.domain.desk` gives the names and their types.
CREATE TABLE desk_profile (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE account (
  id TEXT PRIMARY KEY,
  login TEXT NOT NULL UNIQUE,
  full_name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('administrator', 'cashier', 'clerk', 'reader')),
  created_at TEXT NOT NULL,
  disabled_at TEXT
) STRICT;

-- `position` is what the search index counts by: it stays the same when the file is rewritten.
CREATE TABLE person (
  position INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  full_name TEXT NOT NULL CHECK (length(full_name) > 0),
  search_key TEXT NOT NULL,
  sort_key TEXT NOT NULL,
  birth_date TEXT,
  birth_precision TEXT CHECK (birth_precision IN ('full', 'month', 'year')),
  sex TEXT CHECK (sex IN ('M', 'F')),
  personal_id TEXT,
  insurance_number TEXT,
  phone TEXT NOT NULL DEFAULT '',
  address TEXT NOT NULL DEFAULT '',
  ethnicity TEXT NOT NULL DEFAULT '',
  parent_name TEXT NOT NULL DEFAULT '',
  registered_hospital TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  identity_override TEXT NOT NULL DEFAULT '',
  version INTEGER NOT NULL DEFAULT 1,
  updated_at TEXT NOT NULL,
  CHECK ((birth_date IS NULL) = (birth_precision IS NULL))
) STRICT;
CREATE INDEX person_by_sort ON person (sort_key, id);
CREATE INDEX person_by_personal_id ON person (personal_id) WHERE personal_id IS NOT NULL;
CREATE INDEX person_by_insurance_number ON person (insurance_number) WHERE insurance_number IS NOT NULL;
CREATE INDEX person_by_phone ON person (phone) WHERE phone <> '';

CREATE TABLE card (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  number TEXT NOT NULL,
  group_code TEXT NOT NULL,
  benefit_level TEXT NOT NULL DEFAULT '',
  valid_from TEXT,
  valid_to TEXT,
  source TEXT NOT NULL DEFAULT '',
  recorded_at TEXT NOT NULL
) STRICT;
CREATE INDEX card_by_person ON card (person_id, valid_to);

CREATE TABLE school_year (
  name TEXT PRIMARY KEY CHECK (name GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9][0-9][0-9]'),
  starts_on TEXT NOT NULL,
  ends_on TEXT NOT NULL
) STRICT;

CREATE TABLE school_class (
  id TEXT PRIMARY KEY,
  school_year TEXT NOT NULL REFERENCES school_year (name),
  name TEXT NOT NULL CHECK (length(name) > 0),
  grade INTEGER NOT NULL CHECK (grade BETWEEN 0 AND 99),
  sub_unit_code TEXT NOT NULL DEFAULT '' CHECK (length(sub_unit_code) <= 6),
  homeroom_teacher TEXT NOT NULL DEFAULT '',
  sort_key TEXT NOT NULL,
  UNIQUE (school_year, name)
) STRICT;

-- Who attends: one line a pupil and school year.
CREATE TABLE roster_entry (
  id TEXT PRIMARY KEY,
  school_year TEXT NOT NULL REFERENCES school_year (name),
  class_id TEXT NOT NULL REFERENCES school_class (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  student_code TEXT NOT NULL DEFAULT '',
  joined_on TEXT NOT NULL,
  left_on TEXT,
  moved_note TEXT NOT NULL DEFAULT '',
  left_over_reason TEXT NOT NULL DEFAULT '',
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (school_year, person_id)
) STRICT;
CREATE INDEX roster_entry_by_class ON roster_entry (class_id, left_on);
CREATE INDEX roster_entry_by_person ON roster_entry (person_id);

-- Covered elsewhere (kind 'elsewhere'), or still paying here with a higher support ('part_supported').
CREATE TABLE cover (
  id TEXT PRIMARY KEY,
  roster_entry_id TEXT NOT NULL REFERENCES roster_entry (id),
  kind TEXT NOT NULL CHECK (kind IN ('elsewhere', 'part_supported')),
  group_code TEXT NOT NULL,
  card_number TEXT NOT NULL DEFAULT '',
  valid_to TEXT,
  evidence TEXT NOT NULL DEFAULT '',
  proven INTEGER NOT NULL CHECK (proven IN (0, 1)),
  support_percent TEXT NOT NULL DEFAULT '',
  recorded_at TEXT NOT NULL,
  ended_at TEXT
) STRICT;
CREATE UNIQUE INDEX cover_one_open ON cover (roster_entry_id) WHERE ended_at IS NULL;

CREATE TABLE collection_round (
  id TEXT PRIMARY KEY,
  school_year TEXT NOT NULL REFERENCES school_year (name),
  name TEXT NOT NULL,
  starts_on TEXT NOT NULL,
  ends_on TEXT NOT NULL,
  opens_on TEXT NOT NULL,
  due_on TEXT NOT NULL,
  closed_at TEXT,
  UNIQUE (school_year, name)
) STRICT;

-- A pupil signed up in a round. Amounts are the quote in force; the first payment fixes them.
CREATE TABLE enrolment (
  id TEXT PRIMARY KEY,
  round_id TEXT NOT NULL REFERENCES collection_round (id),
  roster_entry_id TEXT NOT NULL REFERENCES roster_entry (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  scheme TEXT NOT NULL CHECK (scheme IN ('HI', 'VI')) DEFAULT 'HI',
  group_code TEXT NOT NULL,
  change_type TEXT NOT NULL CHECK (change_type IN ('TM', 'ON', 'DC', 'GH')),
  starts_on TEXT NOT NULL,
  ends_on TEXT NOT NULL,
  months INTEGER NOT NULL CHECK (months BETWEEN 1 AND 60),
  rule_date TEXT NOT NULL,
  fixed INTEGER NOT NULL CHECK (fixed IN (0, 1)) DEFAULT 0,
  gross INTEGER NOT NULL CHECK (gross >= 0),
  state_support INTEGER NOT NULL CHECK (state_support >= 0),
  local_support INTEGER NOT NULL CHECK (local_support >= 0),
  other_support INTEGER NOT NULL CHECK (other_support >= 0),
  own_share INTEGER NOT NULL CHECK (own_share >= 0),
  quote TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('due', 'promised', 'paid', 'submitted', 'accepted', 'returned', 'ended')),
  promised_on TEXT,
  note TEXT NOT NULL DEFAULT '',
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (round_id, roster_entry_id),
  CHECK (gross = state_support + local_support + other_support + own_share)
) STRICT;
CREATE INDEX enrolment_by_entry ON enrolment (roster_entry_id);
CREATE INDEX enrolment_by_state ON enrolment (round_id, state);

CREATE TABLE receipt_book (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('pre_printed', 'program_printed')),
  serial TEXT NOT NULL,
  book_number TEXT NOT NULL,
  first_number INTEGER NOT NULL CHECK (first_number >= 0),
  last_number INTEGER NOT NULL,
  number_width INTEGER NOT NULL DEFAULT 7 CHECK (number_width BETWEEN 1 AND 12),
  holder TEXT NOT NULL DEFAULT '',
  received_on TEXT NOT NULL,
  closed_at TEXT,
  UNIQUE (serial, book_number),
  CHECK (last_number >= first_number)
) STRICT;

-- A receipt is frozen when issued: `data` holds all that its paper shows.
CREATE TABLE receipt (
  id TEXT PRIMARY KEY,
  book_id TEXT NOT NULL REFERENCES receipt_book (id),
  number INTEGER NOT NULL,
  issued_on TEXT NOT NULL,
  payer_name TEXT NOT NULL,
  amount INTEGER NOT NULL CHECK (amount >= 0),
  tender TEXT NOT NULL CHECK (tender IN ('cash', 'transfer')),
  data TEXT NOT NULL,
  posted_at TEXT NOT NULL,
  posted_by TEXT NOT NULL,
  UNIQUE (book_id, number)
) STRICT;
CREATE INDEX receipt_by_day ON receipt (issued_on, id);

-- A void keeps its number: a spoilt paper receipt is a receipt of 0 dong with its void.
CREATE TABLE receipt_void (
  receipt_id TEXT PRIMARY KEY REFERENCES receipt (id),
  reason TEXT NOT NULL CHECK (length(reason) > 0),
  voided_on TEXT NOT NULL,
  posted_at TEXT NOT NULL,
  posted_by TEXT NOT NULL
) STRICT;

CREATE TABLE receipt_print (
  id TEXT PRIMARY KEY,
  receipt_id TEXT NOT NULL REFERENCES receipt (id),
  printed_at TEXT NOT NULL,
  printed_by TEXT NOT NULL
) STRICT;
CREATE INDEX receipt_print_by_receipt ON receipt_print (receipt_id);

-- Posted once; a mistake is undone by a counter-entry that names the first.
CREATE TABLE payment (
  id TEXT PRIMARY KEY,
  receipt_id TEXT NOT NULL REFERENCES receipt (id),
  enrolment_id TEXT NOT NULL REFERENCES enrolment (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  amount INTEGER NOT NULL CHECK (amount <> 0),
  tender TEXT NOT NULL CHECK (tender IN ('cash', 'transfer')),
  held_by TEXT NOT NULL CHECK (held_by IN ('teacher', 'cashier', 'bank')),
  paid_on TEXT NOT NULL,
  posted_at TEXT NOT NULL,
  posted_by TEXT NOT NULL,
  voids TEXT UNIQUE REFERENCES payment (id),
  CHECK ((voids IS NULL) = (amount > 0))
) STRICT;
CREATE INDEX payment_by_enrolment ON payment (enrolment_id);
CREATE INDEX payment_by_receipt ON payment (receipt_id);
CREATE INDEX payment_by_day ON payment (paid_on, id);

-- A class's money from homeroom teacher to cashier, with its slip.
CREATE TABLE handover (
  id TEXT PRIMARY KEY,
  class_id TEXT NOT NULL REFERENCES school_class (id),
  number INTEGER NOT NULL UNIQUE,
  handed_on TEXT NOT NULL,
  teacher_name TEXT NOT NULL,
  cashier_name TEXT NOT NULL,
  amount INTEGER NOT NULL,
  counted INTEGER NOT NULL,
  note TEXT NOT NULL DEFAULT '',
  posted_at TEXT NOT NULL,
  posted_by TEXT NOT NULL
) STRICT;
CREATE TABLE handover_payment (
  payment_id TEXT PRIMARY KEY REFERENCES payment (id),
  handover_id TEXT NOT NULL REFERENCES handover (id)
) STRICT;
CREATE INDEX handover_payment_by_handover ON handover_payment (handover_id);

-- Evening count; once posted its day is closed to new payments.
CREATE TABLE cash_count (
  id TEXT PRIMARY KEY,
  counted_on TEXT NOT NULL UNIQUE,
  expected INTEGER NOT NULL,
  counted INTEGER NOT NULL CHECK (counted >= 0),
  denominations TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT '',
  posted_at TEXT NOT NULL,
  posted_by TEXT NOT NULL,
  CHECK (counted = expected OR length(note) > 0)
) STRICT;

-- The transfer order to the office's collection account.
CREATE TABLE remittance (
  id TEXT PRIMARY KEY,
  number INTEGER NOT NULL UNIQUE,
  ordered_on TEXT NOT NULL,
  amount INTEGER NOT NULL CHECK (amount > 0),
  account_number TEXT NOT NULL,
  account_name TEXT NOT NULL,
  bank_name TEXT NOT NULL,
  memo TEXT NOT NULL,
  posted_at TEXT NOT NULL,
  posted_by TEXT NOT NULL
) STRICT;
CREATE TABLE remittance_payment (
  payment_id TEXT PRIMARY KEY REFERENCES payment (id),
  remittance_id TEXT NOT NULL REFERENCES remittance (id)
) STRICT;
CREATE INDEX remittance_payment_by_remittance ON remittance_payment (remittance_id);
CREATE TABLE remittance_confirmation (
  remittance_id TEXT PRIMARY KEY REFERENCES remittance (id),
  bank_reference TEXT NOT NULL CHECK (length(bank_reference) > 0),
  transferred_on TEXT NOT NULL,
  posted_at TEXT NOT NULL,
  posted_by TEXT NOT NULL
) STRICT;

-- A list made for the office; its lines are frozen as written.
CREATE TABLE submission (
  id TEXT PRIMARY KEY,
  round_id TEXT REFERENCES collection_round (id),
  form TEXT NOT NULL,
  number INTEGER NOT NULL,
  list_date TEXT NOT NULL,
  people INTEGER NOT NULL,
  own_share INTEGER NOT NULL,
  complete INTEGER NOT NULL CHECK (complete IN (0, 1)),
  data TEXT NOT NULL,
  posted_at TEXT NOT NULL,
  posted_by TEXT NOT NULL,
  UNIQUE (form, number)
) STRICT;
CREATE TABLE submission_line (
  submission_id TEXT NOT NULL REFERENCES submission (id),
  position INTEGER NOT NULL,
  enrolment_id TEXT NOT NULL REFERENCES enrolment (id),
  PRIMARY KEY (submission_id, position)
) STRICT;
CREATE INDEX submission_line_by_enrolment ON submission_line (enrolment_id);

-- A file taken in whole; `import_change` holds what is needed to take it back.
CREATE TABLE import_batch (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  school_year TEXT,
  rows INTEGER NOT NULL,
  created INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  posted_at TEXT NOT NULL,
  posted_by TEXT NOT NULL,
  taken_back_at TEXT
) STRICT;
CREATE TABLE import_change (
  batch_id TEXT NOT NULL REFERENCES import_batch (id),
  position INTEGER NOT NULL,
  table_name TEXT NOT NULL,
  row_id TEXT NOT NULL,
  before TEXT,
  after TEXT NOT NULL,
  PRIMARY KEY (batch_id, position)
) STRICT;

CREATE TABLE column_mapping (
  signature TEXT PRIMARY KEY,
  mapping TEXT NOT NULL,
  used_at TEXT NOT NULL
) STRICT;

-- Half-typed forms and remembered views.
CREATE TABLE draft (
  form TEXT NOT NULL,
  subject TEXT NOT NULL,
  data TEXT NOT NULL,
  saved_at TEXT NOT NULL,
  PRIMARY KEY (form, subject)
) STRICT;

CREATE TABLE audit_entry (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  account TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  detail TEXT NOT NULL,
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL UNIQUE
) STRICT;
CREATE INDEX audit_entry_by_subject ON audit_entry (subject, seq);

-- What is posted stays as it is.
CREATE TRIGGER receipt_no_update BEFORE UPDATE ON receipt BEGIN SELECT RAISE(ABORT, 'IMMUTABLE'); END;
CREATE TRIGGER receipt_no_delete BEFORE DELETE ON receipt BEGIN SELECT RAISE(ABORT, 'IMMUTABLE'); END;
CREATE TRIGGER receipt_void_no_update BEFORE UPDATE ON receipt_void BEGIN SELECT RAISE(ABORT, 'IMMUTABLE'); END;
CREATE TRIGGER receipt_void_no_delete BEFORE DELETE ON receipt_void BEGIN SELECT RAISE(ABORT, 'IMMUTABLE'); END;
CREATE TRIGGER receipt_print_no_update BEFORE UPDATE ON receipt_print BEGIN SELECT RAISE(ABORT, 'IMMUTABLE'); END;
CREATE TRIGGER receipt_print_no_delete BEFORE DELETE ON receipt_print BEGIN SELECT RAISE(ABORT, 'IMMUTABLE'); END;
CREATE TRIGGER payment_no_update BEFORE UPDATE ON payment BEGIN SELECT RAISE(ABORT, 'IMMUTABLE'); END;
CREATE TRIGGER payment_no_delete BEFORE DELETE ON payment BEGIN SELECT RAISE(ABORT, 'IMMUTABLE'); END;
CREATE TRIGGER handover_no_update BEFORE UPDATE ON handover BEGIN SELECT RAISE(ABORT, 'IMMUTABLE'); END;
CREATE TRIGGER handover_no_delete BEFORE DELETE ON handover BEGIN SELECT RAISE(ABORT, 'IMMUTABLE'); END;
CREATE TRIGGER handover_payment_no_update BEFORE UPDATE ON handover_payment BEGIN SELECT RAISE(ABORT, 'IMMUTABLE'); END;
CREATE TRIGGER handover_payment_no_delete BEFORE DELETE ON handover_payment BEGIN SELECT RAISE(ABORT, 'IMMUTABLE'); END;
CREATE TRIGGER cash_count_no_update BEFORE UPDATE ON cash_count BEGIN SELECT RAISE(ABORT, 'IMMUTABLE'); END;
CREATE TRIGGER cash_count_no_delete BEFORE DELETE ON cash_count BEGIN SELECT RAISE(ABORT, 'IMMUTABLE'); END;
CREATE TRIGGER remittance_no_update BEFORE UPDATE ON remittance BEGIN SELECT RAISE(ABORT, 'IMMUTABLE'); END;
CREATE TRIGGER remittance_no_delete BEFORE DELETE ON remittance BEGIN SELECT RAISE(ABORT, 'IMMUTABLE'); END;
CREATE TRIGGER remittance_payment_no_update BEFORE UPDATE ON remittance_payment BEGIN SELECT RAISE(ABORT, 'IMMUTABLE'); END;
CREATE TRIGGER remittance_payment_no_delete BEFORE DELETE ON remittance_payment BEGIN SELECT RAISE(ABORT, 'IMMUTABLE'); END;
CREATE TRIGGER remittance_confirmation_no_update BEFORE UPDATE ON remittance_confirmation BEGIN SELECT RAISE(ABORT, 'IMMUTABLE'); END;
CREATE TRIGGER remittance_confirmation_no_delete BEFORE DELETE ON remittance_confirmation BEGIN SELECT RAISE(ABORT, 'IMMUTABLE'); END;
CREATE TRIGGER submission_no_update BEFORE UPDATE ON submission BEGIN SELECT RAISE(ABORT, 'IMMUTABLE'); END;
CREATE TRIGGER submission_no_delete BEFORE DELETE ON submission BEGIN SELECT RAISE(ABORT, 'IMMUTABLE'); END;
CREATE TRIGGER submission_line_no_update BEFORE UPDATE ON submission_line BEGIN SELECT RAISE(ABORT, 'IMMUTABLE'); END;
CREATE TRIGGER submission_line_no_delete BEFORE DELETE ON submission_line BEGIN SELECT RAISE(ABORT, 'IMMUTABLE'); END;
CREATE TRIGGER import_change_no_update BEFORE UPDATE ON import_change BEGIN SELECT RAISE(ABORT, 'IMMUTABLE'); END;
CREATE TRIGGER import_change_no_delete BEFORE DELETE ON import_change BEGIN SELECT RAISE(ABORT, 'IMMUTABLE'); END;
CREATE TRIGGER audit_entry_no_update BEFORE UPDATE ON audit_entry BEGIN SELECT RAISE(ABORT, 'IMMUTABLE'); END;
CREATE TRIGGER audit_entry_no_delete BEFORE DELETE ON audit_entry BEGIN SELECT RAISE(ABORT, 'IMMUTABLE'); END;
CREATE TRIGGER payment_closed_day BEFORE INSERT ON payment
WHEN EXISTS (SELECT 1 FROM cash_count WHERE counted_on >= NEW.paid_on)
BEGIN SELECT RAISE(ABORT, 'DAY_CLOSED'); END;
CREATE TRIGGER enrolment_fixed_amount BEFORE UPDATE OF gross, state_support, local_support, other_support, own_share, months, starts_on, ends_on, rule_date ON enrolment
WHEN OLD.fixed = 1 AND NEW.fixed = 1 AND (OLD.gross, OLD.state_support, OLD.local_support, OLD.other_support, OLD.own_share, OLD.months, OLD.starts_on, OLD.ends_on, OLD.rule_date)
  IS NOT (NEW.gross, NEW.state_support, NEW.local_support, NEW.other_support, NEW.own_share, NEW.months, NEW.starts_on, NEW.ends_on, NEW.rule_date)
BEGIN SELECT RAISE(ABORT, 'AMOUNT_FIXED'); END;
