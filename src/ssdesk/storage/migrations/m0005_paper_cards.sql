-- Who asks for a card on paper; all others get the electronic one.
ALTER TABLE enrolment ADD COLUMN paper_card INTEGER NOT NULL DEFAULT 0 CHECK (paper_card IN (0, 1));
