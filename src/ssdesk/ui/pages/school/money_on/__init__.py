"""The page of the money on its way: hand-over, evening count, transfer order."""
