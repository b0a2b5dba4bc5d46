-- A card in somebody's hands: first the homeroom teacher's, then the pupil's.
CREATE TABLE card_handout (
  id TEXT PRIMARY KEY,
  card_id TEXT NOT NULL REFERENCES card (id),
  stage TEXT NOT NULL CHECK (stage IN ('teacher', 'pupil')),
  handed_on TEXT NOT NULL,
  handed_to TEXT NOT NULL,
  posted_at TEXT NOT NULL,
  posted_by TEXT NOT NULL,
  withdrawn_at TEXT
) STRICT;
CREATE UNIQUE INDEX card_handout_one ON card_handout (card_id, stage) WHERE withdrawn_at IS NULL;
