"""`desk …`: this desk's card, and the cards of others."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from ssdesk.cli.desk_door import opened
from ssdesk.cli.options import IN_FILE, OUT_FOLDER, json_option, store_options
from ssdesk.cli.output import emit
from ssdesk.services.bundles import desk_cards
from ssdesk.services.bundles.desk_cards import CardShown


@dataclass(frozen=True, slots=True)
class _Card:
    desk_id: str
    kind: str
    unit_code: str
    name: str
    words: str
    known_words: str
    file: str


@click.group("desk")
def desk() -> None:
    """This desk's card, and the desks whose card was accepted."""


@desk.command("card")
@click.option("--out", type=OUT_FOLDER, help="Folder for the card's file.")
@store_options
@json_option
def card_command(
    out: Path | None, store: Path, login: str | None, today: date | None, as_json: bool
) -> None:
    """Show this desk's card with its eight words; hand its file to the other side."""
    with opened(store, login, today) as ctx:
        shown = desk_cards.own_card(ctx)
    file = ""
    if out is not None:
        target = out / desk_cards.card_file_name(shown.card.party)
        target.write_text(shown.text, encoding="utf-8")
        file = str(target)
    told = _card(shown, file)
    emit(told, as_json, lambda: _card_lines(told))


@desk.command("accept")
@click.argument("file", type=IN_FILE)
@click.option("--words", default="", help="The eight words as the other side reads them out.")
@store_options
@json_option
def accept_command(
    file: Path, words: str, store: Path, login: str | None, today: date | None, as_json: bool
) -> None:
    """Accept another desk's card, if its words are those the other side reads out.

    The words are asked for at a terminal; a script gives --words, or trusts the file as it is.
    """
    with opened(store, login, today) as ctx:
        shown = desk_cards.read_card_file(ctx, file)
        if words:
            desk_cards.compare_words(shown, words)
        elif sys.stdin.isatty():
            _ask(shown)
        desk_cards.accept_card(ctx, shown)
    told = _card(shown, str(file))
    emit(told, as_json, lambda: ["Đã nhận thẻ bàn:", *_card_lines(told)])


def _ask(shown: CardShown) -> None:
    click.echo(f"{shown.card.party.name}: {shown.words}", err=True)
    heard = click.prompt("Tám từ bên kia đọc", err=True)
    desk_cards.compare_words(shown, heard)


def _card(shown: CardShown, file: str) -> _Card:
    party = shown.card.party
    return _Card(
        party.desk_id,
        party.kind.value,
        party.unit_code,
        party.name,
        shown.words,
        shown.known_words,
        file,
    )


def _card_lines(card: _Card) -> Iterator[str]:
    yield f"{card.name} ({card.unit_code})"
    yield f"  tám từ: {card.words}"
    if card.file:
        yield f"  {card.file}"


commands: list[click.Command] = [desk]
