"""Texts of papers: every one of them is wanted, and stands in both languages."""

from __future__ import annotations

import ast
import string

from ssdesk.assets import texts
from tests.rules.sources import modules


def _places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_both_languages_say_the_same() -> None:
    assert [(section, *keys) for section, keys in texts("vi").items()] == [
        (section, *keys) for section, keys in texts("en").items()
    ]
    wrong = [
        (section, key)
        for section, keys in texts("vi").items()
        for key, text in keys.items()
        if _places(text) != _places(texts("en")[section][key])
    ]
    assert wrong == []


def test_every_text_is_wanted_by_somebody() -> None:
    named = {
        node.value
        for _, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    unwanted = [
        (section, key)
        for section, keys in texts("vi").items()
        for key in keys
        if key not in named and key.removesuffix("_steps") not in named
    ]
    assert unwanted == []
