"""Papers that go along with corrections, noted before the declaration is printed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ssdesk.domain.names import clean_text
from ssdesk.domain.roles import Act
from ssdesk.services.changes import Changes, Kind
from ssdesk.services.context import Context
from ssdesk.storage import drafts
from ssdesk.storage.store import Reader, Unit

_CHANGED = Changes(frozenset({Kind.SUBMISSION}))
# Until it is filed a correction is derived, not stored: what was noted waits as a draft.
_PLACE = ("declarations", "evidence")


@dataclass(frozen=True, slots=True)
class EvidenceNoted:
    """For how many people it was noted."""

    people: int
    changes: Changes = field(default=_CHANGED)


def noted(reader: Reader) -> Mapping[str, str]:
    """What was noted so far, by person."""
    found = drafts.read_draft(reader, *_PLACE)
    return found[0] if found else {}


def note_evidence(ctx: Context, person_ids: Iterable[str], text: str) -> EvidenceNoted:
    """Notes the papers of people whose corrections are not filed yet; empty forgets them.

    Raises:
        UserError: NOT_ALLOWED.
    """
    people = tuple(person_ids)
    with ctx.write(Act.MAKE_LISTS) as unit:
        _keep(unit, {**noted(unit), **dict.fromkeys(people, clean_text(text))})
    return EvidenceNoted(len(people))


def forget(unit: Unit, person_ids: Iterable[str]) -> None:
    """Their corrections are filed and carry the evidence themselves."""
    gone = set(person_ids)
    _keep(unit, {key: text for key, text in noted(unit).items() if key not in gone})


def _keep(unit: Unit, said: Mapping[str, str]) -> None:
    filled = {key: text for key, text in said.items() if text}
    if filled:
        drafts.write_draft(unit, _PLACE, filled, unit.at)
    else:
        drafts.delete_draft(unit, *_PLACE)
