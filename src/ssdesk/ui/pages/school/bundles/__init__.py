"""Bundles to the office, and its answers."""
