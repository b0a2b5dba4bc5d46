"""`bundle disputes`, `bundle settle`, `bundle reopen`: records on which desks disagree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Unpack

import click

from ssdesk.cli.desk_door import DeskOptions, opened, opened_by
from ssdesk.cli.options import json_option, store_options
from ssdesk.cli.output import emit, finish
from ssdesk.services.bundles import settling
from ssdesk.services.bundles.settling import Dispute, FieldChoice, Settle


@dataclass(frozen=True, slots=True)
class _Side:
    desk_id: str
    name: str
    place: str
    exists: bool


@dataclass(frozen=True, slots=True)
class _Field:
    field: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Dispute:
    kind: str
    id: str
    name: str
    settled: bool
    reason: str
    desks: tuple[_Side, ...]
    fields: tuple[_Field, ...]


class _Settle(DeskOptions):
    kind: str
    record_id: str
    take: tuple[str, ...]
    rest: str
    reason: str


@click.command("disputes")
@store_options
@json_option
def disputes_command(store: Path, login: str | None, today: date | None, as_json: bool) -> None:
    """Records of which several senders say different things; exit code 1 while one is open."""
    with opened(store, login, today) as ctx:
        told = tuple(_told(each) for each in settling.list_disputes(ctx))
    emit({"disputes": told}, as_json, lambda: [line for each in told for line in _lines(each)])
    finish(any(not each.settled for each in told))


@click.command("settle")
@click.argument("kind")
@click.argument("record_id")
@click.option("--take", multiple=True, metavar="FIELD=DESK", help="Whose value holds in a field.")
@click.option("--rest", default="", help="Desk id whose word holds in everything else.")
@click.option("--reason", required=True, help="Why; it is kept.")
@store_options
@json_option
def settle_command(**given: Unpack[_Settle]) -> None:
    """Settle a dispute field by field; it opens again when a sender says something new."""
    choices = tuple(FieldChoice(*each.partition("=")[::2]) for each in given["take"])
    command = Settle(given["kind"], given["record_id"], choices, given["reason"], given["rest"])
    with opened_by(given) as ctx:
        told = _told(settling.settle(ctx, command).dispute)
    emit(told, given["as_json"], lambda: _lines(told))


@click.command("reopen")
@click.argument("kind")
@click.argument("record_id")
@store_options
@json_option
def reopen_command(
    kind: str, record_id: str, store: Path, login: str | None, today: date | None, as_json: bool
) -> None:
    """Undo a settlement."""
    with opened(store, login, today) as ctx:
        told = _told(settling.undo_settlement(ctx, kind, record_id).dispute)
    emit(told, as_json, lambda: _lines(told))


def _told(dispute: Dispute) -> _Dispute:
    return _Dispute(
        dispute.kind,
        dispute.id,
        dispute.name,
        dispute.settled,
        dispute.reason,
        tuple(
            _Side(said.sender.desk_id, said.sender.name, str(said.version), said.record is not None)
            for said in dispute.said
        ),
        tuple(_Field(name, settling.values_of(dispute, name)) for name in dispute.differing),
    )


def _lines(dispute: _Dispute) -> Iterator[str]:
    state = f"đã chọn: {dispute.reason}" if dispute.settled else "còn mở"
    yield f"{dispute.kind} {dispute.id} {dispute.name} ({state})"
    for side in dispute.desks:
        yield f"  {side.name} ({side.desk_id}, gói {side.place})" + (
            "" if side.exists else ": đã rút"
        )
    for each in dispute.fields:
        yield f"  {each.field}: {' | '.join(each.values)}"


commands: list[click.Command] = [disputes_command, settle_command, reopen_command]
"""They hang under `bundle`."""
