"""A declaration says to the letter, and in the order, what the blank original says."""

from __future__ import annotations

import re
import zipfile
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest

from ssdesk.documents.declaration import declarations_pdf
from ssdesk.domain.declaration import Declaration, DeclarationLayout, Why
from ssdesk.rulepacks.declaration_layouts import load_declaration
from tests import printed

ORIGINAL = Path(__file__).parent.parent / "data" / "forms" / "mau-so-2.docx"
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
GUIDE = "HƯỚNG DẪN LẬP MẪU SỐ 2"
BLANK = Declaration("", "", Why.CORRECTION, "", "", "", "", "", "", "", "", "")


def _plain(text: str) -> str:
    """Without blanks, and without the dots and strokes that are there to be written over."""
    return re.sub(r"[\s.…/]+", "", text)


@pytest.fixture(scope="module")
def original() -> str:
    """The paper's words before its guide; text boxes, which Word keeps twice, at their places."""
    with zipfile.ZipFile(ORIGINAL) as package:
        root = ElementTree.fromstring(package.read("word/document.xml"))
    text = "".join(part.text or "" for part in root.iter(f"{WORD}t"))
    return _plain(text.split(GUIDE)[0])


def _said(layout: DeclarationLayout) -> list[str]:
    """Every piece of the layout's wording, in the order of the paper."""
    pieces = [layout.code, *layout.motto, *layout.title, layout.number_line.label]
    for section in layout.sections:
        pieces.append(section.title)
        for line in section.lines:
            for field in line:
                number = f"[{field.number}]" if field.number else ""
                pieces.append(f"{number}. {field.label}")
    dated = layout.date_line.format(place="...", day="...", month="...", year="...")
    return [*pieces, dated, layout.signer, layout.signer_hint, *layout.notes]


def _follows(pieces: list[str], text: str) -> None:
    at = 0
    for piece in pieces:
        found = text.find(_plain(piece), at)
        assert found >= 0, f"“{piece}” is not there after “{text[max(0, at - 60) : at]}”"
        at = found + len(_plain(piece))


def test_every_word_stands_in_the_original_in_this_order(original: str) -> None:
    _follows(_said(load_declaration()), original)


def test_the_original_says_nothing_more(original: str) -> None:
    left = original
    # Word keeps the box of the code and that of the notes twice, for older programs.
    for piece in sorted((_plain(each) for each in _said(load_declaration())), key=len)[::-1]:
        left = left.replace(piece, "")
    assert left == ""


def test_the_paper_printed_says_them_in_this_order() -> None:
    layout = load_declaration()
    paper = declarations_pdf(layout, [BLANK], "", date(2026, 9, 10))
    dated = layout.date_line.format(place="...", day="10", month="09", year="2026")
    pieces = [dated if piece.startswith("...,") else piece for piece in _said(layout)]
    text = _plain(" ".join(printed.words(paper).split()))
    _follows(pieces, text)
