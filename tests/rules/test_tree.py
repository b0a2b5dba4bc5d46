"""What is committed is the project's own: no machine's paths, no stray binaries, one spelling."""

from __future__ import annotations

import re
import unicodedata

from tests.rules.sources import ROOT, committed, text

# Written apart so that this file does not name them itself.
MACHINE = re.compile(
    "|".join(
        (
            "/" + r"work/",
            "/" + r"root/",
            "/" + r"home/[a-z]",
            "/" + r"Users/[A-Za-z]",
            "/" + r"opt/pypi",
            r"[A-Z]:\\\\?" + "Users",
        )
    )
)
BINARIES = ("resources/fonts/", "resources/icons/", "resources/help/", "tests/")
COMPILED = (".pyc", ".qm", ".so", ".dll", ".exe", ".whl", ".db", ".sqlite", ".zip", ".gz")
FREELY_SPELT = ("tests/",)


def _name(file: object) -> str:
    return str(file).removeprefix(str(ROOT) + "/")


def test_no_file_names_a_machine() -> None:
    found = []
    for file in committed():
        written = text(file)
        if written is not None and (hit := MACHINE.search(written)):
            found.append(f"{_name(file)}: {hit.group()}")
    assert found == []


def test_binaries_only_where_they_belong() -> None:
    stray = [
        _name(file)
        for file in committed()
        if file.suffix.lower() in COMPILED
        or (text(file) is None and not _name(file).startswith(BINARIES))
    ]
    assert stray == []


def test_one_spelling_of_letters() -> None:
    """NFC in every text; tests may hold other spellings on purpose."""
    other = [
        _name(file)
        for file in committed()
        if not _name(file).startswith(FREELY_SPELT)
        and (written := text(file)) is not None
        and unicodedata.normalize("NFC", written) != written
    ]
    assert other == []


def test_every_font_has_its_licence() -> None:
    fonts = ROOT / "resources" / "fonts"
    licences = {file.name.split("-")[0] for file in fonts.glob("*-OFL.txt")}
    assert {file.name.split("-")[0] for file in fonts.glob("*.ttf")} == licences


def test_locks_pin_every_package_and_name_no_host() -> None:
    for name in ("requirements.txt", "requirements-dev.txt"):
        for line in (ROOT / "packaging" / name).read_text(encoding="utf-8").splitlines():
            if line.startswith("#"):
                continue
            assert re.fullmatch(r"[a-z0-9-]+==[0-9][\w.]*( ; sys_platform == \"win32\")?", line)


ALLOWED_AT_TOP = {
    "pyproject.toml",
    "src",
    "resources",
    "tests",
    "packaging",
    "README.md",
    "LICENSE",
    "CHANGELOG.md",
    "SECURITY.md",
}


def test_the_top_level_holds_only_what_is_agreed() -> None:
    tops = {_name(file).split("/")[0] for file in committed()}
    assert {top for top in tops if not top.startswith(".")} == ALLOWED_AT_TOP
