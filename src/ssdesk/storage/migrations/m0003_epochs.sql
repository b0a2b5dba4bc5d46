-- A store restored from a backup starts a new epoch and continues after what was last printed.
CREATE TABLE epoch (
  number INTEGER PRIMARY KEY CHECK (number >= 2),
  backup_made_at TEXT NOT NULL,
  started_at TEXT NOT NULL,
  started_by TEXT NOT NULL
) STRICT;
CREATE TABLE epoch_book (
  epoch INTEGER NOT NULL REFERENCES epoch (number),
  book_id TEXT NOT NULL REFERENCES receipt_book (id),
  last_in_backup INTEGER,
  last_printed INTEGER NOT NULL,
  PRIMARY KEY (epoch, book_id)
) STRICT;
CREATE INDEX epoch_book_by_book ON epoch_book (book_id, last_printed);
CREATE TRIGGER epoch_no_update BEFORE UPDATE ON epoch BEGIN SELECT RAISE(ABORT, 'IMMUTABLE'); END;
CREATE TRIGGER epoch_no_delete BEFORE DELETE ON epoch BEGIN SELECT RAISE(ABORT, 'IMMUTABLE'); END;
CREATE TRIGGER epoch_book_no_update BEFORE UPDATE ON epoch_book BEGIN SELECT RAISE(ABORT, 'IMMUTABLE'); END;
CREATE TRIGGER epoch_book_no_delete BEFORE DELETE ON epoch_book BEGIN SELECT RAISE(ABORT, 'IMMUTABLE'); END;
