"""The newest card of each pupil of a year, and in whose hands it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ssdesk.domain.groups import PUPIL
from ssdesk.domain.person import BirthDate
from ssdesk.storage.cards import Card, card_of
from ssdesk.storage.people import birth_date_of
from ssdesk.storage.store import Reader, Row


@dataclass(frozen=True, slots=True)
class Handed:
    """When a card was given to whom."""

    on: date
    to: str


@dataclass(frozen=True, slots=True)
class PupilCard:
    """A pupil with the card that ends last.

    Args:
        card: None where the desk knows of none.
        paper: this card was asked for on paper while signing up.
        to_teacher, to_pupil: who got it, None while nobody did.
        before_to: last day of the card before this one, None for none.
    """

    entry_id: str
    person_id: str
    class_id: str
    class_name: str
    teacher: str
    full_name: str
    sort_key: str
    birth_date: BirthDate | None
    phone: str
    card: Card | None
    paper: bool
    to_teacher: Handed | None
    to_pupil: Handed | None
    before_to: date | None = None

    def follows(self, today: date) -> bool:
        """Whether the card begins on a day to come."""
        starts_on = self.card.valid_from if self.card else None
        return starts_on is not None and starts_on > today

    @property
    def of_other_group(self) -> bool:
        """Whether the letters of the card are another group's."""
        return self.card is not None and self.card.group_code not in {"", PUPIL}


_CARDS = """
SELECT e.id AS entry_id, e.person_id AS holder, e.class_id, c.name AS class_name,
       c.homeroom_teacher, p.full_name, p.sort_key, p.birth_date, p.birth_precision, p.phone,
       k.id, k.person_id, k.number, k.group_code, k.valid_from, k.valid_to, k.source,
       EXISTS (SELECT 1 FROM enrolment n WHERE n.roster_entry_id = e.id AND n.paper_card = 1
               AND n.state <> 'ended' AND n.ends_on <= k.valid_to) AS paper,
       (SELECT max(y.valid_to) FROM card y WHERE y.person_id = e.person_id AND y.id <> k.id
         AND y.valid_to < k.valid_to) AS before_to,
       t.handed_on AS teacher_on, t.handed_to AS teacher_to,
       u.handed_on AS pupil_on, u.handed_to AS pupil_to
FROM roster_entry e
JOIN school_class c ON c.id = e.class_id
JOIN person p ON p.id = e.person_id
LEFT JOIN card k ON k.id = (
  SELECT x.id FROM card x WHERE x.person_id = e.person_id ORDER BY x.valid_to DESC, x.id DESC
  LIMIT 1)
LEFT JOIN card_handout t ON t.card_id = k.id AND t.stage = 'teacher' AND t.withdrawn_at IS NULL
LEFT JOIN card_handout u ON u.card_id = k.id AND u.stage = 'pupil' AND u.withdrawn_at IS NULL
WHERE e.school_year = ? AND e.left_on IS NULL
ORDER BY c.sort_key, p.sort_key, e.id
"""


_PAPER_HELD = """
SELECT DISTINCT e.id FROM enrolment n
JOIN roster_entry e ON e.id = n.roster_entry_id
JOIN card k ON k.id = (
  SELECT x.id FROM card x WHERE x.person_id = e.person_id ORDER BY x.valid_to DESC, x.id DESC
  LIMIT 1)
WHERE n.paper_card = 1 AND n.state <> 'ended' AND n.ends_on <= k.valid_to
  AND e.school_year = ? AND e.left_on IS NULL
  AND NOT EXISTS (SELECT 1 FROM card_handout h WHERE h.card_id = k.id AND h.stage = 'pupil'
                  AND h.withdrawn_at IS NULL)
ORDER BY e.id
"""


def paper_held(reader: Reader, school_year: str) -> tuple[str, ...]:
    """Lines of the roster whose card on paper has come and is not in the pupil's hands yet."""
    return tuple(row["id"] for row in reader.rows(_PAPER_HELD, (school_year,)))


def of_year(reader: Reader, school_year: str) -> tuple[PupilCard, ...]:
    """Everybody on the roster of a school year, by class and given name."""
    return tuple(_pupil(row) for row in reader.rows(_CARDS, (school_year,)))


def _pupil(row: Row) -> PupilCard:
    return PupilCard(
        entry_id=row["entry_id"],
        person_id=row["holder"],
        class_id=row["class_id"],
        class_name=row["class_name"],
        teacher=row["homeroom_teacher"],
        full_name=row["full_name"],
        sort_key=row["sort_key"],
        birth_date=birth_date_of(row),
        phone=row["phone"],
        card=card_of(row) if row["id"] else None,
        paper=bool(row["paper"]),
        to_teacher=_handed(row["teacher_on"], row["teacher_to"]),
        to_pupil=_handed(row["pupil_on"], row["pupil_to"]),
        before_to=date.fromisoformat(row["before_to"]) if row["before_to"] else None,
    )


def _handed(on: str | None, to: str | None) -> Handed | None:
    return Handed(date.fromisoformat(on), to or "") if on else None
