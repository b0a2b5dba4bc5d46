-- What the hospitals are called whose codes the desk uses; typed once, shown beside the code.
CREATE TABLE hospital (
  code TEXT PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  posted_at TEXT NOT NULL,
  posted_by TEXT NOT NULL
) STRICT;
