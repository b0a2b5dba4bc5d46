"""Stopping a pupil: money back from the school, or a row of `Giảm` to the office."""
