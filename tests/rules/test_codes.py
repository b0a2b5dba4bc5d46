"""Every code that the program raises has its row, and every row its two sentences."""

from __future__ import annotations

import ast
import string
from collections import Counter
from importlib import import_module
from typing import TypeGuard

import pytest

from ssdesk.domain import checks
from ssdesk.domain.checks import CHECKS, Check
from tests.rules.sources import PACKAGE, modules

ERRORS = {"UserError", "Conflict", "StorageUnavailable", "BadFile"}
ALWAYS_GIVEN = {"BadFile": {"file", "row", "column", "value"}}
TOPICS = sorted(
    file.stem
    for file in (PACKAGE / "domain" / "checks").glob("*.py")
    if file.stem not in {"__init__", "table", "words"}
)


def _fields(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


def _topic(name: str) -> tuple[Check, ...]:
    rows: tuple[Check, ...] = import_module(f"ssdesk.domain.checks.{name}").CHECKS
    return rows


def _raised() -> list[tuple[str, str, set[str] | None]]:
    """Place, code and names of the given params (nothing where they are not literal)."""
    found: list[tuple[str, str, set[str] | None]] = []
    for name, tree in modules():
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call):
                continue
            called = getattr(node.func, "id", getattr(node.func, "attr", ""))
            place = f"{name}:{getattr(node, 'lineno', 0)}"
            if called in ERRORS and node.args:
                given: set[str] | None = {k.arg or "" for k in node.keywords}
                assert given is not None
                given |= ALWAYS_GIVEN.get(called, set())
                found += [(place, c, None if "" in given else given) for c in _codes(node.args[0])]
            elif called == "Problem":
                found += [(place, c, _problem_params(node)) for c in _problem_codes(node)]
    return found


def _codes(node: ast.expr) -> list[str]:
    pieces = {part for whole in _made_up(node) for part in ast.walk(whole)}
    return [
        part.value
        for part in ast.walk(node)
        if part not in pieces
        and isinstance(part, ast.Constant)
        and isinstance(part.value, str)
        and part.value.isupper()
    ]


def _made_up(node: ast.AST) -> list[ast.JoinedStr]:
    """Codes put together of a prefix and a name."""
    return [part for part in ast.walk(node) if isinstance(part, ast.JoinedStr)]


def _problem_codes(node: ast.Call) -> list[str]:
    if len(node.args) > 1:
        return _codes(node.args[1])
    return [c for k in node.keywords if k.arg == "code" for c in _codes(k.value)]


def _problem_params(node: ast.Call) -> set[str] | None:
    given = [k.value for k in node.keywords if k.arg == "params"] + node.args[2:3]
    if not given:
        return set()
    literal = given[0]
    if not isinstance(literal, ast.Dict) or None in literal.keys:
        return None
    if not all(isinstance(key, ast.Constant) for key in literal.keys):
        return None
    return {str(key.value) for key in literal.keys if isinstance(key, ast.Constant)}


def test_every_raised_code_has_a_row() -> None:
    unknown = sorted({f"{code} at {place}" for place, code, _ in _raised() if code not in CHECKS})
    assert unknown == []


def test_every_raised_code_brings_the_values_of_its_sentence() -> None:
    short = [
        f"{code} at {place} lacks {_fields(CHECKS[code].vi) - given}"
        for place, code, given in _raised()
        if code in CHECKS and given is not None and not _fields(CHECKS[code].vi) <= given
    ]
    assert short == []


def test_every_row_is_used() -> None:
    used: set[str] = set()
    prefixes: set[str] = set()
    for name, tree in modules():
        if name.startswith("domain/checks/"):
            continue
        used |= {part.value for part in ast.walk(tree) if _is_text(part)}
        for whole in _made_up(tree):
            first = whole.values[0]
            if _is_text(first) and len(first.value) > 3 and first.value.isupper():
                prefixes.add(first.value)
    idle = {code for code in set(CHECKS) - used if not code.startswith(tuple(prefixes))}
    assert sorted(idle) == []


def _is_text(node: ast.AST) -> TypeGuard[ast.Constant]:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


@pytest.mark.parametrize("code", sorted(CHECKS))
def test_sentences(code: str) -> None:
    check = CHECKS[code]
    assert code == code.upper()
    assert _fields(check.vi) == _fields(check.en), "the two languages name other values"
    assert "" not in _fields(check.vi), "a value without a name"
    for sentence in (check.vi, check.en):
        assert sentence.strip() == sentence
        assert len(sentence) > 10
        assert sentence[-1] in ".!)"
    params: dict[str, str | int] = dict.fromkeys(_fields(check.vi), 1)
    assert checks.sentence(code, params)


def test_no_code_twice_and_rows_sorted() -> None:
    counted = Counter(row.code for topic in TOPICS for row in _topic(topic))
    assert [code for code, times in counted.items() if times > 1] == []
    assert set(counted) == set(CHECKS), "a topic is not in the table"
    for topic in TOPICS:
        codes = [row.code for row in _topic(topic)]
        assert codes == sorted(codes), topic
