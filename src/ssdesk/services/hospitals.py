"""What hospitals are called: typed once at this desk, shown beside their code from then on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ssdesk.domain.names import clean_text
from ssdesk.domain.roles import Act
from ssdesk.services.changes import Changes, Kind
from ssdesk.services.context import Context
from ssdesk.storage import hospitals

_CHANGED = Changes(frozenset({Kind.DESK, Kind.SUBMISSION}))


@dataclass(frozen=True, slots=True)
class HospitalsNamed:
    """How many names were kept."""

    count: int
    changes: Changes = field(default=_CHANGED)


def hospital_names(ctx: Context) -> Mapping[str, str]:
    """The name of each code that has one."""
    return hospitals.names(ctx.store.reader)


def name_hospitals(ctx: Context, named: Mapping[str, str]) -> HospitalsNamed:
    """Keeps names by code; empty ones are passed over.

    Raises:
        UserError: NOT_ALLOWED.
    """
    kept = {code: clean_text(name) for code, name in named.items() if clean_text(name)}
    with ctx.write(Act.MAKE_LISTS) as unit:
        hospitals.put(unit, kept)
        for code, name in kept.items():
            unit.audit("hospital_named", code, {"name": name})
    return HospitalsNamed(len(kept))


def with_name(code: str, names: Mapping[str, str]) -> str:
    """A hospital as people read it: `20005 Trung tâm y tế Chi Lăng`."""
    return f"{code} {names[code]}" if code in names else code
