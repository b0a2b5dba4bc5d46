"""The page on which a stack of receipts written by hand is entered."""
