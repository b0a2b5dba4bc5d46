"""The page of bank statements: parents' transfers matched to payment slips, the rest by hand."""
