"""The page of the official lists."""
