"""Use cases: one transaction, one result, one set of changes."""
