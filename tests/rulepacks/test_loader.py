"""The shipped pack holds, and a pack that was tampered with is refused by name."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from ssdesk import assets
from ssdesk.domain.checks import Language, sentence
from ssdesk.domain.rulebook import Confidence, Dated, RuleBook, Table
from ssdesk.errors import BadFile
from ssdesk.rulepacks import load_rule_book
from ssdesk.rulepacks.__main__ import main as seal_pack
from ssdesk.rulepacks.loader import read_pack
from ssdesk.rulepacks.manifest import seal

SHIPPED = assets.path("rules/2026.3")
BASE_SALARY = {
    date(2016, 5, 1): 1_210_000,
    date(2017, 6, 30): 1_210_000,
    date(2017, 7, 1): 1_300_000,
    date(2018, 7, 1): 1_390_000,
    date(2019, 7, 1): 1_490_000,
    date(2023, 6, 30): 1_490_000,
    date(2023, 7, 1): 1_800_000,
    date(2024, 7, 1): 2_340_000,
    date(2026, 6, 30): 2_340_000,
    date(2026, 7, 1): 2_530_000,
}


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SHIPPED, tmp_path / "2026.3"))


def tables(book: RuleBook) -> list[Table]:
    found = [book.base_salary]
    for rules in (book.health, book.voluntary):
        for name in type(rules).__slots__:
            value = getattr(rules, name)
            found += value.values() if isinstance(value, dict) else [value]
    return found


def rows(book: RuleBook) -> list[Dated]:
    return [
        *(row for table in tables(book) for row in table.rows),
        *book.groups,
        *book.provinces,
    ]


def edit(pack: Path, name: str, old: str, new: str) -> None:
    file = pack / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_newest_pack_is_taken() -> None:
    book = load_rule_book()
    newest = max(path.name for path in assets.path("rules").iterdir())
    assert (book.name, book.version) == ("ssdesk-rules", newest)
    assert load_rule_book() is book


@pytest.mark.parametrize("on", BASE_SALARY)
def test_base_salary_by_date(on: date) -> None:
    assert load_rule_book().base_salary.at(on) == BASE_SALARY[on]


def test_every_value_names_its_source() -> None:
    for row in rows(load_rule_book()):
        assert row.source.citation
        assert isinstance(row.source.confidence, Confidence)
        assert row.ends_on is None or row.ends_on >= row.starts_on


def test_no_rule_has_a_gap_before_its_last_value() -> None:
    for table in tables(load_rule_book()):
        for earlier, later in zip(table.rows, table.rows[1:], strict=False):
            assert (later.starts_on - earlier.ends_on).days == 1, table.unknown


def test_the_pack_is_sealed_as_it_is(pack: Path) -> None:
    sealed = (pack / "manifest.json").read_bytes()
    seal(pack)
    assert (pack / "manifest.json").read_bytes() == sealed


def test_line_ends_of_another_system_do_not_break_the_seal(pack: Path) -> None:
    file = pack / "health.toml"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert load_rule_book(pack).base_salary.at(date(2026, 9, 5)) == 2_530_000


def drop(name: str) -> Callable[[Path], None]:
    return lambda pack: (pack / name).unlink()


@pytest.mark.parametrize(
    ("damage", "file"),
    [
        (drop("manifest.json"), "manifest.json"),
        (drop("groups.toml"), "groups.toml"),
        (lambda pack: (pack / "manifest.json").write_text("{"), "manifest.json"),
        (lambda pack: (pack / "manifest.json").write_bytes(b"\xff\xfe"), "manifest.json"),
        (lambda pack: (pack / "extra.toml").write_text("a = 1"), "extra.toml"),
        (lambda pack: edit(pack, "health.toml", "2530000", "2527200"), "health.toml"),
    ],
)
def test_a_pack_that_was_changed_is_refused(
    pack: Path, damage: Callable[[Path], object], file: str
) -> None:
    damage(pack)
    with pytest.raises(BadFile) as refused:
        load_rule_book(pack)
    assert (refused.value.code, refused.value.params["file"]) == ("RULE_PACK_DAMAGED", file)
    assert file in sentence(refused.value.code, refused.value.params, Language.VI)


@pytest.mark.parametrize(
    ("name", "old", "new", "value"),
    [
        ("health.toml", "base_salary", "base_wage", "unknown field"),
        ("health.toml", "value = 4.5", "value = 104.5", "104.5"),
        ("health.toml", "value = 4.5", 'value = "a"', "decimal"),
        ("health.toml", "value = 1210000", "value = -1", ">= 0"),
        ("health.toml", "value = 1210000", "value = 1210000.5", "int"),
        ("health.toml", 'source = "ND161"', 'source = "ND999"', "ND999"),
        ("health.toml", 'source = "ND161"', 'source = ""', "length"),
        ("health.toml", "confidence", "trust", "unknown field"),
        ("health.toml", "from = 2017-07-01", "from = 2017-06-30", "2017-06-30"),
        ("health.toml", "to = 2017-06-30", "to = 2016-04-30", "2016-05-01"),
        ("health.toml", "= [", "= ", "Invalid"),
        ("health.toml", '"10-01"', '"13-01"', "regex"),
        ("groups.toml", 'question = "MINORITY', 'question = "NO', "NO_SUPPORT_OPEN"),
        ("groups.toml", "to = 2025-12-31", "to = 2026-12-31", "2026-01-01"),
        ("places.toml", 'code = "04"', 'code = "4"', "regex"),
        ("places.toml", "to = 2025-06-30", "to = 2025-07-01", "2025-07-01"),
        ("pack.toml", 'version = "2026.3"', "", "missing"),
        ("sources.toml", 'L41 = "', 'L41 = 1 # "', "str"),
        ("voluntary.toml", "interest = [", "interest = 5 # [", "Invalid"),
        ("local-support.toml", "rows = []", "rows = 3", "array"),
    ],
)
def test_a_pack_of_another_form_is_refused(
    pack: Path, name: str, old: str, new: str, value: str
) -> None:
    edit(pack, name, old, new)
    seal(pack)
    with pytest.raises(BadFile) as refused:
        load_rule_book(pack)
    assert refused.value.code == "RULE_PACK_INVALID"
    assert refused.value.params["file"] == name
    assert value in str(refused.value.params)


def test_files_that_are_no_text(pack: Path) -> None:
    (pack / "pack.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(BadFile, match="RULE_PACK_INVALID"):
        read_pack(pack)
    (pack / "pack.toml").unlink()
    with pytest.raises(BadFile, match="RULE_PACK_DAMAGED"):
        read_pack(pack)


def test_local_support_is_read(pack: Path) -> None:
    line = (
        'rows = [{ province = "20", group = "HS", percent = 5, from = 2026-09-01, '
        'source = "ND146", confidence = "C" }]'
    )
    edit(pack, "local-support.toml", "rows = []", line)
    seal(pack)
    extra = load_rule_book(pack).local_extra("20", "HS", date(2026, 9, 5), 12)
    assert extra.percent * 100 == 5


def test_an_edited_pack_is_checked_and_sealed_from_the_command_line(pack: Path) -> None:
    edit(pack, "pack.toml", 'version = "2026.3"', 'version = "2026.5"')
    command = [sys.executable, "-m", "ssdesk.rulepacks", str(pack)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout == "ssdesk-rules 2026.5\n"
    assert load_rule_book(pack).version == "2026.5"


def test_sealing_tells_what_it_sealed(pack: Path) -> None:
    edit(pack, "pack.toml", 'version = "2026.3"', 'version = "2026.4"')
    assert seal_pack(pack) == "ssdesk-rules 2026.4"
    edit(pack, "health.toml", "value = 4.5", "value = 450")
    with pytest.raises(BadFile):
        seal_pack(pack)
