"""Making a bundle: everything that the addressee does not know yet, and the lists not yet sent."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from io import BytesIO

from ssdesk.documents.official_list import official_list_pdf
from ssdesk.domain.bundle import Party, Purpose, Totals, Version
from ssdesk.domain.forms import FilledForm
from ssdesk.domain.records import ListLineRecord, ListRecord, Record, Sent
from ssdesk.domain.roles import Act
from ssdesk.domain.submission import ListEntry
from ssdesk.errors import UserError
from ssdesk.exchange.bundle.bundle import seal_bundle
from ssdesk.exchange.bundle.parts import content_of, totals_of
from ssdesk.exchange.forms.official import write_form
from ssdesk.services import submissions as lists
from ssdesk.services.bundles.carrying import CarriedList, waiting_lists
from ssdesk.services.bundles.desk_cards import own_keys
from ssdesk.services.bundles.sending import (
    BundleRow,
    find_peer,
    head_of,
    keep,
    next_place,
    row_of,
)
from ssdesk.services.changes import Changes, Kind
from ssdesk.services.context import Context
from ssdesk.storage import outbox, roster, submissions
from ssdesk.storage.peers import Peer
from ssdesk.storage.queries.outgoing import Outgoing, outgoing
from ssdesk.storage.store import Reader

_CHANGED = Changes(frozenset({Kind.BUNDLE, Kind.SUBMISSION}))
_WITHDRAWN = ""


@dataclass(frozen=True, slots=True)
class BundlePreview:
    """What the next bundle would hold.

    Args:
        totals: the control totals; their money is that of the receipts told of for the first time.
        withdrawn: records that the addressee knows and that are gone here.
        lists: official lists that go along.
        older: lists of earlier school years that wait and do not go along.
    """

    addressee: Party
    totals: Totals
    records: int
    withdrawn: int
    lists: tuple[CarriedList, ...]
    older: tuple[CarriedList, ...]

    @property
    def listed(self) -> int:
        """The money of the lists that go along, in dong."""
        return sum(each.amount for each in self.lists)


@dataclass(frozen=True, slots=True)
class MakeBundle:
    """Make the next bundle.

    Args:
        addressee: desk id or unit code; empty where only one office was accepted.
        school_year: empty for the newest that has a roster.
        whole: tell the addressee everything again.
        older: also carry lists of earlier school years that were not sent yet.
    """

    addressee: str = ""
    school_year: str = ""
    whole: bool = False
    older: bool = False


@dataclass(frozen=True, slots=True)
class BundleMade:
    """The bundle as sent; `write_bundle` puts its file on a stick, as often as wanted."""

    bundle: BundleRow
    changes: Changes = field(default=_CHANGED)


@dataclass(frozen=True, slots=True)
class _Draft:
    peer: Peer
    school_year: str
    records: tuple[Sent, ...]
    hashes: tuple[tuple[str, str, str], ...]
    lists: tuple[CarriedList, ...]
    older: tuple[CarriedList, ...]
    supersedes: tuple[str, ...]
    whole: bool


def preview_bundle(ctx: Context, command: MakeBundle) -> BundlePreview:
    """What the next bundle would hold; nothing is stored.

    Raises:
        UserError: as `make_bundle`.
    """
    draft = _draft(ctx.store.reader, command)
    withdrawn = sum(each.record is None for each in draft.records)
    return BundlePreview(
        draft.peer.card.party,
        totals_of(draft.records),
        len(draft.records),
        withdrawn,
        draft.lists,
        draft.older,
    )


def make_bundle(ctx: Context, command: MakeBundle) -> BundleMade:
    """Makes and keeps the next bundle.

    Raises:
        UserError: NOT_ALLOWED, PEER_NONE, PEER_SEVERAL, PEER_UNKNOWN, PEER_REVOKED,
            DESK_CODE_MISSING, DESK_NAME_MISSING, SCHOOL_YEAR_UNKNOWN, BUNDLE_NOTHING_NEW,
            BUNDLE_ONLY_OLDER.
    """
    keys = own_keys(ctx)[0]
    with ctx.write(Act.MAKE_LISTS) as unit:
        draft = _draft(unit, command)
        if not draft.records:
            raise nothing_new(draft.peer.card.party.name, draft.older)
        party = draft.peer.card.party
        head = head_of(ctx, unit, Purpose.SUBMISSION, party, draft.school_year)
        head = replace(head, supersedes=draft.supersedes, whole=draft.whole)
        carried = tuple(each.id for each in draft.lists)
        documents = _documents(ctx, carried)
        sealed = seal_bundle(head, draft.records, documents, keys, draft.peer.card.seal_key)
        sent = keep(ctx, unit, sealed, carried)
        outbox.note_told(unit, sent.addressee, draft.hashes)
    listed = sum(each.amount for each in draft.lists)
    return BundleMade(row_of(sent, len(carried), listed))


def nothing_new(addressee: str, older: Sequence[CarriedList]) -> UserError:
    """Why no bundle is made; lists of earlier years that could go along are named."""
    if not older:
        return UserError("BUNDLE_NOTHING_NEW", name=addressee)
    years = ", ".join(sorted({each.school_year for each in older}))
    return UserError("BUNDLE_ONLY_OLDER", name=addressee, count=len(older), years=years)


def _draft(reader: Reader, command: MakeBundle) -> _Draft:
    peer = find_peer(reader, command.addressee)
    addressee = peer.card.party.desk_id
    year = command.school_year or roster.newest_school_year(reader)
    if year is None or year not in roster.school_years(reader):
        known = ", ".join(roster.school_years(reader)) or "–"
        raise UserError("SCHOOL_YEAR_UNKNOWN", year=command.school_year, known=known)
    place, _ = next_place(reader, addressee)
    # A restored store cannot know what left after its backup: it tells everything again.
    again = command.whole or place.sequence == 1
    told = {} if again else outbox.told(reader, addressee)
    waiting = waiting_lists(reader, addressee, year)
    carried = (*waiting.older, *waiting.of_year) if command.older else waiting.of_year
    list_ids = tuple(each.id for each in carried)
    items = [*outgoing(reader, year), *_listed(reader, list_ids)]
    records, hashes = _news(items, told, place)
    for kind, record_id in outbox.gone(reader, addressee):
        records.append(Sent(kind, record_id, place, None))
        hashes.append((kind, record_id, _WITHDRAWN))
    return _Draft(
        peer,
        year,
        tuple(records),
        tuple(hashes),
        carried,
        () if command.older else waiting.older,
        submissions.lists_replaced_by(reader, list_ids),
        again,
    )


def _news(
    items: list[Outgoing], known: dict[tuple[str, str], str], place: Version
) -> tuple[list[Sent], list[tuple[str, str, str]]]:
    records, hashes = [], []
    for item in items:
        digest = hashlib.sha256(content_of(item.record).encode()).hexdigest()
        if known.get((item.kind, item.id)) != digest:
            records.append(Sent(item.kind, item.id, place, item.record))
            hashes.append((item.kind, item.id, digest))
    return records, hashes


def _listed(reader: Reader, submission_ids: tuple[str, ...]) -> list[Outgoing]:
    items = []
    for each in submission_ids:
        item = submissions.get(reader, each)
        assert item is not None
        head: Record = ListRecord(
            item.form, item.number, item.list_date, item.people, item.own_share, item.complete
        )
        items.append(Outgoing("list", each, head))
        for position, entry in enumerate(lists.entries_of_list(item), start=1):
            line = _line(each, position, entry)
            items.append(Outgoing("list_line", f"{each}:{position}", line))
    return items


def _line(list_id: str, position: int, entry: ListEntry) -> ListLineRecord:
    return ListLineRecord(
        list_id=list_id,
        position=position,
        enrolment_id=entry.enrolment_id,
        full_name=entry.full_name,
        birth_date=entry.birth_date,
        sex=entry.sex,
        personal_id=entry.personal_id,
        insurance_number=entry.insurance_number,
        registered_hospital=entry.registered_hospital,
        class_name=entry.class_name,
        change_type=entry.change_type,
        group_code=entry.group_code,
        starts_on=entry.starts_on,
        ends_on=entry.ends_on,
        months=entry.months,
        gross=entry.gross,
        own_share=entry.own_share,
    )


def _documents(ctx: Context, submission_ids: tuple[str, ...]) -> dict[str, bytes]:
    found = {}
    for each in submission_ids:
        form = lists.submission_form(ctx, each)
        name = f"{form.layout.form}-{form.heading.number}".lower()
        found[name + ".pdf"] = official_list_pdf(form)
        found[name + ".xlsx"] = _xlsx(form)
    return found


def _xlsx(form: FilledForm) -> bytes:
    target = BytesIO()
    write_form(target, form)
    return target.getvalue()
