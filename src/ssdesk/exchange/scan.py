"""QR codes of citizen and health cards, as a keyboard-wedge scanner types them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

from ssdesk.domain.dates import parse_date
from ssdesk.domain.identifiers import check_personal_id, sex_of
from ssdesk.domain.names import clean_name, clean_text, search_key
from ssdesk.domain.person import BirthDate, Sex, parse_birth_date, parse_sex
from ssdesk.domain.problems import Problem
from ssdesk.domain.scanned import CardKind, ScannedCard
from ssdesk.errors import UserError
from ssdesk.exchange.typed_keys import pressed_keys

MOST_CHARACTERS = 4000
_CITIZEN_FIELDS = 7
_OLD_HEALTH_FIELDS, _NEW_HEALTH_FIELDS = 9, 16
_HEALTH_FIELDS_WITHOUT_END = {15: 14, 10: 16, 12: 16}
_END = "$"
_SCANNER_PREFIX = re.compile(r"^\][A-Za-z]\d")
_OTHER_SEPARATORS = ("\\", "¦", "~", "¬", "}", "\t", ";", "°", "§")
_PERSONAL_ID = re.compile(r"\d{12}", re.ASCII)
_OLD_CARD = re.compile(r"[A-Z]{2}[1-5]\d{12}", re.ASCII)
_INSURANCE_NUMBER = re.compile(r"\d{10}", re.ASCII)
_NUMBER_ALONE = re.compile(r"(?:[A-Z]{2})?\d{1,15}", re.ASCII)
_TWO_CARDS = re.compile(r"\d{8}(?:\d{10}|\d{12}|[A-Z]{2}\d{13})", re.ASCII)
_DAY = re.compile(r"\d{8}", re.ASCII)
_LINE_END = re.compile(r"[\r\n]+")
_LOST = re.compile(r"[?\ufffd\u25a1]")
# Telex keys that no Vietnamese syllable ends in, and doubled letters that it would join.
_TYPED = re.compile(r"(?:aa|ee|oo|dd|aw|ow|uw)|[aeiouy]\w*[sfrxjwz]\b", re.IGNORECASE)
_MARKS = frozenset("\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323")
_VOWEL = re.compile(r"[aeiouy]")


@dataclass(slots=True)
class _Reading:
    """Fields of one card, with what turned out doubtful."""

    fields: Sequence[str]
    doubtful: list[str] = field(default_factory=list)

    def text(self, place: int) -> str:
        """A field without the mark that says it is empty."""
        value = self.fields[place] if place < len(self.fields) else ""
        value = clean_text(_put_encoding_right(value))
        return "" if value == "-" else value

    def doubt(self, name: str) -> None:
        if name not in self.doubtful:
            self.doubtful.append(name)

    def plain(self, name: str, place: int, accepts: Callable[[str], bool]) -> str:
        """A field of plain letters and digits, its keys found again where need be."""
        value = self.text(place)
        if value.isascii():
            return value
        found = {keys for keys in pressed_keys(value) if accepts(keys)}
        self.doubt(name)
        return found.pop() if len(found) == 1 else ""

    def hexadecimal(self, name: str, place: int) -> str:
        """A field of UTF-8 in hex; empty and doubtful where it is damaged."""
        value = self.plain(name, place, lambda keys: _is_vietnamese(_from_hex(keys)))
        text = _from_hex(value)
        if not text and self.text(place):
            self.doubt(name)
        return clean_text(text)

    def day(self, name: str, place: int) -> date | None:
        value = self.text(place)
        if not value:
            return None
        day = parse_date(value)
        if isinstance(day, Problem):
            self.doubt(name)
            return None
        return day

    def birth_date(self, place: int) -> BirthDate | None:
        born = parse_birth_date(self.text(place))
        if isinstance(born, Problem):
            self.doubt("birth_date")
            return None
        return born

    def name(self, text: str) -> str:
        """A name as typed, doubtful where letters may be lost or still be keys."""
        name = clean_name(text)
        words = search_key(name).split()
        unheard = any(len(word) > 1 and not _VOWEL.search(word) for word in words)
        if not words or unheard or _LOST.search(name) or _TYPED.search(name):
            self.doubt("full_name")
        return name


def _from_hex(value: str) -> str:
    try:
        text = bytes.fromhex(value).decode("utf-8")
    except ValueError:
        return ""
    return text if text.isprintable() else ""


def _is_vietnamese(text: str) -> bool:
    """Whether the text is written in the letters of Vietnamese and plain signs alone."""
    parts = unicodedata.normalize("NFD", text).replace("đ", "d").replace("Đ", "D")
    return bool(text) and all(part.isascii() or part in _MARKS for part in parts)


def _western_byte(character: str) -> bytes:
    try:
        return character.encode("cp1252")
    except UnicodeEncodeError:
        return character.encode("latin-1")


def _put_encoding_right(text: str) -> str:
    """UTF-8 that was typed byte by byte as Western letters, read again as UTF-8."""
    try:
        return b"".join(map(_western_byte, text)).decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return text


def _case_is_swapped(name: str) -> bool:
    """Whether a name was typed with Caps Lock on: `nGUYỄN vĂN aN`."""
    words = name.split()
    return any(len(word) > 1 for word in words) and all(
        word[0].islower() and word[1:] == word[1:].upper() for word in words
    )


def _one_payload(payload: str) -> str:
    if len(payload) > MOST_CHARACTERS:
        raise UserError("SCAN_TOO_LONG", limit=MOST_CHARACTERS)
    lines = {
        _SCANNER_PREFIX.sub("", line.strip("\ufeff\x00 ")) for line in _LINE_END.split(payload)
    }
    lines = {_once(line) for line in lines if line}
    if not lines:
        raise UserError("SCAN_EMPTY")
    if len(lines) > 1:
        raise UserError("SCAN_SEVERAL", cards=len(lines))
    return lines.pop()


def _once(line: str) -> str:
    """A code that the scanner typed twice without a pause, once."""
    first, second = line[: len(line) // 2], line[len(line) // 2 :]
    return first if first == second and "|" in first else line


def _split(payload: str) -> list[str]:
    if "|" in payload:
        return payload.split("|")
    for separator in _OTHER_SEPARATORS:
        if payload.count(separator) >= _CITIZEN_FIELDS - 1:
            return payload.split(separator)
    return [payload]


def _citizen_card(fields: list[str]) -> ScannedCard:
    reading = _Reading(fields)
    whole = len(fields) > _CITIZEN_FIELDS or (
        len(fields) == _CITIZEN_FIELDS and _DAY.fullmatch(clean_text(fields[6]))
    )
    if not whole:
        raise UserError("SCAN_CUT", fields=len(fields), wanted=_CITIZEN_FIELDS)
    if _TWO_CARDS.fullmatch(fields[_CITIZEN_FIELDS - 1]):
        raise UserError("SCAN_SEVERAL", cards=2)
    number = reading.text(0)
    swapped = _case_is_swapped(reading.text(2))
    name = reading.name(reading.text(2).swapcase() if swapped else reading.text(2))
    born = reading.birth_date(3)
    sex = parse_sex(reading.text(4))
    if isinstance(sex, Problem):
        # The number says it too, but a person should look.
        reading.doubt("sex")
        sex = sex_of(number)
    address = reading.text(5)
    if _LOST.search(address):
        reading.doubt("address")
    return ScannedCard(
        CardKind.CITIZEN_CARD,
        full_name=name,
        birth_date=born,
        sex=sex,
        personal_id=number,
        old_number=reading.text(1) or None,
        address=address.swapcase() if swapped else address,
        issued_on=reading.day("issued_on", 6),
        doubtful=tuple(reading.doubtful),
        problems=check_personal_id(number, born, sex),
    )


def _health_sex(reading: _Reading) -> Sex | None:
    sex = {"1": Sex.MALE, "2": Sex.FEMALE}.get(reading.text(3))
    if sex is None:
        reading.doubt("sex")
    return sex


def _hospital(reading: _Reading) -> str:
    code = reading.plain("registered_hospital", 5, str.isascii)
    return "".join(code.upper().replace("-", " ").split())


def _health_card(number: str, reading: _Reading) -> ScannedCard:
    old = len(number) == 15
    wanted = _OLD_HEALTH_FIELDS if old else _NEW_HEALTH_FIELDS
    if not reading.text(len(reading.fields) - 1).endswith(_END):
        wanted = _HEALTH_FIELDS_WITHOUT_END[len(number)]
    if len(reading.fields) < wanted:
        raise UserError("SCAN_CUT", fields=len(reading.fields), wanted=wanted)
    name = reading.name(reading.hexadecimal("full_name", 1))
    born = reading.birth_date(2)
    sex = _health_sex(reading)
    personal_id = number if len(number) == 12 else None
    return ScannedCard(
        CardKind.HEALTH_CARD,
        full_name=name,
        birth_date=born,
        sex=sex,
        personal_id=personal_id,
        card_number=number,
        insurance_number=None if personal_id else number[-10:],
        benefit_level=number[2] if old else reading.text(11),
        address=reading.hexadecimal("address", 4),
        parent_name=clean_name(reading.hexadecimal("parent_name", 10)),
        registered_hospital=_hospital(reading),
        issued_on=reading.day("issued_on", 8),
        valid_from=reading.day("valid_from", 6),
        valid_to=reading.day("valid_to", 7),
        five_years_from=reading.day("five_years_from", 12),
        doubtful=tuple(reading.doubtful),
        problems=check_personal_id(personal_id, born, sex) if personal_id else (),
    )


def _first_number(reading: _Reading) -> str:
    def is_number(keys: str) -> bool:
        return bool(_OLD_CARD.fullmatch(keys.upper())) or _PERSONAL_ID.fullmatch(keys) is not None

    return reading.plain("card_number", 0, is_number).upper()


def read_card(payload: str) -> ScannedCard:
    """What a scan says, from whichever card it came.

    Damage by the scanner's keyboard is undone where the result is certain; a field that had to
    be recovered or could not be is named in `doubtful`.

    Raises:
        UserError: nothing scanned, several cards in one field, cut short, or no known card.
    """
    fields = _split(_one_payload(payload))
    reading = _Reading(fields)
    number = _first_number(reading)
    if len(fields) == 1 and _NUMBER_ALONE.fullmatch(number):
        raise UserError("SCAN_CUT", fields=1, wanted=_CITIZEN_FIELDS)
    if _PERSONAL_ID.fullmatch(number) and not _looks_like_health_card(reading):
        return _citizen_card(fields)
    if any(form.fullmatch(number) for form in (_OLD_CARD, _INSURANCE_NUMBER, _PERSONAL_ID)):
        return _health_card(number, reading)
    raise UserError("SCAN_UNKNOWN", value=clean_text(payload)[:30])


def _looks_like_health_card(reading: _Reading) -> bool:
    """A health card numbered by the personal id: its third field is a date with slashes."""
    return "/" in reading.text(2)
