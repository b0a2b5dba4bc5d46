-- The agent desk: who collects, the places they walk, households and their members.
CREATE TABLE collector (
  id TEXT PRIMARY KEY,
  code TEXT NOT NULL UNIQUE CHECK (length(code) > 0),
  full_name TEXT NOT NULL CHECK (length(full_name) > 0),
  phone TEXT NOT NULL DEFAULT '',
  account_id TEXT UNIQUE REFERENCES account (id),
  started_on TEXT NOT NULL,
  ended_on TEXT
) STRICT;

-- `position` is the order in which one walks.
CREATE TABLE hamlet (
  id TEXT PRIMARY KEY,
  commune TEXT NOT NULL,
  name TEXT NOT NULL CHECK (length(name) > 0),
  position INTEGER NOT NULL,
  collector_id TEXT REFERENCES collector (id),
  UNIQUE (commune, name)
) STRICT;

-- `number` is the desk's own, said and printed where a household has no other name.
CREATE TABLE household (
  id TEXT PRIMARY KEY,
  number INTEGER NOT NULL UNIQUE,
  hamlet_id TEXT NOT NULL REFERENCES hamlet (id),
  position INTEGER NOT NULL,
  address TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  ended_on TEXT,
  merged_into TEXT REFERENCES household (id),
  version INTEGER NOT NULL DEFAULT 1,
  CHECK (merged_into IS NULL OR ended_on IS NOT NULL)
) STRICT;
CREATE INDEX household_by_hamlet ON household (hamlet_id, ended_on, position, number);

-- Who belongs to a household from a first to a last day; `position` is the place on its list.
CREATE TABLE household_member (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES household (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  relation TEXT NOT NULL,
  position INTEGER NOT NULL,
  joined_on TEXT NOT NULL,
  left_on TEXT,
  left_reason TEXT CHECK (left_reason IN ('died', 'moved', 'split', 'merged', 'mistake')),
  left_note TEXT NOT NULL DEFAULT '',
  away TEXT NOT NULL DEFAULT '',
  version INTEGER NOT NULL DEFAULT 1,
  CHECK ((left_on IS NULL) = (left_reason IS NULL))
) STRICT;
CREATE UNIQUE INDEX household_member_one ON household_member (person_id) WHERE left_on IS NULL;
CREATE UNIQUE INDEX household_member_head ON household_member (household_id) WHERE left_on IS NULL AND relation = '00';
CREATE INDEX household_member_by_household ON household_member (household_id, left_on, position);
CREATE INDEX household_member_by_person ON household_member (person_id, joined_on);

-- Another group covers a pupil or a member of a household.
ALTER TABLE cover ALTER COLUMN roster_entry_id DROP NOT NULL;
ALTER TABLE cover ADD COLUMN member_id TEXT REFERENCES household_member (id);
ALTER TABLE cover ADD CONSTRAINT cover_of_one CHECK ((roster_entry_id IS NULL) <> (member_id IS NULL));
CREATE UNIQUE INDEX cover_one_open_of_member ON cover (member_id) WHERE ended_at IS NULL AND member_id IS NOT NULL;

-- Somebody enrols through a school, or through a household with the order taken there.
ALTER TABLE enrolment ALTER COLUMN round_id DROP NOT NULL;
ALTER TABLE enrolment ALTER COLUMN roster_entry_id DROP NOT NULL;
ALTER TABLE enrolment ADD COLUMN member_id TEXT REFERENCES household_member (id);
ALTER TABLE enrolment ADD COLUMN collector_id TEXT REFERENCES collector (id);
ALTER TABLE enrolment ADD COLUMN member_order INTEGER CHECK (member_order >= 1);
ALTER TABLE enrolment ADD CONSTRAINT enrolment_through_one CHECK ((roster_entry_id IS NULL) = (round_id IS NULL) AND (roster_entry_id IS NULL) <> (member_id IS NULL));
CREATE INDEX enrolment_by_member ON enrolment (member_id, starts_on) WHERE member_id IS NOT NULL;
CREATE INDEX enrolment_by_person ON enrolment (person_id, ends_on);
