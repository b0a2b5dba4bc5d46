"""Who collects for the organisation, and which hamlets each walks."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from ssdesk.domain.identifiers import normalise_phone
from ssdesk.domain.names import clean_name, clean_text
from ssdesk.domain.roles import Act
from ssdesk.errors import UserError
from ssdesk.services.changes import Changes, Kind
from ssdesk.services.context import Context
from ssdesk.storage import collectors, households
from ssdesk.storage.collectors import Collector
from ssdesk.storage.store import Unit

__all__ = [
    "Collector",
    "CollectorSaved",
    "SaveCollector",
    "assign_hamlets",
    "list_collectors",
    "own_collector",
    "save_collector",
]

_CHANGED = Changes(frozenset({Kind.COLLECTOR}))


@dataclass(frozen=True, slots=True)
class SaveCollector:
    """Enter a collector (no `collector_id`) or mend one.

    Args:
        code: as the office gave it; it goes on lists and receipts.
        account_id: the account under which the collector sits at this desk, None for none.
        ended_on: last day of collecting, None while it goes on.
    """

    code: str
    full_name: str
    phone: str = ""
    collector_id: str | None = None
    account_id: str | None = None
    ended_on: date | None = None


@dataclass(frozen=True, slots=True)
class CollectorSaved:
    """The collector as written."""

    collector: Collector
    changes: Changes = field(default=_CHANGED)


def list_collectors(ctx: Context) -> tuple[Collector, ...]:
    """All collectors by code, those who stopped at the end."""
    return collectors.every(ctx.store.reader)


def own_collector(ctx: Context) -> Collector | None:
    """The collector who sits at the desk now; None where the account is nobody's."""
    return collectors.of_account(ctx.store.reader, ctx.account.id)


def save_collector(ctx: Context, command: SaveCollector) -> CollectorSaved:
    """Writes a collector.

    Raises:
        UserError: COLLECTOR_MISSING, COLLECTOR_CODE_TAKEN, COLLECTOR_UNKNOWN, NOT_ALLOWED.
    """
    with ctx.write(Act.KEEP_DESK) as unit:
        saved = save(ctx, unit, command)
    return CollectorSaved(saved)


def save(ctx: Context, unit: Unit, command: SaveCollector) -> Collector:
    """As `save_collector`, within a unit of work already begun."""
    code, name = clean_text(command.code), clean_name(command.full_name)
    if not code or not name:
        raise UserError("COLLECTOR_MISSING")
    known = collectors.of_code(unit, code)
    if known is not None and known.id != command.collector_id:
        raise UserError("COLLECTOR_CODE_TAKEN", value=code, name=known.full_name)
    values = Collector(
        id=command.collector_id or ctx.clock.new_id(),
        code=code,
        full_name=name,
        started_on=ctx.clock.today(),
        phone=normalise_phone(clean_text(command.phone)),
        account_id=command.account_id,
        ended_on=command.ended_on,
    )
    if command.collector_id is None:
        collectors.insert(unit, values)
    else:
        before = collectors.get(unit, command.collector_id)
        if before is None:
            raise UserError("COLLECTOR_UNKNOWN")
        values = replace(values, started_on=before.started_on)
        collectors.update(unit, values)
    unit.audit("collector_saved", values.id, {"code": code})
    return values


def assign_hamlets(ctx: Context, collector_id: str | None, hamlet_ids: tuple[str, ...]) -> Changes:
    """Gives hamlets to a collector, or takes them from everybody.

    Raises:
        UserError: COLLECTOR_UNKNOWN, NOT_ALLOWED.
    """
    with ctx.write(Act.KEEP_DESK) as unit:
        if collector_id is not None and collectors.get(unit, collector_id) is None:
            raise UserError("COLLECTOR_UNKNOWN")
        for item in households.hamlets(unit):
            if item.id in hamlet_ids:
                households.update_hamlet(unit, replace(item, collector_id=collector_id))
        unit.audit("hamlets_assigned", collector_id or "", {"hamlets": len(hamlet_ids)})
    return Changes(frozenset({Kind.COLLECTOR, Kind.HOUSEHOLD}))
