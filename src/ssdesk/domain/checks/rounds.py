"""Checks of collection rounds."""

from __future__ import annotations

from ssdesk.domain.checks.table import Check, Severity

REFUSE, WARN = Severity.REFUSE, Severity.WARN

CHECKS: tuple[Check, ...] = (
    Check(
        "ROUND_CLOSED",
        "",
        REFUSE,
        "Đợt “{name}” đã đóng. Hãy mở đợt khác.",
        "Round “{name}” is closed. Open another.",
    ),
    Check(
        "ROUND_DUE_EARLY",
        "due_on",
        REFUSE,
        "Hạn nộp trước ngày mở đợt. Hãy gõ lại hai ngày.",
        "The last day is before the first. Type both again.",
    ),
    Check(
        "ROUND_DUE_LATE",
        "due_on",
        WARN,
        "Hạn nộp {due} sau ngày thẻ bắt đầu {starts}: em nộp sau ngày đó có thể bị gián đoạn thẻ. "
        "Hãy đặt hạn nộp trước ngày thẻ bắt đầu, hoặc lưu lần nữa để giữ.",
        "The last day {due} is after cards begin on {starts}: who pays later may be without a "
        "card meanwhile. Set it before the cards begin, or save again to keep it.",
    ),
    Check(
        "ROUND_DUE_SOON",
        "due_on",
        WARN,
        "Hạn nộp {due} là hôm nay hoặc đã qua, nên ai chưa đóng là quá hạn ngay. Hãy đặt ngày sau, "
        "hoặc lưu lần nữa để giữ.",
        "The last day {due} is today or over, so whoever has not paid is late at once. Set a "
        "later day, or save again to keep it.",
    ),
    Check(
        "ROUND_NAME_MISSING",
        "name",
        REFUSE,
        "Đợt thu chưa có tên. Hãy đặt tên, ví dụ “Đợt 1 đầu năm học”.",
        "The round has no name. Give it one, for example “Round 1”.",
    ),
    Check(
        "ROUND_NAME_TAKEN",
        "name",
        REFUSE,
        "Năm học này đã có đợt “{name}”. Hãy đặt tên khác.",
        "This school year has a round “{name}” already. Choose another name.",
    ),
    Check(
        "ROUND_PERIOD_EMPTY",
        "ends_on",
        REFUSE,
        "Thời hạn chưa đủ một tháng. Hãy xem lại ngày đầu và ngày cuối.",
        "The term is shorter than a month. Check first and last day.",
    ),
    Check(
        "ROUND_UNKNOWN",
        "",
        REFUSE,
        "Không thấy đợt thu này. Hãy xem tên các đợt ở trang Đợt thu.",
        "This round is not known. See the names of the rounds on the page of collection.",
    ),
)
