"""Finding people while a name or number is being typed."""

from __future__ import annotations

from dataclasses import dataclass

from ssdesk.domain import names
from ssdesk.domain.person import BirthDate, Sex
from ssdesk.storage.people import birth_date_of
from ssdesk.storage.unit import Reader, Row

_LEAST_DIGITS = 2
_TAIL = 4
# How many times the limit the index is asked for, before those that fit best are put first.
_POOL = 2
_POOL_WITH_MARKS = 4
# With fewer people of a name than this, those are looked at instead of the numbers.
_RARE = 2_000
_NUMBERS = ("personal_id", "insurance_number", "phone")
_PERSON = """
SELECT p.position, p.id, p.full_name, p.birth_date, p.birth_precision, p.sex, p.personal_id,
  p.insurance_number, p.phone, p.address,
  (SELECT e.id FROM roster_entry e WHERE e.person_id = p.id
    ORDER BY e.school_year DESC LIMIT 1) AS entry_id,
  (SELECT c.name FROM roster_entry e JOIN school_class c ON c.id = e.class_id
    WHERE e.person_id = p.id ORDER BY e.school_year DESC LIMIT 1) AS class_name
FROM person p WHERE p.position IN ({marks})
"""


@dataclass(frozen=True, slots=True)
class PersonHit:
    """A person found.

    Args:
        entry_id: the newest line on the roster, None where there is none.
        class_name: class of that line, else empty.
    """

    id: str
    full_name: str
    birth_date: BirthDate | None
    sex: Sex | None
    personal_id: str | None
    insurance_number: str | None
    phone: str
    address: str
    entry_id: str | None
    class_name: str


def find_people(reader: Reader, text: str, limit: int = 50) -> tuple[PersonHit, ...]:
    """People whose name holds the words typed, or whose numbers begin or end with the digits.

    Tone marks and the last word's end may be missing; names that agree with the tone marks
    that were typed come first.
    """
    words, digits = _parts(text)
    if digits:
        positions = _by_digits(reader, digits, words, limit)
    elif words:
        marked = names.search_key(text) != text.casefold()
        pool = _POOL_WITH_MARKS if marked else _POOL
        positions = _by_words(reader, words, limit * pool)
    else:
        return ()
    best = _best(reader, positions, names.heal(text).casefold().split())[:limit]
    marks = ", ".join("?" * len(best))
    rows = {row["position"]: row for row in reader.rows(_PERSON.format(marks=marks), best)}
    return tuple(_hit(rows[position]) for position in best)


def _best(reader: Reader, positions: list[int], typed: list[str]) -> list[int]:
    """The positions, names that agree with the tone marks first, each in Vietnamese order."""
    marks = ", ".join("?" * len(positions))
    rows = reader.rows(
        f"SELECT position, full_name, sort_key FROM person WHERE position IN ({marks})", positions
    )
    rows.sort(key=lambda row: (-_agreement(row, typed), row["sort_key"], row["position"]))
    return [row["position"] for row in rows]


def _parts(text: str) -> tuple[list[str], str]:
    """Words without tone marks, and the digits if there are enough of them."""
    tokens = names.search_key(text).split()
    numbers = [token for token in tokens if token.isdigit()]
    words = [token for token in tokens if not token.isdigit()]
    digits = "".join(numbers)
    return words, digits if len(digits) >= _LEAST_DIGITS else ""


def _by_words(reader: Reader, words: list[str], limit: int) -> list[int]:
    query = _match(reader, words)
    if query is None:
        return []
    rows = reader.rows(
        "SELECT rowid FROM person_search WHERE person_search MATCH ? ORDER BY rowid LIMIT ?",
        (query, limit),
    )
    return [row["rowid"] for row in rows]


def _match(reader: Reader, words: list[str]) -> str | None:
    """The full-text query; None where a word begins no name here.

    FTS5's own prefix search is slow on common names: the words are completed here instead.
    """
    terms = []
    for place, word in enumerate(words):
        known = [] if place == len(words) - 1 else _exact(reader, word)
        known = known or _completed(reader, word)
        if not known:
            return None
        terms.append("(" + " OR ".join(f'"{item}"' for item in known) + ")")
    return " AND ".join(terms)


def _exact(reader: Reader, word: str) -> list[str]:
    rows = reader.rows("SELECT word FROM search_word WHERE word = ?", (word,))
    return [row["word"] for row in rows]


def _completed(reader: Reader, word: str) -> list[str]:
    rows = reader.rows(
        "SELECT word FROM search_word WHERE word >= ? AND word < ?", (word, word + "\U0010ffff")
    )
    return [row["word"] for row in rows]


def _by_digits(reader: Reader, digits: str, words: list[str], limit: int) -> list[int]:
    """Positions by the beginning or end of a number, and by words where some were typed too."""
    if words:
        rare = _by_words(reader, words, _RARE)
        if len(rare) < _RARE:
            return _with_digits(reader, rare, digits)[:limit]
    found: dict[int, None] = {}
    # Common words leave enough of those with the digits: they need not all be looked at.
    named = " AND instr(' ' || search_key, ?) > 0" * len(words)
    for column in _NUMBERS:
        for sql, params in (_tail_query(column, digits), _head_query(column, digits)):
            values: list[str | int] = [*params, *(f" {word}" for word in words), limit]
            rows = reader.rows(f"{sql}{named} LIMIT ?", values)
            found.update((row["position"], None) for row in rows)
            if len(found) >= limit:
                return list(found)[:limit]
    return list(found)


def _with_digits(reader: Reader, positions: list[int], digits: str) -> list[int]:
    marks = ", ".join("?" * len(positions))
    rows = reader.rows(
        f"SELECT position, {', '.join(_NUMBERS)} FROM person WHERE position IN ({marks})", positions
    )
    return [
        row["position"]
        for row in rows
        if any(
            (row[column] or "").startswith(digits) or (row[column] or "").endswith(digits)
            for column in _NUMBERS
        )
    ]


def _given(column: str) -> str:
    return f"{column} <> ''" if column == "phone" else f"{column} IS NOT NULL"


def _tail_query(column: str, digits: str) -> tuple[str, tuple[str, ...]]:
    backwards = " || ".join(f"substr({column}, -{place}, 1)" for place in range(1, _TAIL + 1))
    low = digits[::-1][:_TAIL]
    sql = (
        f"SELECT position FROM person WHERE {_given(column)}"
        f" AND {backwards} >= ? AND {backwards} < ? AND substr({column}, -{len(digits)}) = ?"
    )
    return sql, (low, low + ":", digits)


def _head_query(column: str, digits: str) -> tuple[str, tuple[str, ...]]:
    sql = f"SELECT position FROM person WHERE {_given(column)} AND {column} >= ? AND {column} < ?"
    return sql, (digits, digits + ":")


def _agreement(row: Row, typed: list[str]) -> int:
    """How many typed words stand in the name as they were typed, tone marks included."""
    words = row["full_name"].casefold().split()
    return sum(any(name.startswith(word) for name in words) for word in typed)


def _hit(row: Row) -> PersonHit:
    sex = row["sex"]
    return PersonHit(
        id=row["id"],
        full_name=row["full_name"],
        birth_date=birth_date_of(row),
        sex=Sex(sex) if sex else None,
        personal_id=row["personal_id"],
        insurance_number=row["insurance_number"],
        phone=row["phone"],
        address=row["address"],
        entry_id=row["entry_id"],
        class_name=row["class_name"] or "",
    )
