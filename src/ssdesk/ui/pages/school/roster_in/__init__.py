"""The page that takes a roster in: file or pasted text, columns, preview."""
