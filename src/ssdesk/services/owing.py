"""Who is meant by a name, class or number that somebody typed in a hurry, among those who owe."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ssdesk.domain.money import parse_dong
from ssdesk.domain.names import search_key
from ssdesk.services.collecting import CollectRow

_SEPARATORS = str.maketrans(";,", "++")
_LEAST_AMOUNT = 1_000


@dataclass(frozen=True, slots=True)
class Share:
    """One pupil's part of money that came in for several, dong."""

    row: CollectRow
    amount: int


@dataclass(frozen=True, slots=True)
class Unclear:
    """A part of what was typed that does not mean exactly one pupil."""

    typed: str
    matches: tuple[CollectRow, ...]


def owing_like(rows: Sequence[CollectRow], typed: str) -> tuple[CollectRow, ...]:
    """Pupils who owe and whose name and class hold the words, or whose id ends in the digits."""
    wanted = search_key(typed)
    owing = [row for row in rows if row.owes]
    if not wanted:
        return ()
    if wanted.isdigit():
        return tuple(row for row in owing if (row.pupil.personal_id or "").endswith(wanted))
    words = wanted.split()
    found = tuple(row for row in owing if all(word in _words(row) for word in words))
    whole = tuple(row for row in found if wanted in (row.pupil.search_key, _words(row)))
    return whole if len(whole) == 1 else found


def _words(row: CollectRow) -> str:
    return f"{row.pupil.search_key} {search_key(row.pupil.class_name)}"


def shares_of(rows: Sequence[CollectRow], typed: str, amount: int) -> tuple[Share, ...] | Unclear:
    """How money is shared by what was typed: `anh 10a1 + bao 10a2 500.000`.

    A pupil without an amount takes what they owe, the last one no more than what is left.

    Args:
        rows: everybody of the round.
        typed: pupils, with `+`, `;` or `,` between them.
        amount: of the whole line, dong.
    """
    shares: list[Share] = []
    left = amount
    for part in typed.translate(_SEPARATORS).split("+"):
        if not part.strip():
            continue
        words, own = _amount_in(part)
        taken = {share.row.pupil.entry_id for share in shares}
        matches = tuple(row for row in owing_like(rows, words) if row.pupil.entry_id not in taken)
        if len(matches) != 1:
            return Unclear(words, matches)
        given = min(matches[0].owes, left) if own is None else own
        shares.append(Share(matches[0], given))
        left -= given
    return tuple(shares)


def _amount_in(part: str) -> tuple[str, int | None]:
    """The words without the amount behind them, and that amount where there is one."""
    words = part.split()
    last = parse_dong(words[-1]) if len(words) > 1 else None
    if isinstance(last, int) and last >= _LEAST_AMOUNT:
        return " ".join(words[:-1]), last
    return " ".join(words), None
