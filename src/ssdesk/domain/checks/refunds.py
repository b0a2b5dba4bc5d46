"""Checks of money given back, and of who stops."""

from __future__ import annotations

from ssdesk.domain.checks.table import Check, Severity

REFUSE = Severity.REFUSE

CHECKS: tuple[Check, ...] = (
    Check(
        "RECEIPT_REFUNDED",
        "",
        REFUSE,
        "Tiền của phiếu {number} đã hoàn trả theo phiếu chi {refund}. Hãy giữ phiếu thu,"
        " không hủy nữa.",
        "The money of receipt {number} was given back by refund {refund}. Keep the "
        "receipt, it is not voided any more.",
    ),
    Check(
        "REFUND_ACCOUNT_MISSING",
        "account",
        REFUSE,
        "Trả bằng chuyển khoản mà chưa có tài khoản người nhận. Hãy ghi chủ tài khoản, số và "
        "ngân hàng.",
        "The refund goes by transfer, but the receiver's account is missing. Write holder, "
        "number and bank.",
    ),
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
        "REFUND_AFTER_LIST",
        "state",
        REFUSE,
        "Em {name} đã có trong danh sách gửi cơ quan BHXH, trường không tự trả lại. Hãy báo "
        "thôi tham gia để cơ quan BHXH hoàn trả.",
        "{name} is on a list sent to the office, so the school does not give money back itself."
        " Report that they stop, and the office refunds.",
        "QĐ 595/QĐ-BHXH Đ20",
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
        "REFUND_BEFORE_PAYMENT",
        "refunded_on",
        REFUSE,
        "Ngày hoàn trả {day} trước ngày thu {paid_on}. Hãy chọn ngày sau.",
        "The refund is dated {day}, before the money came in on {paid_on}. Choose a later day.",
    ),
    Check(
        "REFUND_HOLDER_MISSING",
        "account_holder",
        REFUSE,
        "Chưa có chủ tài khoản nhận tiền hoàn trả. Hãy ghi họ tên như ở ngân hàng.",
        "The holder of the account for the refund is missing. Write the name as the bank has it.",
        "QĐ 366/QĐ-BHXH Đ5",
    ),
    Check(
        "REFUND_IN_FUTURE",
        "refunded_on",
        REFUSE,
        "Ngày hoàn trả {day} chưa tới. Hãy chọn ngày hôm nay.",
        "The refund is dated {day}, which is to come. Choose today.",
    ),
    Check(
        "REFUND_NOTHING",
        "state",
        REFUSE,
        "Em {name} chưa nộp đồng nào nên không có gì hoàn trả. Hãy rút em khỏi đợt thu.",
        "{name} has paid nothing, so there is nothing to refund. Take them out of the round.",
    ),
    Check(
        "REFUND_RECEIVER_LONG",
        "receiver_name",
        REFUSE,
        "Tên người nhận dài {letters} chữ, phiếu chi chỉ đủ chỗ cho {most}. Hãy viết gọn lại.",
        "The receiver's name has {letters} letters, the paper has room for {most}. Shorten it.",
    ),
    Check(
        "REFUND_REMITTED",
        "state",
        REFUSE,
        "Tiền của em {name} đã nằm trong lệnh chuyển số {order}. Hãy rút lệnh nếu ngân hàng "
        "chưa chuyển; nếu đã chuyển, hãy đưa em vào danh sách rồi báo thôi tham gia.",
        "The money of {name} is in transfer order {order}. Take the order back if the bank has "
        "not done it; else list the pupil and then report that they stop.",
    ),
    Check(
        "REFUND_UNKNOWN",
        "",
        REFUSE,
        "Không có phiếu hoàn trả này. Hãy mở lại trang rồi chọn lại.",
        "There is no such refund. Open the page again and choose again.",
    ),
    Check(
        "STOP_AFTER_END",
        "effective_on",
        REFUSE,
        "Thẻ của em chỉ đến {ends_on}. Hãy chọn ngày thôi tham gia không sau ngày đó.",
        "The card only runs to {ends_on}. Choose a day of stopping not after it.",
    ),
    Check(
        "STOP_BEFORE_LIST",
        "state",
        REFUSE,
        "Em {name} chưa có trong danh sách gửi cơ quan BHXH. Hãy hoàn trả tại trường, hoặc rút em "
        "khỏi đợt thu.",
        "{name} is not on a list sent to the office. Refund at school, or take them out of the "
        "round.",
    ),
    Check(
        "STOP_EVIDENCE_MISSING",
        "evidence",
        REFUSE,
        "Chưa có căn cứ. Hãy ghi số thẻ, quyết định hoặc giấy tờ cho thấy em thôi tham gia.",
        "The evidence is missing. Write the card number, decision or paper that shows it.",
        "QĐ 595/QĐ-BHXH Đ20",
    ),
    Check(
        "STOP_LISTED",
        "state",
        REFUSE,
        "Dòng giảm đã nằm trong danh sách gửi đi nên không rút được. Hãy chờ cơ quan BHXH trả lời.",
        "The row is on a list already made, so it cannot be taken back. Wait for the office's "
        "answer.",
    ),
    Check(
        "STOP_NOT_REMITTED",
        "state",
        REFUSE,
        "Tiền của em {name} chưa nộp cho cơ quan BHXH nên chưa có gì để hoàn trả. Hãy nộp tiền của "
        "danh sách trước.",
        "The money of {name} has not gone to the office, so it owes nothing yet. Pass the money of "
        "the list on first.",
        "ruling 10",
    ),
    Check(
        "STOP_STANDING",
        "state",
        REFUSE,
        "Em {name} đã báo thôi tham gia. Hãy rút lần báo cũ nếu muốn ghi lại.",
        "{name} is reported as stopping already. Take that back to write it anew.",
    ),
    Check(
        "STOP_SUPPORT_NOT_RAISED",
        "support_percent",
        REFUSE,
        "Tỷ lệ hỗ trợ mới không cao hơn tỷ lệ đã hưởng. Hãy ghi tỷ lệ theo quyết định.",
        "The new support is not above the one in force. Write the share of the decision.",
        "QĐ 595/QĐ-BHXH Đ20",
    ),
    Check(
        "STOP_UNKNOWN",
        "",
        REFUSE,
        "Lần báo thôi tham gia này không còn. Hãy mở lại trang.",
        "This report of stopping is gone. Open the page again.",
    ),
)
