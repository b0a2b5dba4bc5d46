"""Lists as they were made, and what the office was last told by them and by corrections."""

from __future__ import annotations

import msgspec

from ssdesk.domain.forms import Heading
from ssdesk.domain.submission import ListEntry
from ssdesk.storage import corrections, submissions
from ssdesk.storage.store import Reader
from ssdesk.storage.submissions import Submission


class MadeList(msgspec.Struct, frozen=True):
    """A list as the store keeps it."""

    heading: Heading
    entries: tuple[ListEntry, ...]


def freeze(heading: Heading, entries: tuple[ListEntry, ...]) -> str:
    """A list as the store keeps it, in text."""
    return msgspec.json.encode(MadeList(heading, entries)).decode()


def made_list(item: Submission) -> MadeList:
    """A list as it was made."""
    return msgspec.json.decode(item.data, type=MadeList)


def entries_of_list(item: Submission) -> tuple[ListEntry, ...]:
    """The people of a list as it was made, in its order."""
    return made_list(item).entries


def last_told(reader: Reader) -> dict[str, ListEntry]:
    """What the newest list said of each person."""
    owners = submissions.people_of_enrolments(reader)
    said: dict[str, ListEntry] = {}
    for item in submissions.every(reader):
        for entry in entries_of_list(item):
            person_id = owners.get(entry.enrolment_id)
            # Only its hospital was told there, and that is kept as a correction.
            if person_id is not None and not entry.moved:
                said.setdefault(person_id, entry)
    return said


def filed(reader: Reader) -> dict[tuple[str, str], str]:
    """The newest value filed for a person's field."""
    return {
        (each.person_id, each.field): each.new_value
        for each in corrections.every(reader)
        if not each.withdrawn
    }
