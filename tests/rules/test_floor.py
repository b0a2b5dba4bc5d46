"""The domain is pure Python without a clock; time and ids come from one place (ruling 22)."""

from __future__ import annotations

import ast
import sys

from tests.rules.sources import modules

CLOCK_CALLS = {
    ("datetime", "now"),
    ("datetime", "today"),
    ("datetime", "utcnow"),
    ("date", "today"),
    ("time", "time"),
    ("time", "localtime"),
    ("uuid", "uuid1"),
    ("uuid", "uuid4"),
}


def _imported(tree: ast.Module) -> set[str]:
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add(node.module or "")
    return names


def test_domain_and_errors_import_the_standard_library_only() -> None:
    forbidden = {"os", "pathlib", "io", "shutil", "logging", "sqlite3", "time", "random", "secrets"}
    for name, tree in modules():
        if not name.startswith("domain/") and name != "errors.py":
            continue
        for imported in _imported(tree):
            first = imported.split(".")[0]
            allowed = first in sys.stdlib_module_names and first not in forbidden
            ours = imported.startswith(("ssdesk.domain", "ssdesk.errors"))
            assert allowed or ours, f"{name} imports {imported}"


def test_time_and_ids_come_from_the_clock() -> None:
    found = []
    for name, tree in modules():
        # How old a leftover file is, only the file system's own time says.
        if name in {"clock.py", "storage/backups.py"}:
            continue
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
                continue
            owner = node.func.value
            owner_name = owner.id if isinstance(owner, ast.Name) else getattr(owner, "attr", "")
            if (owner_name, node.func.attr) in CLOCK_CALLS:
                found.append(f"{name}:{node.lineno}")
    assert found == []


def test_no_broad_except_but_at_the_outer_doors() -> None:
    doors = {"cli/main.py", "ui/jobs.py", "app.py", "__main__.py"}
    found = []
    for name, tree in modules():
        for node in ast.walk(tree):
            if not isinstance(node, ast.ExceptHandler) or name in doors:
                continue
            caught = "" if node.type is None else ast.unparse(node.type)
            reraises = any(isinstance(inner, ast.Raise) for inner in ast.walk(node))
            if caught in {"", "Exception", "BaseException"} and not reraises:
                found.append(f"{name}:{node.lineno}")
    assert found == []


def test_commands_write_through_the_door_that_asks_for_the_role() -> None:
    # The first start makes the first account; the recovery code is the proof of its bearer.
    doors = {"services/context.py": 2, "services/accounts.py": 1}
    found: dict[str, int] = {}
    for name, tree in modules():
        if name.startswith("storage/"):
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute) and node.attr == "write":
                owner = ast.unparse(node.value)
                if owner == "store" or owner.endswith(".store"):
                    found[name] = found.get(name, 0) + 1
    assert found == doors
