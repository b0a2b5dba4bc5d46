"""The fonts that papers are printed in, each embedded as far as it is used."""

from __future__ import annotations

from functools import cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from ssdesk import assets

SERIF = "LiberationSerif-Regular"
SERIF_BOLD = "LiberationSerif-Bold"
SERIF_ITALIC = "LiberationSerif-Italic"
SERIF_BOLD_ITALIC = "LiberationSerif-BoldItalic"
SANS = "BeVietnamPro-Regular"
SANS_BOLD = "BeVietnamPro-Bold"

_FACES = (SERIF, SERIF_BOLD, SERIF_ITALIC, SERIF_BOLD_ITALIC, SANS, SANS_BOLD)


@cache
def register_fonts() -> None:
    """Make the faces known to ReportLab under the names above; asked twice it does nothing."""
    for face in _FACES:
        pdfmetrics.registerFont(TTFont(face, str(assets.path(f"fonts/{face}.ttf"))))
