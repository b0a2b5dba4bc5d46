-- A bundle that tells everything of its period: what it leaves out is gone at the sender.
ALTER TABLE intake ADD COLUMN period TEXT NOT NULL DEFAULT '';
ALTER TABLE intake ADD COLUMN whole INTEGER NOT NULL DEFAULT 0;
UPDATE intake SET period = json_extract(manifest, '$.period');
CREATE INDEX record_received_by_sender ON record_received (sender, kind);

-- Lists stay as they were signed and answers as they were given, whatever is told anew.
DROP VIEW record_now;
CREATE VIEW record_now AS
SELECT r.kind, r.record_id, r.sender, r.epoch, r.sequence, r.content, r.intake_id, i.period
FROM record_received r
JOIN intake i ON i.id = r.intake_id AND i.taken_back_at IS NULL
WHERE r.refused_code = '' AND NOT EXISTS (
  SELECT 1 FROM record_received n
  JOIN intake j ON j.id = n.intake_id AND j.taken_back_at IS NULL
  WHERE n.kind = r.kind AND n.record_id = r.record_id AND n.sender = r.sender
    AND n.refused_code = '' AND (n.epoch, n.sequence) > (r.epoch, r.sequence)
) AND (r.kind IN ('list', 'list_line', 'answer') OR NOT EXISTS (
  SELECT 1 FROM intake w
  WHERE w.sender = r.sender AND w.whole = 1 AND w.taken_back_at IS NULL
    AND w.period = i.period AND (w.epoch, w.sequence) > (r.epoch, r.sequence)
));
CREATE INDEX intake_whole ON intake (sender, period) WHERE whole = 1;
