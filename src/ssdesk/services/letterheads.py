"""Whose papers and reports are, and who signs them, as the desk's profile has it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ssdesk.assets import texts
from ssdesk.domain.desk import DeskProfile
from ssdesk.domain.heading import Heading, Signer
from ssdesk.services import desk
from ssdesk.services.context import Context


def heading(
    ctx: Context, day: date, signers: Sequence[Signer], language: str, *, as_of: bool = True
) -> Heading:
    """The heading of a paper of this desk made on a day."""
    profile = ctx.profile()
    return Heading(
        issuer=profile.school_name,
        day=day,
        signers=tuple(signers),
        place=_place(profile),
        warning=texts(language)["paper"]["demo"] if desk.read_desk(ctx).demo else "",
        as_of=as_of,
    )


def preparer(profile: DeskProfile, language: str) -> Signer:
    """Who made the paper."""
    said = texts(language)["paper"]
    return Signer(said["preparer"], said["sign"], profile.preparer_name)


def cashier(profile: DeskProfile, language: str) -> Signer:
    """Who answers for the cash."""
    said = texts(language)["paper"]
    return Signer(said["cashier"], said["sign"], profile.cashier_name)


def principal(profile: DeskProfile, language: str) -> Signer:
    """Who answers for the school, with its seal."""
    said = texts(language)["paper"]
    return Signer(said["principal"], said["seal"], profile.principal_name)


def _place(profile: DeskProfile) -> str:
    """The commune of the address without its kind, as the date line of a letter has it."""
    first = profile.address.split(",")[0].strip()
    for kind in ("Phường ", "Xã ", "Đặc khu ", "Thị trấn "):
        if first.startswith(kind):
            return first.removeprefix(kind)
    return ""
