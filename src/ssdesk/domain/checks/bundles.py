"""Checks of bundles and desk cards."""

from __future__ import annotations

from ssdesk.domain.checks.table import Check, Severity

REFUSE, WARN = Severity.REFUSE, Severity.WARN

CHECKS: tuple[Check, ...] = (
    Check(
        "BUNDLE_ALTERED",
        "",
        REFUSE,
        "Gói “{file}” đã bị sửa sau khi ký (phần {part}). Không có gì được nhận; hãy xin "
        "lại gói từ nơi gửi.",
        "The bundle “{file}” was altered after signing (part {part}). Nothing was taken in;"
        " ask the sender for it again.",
    ),
    Check(
        "BUNDLE_CUT",
        "",
        REFUSE,
        "Gói “{file}” bị cắt hoặc hỏng khi chép. Không có gì được nhận; hãy chép lại từ nơi gửi.",
        "The bundle “{file}” was cut or damaged in copying. Nothing was taken in; copy it "
        "again from the sender.",
    ),
    Check(
        "BUNDLE_NEWER",
        "",
        REFUSE,
        "Gói “{file}” do phiên bản mới hơn của chương trình tạo ra. Hãy cập nhật chương "
        "trình rồi nhận lại.",
        "The bundle “{file}” was made by a newer version of the program. Update the program"
        " and take it in again.",
    ),
    Check(
        "BUNDLE_NOT_FOR_US",
        "",
        REFUSE,
        "Gói “{file}” gửi cho nơi khác, không phải bàn làm việc này. Hãy chuyển tệp đến "
        "đúng nơi nhận, hoặc nhờ nơi gửi dùng thẻ bàn mới nhất của bạn rồi tạo lại.",
        "The bundle “{file}” is addressed to another desk. Pass the file on, or ask the "
        "sender to make it again with your newest desk card.",
    ),
    Check(
        "BUNDLE_NOT_OURS",
        "",
        REFUSE,
        "Tệp “{file}” không phải gói dữ liệu của chương trình. Hãy chọn tệp có đuôi .ssdesk.",
        "The file “{file}” is no bundle of this program. Choose a file that ends in .ssdesk.",
    ),
    Check(
        "BUNDLE_PART_MISSING",
        "",
        REFUSE,
        "Gói “{file}” thiếu phần {part}. Không có gì được nhận; hãy xin lại gói từ nơi gửi.",
        "The bundle “{file}” lacks its part {part}. Nothing was taken in; ask the sender "
        "for it again.",
    ),
    Check(
        "BUNDLE_PART_UNKNOWN",
        "",
        REFUSE,
        "Gói “{file}” có phần lạ {part}. Không có gì được nhận; hãy cập nhật chương trình "
        "hoặc xin lại gói.",
        "The bundle “{file}” has an unknown part {part}. Nothing was taken in; update the "
        "program or ask for it again.",
    ),
    Check(
        "BUNDLE_PATHS",
        "",
        REFUSE,
        "Gói “{file}” chứa đường dẫn hoặc liên kết lạ ({value}), có thể gây hại. Không có "
        "gì được nhận; hãy báo cho nơi gửi.",
        "The bundle “{file}” holds a strange path or link ({value}) that may do harm. "
        "Nothing was taken in; tell the sender.",
    ),
    Check(
        "BUNDLE_ROW_MALFORMED",
        "",
        REFUSE,
        "Gói “{file}” có dòng {row} của phần {part} không đúng khuôn. Không có gì được "
        "nhận; hãy xin lại gói từ nơi gửi.",
        "Row {row} of part {part} in the bundle “{file}” is malformed. Nothing was taken "
        "in; ask the sender for it again.",
    ),
    Check(
        "BUNDLE_SENDER_UNKNOWN",
        "",
        REFUSE,
        "Gói “{file}” của “{sender}”, nơi chưa được nhận thẻ bàn. Hãy nhận thẻ bàn của nơi "
        "đó (đọc đối chiếu tám từ), rồi nhận gói lại.",
        "The bundle “{file}” comes from “{sender}”, whose desk card was not accepted here. "
        "Accept the card (compare the eight words), then take the bundle in again.",
    ),
    Check(
        "BUNDLE_SIGNATURE_WRONG",
        "",
        REFUSE,
        "Chữ ký của gói “{file}” không phải của “{sender}”. Không có gì được nhận; hãy gọi "
        "cho nơi gửi và xin thẻ bàn mới nếu họ đã đổi khóa.",
        "The bundle “{file}” is not signed by “{sender}”. Nothing was taken in; call the "
        "sender and ask for a new desk card if they changed their keys.",
    ),
    Check(
        "BUNDLE_TOO_LARGE",
        "",
        REFUSE,
        "Gói “{file}” lớn hơn {limit} MB nên không mở. Hãy nhờ nơi gửi chia nhỏ.",
        "The bundle “{file}” is larger than {limit} MB and was not opened. Ask the sender "
        "to split it.",
    ),
    Check(
        "BUNDLE_TOTALS_DISAGREE",
        "",
        REFUSE,
        "Gói “{file}” có tổng số không khớp với các dòng (phần {part}). Không có gì được "
        "nhận; hãy xin lại gói từ nơi gửi.",
        "The totals of the bundle “{file}” disagree with its rows (part {part}). Nothing "
        "was taken in; ask the sender for it again.",
    ),
    Check(
        "CARD_ALTERED",
        "",
        REFUSE,
        "Thẻ bàn “{file}” bị sửa hoặc chép thiếu. Hãy xin lại thẻ từ nơi đó.",
        "The desk card “{file}” was altered or cut. Ask that desk for it again.",
    ),
    Check(
        "CARD_NEWER",
        "",
        REFUSE,
        "Thẻ bàn “{file}” do phiên bản mới hơn của chương trình tạo ra. Hãy cập nhật chương trình.",
        "The desk card “{file}” was made by a newer version of the program. Update the program.",
    ),
    Check(
        "CARD_NOT_OURS",
        "",
        REFUSE,
        "Tệp “{file}” không phải thẻ bàn. Hãy chọn tệp có đuôi .ssdesk-card.",
        "The file “{file}” is no desk card. Choose a file that ends in .ssdesk-card.",
    ),
)
