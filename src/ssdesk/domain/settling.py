"""Two desks say different things of one record: where they differ, and what a person chose."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace

from ssdesk.domain.records import Record


def differing_fields(records: Sequence[Record]) -> tuple[str, ...]:
    """Names of the fields in which records of one kind are not all the same."""
    first = records[0]
    return tuple(
        field.name
        for field in fields(first)
        if any(getattr(each, field.name) != getattr(first, field.name) for each in records[1:])
    )


def put_together(records: Sequence[Record], choices: Mapping[str, int]) -> Record:
    """One record: in each field that differs the value of the record that was chosen.

    Args:
        records: what each desk says, of one kind.
        choices: place in `records` for each differing field.

    Raises:
        KeyError: a differing field without a choice.
    """
    values = {name: getattr(records[choices[name]], name) for name in differing_fields(records)}
    return replace(records[0], **values)
