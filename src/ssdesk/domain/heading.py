"""What stands around a paper: whose it is, where and when it was made, who signs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs; the name is printed where known."""

    title: str
    hint: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """Whose paper it is, and where and when it was signed.

    Args:
        above: the body directly above the issuer, empty for none.
        place: of the date line, empty for none.
        warning: at the foot of each page, empty for none.
        as_of: whether the paper says when its figures were read; not where it attests one act,
            whose day is all there is to say.
    """

    issuer: str
    day: date
    signers: tuple[Signer, ...]
    above: str = ""
    place: str = ""
    warning: str = ""
    as_of: bool = True
