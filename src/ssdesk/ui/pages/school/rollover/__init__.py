"""The page on which a school rolls over to its next year."""
