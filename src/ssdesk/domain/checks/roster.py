"""Checks of pupils, classes and enrolments."""

from __future__ import annotations

from ssdesk.domain.checks.table import Check

CHECKS: tuple[Check, ...] = ()
