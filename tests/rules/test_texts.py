"""Texts of papers: every one of them is wanted, and stands in both languages."""

from __future__ import annotations

import ast
import string

from ssdesk.assets import texts
from tests.rules.sources import modules

OFFICIAL = {"receipt"}
"""Sections of forms that are Vietnamese only."""


def _places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_both_languages_say_the_same_but_for_official_forms() -> None:
    english = texts("en")
    both = {name: keys for name, keys in texts("vi").items() if name not in OFFICIAL}
    assert [(name, *keys) for name, keys in both.items()] == [
        (name, *keys) for name, keys in english.items()
    ]
    wrong = [
        (name, key)
        for name, keys in both.items()
        for key, text in keys.items()
        if _places(text) != _places(english[name][key])
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
