"""The sheet that opens a desk whose password is forgotten."""

from __future__ import annotations

import io
import os
from datetime import date
from pathlib import Path

import pypdfium2
from pypdf import PdfReader

from ssdesk.documents.recovery_sheet import RecoveryData, draw

DATA = RecoveryData(
    "Trường THPT Chu Văn An", "van.thu", "ABCD-EFGH-JKMN-PQRT-VWXY-2345", date(2026, 9, 5)
)


def test_says_code_school_and_steps_on_one_page_with_embedded_fonts() -> None:
    pdf = draw(DATA)
    assert pdf == draw(DATA)
    reader = PdfReader(io.BytesIO(pdf))
    assert len(reader.pages) == 1
    words = reader.pages[0].extract_text()
    for part in (DATA.code, DATA.school, "05/09/2026", "Quên mật khẩu", "Mất máy"):
        assert part in words
    assert b"Helvetica" not in pdf
    folder = os.environ.get("SSDESK_PICTURES")
    if folder:
        page = pypdfium2.PdfDocument(pdf)[0].render(scale=1.2)
        page.to_pil().save(Path(folder) / "recovery_sheet.png")
