"""Declarations from their files (`resources/forms/*.json`)."""

from __future__ import annotations

from functools import cache

import msgspec

from ssdesk import assets
from ssdesk.domain.declaration import FIELDS, DeclarationLayout
from ssdesk.errors import BadFile


@cache
def load_declaration(name: str = "mau-so-2") -> DeclarationLayout:
    """One declaration's paper.

    Raises:
        BadFile: RULE_PACK_DAMAGED, RULE_PACK_INVALID.
    """
    file = assets.path(f"forms/{name}.json")
    try:
        read = msgspec.json.decode(file.read_bytes(), type=DeclarationLayout)
    except OSError:
        raise BadFile("RULE_PACK_DAMAGED", file=file.name) from None
    except msgspec.DecodeError as error:
        raise BadFile("RULE_PACK_INVALID", file=file.name, value=str(error)) from None
    for field in (read.number_line, *read.fields):
        if field.field not in FIELDS:
            raise BadFile("RULE_PACK_INVALID", file=file.name, value=field.field)
    return read
