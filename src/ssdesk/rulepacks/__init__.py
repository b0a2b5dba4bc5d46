"""Dated rules read from resources into rule books."""
