"""Painting of cells that are more than text."""
