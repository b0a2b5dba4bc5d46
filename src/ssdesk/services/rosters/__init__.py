"""Rosters from files and pasted text: preview, take in whole or not at all, take back."""

from __future__ import annotations

from ssdesk.exchange.columns import Field
from ssdesk.exchange.legacy_text import ColumnRead, Font
from ssdesk.exchange.roster_cells import Heal, Healing
from ssdesk.exchange.roster_headings import Column, Evidence
from ssdesk.exchange.roster_layout import Layout, RosterMapping
from ssdesk.exchange.roster_line_cells import CellProblem
from ssdesk.services.rosters.applying import (
    ImportTakenBack,
    LeaveOut,
    RosterApplied,
    apply_roster,
    list_roster_imports,
    obstacles_to_taking_back,
    take_back,
)
from ssdesk.services.rosters.findings import Finding, Weight, findings
from ssdesk.services.rosters.marking import save_marked
from ssdesk.services.rosters.plan import (
    UNPLACED,
    Action,
    Difference,
    KnownBy,
    MissingPupil,
    PlannedRow,
    RosterPlan,
)
from ssdesk.services.rosters.preview import (
    PastedText,
    RosterFile,
    RosterSource,
    preview_roster,
    propose_mapping,
)
from ssdesk.storage.imports import ImportBatch, Obstacle

__all__ = [
    "UNPLACED",
    "Action",
    "CellProblem",
    "Column",
    "ColumnRead",
    "Difference",
    "Evidence",
    "Field",
    "Finding",
    "Font",
    "Heal",
    "Healing",
    "ImportBatch",
    "ImportTakenBack",
    "KnownBy",
    "Layout",
    "LeaveOut",
    "MissingPupil",
    "Obstacle",
    "PastedText",
    "PlannedRow",
    "RosterApplied",
    "RosterFile",
    "RosterMapping",
    "RosterPlan",
    "RosterSource",
    "Weight",
    "apply_roster",
    "findings",
    "list_roster_imports",
    "obstacles_to_taking_back",
    "preview_roster",
    "propose_mapping",
    "save_marked",
    "take_back",
]
