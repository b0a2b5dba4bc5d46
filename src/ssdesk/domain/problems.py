"""A problem is a value: what is wrong at which field, never a sentence."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

from ssdesk.errors import Param


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong at one field.

    Args:
        field: name of the field in the glossary's words, empty for the whole record.
        code: code of `ssdesk.domain.checks.CHECKS`.
        params: values for the sentence.
    """

    field: str
    code: str
    params: dict[str, Param] = dataclasses.field(default_factory=dict)
