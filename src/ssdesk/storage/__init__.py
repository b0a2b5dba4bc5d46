"""All SQL: the encrypted store and its repositories."""
