"""Reads, verifies and versions the dated rules of `resources/rules`."""

from __future__ import annotations

from ssdesk.rulepacks.loader import load_rule_book

__all__ = ["load_rule_book"]
