"""Checks of dated rules and amounts."""

from __future__ import annotations

from ssdesk.domain.checks.table import Check

CHECKS: tuple[Check, ...] = ()
