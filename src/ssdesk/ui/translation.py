"""The window's language: Vietnamese in the source, English read from `resources/i18n`."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from functools import cache

from PySide6.QtCore import QCoreApplication, QEvent, QTranslator

from ssdesk import assets
from ssdesk.settings import UiLanguage

Key = tuple[str, str]


class TsTranslator(QTranslator):
    """Answers from a `.ts` file as translators edit it, so nothing compiled is kept.

    The file also carries Qt's own words, so that its dialogs speak the window's language.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self._texts, self._plurals = read_ts(name)

    def translate(
        self,
        context: str,
        sourceText: str,  # noqa: N803 - signature of Qt
        disambiguation: str | None = None,  # noqa: ARG002 - signature of Qt
        n: int = -1,
    ) -> str:
        key = (context, sourceText)
        if n >= 0 and key in self._plurals:
            forms = self._plurals[key]
            return forms[0] if n == 1 or len(forms) == 1 else forms[1]
        # None is the null text with which Qt goes on to the next translator and to the source.
        return self._texts.get(key)  # type: ignore[return-value]

    def isEmpty(self) -> bool:
        return False


def read_ts(name: str) -> tuple[dict[Key, str], dict[Key, tuple[str, ...]]]:
    """Finished translations of `resources/i18n/<name>.ts`: texts and plural forms."""
    texts: dict[Key, str] = {}
    plurals: dict[Key, tuple[str, ...]] = {}
    # The file is part of the program, no stranger wrote it.
    for context in ET.parse(assets.path(f"i18n/{name}.ts")).getroot().iter("context"):
        room = context.findtext("name") or ""
        for message in context.iter("message"):
            source, found = message.findtext("source") or "", message.find("translation")
            if found is None or found.get("type") in ("unfinished", "vanished", "obsolete"):
                continue
            forms = tuple(form.text or "" for form in found.iter("numerusform"))
            if forms:
                plurals[(room, source)] = forms
            elif found.text:
                texts[(room, source)] = found.text
    return texts, plurals


class _State:
    language = UiLanguage.VI


@cache
def _translators() -> dict[UiLanguage, TsTranslator]:
    return {UiLanguage.EN: TsTranslator("ssdesk_en"), UiLanguage.VI: TsTranslator("qt_vi")}


def current_language() -> UiLanguage:
    """The language the window speaks now."""
    return _State.language


def speak(language: UiLanguage) -> None:
    """Switch the whole program at once: every widget gets Qt's LanguageChange."""
    app = QCoreApplication.instance()
    if app is None:
        return
    for translator in _translators().values():
        app.removeTranslator(translator)
    _State.language = language
    app.installTranslator(_translators()[language])


def is_language_change(event: QEvent) -> bool:
    """Whether an event tells a widget to show its texts anew."""
    return event.type() == QEvent.Type.LanguageChange
