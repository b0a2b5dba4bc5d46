"""Two entries that may be one human being, and what speaks for it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Evidence(Enum):
    """What two entries have in common, the strongest first."""

    SAME_PERSONAL_ID = "same_personal_id"
    SAME_INSURANCE_NUMBER = "same_insurance_number"
    SAME_NAME_AND_BIRTH = "same_name_and_birth"
    PERSONAL_ID_ONE_OFF = "personal_id_one_off"
    BIRTH_ALIKE = "birth_alike"
    NAME_ALIKE = "name_alike"


@dataclass(frozen=True, slots=True)
class Entry:
    """A person as one list has them.

    Args:
        id: of the line in its list.
        name_key: without tone marks, lower case.
        born: ISO, whole; empty where it is not known to the day.
    """

    id: str
    name_key: str
    born: str
    personal_id: str
    insurance_number: str


@dataclass(frozen=True, slots=True)
class Alike:
    """A pair that a person should look at; never merged by itself."""

    one: str
    other: str
    evidence: tuple[Evidence, ...]

    @property
    def strongest(self) -> Evidence:
        """What speaks most for it."""
        return self.evidence[0]
