"""The pupils' page: classes left, the grid in the middle, the pupil at the right."""
