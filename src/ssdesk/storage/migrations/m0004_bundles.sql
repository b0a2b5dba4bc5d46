-- A desk's own keys: the newest is in use, a retired one still opens what was sealed for it.
CREATE TABLE desk_key (
  id TEXT PRIMARY KEY,
  seal_secret TEXT NOT NULL,
  sign_secret TEXT NOT NULL,
  made_at TEXT NOT NULL,
  retired_at TEXT
) STRICT;
CREATE UNIQUE INDEX desk_key_one_in_use ON desk_key ((1)) WHERE retired_at IS NULL;

-- Desks whose card was accepted after its words were compared.
CREATE TABLE peer (
  desk_id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('school', 'agent', 'office')),
  unit_code TEXT NOT NULL,
  name TEXT NOT NULL,
  seal_key TEXT NOT NULL,
  sign_key TEXT NOT NULL,
  card_made_on TEXT NOT NULL,
  accepted_at TEXT NOT NULL,
  accepted_by TEXT NOT NULL,
  revoked_at TEXT,
  revoked_reason TEXT NOT NULL DEFAULT ''
) STRICT;

-- What was sent, sealed as it left; it can be written to a stick again at any time.
CREATE TABLE bundle_sent (
  id TEXT PRIMARY KEY,
  addressee TEXT NOT NULL REFERENCES peer (desk_id),
  purpose TEXT NOT NULL CHECK (purpose IN ('submission', 'answer')),
  epoch INTEGER NOT NULL,
  sequence INTEGER NOT NULL CHECK (sequence >= 1),
  manifest TEXT NOT NULL,
  manifest_sha256 TEXT NOT NULL,
  content BLOB NOT NULL,
  posted_at TEXT NOT NULL,
  posted_by TEXT NOT NULL,
  UNIQUE (addressee, epoch, sequence)
) STRICT;
CREATE TABLE bundle_submission (
  submission_id TEXT NOT NULL REFERENCES submission (id),
  bundle_id TEXT NOT NULL REFERENCES bundle_sent (id),
  PRIMARY KEY (submission_id, bundle_id)
) STRICT;

-- What an addressee was last told of each record; an empty hash is a withdrawn record.
CREATE TABLE record_sent (
  addressee TEXT NOT NULL REFERENCES peer (desk_id),
  kind TEXT NOT NULL,
  record_id TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  PRIMARY KEY (addressee, kind, record_id)
) STRICT, WITHOUT ROWID;

-- A bundle taken in is a case; taking it back hides what it brought, nothing is deleted.
CREATE TABLE intake (
  id TEXT PRIMARY KEY,
  number INTEGER NOT NULL UNIQUE,
  sender TEXT NOT NULL REFERENCES peer (desk_id),
  purpose TEXT NOT NULL CHECK (purpose IN ('submission', 'answer')),
  epoch INTEGER NOT NULL,
  sequence INTEGER NOT NULL CHECK (sequence >= 1),
  file_name TEXT NOT NULL,
  manifest TEXT NOT NULL,
  manifest_sha256 TEXT NOT NULL,
  content BLOB NOT NULL,
  posted_at TEXT NOT NULL,
  posted_by TEXT NOT NULL,
  taken_back_at TEXT,
  taken_back_by TEXT,
  taken_back_reason TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE UNIQUE INDEX intake_one_in_force ON intake (sender, epoch, sequence) WHERE taken_back_at IS NULL;

-- Each version of each record that came in. No content: the sender withdrew it. With a code: refused.
CREATE TABLE record_received (
  intake_id TEXT NOT NULL REFERENCES intake (id),
  kind TEXT NOT NULL,
  record_id TEXT NOT NULL,
  sender TEXT NOT NULL REFERENCES peer (desk_id),
  epoch INTEGER NOT NULL,
  sequence INTEGER NOT NULL,
  content TEXT,
  refused_code TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (kind, record_id, sender, epoch, sequence, intake_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX record_received_by_intake ON record_received (intake_id, kind);

-- What each sender last said of each record, whatever order its bundles came in.
CREATE VIEW record_now AS
SELECT r.kind, r.record_id, r.sender, r.epoch, r.sequence, r.content, r.intake_id
FROM record_received r
JOIN intake i ON i.id = r.intake_id AND i.taken_back_at IS NULL
WHERE r.refused_code = '' AND NOT EXISTS (
  SELECT 1 FROM record_received n
  JOIN intake j ON j.id = n.intake_id AND j.taken_back_at IS NULL
  WHERE n.kind = r.kind AND n.record_id = r.record_id AND n.sender = r.sender
    AND n.refused_code = '' AND (n.epoch, n.sequence) > (r.epoch, r.sequence)
);

-- Two senders say different things of one record: a person chose field by field.
CREATE TABLE record_settled (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  record_id TEXT NOT NULL,
  basis TEXT NOT NULL,
  content TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (length(reason) > 0),
  posted_at TEXT NOT NULL,
  posted_by TEXT NOT NULL,
  undone_at TEXT
) STRICT;
CREATE UNIQUE INDEX record_settled_one_in_force ON record_settled (kind, record_id) WHERE undone_at IS NULL;

-- What this desk says of a line that came in; it goes back in an answer bundle.
CREATE TABLE line_answer (
  id TEXT PRIMARY KEY,
  intake_id TEXT NOT NULL REFERENCES intake (id),
  line_id TEXT NOT NULL,
  content TEXT NOT NULL,
  posted_at TEXT NOT NULL,
  posted_by TEXT NOT NULL,
  bundle_id TEXT REFERENCES bundle_sent (id),
  UNIQUE (intake_id, line_id)
) STRICT;

CREATE TRIGGER bundle_sent_no_update BEFORE UPDATE ON bundle_sent BEGIN SELECT RAISE(ABORT, 'IMMUTABLE'); END;
CREATE TRIGGER bundle_sent_no_delete BEFORE DELETE ON bundle_sent BEGIN SELECT RAISE(ABORT, 'IMMUTABLE'); END;
CREATE TRIGGER record_received_no_update BEFORE UPDATE ON record_received BEGIN SELECT RAISE(ABORT, 'IMMUTABLE'); END;
CREATE TRIGGER record_received_no_delete BEFORE DELETE ON record_received BEGIN SELECT RAISE(ABORT, 'IMMUTABLE'); END;
CREATE TRIGGER intake_no_delete BEFORE DELETE ON intake BEGIN SELECT RAISE(ABORT, 'IMMUTABLE'); END;
CREATE TRIGGER intake_no_change BEFORE UPDATE OF number, sender, purpose, epoch, sequence, manifest, manifest_sha256, content, posted_at, posted_by ON intake
BEGIN SELECT RAISE(ABORT, 'IMMUTABLE'); END;
