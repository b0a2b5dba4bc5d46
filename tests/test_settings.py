"""What a person likes survives; a damaged file never stops the program."""

from __future__ import annotations

from pathlib import Path

import pytest

from ssdesk import settings
from ssdesk.settings import Settings, Theme, UiLanguage


def test_round_trip(tmp_path: Path) -> None:
    liked = Settings(
        language=UiLanguage.EN,
        theme=Theme.DARK,
        text_percent=150,
        last_store="/nơi/lưu",
        last_login="van.thu",
        table_columns=(("pupils", "name,birth"),),
    )
    settings.save(tmp_path / "new", liked)
    assert settings.load(tmp_path / "new") == liked


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", '{"language": 5, "theme": [], "text_percent": "x", "last_store": 1}'],
)
def test_damaged_file_gives_usual_settings(tmp_path: Path, text: str) -> None:
    (tmp_path / "settings.json").write_text(text, encoding="utf-8")
    assert settings.load(tmp_path) == Settings()


def test_text_size_stays_within_limits(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"text_percent": 900}', encoding="utf-8")
    assert settings.load(tmp_path).text_percent == 200
