-- Names by word, without tone marks; the words typed so far are completed from search_word.
CREATE VIRTUAL TABLE person_search USING fts5 (
  search_key, content = 'person', content_rowid = 'position',
  tokenize = 'unicode61 remove_diacritics 0', detail = none, columnsize = 0
);
CREATE TABLE search_word (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

CREATE TRIGGER person_search_insert AFTER INSERT ON person BEGIN
  INSERT INTO person_search (rowid, search_key) VALUES (NEW.position, NEW.search_key);
  INSERT OR IGNORE INTO search_word
    SELECT value FROM json_each('["' || replace(NEW.search_key, ' ', '","') || '"]');
END;
CREATE TRIGGER person_search_update AFTER UPDATE OF search_key ON person
WHEN OLD.search_key <> NEW.search_key BEGIN
  INSERT INTO person_search (person_search, rowid, search_key)
    VALUES ('delete', OLD.position, OLD.search_key);
  INSERT INTO person_search (rowid, search_key) VALUES (NEW.position, NEW.search_key);
  INSERT OR IGNORE INTO search_word
    SELECT value FROM json_each('["' || replace(NEW.search_key, ' ', '","') || '"]');
END;
CREATE TRIGGER person_search_delete AFTER DELETE ON person BEGIN
  INSERT INTO person_search (person_search, rowid, search_key)
    VALUES ('delete', OLD.position, OLD.search_key);
END;
INSERT INTO person_search (person_search) VALUES ('rebuild');
INSERT OR IGNORE INTO search_word
  SELECT w.value FROM person p, json_each('["' || replace(p.search_key, ' ', '","') || '"]') w;

-- The last four digits backwards, so that what a person reads out from the end is a range.
CREATE INDEX person_by_personal_id_tail ON person (
  substr(personal_id, -1, 1) || substr(personal_id, -2, 1)
  || substr(personal_id, -3, 1) || substr(personal_id, -4, 1)) WHERE personal_id IS NOT NULL;
CREATE INDEX person_by_insurance_number_tail ON person (
  substr(insurance_number, -1, 1) || substr(insurance_number, -2, 1)
  || substr(insurance_number, -3, 1) || substr(insurance_number, -4, 1)) WHERE insurance_number IS NOT NULL;
CREATE INDEX person_by_phone_tail ON person (
  substr(phone, -1, 1) || substr(phone, -2, 1)
  || substr(phone, -3, 1) || substr(phone, -4, 1)) WHERE phone <> '';
