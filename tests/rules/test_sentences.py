"""What a person reads when something is refused: whole, in one language, with a remedy."""

from __future__ import annotations

import ast
import re
import string

import pytest

from ssdesk.domain import checks
from ssdesk.domain.checks import CHECKS, Check, Language
from ssdesk.domain.checks.words import WORDS
from ssdesk.domain.enrolment import EnrolmentState
from tests.rules.sources import modules

# Words that are the same in both languages: names of programs, files and number systems.
SAME_IN_BOTH = frozenset({"excel", "unicode", "unikey", "caps", "lock", "text", "tcvn"})
# Whoever mends the rule pack reads the place as its own reader says it.
FOR_RULE_MAKERS = frozenset({"RULE_PACK_INVALID", "RULE_PACK_DAMAGED"})
ROWS = sorted(CHECKS.values(), key=lambda check: check.code)
WORD = re.compile(r"[^\W\d_]{4,}")


def _fields(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


def _plain(sentence: str) -> str:
    """The sentence without values, names of files, options and commands."""
    return re.sub(r"\{\w+\}|[\w…-]*[.+=/-][\w.+=/…-]+|“?ssdesk( \w+)?", " ", sentence).lower()


def _code(check: Check) -> str:
    return check.code


@pytest.mark.parametrize("check", ROWS, ids=_code)
def test_every_sentence_names_its_values_and_a_remedy(check: Check) -> None:
    params: dict[str, str | int] = {name: f"<{name}>" for name in _fields(check.vi)}
    for language in Language:
        text = checks.sentence(check.code, params, language)
        assert not {"{", "}"} & set(text)
        assert all(str(value) in text for value in params.values())
    assert re.search(r"\bhãy\b|không cần làm gì", check.vi.lower()), "what is to be done?"
    clauses = [part for part in re.split(r"[.;:,]\s", check.en) if part.strip()]
    assert len(clauses) >= 2 or " and " in check.en, "says what is wrong and what to do"


@pytest.mark.parametrize("check", ROWS, ids=_code)
def test_a_vietnamese_sentence_has_no_english_words_and_no_codes(check: Check) -> None:
    assert not re.search(r"[A-Z]{3,}_[A-Z]", check.vi + check.en), "a raw code"
    english = {
        word
        for row in ROWS
        for word in WORD.findall(_plain(row.en))
        if word.isascii() and word not in SAME_IN_BOTH
    }
    if check.code in FOR_RULE_MAKERS:
        return
    mixed = {word for word in WORD.findall(_plain(check.vi)) if word.isascii()} & english
    assert mixed == set()


def test_states_and_other_values_of_the_program_are_said_in_words() -> None:
    for state in EnrolmentState:
        for wanted in EnrolmentState:
            params: dict[str, str | int] = {"state": state.value, "wanted": wanted.value}
            vietnamese = checks.sentence("ENROLMENT_STEP_REFUSED", params)
            assert not {state.value, wanted.value} & set(vietnamese.split("“"))
            assert state.value not in WORD.findall(vietnamese)
            english = checks.sentence("ENROLMENT_STEP_REFUSED", params, Language.EN)
            assert vietnamese != english
    said = checks.sentence("SUPPORT_TWO_KINDS", {"field": "local_support"})
    assert "địa phương hỗ trợ thêm" in said
    assert set(WORDS["state"]) == {state.value for state in EnrolmentState}


def test_no_value_of_an_enumeration_reaches_a_sentence_without_words() -> None:
    """Params given as `something.value` have their words in the table."""
    bare = []
    for name, tree in modules():
        for node in ast.walk(tree):
            called = getattr(getattr(node, "func", None), "id", "")
            if not isinstance(node, ast.Call) or called not in {"UserError", "Conflict", "Problem"}:
                continue
            for keyword in node.keywords:
                value = keyword.value
                raw = isinstance(value, ast.Attribute) and value.attr == "value"
                if raw and keyword.arg not in WORDS:
                    bare.append(f"{name}:{node.lineno} {keyword.arg}")
    assert bare == []


def test_words_are_given_in_both_languages() -> None:
    for values in WORDS.values():
        for raw, (vietnamese, english) in values.items():
            assert vietnamese != english, raw
            assert "_" not in vietnamese + english
