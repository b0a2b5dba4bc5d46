"""The page on which a school year ends: what is open, closed with a key."""
