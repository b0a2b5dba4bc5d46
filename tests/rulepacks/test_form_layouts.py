"""Layouts say to the letter what the blank original says; broken files are refused."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

from ssdesk import assets
from ssdesk.domain.forms import FormLayout, header_cells
from ssdesk.errors import BadFile
from ssdesk.rulepacks.form_layouts import load_forms, read_form

ORIGINAL = Path(__file__).parent.parent / "data" / "forms" / "mau-so-3.docx"
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def _plain(text: str) -> str:
    """Without the blanks and dots that are there to be written over."""
    return re.sub(r"[\s.…]+", " ", text).strip()


def _text(element: ElementTree.Element) -> str:
    words = []
    for part in element.iter():
        if part.tag == f"{WORD}t":
            words.append(part.text or "")
        elif part.tag in {f"{WORD}br", f"{WORD}p"}:
            words.append(" ")
    return _plain("".join(words))


@pytest.fixture(scope="module")
def tables() -> list[ElementTree.Element]:
    with zipfile.ZipFile(ORIGINAL) as package:
        root = ElementTree.fromstring(package.read("word/document.xml"))
    return list(root.iter(f"{WORD}tbl"))


@pytest.fixture(scope="module")
def body() -> str:
    with zipfile.ZipFile(ORIGINAL) as package:
        return _text(ElementTree.fromstring(package.read("word/document.xml")))


@pytest.fixture
def mau_so_3() -> FormLayout:
    return load_forms()[0]


def test_headings_stand_where_the_original_has_them(
    tables: list[ElementTree.Element], mau_so_3: FormLayout
) -> None:
    original = []
    for row, element in enumerate(tables[1].findall(f"{WORD}tr")[:3]):
        column = 0
        for cell in element.findall(f"{WORD}tc"):
            span = cell.find(f"{WORD}tcPr/{WORD}gridSpan")
            width = int(span.get(f"{WORD}val", "1")) if span is not None else 1
            if text := _text(cell):
                original.append((text, row, column, width))
            column += width
    ours = [
        (_plain(cell.title), cell.row, cell.column, cell.columns) for cell in header_cells(mau_so_3)
    ]
    assert sorted(ours) == sorted(original)


def test_column_numbers_are_the_originals(
    tables: list[ElementTree.Element], mau_so_3: FormLayout
) -> None:
    row = tables[1].findall(f"{WORD}tr")[3]
    numbers = [_text(cell) for cell in row.findall(f"{WORD}tc")]
    assert [column.number for column in mau_so_3.leaves] == numbers


def test_groups_are_marked_as_in_the_original(
    tables: list[ElementTree.Element], mau_so_3: FormLayout
) -> None:
    rows = tables[1].findall(f"{WORD}tr")[4:]
    marks = [mark for row in rows if (mark := _text(row.findall(f"{WORD}tc")[0]))]
    assert [group.mark for group in mau_so_3.groups] == marks


def test_every_other_line_is_the_originals(
    tables: list[ElementTree.Element], body: str, mau_so_3: FormLayout
) -> None:
    head = _text(tables[0])
    for line in mau_so_3.head:
        assert _plain(re.sub(r"\{\w+\}", "", line)) in head
    for line in mau_so_3.motto:
        assert line in head
    assert mau_so_3.title in body
    assert mau_so_3.code in body
    number_line = re.sub(r"\{\w+\}", "", mau_so_3.number_line)
    assert re.search(r"Số: / ; ngày tháng năm", body)
    assert _plain(number_line).replace("Số: ;", "Số: / ;") in body
    foot = _text(tables[2])
    assert _plain(mau_so_3.left_note) in foot
    for signature in mau_so_3.signatures:
        assert " ".join(signature.title) in foot
        assert " ".join(signature.hint) in foot


def test_only_forms_seen_in_the_original_are_confirmed() -> None:
    assert {layout.form: layout.confirmed for layout in load_forms()} == {
        "mau-so-3": True,
        "d03-ts": False,
        "vendor-d03": False,
    }


def test_vendor_fields_are_named_as_its_program_names_them() -> None:
    vendor = load_forms()[2]
    names = [column.number for column in vendor.leaves]
    assert names[:8] == [
        "STT",
        "HoTen",
        "MasoBHXH",
        "MaPhongBan",
        "Loai",
        "PA",
        "TyleNSDP",
        "NgayBienLai",
    ]
    assert {"Tiendong", "TienDongThucTe", "MucHuong", "Sothang", "SoCCCD"} <= set(names)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"kind": "order"', '"kind": "colour"'),
        ('"field": "order"', '"field": "shoe_size"'),
        ('"form":', '"formular":'),
        ('"confirmed": true', '"confirmed": "perhaps"'),
        ("{", "{{"),
    ],
)
def test_a_broken_layout_is_refused_by_name(tmp_path: Path, old: str, new: str) -> None:
    text = assets.path("forms/mau-so-3.json").read_text(encoding="utf-8")
    broken = tmp_path / "broken.json"
    broken.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(BadFile) as refused:
        read_form(broken)
    assert refused.value.code == "RULE_PACK_INVALID"
    assert refused.value.params["file"] == "broken.json"


def test_a_missing_layout_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="RULE_PACK_DAMAGED"):
        read_form(tmp_path / "nowhere.json")
