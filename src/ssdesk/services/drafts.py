"""Half-typed forms: kept while typing, offered back after a crash."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from ssdesk.domain.roles import Act
from ssdesk.services.context import Context
from ssdesk.storage import drafts


@dataclass(frozen=True, slots=True)
class Draft:
    """What was being typed.

    Args:
        data: texts by field, as typed.
        saved_at: when they were kept last.
    """

    data: Mapping[str, str]
    saved_at: datetime


def save(ctx: Context, form: str, subject: str, data: Mapping[str, str]) -> None:
    """Keeps the texts of a form.

    Args:
        ctx: the open desk.
        form: name of the form.
        subject: what it is about, such as a person's id; empty for a new one.
        data: texts by field.
    """
    with ctx.write(Act.OWN_ACCOUNT) as unit:
        drafts.write_draft(unit, (form, subject), data, unit.at)


def load(ctx: Context, form: str, subject: str) -> Draft | None:
    """What was left behind, or None."""
    found = drafts.read_draft(ctx.store.reader, form, subject)
    return Draft(*found) if found else None


def discard(ctx: Context, form: str, subject: str) -> None:
    """The form was saved or given up."""
    with ctx.write(Act.OWN_ACCOUNT) as unit:
        drafts.delete_draft(unit, form, subject)
