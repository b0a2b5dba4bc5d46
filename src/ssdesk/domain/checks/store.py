"""Checks of the store, accounts and backups."""

from __future__ import annotations

from ssdesk.domain.checks.table import Check

CHECKS: tuple[Check, ...] = ()
