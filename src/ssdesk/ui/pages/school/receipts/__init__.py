"""The page of the receipts: find, print again, void."""
