"""Checks of money given back, and of who stops."""

from __future__ import annotations

from ssdesk.domain.checks.table import Check, Severity

REFUSE = Severity.REFUSE

CHECKS: tuple[Check, ...] = (
    Check(
        "REFUND_ACCOUNT_WRONG",
        "account_number",
        REFUSE,
        "Số tài khoản {value} không dùng được: cần 6 đến 19 chữ số hoặc chữ cái. Hãy xem lại với "
        "gia đình.",
        "Account number {value} cannot be used: it takes 6 to 19 digits or letters. Ask the family "
        "again.",
        "QĐ 366/QĐ-BHXH Đ5",
    ),
    Check(
        "REFUND_BANK_MISSING",
        "account_bank",
        REFUSE,
        "Chưa có ngân hàng nhận tiền hoàn trả. Hãy ghi tên ngân hàng.",
        "The bank that takes the refund is missing. Name it.",
        "QĐ 366/QĐ-BHXH Đ5",
    ),
    Check(
        "REFUND_HOLDER_MISSING",
        "account_holder",
        REFUSE,
        "Chưa có chủ tài khoản nhận tiền hoàn trả. Hãy ghi họ tên như ở ngân hàng.",
        "The holder of the account for the refund is missing. Write the name as the bank has it.",
        "QĐ 366/QĐ-BHXH Đ5",
    ),
)
