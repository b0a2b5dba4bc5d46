"""Three pupils with everything a list asks of them, all paid."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ssdesk.domain.person import BirthDate, Sex
from ssdesk.services import pupils
from ssdesk.services.context import Context
from ssdesk.services.pupils import SavePupil
from tests.services.collecting import YEAR, Desk, collecting

NAMES = ("Vi Thị Ánh", "Nông Văn Bảo", "Hoàng Chi")


def listed_school(ctx: Context) -> Desk:
    """Two pupils of 10A1 and one of 11A1 who can be listed."""
    school = collecting(ctx, NAMES[:2], NAMES[2:])
    for place, entry_id in enumerate(school.entries):
        facts = replace(
            pupils.facts_of(pupils.get_pupil(ctx, entry_id)),
            birth_date=BirthDate(date(2010, 9, 15)),
            sex=Sex.FEMALE,
            personal_id=f"02031000000{place}",
        )
        pupils.save_pupils(ctx, YEAR, (SavePupil(facts, entry_id=entry_id),))
        school.pay(place)
    return school
