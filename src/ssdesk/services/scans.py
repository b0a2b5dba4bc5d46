"""Cards read by a scanner into any field."""

from __future__ import annotations

from collections.abc import Iterable

from ssdesk.domain.scanned import ScannedCard
from ssdesk.exchange.scan import read_card
from ssdesk.services.pupils import PupilRow


def read(payload: str) -> ScannedCard:
    """What a scan says; raises UserError for a cut, empty or unknown one."""
    return read_card(payload)


def pupil_of(card: ScannedCard, rows: Iterable[PupilRow]) -> PupilRow | None:
    """Whose card it is, by a number; None: nobody's here."""
    numbers = {card.personal_id, card.insurance_number} - {None}
    return next(
        (row for row in rows if {row.personal_id, row.insurance_number} & numbers),
        None,
    )
