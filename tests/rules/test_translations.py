"""Every text of the window has its English, with the same places to fill."""

from __future__ import annotations

import importlib.util
import re
import string
from importlib.machinery import SourceFileLoader
from types import ModuleType

import pytest

from tests.rules.sources import ROOT


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    loader = SourceFileLoader("translate", str(ROOT / "packaging" / "translate"))
    spec = importlib.util.spec_from_loader("translate", loader)
    assert spec is not None
    module = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
    return module


def _places(text: str) -> set[str]:
    named = {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
    return named | ({"%n"} if "%n" in text else set())


def test_nothing_is_unfinished(tool: ModuleType) -> None:
    known = tool.translations()
    assert sorted(key for key in tool.texts() if key not in known) == []


def test_places_and_mnemonics_are_kept(tool: ModuleType) -> None:
    wrong = [
        (context, source, form)
        for (context, source), forms in tool.translations().items()
        for form in forms
        if _places(form) != _places(source) or ("&" in form) != ("&" in source)
    ]
    assert wrong == []


# A number right before a noun reads wrong for one: “1 pupils”. “Pupils: 1” reads right for all.
_COUNTED = re.compile(
    r"\{\w+\} (?:\w+ )?(?:pupils|people|lines|rows|receipts|classes|cards|cells|days|lists|"
    r"months|numbers|orders|times|things|papers|dates)\b"
)


def test_english_reads_right_for_one_and_names_the_dong_one_way(tool: ModuleType) -> None:
    wrong = [
        form
        for forms in tool.translations().values()
        for form in forms
        if len(forms) == 1 and (_COUNTED.search(form) or "} dong" in form)
    ]
    assert wrong == []
