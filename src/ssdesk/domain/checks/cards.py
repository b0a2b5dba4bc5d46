"""Checks of lists of cards that the office sends, and of cards handed out."""

from __future__ import annotations

from ssdesk.domain.checks.table import Check, Severity

REFUSE = Severity.REFUSE

CHECKS: tuple[Check, ...] = (
    Check(
        "CARD_LIST_DAY_UNREADABLE",
        "valid_to",
        REFUSE,
        "Không đọc được ngày “{value}” của thẻ. Hãy sửa ô thành ngày/tháng/năm như 31/12/2026, "
        "hoặc để dòng này ở ngoài.",
        "“{value}” cannot be read as a day of the card. Write day/month/year like 31/12/2026, or "
        "leave this row out.",
    ),
    Check(
        "CARD_LIST_EMPTY",
        "",
        REFUSE,
        "Dưới các tiêu đề của “{file}” không có người nào. Hãy chọn danh sách khác.",
        "There is nobody below the headings of “{file}”. Choose another list.",
    ),
    Check(
        "CARD_LIST_NO_COLUMNS",
        "",
        REFUSE,
        "Trong “{file}” không thấy cột họ tên cùng cột mã số, số thẻ hoặc hạn thẻ. Hãy chọn danh "
        "sách D09-TS hay danh sách thẻ sắp hết hạn của cơ quan BHXH, giữ nguyên dòng tiêu đề.",
        "“{file}” has no column of names together with one of numbers, cards or last days. "
        "Choose the office's D09-TS or its list of cards about to end, with its headings.",
    ),
)
