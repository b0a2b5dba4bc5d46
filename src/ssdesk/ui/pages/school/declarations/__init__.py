"""The page of the declarations: who joins for the first time, whose facts have to be corrected."""
