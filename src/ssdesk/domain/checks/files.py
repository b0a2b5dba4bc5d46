"""Checks of files and cells that come in."""

from __future__ import annotations

from ssdesk.domain.checks.table import Check

CHECKS: tuple[Check, ...] = ()
