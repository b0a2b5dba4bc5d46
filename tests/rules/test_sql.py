"""SQL is written in one room, so that who reads a table is found there."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from tests.rules.sources import modules

SQL = re.compile(
    r"\s*(SELECT\s+\S|INSERT\s+(OR\s+\w+\s+)?INTO\s|UPDATE\s+\S+\s+SET\s|DELETE\s+FROM\s"
    r"|(CREATE|DROP)\s+(TABLE|INDEX)|PRAGMA\s|BEGIN\s+IMMEDIATE|WITH\s+\w+\s+AS\s*\()"
)
STATEMENTS = {"execute", "executemany"}
ROOM = "storage/"


def _sql_in(tree: ast.Module) -> Iterator[int]:
    """Lines that hold a statement, hand one to the store, or name a table to write to."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            if SQL.match(node.value):
                yield node.lineno
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            named = bool(node.args) and isinstance(node.args[0], ast.Constant)
            writes = node.func.attr in {"insert", "update"} and ast.unparse(node.func.value) in {
                "unit",
                "self._unit",
            }
            if node.func.attr in STATEMENTS or (writes and named):
                yield node.lineno


def test_sql_stands_in_storage_only() -> None:
    found = [
        f"{name}:{line}"
        for name, tree in modules()
        if not name.startswith(ROOM)
        for line in _sql_in(tree)
    ]
    assert found == []


@pytest.mark.parametrize(
    "line",
    [
        "reader.rows('SELECT name FROM person')",
        "reader.value(f'SELECT count(*) FROM {table}')",
        "unit.execute(statement)",
        "unit.insert('person', id='1')",
        "unit.update('person', row_id, note='')",
        "sql = '''\n  WITH due AS (SELECT 1) SELECT * FROM due'''",
    ],
)
def test_a_planted_statement_is_seen(line: str) -> None:
    assert list(_sql_in(ast.parse(line)))


def test_words_of_a_person_are_not_taken_for_sql() -> None:
    assert not list(_sql_in(ast.parse("say('Select a class'); people.insert(unit, person)")))
