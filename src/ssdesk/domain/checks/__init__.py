"""The one table of checks: code, field, refuse or warn, sentence with its remedy, source.

Forms, imports, intake, the command line and the handbook all read this table (ruling 20).
A topic's rows live in the module named after it.
"""

from __future__ import annotations

from ssdesk.domain.checks import (
    bundles,
    cards,
    command,
    files,
    forms,
    households,
    identity,
    lists,
    money,
    refunds,
    roster,
    rounds,
    rules,
    store,
    transfers,
)
from ssdesk.domain.checks.table import Check, Language, Severity
from ssdesk.domain.checks.words import in_words
from ssdesk.errors import Param

_LONGEST_VALUE = 400

CHECKS: dict[str, Check] = {
    check.code: check
    for topic in (
        bundles,
        cards,
        command,
        files,
        forms,
        households,
        identity,
        lists,
        money,
        refunds,
        roster,
        rounds,
        rules,
        store,
        transfers,
    )
    for check in topic.CHECKS
}


def severity(code: str) -> Severity:
    """Whether a problem of this code refuses or warns."""
    return CHECKS[code].severity


def sentence(code: str, params: dict[str, Param], language: Language = Language.VI) -> str:
    """The sentence a person reads, with its remedy.

    Raises:
        KeyError: the code is not in the table or a parameter of its sentence is missing.
    """
    check = CHECKS[code]
    text = check.vi if language is Language.VI else check.en
    words = {name: in_words(name, value, language) for name, value in params.items()}
    return text.format(**{name: _cut(value) for name, value in words.items()})


def _cut(value: Param) -> Param:
    """The value, a text of any length cut so that the sentence can still be read."""
    is_long = isinstance(value, str) and len(value) > _LONGEST_VALUE
    return f"{str(value)[:_LONGEST_VALUE]}…" if is_long else value


__all__ = ["CHECKS", "Check", "Language", "Severity", "sentence", "severity"]
