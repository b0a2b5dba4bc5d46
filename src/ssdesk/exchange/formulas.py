"""Text that a spreadsheet would take for a formula if nobody told it otherwise."""

from __future__ import annotations

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""What such a text begins with."""
