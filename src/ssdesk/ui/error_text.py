"""Sentences for errors and problems, from the table of checks, in the window's language."""

from __future__ import annotations

import logging

from ssdesk.domain import checks
from ssdesk.domain.checks import Language
from ssdesk.domain.problems import Problem
from ssdesk.errors import Cancelled, SsdeskError, machine_code
from ssdesk.settings import UiLanguage
from ssdesk.ui.translation import current_language


def language() -> Language:
    """The language of sentences now."""
    return Language.EN if current_language() is UiLanguage.EN else Language.VI


def of_problem(problem: Problem) -> str:
    """The sentence of a problem."""
    return _sentence(problem.code, dict(problem.params))


def of_error(error: Exception) -> str:
    """The sentence of an error; one that nobody expected goes to the log with its place."""
    if isinstance(error, SsdeskError):
        return _sentence(error.code, error.params)
    if isinstance(error, Cancelled):
        return checks.sentence("CANCELLED", {}, language())
    if isinstance(error, OSError):
        return _sentence(machine_code(error), {"file": str(error.filename or "")})
    logging.getLogger("ssdesk.ui").error("unexpected", exc_info=error)
    return checks.sentence("UNEXPECTED", {"error": type(error).__name__}, language())


def _sentence(code: str, params: dict[str, str | int]) -> str:
    try:
        return checks.sentence(code, params, language())
    except KeyError:
        # A sentence that misses a value is our mistake; the person still hears which check it was.
        logging.getLogger("ssdesk.ui").exception("no sentence for %s", code)
        return checks.sentence("UNEXPECTED", {"error": code}, language())
