"""Files, functions and names keep the size and form that a newcomer can read."""

from __future__ import annotations

import ast

from tests.rules.sources import PACKAGE, ROOT, modules

MAX_FILE = 500
MAX_FUNCTION = 40
MAX_CLASS = 350
ROOMS_FOR_EVERYTHING = {"utils", "util", "common", "helpers", "misc", "shared"}


def _length(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> int:
    start = node.body[0]
    if ast.get_docstring(node) is not None and len(node.body) > 1:
        start = node.body[1]
    return (node.end_lineno or 0) - start.lineno + 1


def test_no_file_is_too_long() -> None:
    files = [*PACKAGE.rglob("*.py"), *(ROOT / "tests").rglob("*.py")]
    long = {
        file.relative_to(ROOT).as_posix(): lines
        for file in files
        if (lines := len(file.read_text(encoding="utf-8").splitlines())) > MAX_FILE
    }
    assert long == {}


def test_no_function_or_class_is_too_long() -> None:
    long = []
    for name, tree in modules():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                if _length(node) > MAX_FUNCTION:
                    long.append(f"{name}: {node.name} {_length(node)}")
            elif isinstance(node, ast.ClassDef) and _length(node) > MAX_CLASS:
                long.append(f"{name}: {node.name} {_length(node)}")
    assert long == []


def test_no_room_for_everything() -> None:
    names = {part for file in PACKAGE.rglob("*.py") for part in (file.stem, file.parent.name)}
    assert names & ROOMS_FOR_EVERYTHING == set()
