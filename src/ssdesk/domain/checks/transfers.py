"""Checks of payment slips, transfers and bank statements."""

from __future__ import annotations

from ssdesk.domain.checks.table import Check, Severity

REFUSE = Severity.REFUSE

CHECKS: tuple[Check, ...] = (
    Check(
        "REMITTANCE_WITHDRAWN",
        "",
        REFUSE,
        "Lệnh chuyển số {number} đã được lấy lại. Hãy lập lệnh mới.",
        "Transfer order {number} was taken back. Make a new one.",
    ),
    Check(
        "STATEMENT_CHANGED",
        "",
        REFUSE,
        "Vừa có khoản thu mới sau khi xem sao kê. Hãy mở lại sao kê để xem, rồi ghi.",
        "Money came in since the statement was shown. Open it again, look, then post.",
    ),
    Check(
        "STATEMENT_HAS_PROBLEMS",
        "",
        REFUSE,
        "Sao kê “{file}” có ô chưa đọc được, đầu tiên ở {column}{row}. Hãy sửa ô ấy rồi mở "
        "lại; chưa ghi khoản nào.",
        "The statement “{file}” has cells that cannot be read, the first at {column}{row}. "
        "Mend them and open it again; nothing was posted.",
    ),
    Check(
        "STATEMENT_LINE_DIFFERS",
        "amount",
        REFUSE,
        "Tổng chia cho các em là {given} đồng, khác số tiền {amount} đồng của dòng sao kê. "
        "Hãy chia lại cho khớp, hoặc ghi phần không của em nào là tiền gì.",
        "The amounts given to pupils add up to {given}, but the line is of {amount}. Divide"
        " it again, or say what the rest is.",
    ),
    Check(
        "STATEMENT_LINE_ENDED",
        "",
        REFUSE,
        "Dòng sao kê này đã được ghi hoặc để riêng. Hãy chọn lại trong danh sách.",
        "This line was posted or set aside already. Choose again in the list.",
    ),
    Check(
        "STATEMENT_LINE_UNKNOWN",
        "",
        REFUSE,
        "Không thấy dòng sao kê này. Hãy chọn lại trong danh sách.",
        "This line is not there. Choose again in the list.",
    ),
    Check(
        "STATEMENT_NO_COLUMNS",
        "",
        REFUSE,
        "Không thấy cột ngày, tiền vào và nội dung trong sao kê “{file}”. Hãy chọn cột, "
        "hoặc xuất lại sao kê có dòng tiêu đề.",
        "The statement “{file}” shows no columns of date, money in and memo. Choose the "
        "columns, or export it with its headings.",
    ),
    Check(
        "TRANSFER_ACCOUNT",
        "account_number",
        REFUSE,
        "Số tài khoản “{value}” hoặc ngân hàng nhận chưa đúng nên không làm được mã QR. Hãy"
        " sửa tài khoản thu trong Cài đặt.",
        "The account “{value}” or its bank is not right, so no QR code can be made. Mend "
        "the account in the settings.",
    ),
    Check(
        "TRANSFER_AMOUNT",
        "amount",
        REFUSE,
        "Số tiền {value} không chuyển khoản được. Hãy xem lại số phải đóng.",
        "The amount {value} cannot be transferred. Look at what is due.",
    ),
    Check(
        "TRANSFER_MEMO",
        "memo",
        REFUSE,
        "Nội dung chuyển khoản “{value}” có chữ mà ngân hàng không nhận. Hãy dùng chữ không"
        " dấu và số, tối đa 50 ký tự.",
        "The memo “{value}” holds what banks drop. Use plain letters and digits, at most 50.",
    ),
)
