"""Values of the program that stand in sentences, in words: by name of the value and value."""

from __future__ import annotations

from ssdesk.domain.checks.table import Language

_STATES: dict[str, tuple[str, str]] = {
    "due": ("chưa đóng đủ", "still owing"),
    "promised": ("đã hẹn ngày đóng", "promised"),
    "paid": ("đã đóng đủ", "paid in full"),
    "submitted": ("đã gửi cơ quan BHXH", "sent to the office"),
    "accepted": ("đã được cấp thẻ", "accepted by the office"),
    "returned": ("bị trả lại", "returned by the office"),
    "ended": ("đã kết thúc", "ended"),
}
_SUPPORTS: dict[str, tuple[str, str]] = {
    "local_support": ("địa phương hỗ trợ thêm", "local support"),
    "other_support": ("nguồn khác hỗ trợ", "other support"),
    "state_support": ("nhà nước hỗ trợ", "state support"),
}
_TABLES: dict[str, tuple[str, str]] = {
    "card": ("thẻ BHYT", "cards"),
    "cover": ("thẻ theo đối tượng khác", "covers"),
    "enrolment": ("đăng ký", "enrolments"),
    "handover": ("phiếu giao tiền", "hand-over slips"),
    "payment": ("khoản thu", "payments"),
    "person": ("người", "people"),
    "receipt": ("biên lai", "receipts"),
    "refund": ("phiếu hoàn trả", "refunds"),
    "remittance": ("lệnh chuyển tiền", "transfer orders"),
    "roster_entry": ("danh sách lớp", "roster"),
    "school_class": ("lớp", "classes"),
    "stop": ("báo thôi tham gia", "reports of stopping"),
    "submission": ("danh sách gửi đi", "lists"),
}
_KINDS: dict[str, tuple[str, str]] = {
    "DIRECTORY": ("một thư mục", "a folder"),
    "FILE": ("một tệp", "a file"),
    "FLOAT": ("số", "a number"),
    "INTEGER": ("số nguyên", "a whole number"),
    "INTEGER RANGE": ("số nguyên", "a whole number"),
    "PATH": ("một đường dẫn", "a path"),
    "TEXT": ("một đoạn chữ", "a text"),
}
WORDS: dict[str, dict[str, tuple[str, str]]] = {
    "allowed": _KINDS,
    "field": _SUPPORTS,
    "state": _STATES,
    "table": _TABLES,
    "wanted": _STATES,
}


def in_words(name: str, value: str | int, language: Language) -> str | int:
    """The value as a person reads it; itself where the program has no words for it."""
    both = WORDS.get(name, {}).get(value) if isinstance(value, str) else None
    if both is None:
        return value
    return both[0] if language is Language.VI else both[1]
