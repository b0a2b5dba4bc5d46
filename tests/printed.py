"""Papers read back: their words page by page, and whether anything is clipped or overprinted."""

from __future__ import annotations

import os
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

Box = tuple[float, float, float, float]
# Letters such as Ỹ and g reach into the line above and below.
_TOUCH = 1.2


def pages(pdf: bytes) -> list[str]:
    """The words of each page, their spaces made one."""
    folder = os.environ.get("SSDESK_PICTURES")
    if folder:
        _picture(pdf, Path(folder))
    with pypdfium2.PdfDocument(pdf) as document:
        found = [page.get_textpage().get_text_range() for page in document]
    return [" ".join(text.split()) for text in found]


def words(pdf: bytes) -> str:
    """All words of a paper."""
    return " ".join(pages(pdf))


def untidy(pdf: bytes, margin: float = 20.0) -> list[str]:
    """Texts that leave the page's margins or lie over each other, named by page and word."""
    found = []
    with pypdfium2.PdfDocument(pdf) as document:
        for number, page in enumerate(document, start=1):
            wide, high = page.get_size()
            boxes = _boxes(page)
            for box, text in boxes:
                left, low, right, top = box
                if left < margin or right > wide - margin or low < 5 or top > high - 5:
                    found.append(f"{number}: outside: {text}")
            found += [f"{number}: {a} over {b}" for a, b in _overprinted(boxes)]
    return found


def _boxes(page: pypdfium2.PdfPage) -> list[tuple[Box, str]]:
    reader = page.get_textpage()
    texts = page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], max_depth=1)
    boxes = (item.get_bounds() for item in texts)
    return [
        (box, reader.get_text_bounded(*box).strip()) for box in boxes if box[2] - box[0] > _TOUCH
    ]


def _overprinted(boxes: list[tuple[Box, str]]) -> list[tuple[str, str]]:
    found = []
    rows = sorted(boxes, key=lambda item: -item[0][3])
    for place, (box, text) in enumerate(rows):
        for other, said in rows[place + 1 :]:
            if other[3] < box[1] + _TOUCH:
                break
            across = min(box[2], other[2]) - max(box[0], other[0])
            down = min(box[3], other[3]) - max(box[1], other[1])
            if across > _TOUCH and down > (box[3] - box[1]) * 0.4:
                found.append((text, said))
    return found


def _picture(pdf: bytes, folder: Path) -> None:
    with pypdfium2.PdfDocument(pdf) as document:
        title = document.get_metadata_value("Title") or "paper"
        for number, page in enumerate(document, start=1):
            picture = page.render(scale=100 / 72).to_pil()
            picture.save(folder / f"{title[:60].replace('/', '-')}-{number}.png")
