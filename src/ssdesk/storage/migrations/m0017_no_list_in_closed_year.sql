-- A closed school year adds nobody to a list; who stops or changes the hospital still can.
CREATE TRIGGER list_line_in_closed_year BEFORE INSERT ON submission_line
WHEN NEW.stop_id IS NULL AND NEW.correction_id IS NULL AND EXISTS (
  SELECT 1 FROM enrolment n JOIN roster_entry e ON e.id = n.roster_entry_id
  WHERE n.id = NEW.enrolment_id AND e.school_year IN (SELECT school_year FROM year_closed))
BEGIN SELECT RAISE(ABORT, 'YEAR_CLOSED'); END;
