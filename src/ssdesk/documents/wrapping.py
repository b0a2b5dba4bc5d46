"""Texts broken into lines that fit a column."""

from __future__ import annotations

from reportlab.pdfbase.pdfmetrics import stringWidth


class Wrapper:
    """Breaks texts into lines that fit."""

    def __init__(self, font: str, size: float) -> None:
        self.font, self.size = font, size
        self._digit = float(stringWidth("0", font, size))

    def lines(self, text: str, room: float) -> tuple[str, ...]:
        """The lines of a text; only a word wider than the room is broken inside."""
        if "\n" not in text and self.wide(text) <= room:
            return (text,)
        lines: list[str] = []
        for paragraph in text.split("\n"):
            line = ""
            for word in paragraph.split(" "):
                longer = f"{line} {word}" if line else word
                if self.wide(longer) <= room:
                    line = longer
                    continue
                if line:
                    lines.append(line)
                *whole, line = self._pieces(word, room)
                lines += whole
            lines.append(line)
        return tuple(lines)

    def _pieces(self, word: str, room: float) -> list[str]:
        pieces = [""]
        for letter in word:
            if pieces[-1] and self.wide(pieces[-1] + letter) > room:
                # A word made of several by strokes is best broken after one of them.
                kept, stroke, rest = pieces[-1].rpartition("/")
                pieces[-1:] = [kept + stroke, rest] if kept else [pieces[-1], ""]
            pieces[-1] += letter
        return pieces

    def wide(self, text: str) -> float:
        """Points that a text takes on one line."""
        if text.isdecimal() and text.isascii():
            return len(text) * self._digit
        return float(stringWidth(text, self.font, self.size))
