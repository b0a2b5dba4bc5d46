"""Checks of dated rules and amounts."""

from __future__ import annotations

from ssdesk.domain.checks.table import Check, Severity

REFUSE, WARN = Severity.REFUSE, Severity.WARN

CHECKS: tuple[Check, ...] = (
    Check(
        "AMOUNT_TOO_LARGE",
        "amount",
        REFUSE,
        "Số tiền “{value}” quá lớn. Hãy gõ lại số đồng.",
        "Amount “{value}” is too large. Type the dong again.",
    ),
    Check(
        "AMOUNT_UNREADABLE",
        "amount",
        REFUSE,
        "Không đọc được số tiền “{value}”. Hãy gõ số đồng nguyên, ví dụ 683100 hoặc 683.100.",
        "“{value}” cannot be read as an amount. Type whole dong, for example 683100 or 683.100.",
    ),
)
