-- What came of a visit or a call for a member whose card or method ends.
CREATE TABLE visit (
  id TEXT PRIMARY KEY,
  member_id TEXT NOT NULL REFERENCES household_member (id),
  scheme TEXT NOT NULL CHECK (scheme IN ('HI', 'VI')),
  ends_on TEXT NOT NULL,
  visited_on TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('promised', 'away', 'covered', 'refused', 'not_found')),
  promised_on TEXT,
  note TEXT NOT NULL DEFAULT '',
  collector_id TEXT REFERENCES collector (id),
  posted_at TEXT NOT NULL,
  posted_by TEXT NOT NULL,
  withdrawn_at TEXT,
  CHECK ((outcome = 'promised') = (promised_on IS NOT NULL))
) STRICT;
CREATE INDEX visit_by_member ON visit (member_id, posted_at);

-- Whom to call on: traders, farm owners, members of a savings team and the like.
CREATE TABLE person_tag (
  person_id TEXT NOT NULL REFERENCES person (id),
  tag TEXT NOT NULL CHECK (length(tag) > 0),
  PRIMARY KEY (person_id, tag)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_tag_by_tag ON person_tag (tag);
