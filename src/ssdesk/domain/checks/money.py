"""Checks of money and its books."""

from __future__ import annotations

from ssdesk.domain.checks.table import Check

CHECKS: tuple[Check, ...] = ()
