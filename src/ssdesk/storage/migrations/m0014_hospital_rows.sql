-- A row of a list that only tells the office another hospital of somebody already sent.
ALTER TABLE submission_line ADD COLUMN correction_id TEXT REFERENCES correction (id);
CREATE INDEX submission_line_by_correction ON submission_line (correction_id) WHERE correction_id IS NOT NULL;
