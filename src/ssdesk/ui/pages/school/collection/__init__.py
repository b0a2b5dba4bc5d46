"""The page of the collection: who pays, how much, and when it is in."""
