"""Columns of a list of cards: as a roster's, but here every day is the card's."""

from __future__ import annotations

import re
from dataclasses import replace

from ssdesk.exchange.columns import Field, heading_key
from ssdesk.exchange.roster_headings import Column, Evidence
from ssdesk.exchange.roster_layout import Layout, RosterMapping

# `Từ ngày` or `Ngày hết hạn` say nothing on a roster; on a list of cards they are why it is made.
_NOT_THE_CARDS = re.compile(
    r"\bsinh\b|can cuoc|cccd|cmnd|\btien\b|\bdong\b|\bnop\b|\bthu\b|\blien tuc\b|hop dong"
)
_TO = re.compile(r"\bden( ngay| thang)?$|\bhet han\b|^han\b|ket thuc|ngay cuoi|valid (to|until)")
_FROM = re.compile(r"\btu( ngay| thang)?$|bat dau|hieu luc|valid from")


def for_cards(mapping: RosterMapping) -> RosterMapping:
    """The mapping with the columns of a card's first and last day where headings name them."""
    return replace(mapping, layouts=tuple(_layout(layout) for layout in mapping.layouts))


def _layout(layout: Layout) -> Layout:
    columns = list(layout.columns)
    for pattern, field in ((_FROM, Field.CARD_FROM), (_TO, Field.CARD_TO)):
        places = [at for at, column in enumerate(columns) if _is(column, pattern)]
        if not places or any(columns[at].field is field for at in places):
            continue
        if any(column.field is field and not _is_proposed(column) for column in columns):
            continue
        columns = [
            replace(column, field=Field.IGNORED) if column.field is field else column
            for column in columns
        ]
        columns[places[0]] = replace(columns[places[0]], field=field)
    return replace(layout, columns=tuple(columns))


def _is(column: Column, pattern: re.Pattern[str]) -> bool:
    key = heading_key(column.heading)
    named = bool(pattern.search(key)) and not _NOT_THE_CARDS.search(key)
    return named and _is_proposed(column)


def _is_proposed(column: Column) -> bool:
    return column.evidence in {Evidence.HEADING, Evidence.CONTENT}
