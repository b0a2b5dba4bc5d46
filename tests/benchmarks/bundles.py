"""A district's bundles taken in: opened, verified, previewed, merged, each undoable."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from ssdesk.domain.bundle import Party, Purpose, Version
from ssdesk.domain.desk import DeskKind
from ssdesk.domain.records import EnrolmentRecord, ListLineRecord, PersonRecord, Sent
from ssdesk.exchange.bundle.bundle import seal_bundle
from ssdesk.exchange.bundle.card import decode_card, encode_card
from ssdesk.exchange.bundle.keys import new_keys
from ssdesk.exchange.bundle.parts import content_of
from ssdesk.services.bundles import desk_cards, taking
from ssdesk.services.bundles.batch import take_in
from ssdesk.services.context import Context
from ssdesk.storage import peers
from ssdesk.storage.store import Store
from tests.benchmarks.desks import NOW, made_up, new_desk
from tests.benchmarks.measuring import Figure, timed
from tests.exchange.test_bundle import head
from tests.storage.stores import KEY

SIZES = (20, 110, 442)
_PUPILS = 350
_PLACE = Version(1, 1)


def measure(folder: Path, size: int) -> Figure:
    """`size` schools of 350 pupils, beside the same rows put into a bare table."""
    ctx = new_desk(folder)
    rows = _sealed(ctx, folder, size)
    taken, done = timed(lambda: take_in(ctx, [folder / "stick"]))
    assert len(done.taken) == size, done.refused
    taking.take_back_intake(ctx, done.taken[0].intake.id, "bench")
    ctx.close()
    bare = Store.create(folder / "bare", KEY)

    def raw() -> None:
        with bare.write("bench", NOW) as unit:
            unit.execute("CREATE TABLE raw (kind, id, sender, content, PRIMARY KEY (kind, id))")
            unit.executemany("INSERT INTO raw VALUES (?, ?, ?, ?)", rows)

    limit, _ = timed(raw)
    bare.close()
    return Figure(
        "bundles of 350 pupils taken in",
        size,
        taken,
        limit=limit,
        limit_name="raw executemany of the same rows",
        goal="≤ 3 x limit",
    )


def _sealed(ctx: Context, folder: Path, size: int) -> list[tuple[str, str, str, str]]:
    """Writes a bundle a school; the rows in them, for the raw limit."""
    stick = folder / "stick"
    stick.mkdir()
    office, seal_key = desk_cards.own_party(ctx), desk_cards.own_card(ctx).card.seal_key
    rows: list[tuple[str, str, str, str]] = []
    for number in range(size):
        party = Party(f"desk-{number}", DeskKind.SCHOOL, f"TH{number:04}", f"Trường {number}")
        keys = new_keys()
        card = decode_card(encode_card(party, keys, date(2026, 9, 1)).encode(), "card")
        with ctx.store.write("bench", NOW) as unit:
            peers.accept(unit, card)
        manifest = replace(
            head(sender=party, addressee=office, version=_PLACE, purpose=Purpose.SUBMISSION)
        )
        records = tuple(_records(number))
        sealed = seal_bundle(manifest, records, {}, keys, seal_key)
        (stick / f"{number:04}.ssdesk").write_bytes(sealed.content)
        rows += [
            (each.kind, each.id, party.desk_id, content_of(each.record))
            for each in records
            if each.record is not None
        ]
    return rows


def _records(school: int) -> Iterator[Sent]:
    pupils = made_up(_PUPILS, seed=school)
    for at, pupil in enumerate(pupils):
        person = PersonRecord(
            pupil.full_name,
            pupil.birth_date.iso() if pupil.birth_date else "",
            pupil.sex.value if pupil.sex else "",
            pupil.personal_id or "",
            pupil.insurance_number or "",
            pupil.phone,
            *[""] * 5,
        )
        yield Sent("person", f"{school}-{at}", _PLACE, person)
    year = (date(2026, 10, 1), date(2027, 9, 30))
    for at in range(_PUPILS):
        record = EnrolmentRecord(
            f"{school}-{at}", f"r{school}-{at}", "HI", "HS", "new", *year, 12, year[0],
            1_366_200, 683_100, 0, 0, 683_100, "submitted",
        )  # fmt: skip
        yield Sent("enrolment", f"e{school}-{at}", _PLACE, record)
    for at, pupil in enumerate(pupils):
        line = ListLineRecord(
            f"l{school}", at + 1, f"e{school}-{at}", pupil.full_name, "2010-05-05", "M",
            pupil.personal_id or "", pupil.insurance_number or "", "", "10A1", "new", "HS",
            *year, 12, 1_366_200, 683_100,
        )  # fmt: skip
        yield Sent("list_line", f"l{school}:{at + 1}", _PLACE, line)
