"""Checks of bundles and desk cards."""

from __future__ import annotations

from ssdesk.domain.checks.table import Check, Severity

REFUSE = Severity.REFUSE

CHECKS: tuple[Check, ...] = (
    Check(
        "ANSWER_CARD_PERIOD",
        "valid_to",
        REFUSE,
        "Thẻ {value} cần cả ngày đầu và ngày cuối. Hãy ghi đủ hai ngày.",
        "The card {value} needs its first and its last day. Give both.",
    ),
    Check(
        "ANSWER_NOTHING_NEW",
        "",
        REFUSE,
        "Chưa có câu trả lời mới nào cho “{name}”. Hãy duyệt các dòng của hồ sơ trước.",
        "There is no new answer for “{name}” yet. Decide on the lines of the case first.",
    ),
    Check(
        "ANSWER_REASON_MISSING",
        "remedy",
        REFUSE,
        "Từ chối dòng của {name} mà chưa ghi lý do. Hãy ghi điều cần sửa để nơi gửi làm lại.",
        "The line of {name} is refused without a reason. Say what to mend, so that the sender can.",
    ),
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
        "BUNDLE_FOLDER_EMPTY",
        "",
        REFUSE,
        "Trong thư mục “{file}” không có gói dữ liệu (.ssdesk) nào. Hãy chọn thư mục chứa các "
        "gói, hoặc chọn từng tệp.",
        "There is no bundle (.ssdesk) in the folder “{file}”. Choose the folder with the"
        " bundles, or single files.",
    ),
    Check(
        "BUNDLE_FORKED",
        "",
        REFUSE,
        "Gói “{file}” của “{sender}” mang số {place}, nhưng hồ sơ số {number} đã nhận một "
        "gói khác cùng số đó. Máy gửi có thể đã được phục hồi hoặc sao chép. Không có gì "
        "được nhận; hãy gọi cho nơi gửi.",
        "The bundle “{file}” of “{sender}” bears number {place}, but case {number} took in "
        "another bundle of that number. The sender may have been restored or copied. "
        "Nothing was taken in; call the sender.",
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
        "BUNDLE_NOTHING_NEW",
        "",
        REFUSE,
        "Không có gì mới để gửi “{name}”: mọi danh sách và thay đổi đã nằm trong các gói đã "
        "tạo. Hãy lập danh sách mới, hoặc chọn “Gửi lại toàn bộ”.",
        "Nothing new to send to “{name}”: every list and change is in the bundles made "
        "already. Make a new list, or choose “Send everything again”.",
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
        "BUNDLE_ONLY_OLDER",
        "",
        REFUSE,
        "Năm học này không có gì mới để gửi “{name}”; còn {count} danh sách của năm học {years} "
        "chưa gửi. Hãy chọn kèm danh sách năm trước, hoặc lập danh sách mới.",
        "This school year has nothing new to send to “{name}”; lists of {years} not sent yet: "
        "{count}. Choose to take older lists along, or make a new list.",
    ),
    Check(
        "BUNDLE_OWN",
        "",
        REFUSE,
        "Đây là gói do chính máy này gửi đi. Hãy chuyển tệp đến nơi nhận.",
        "This bundle was sent by this very desk. Pass the file on to its addressee.",
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
        "BUNDLE_UNKNOWN",
        "",
        REFUSE,
        "Không còn thấy gói này. Hãy chọn lại trong danh sách.",
        "This bundle is not there. Choose again in the list.",
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
    Check(
        "CARD_OLDER",
        "",
        REFUSE,
        "Đã nhận một thẻ bàn mới hơn của “{name}”. Hãy xin thẻ mới nhất.",
        "A newer desk card of “{name}” was accepted already. Ask for their newest card.",
    ),
    Check(
        "CARD_OWN",
        "",
        REFUSE,
        "Đây là thẻ bàn của chính máy này. Hãy chọn thẻ của nơi khác.",
        "This is the desk card of this very desk. Choose another desk's card.",
    ),
    Check(
        "CARD_WORDS_DIFFER",
        "",
        REFUSE,
        "Tám từ đọc được không phải của thẻ “{name}” (trên thẻ: {words}). Chưa nhận thẻ; "
        "hãy gọi lại cho nơi đó và xin thẻ mới.",
        "The eight words are not those of the card of “{name}” (on the card: {words}). It "
        "was not accepted; call that desk and ask for a new card.",
    ),
    Check(
        "DESK_CODE_MISSING",
        "school_code",
        REFUSE,
        "Chưa có mã đơn vị nên chưa thể gửi gói dữ liệu. Hãy ghi mã trong Cài đặt.",
        "The unit's code is missing, so nothing can be sent yet. Give it in the settings.",
    ),
    Check(
        "DESK_NAME_MISSING",
        "school_name",
        REFUSE,
        "Chưa có tên đơn vị nên chưa thể gửi gói dữ liệu. Hãy ghi tên trong Cài đặt.",
        "The unit's name is missing, so nothing can be sent yet. Give it in the settings.",
    ),
    Check(
        "DISPUTE_FIELD_OPEN",
        "choices",
        REFUSE,
        "Ô “{value}” hai nơi ghi khác nhau mà chưa chọn bên nào. Hãy chọn cho từng ô, hoặc chọn "
        "một nơi cho mọi ô còn lại.",
        "The field “{value}” differs between the desks and no side was chosen. Choose for each"
        " field, or one desk for all the rest.",
    ),
    Check(
        "DISPUTE_NOT_SETTLED",
        "",
        REFUSE,
        "Chỗ khác nhau về “{name}” chưa được giải quyết nên không có gì để mở lại. Hãy xem lại "
        "danh sách các chỗ khác nhau.",
        "The difference about “{name}” is not settled, so there is nothing to open again. Look"
        " at the list of differences.",
    ),
    Check(
        "DISPUTE_UNKNOWN",
        "",
        REFUSE,
        "Về dòng “{value}” các nơi gửi không ghi gì khác nhau. Hãy xem lại danh sách các chỗ "
        "khác nhau.",
        "The desks do not say different things about “{value}”. Look at the list of differences.",
    ),
    Check(
        "INTAKE_ANSWERED",
        "",
        REFUSE,
        "Hồ sơ số {number} đã có {rows} dòng được trả lời nên không lấy lại được. Hãy sửa "
        "câu trả lời rồi gửi lại.",
        "Case {number} has {rows} answered rows and cannot be taken back. Change the "
        "answers and send them again.",
    ),
    Check(
        "INTAKE_BUILT_ON",
        "",
        REFUSE,
        "Không lấy lại được hồ sơ số {number}: dữ liệu của {names} đã được sửa sau đó. Hãy "
        "sửa lại từng người.",
        "Case {number} cannot be taken back: the data of {names} changed since. Mend them "
        "one by one.",
    ),
    Check(
        "INTAKE_CHANGED",
        "",
        REFUSE,
        "Dữ liệu vừa thay đổi sau khi xem trước. Hãy mở lại gói để xem, rồi nhận.",
        "The data changed since the preview. Open the bundle again, look, then take it in.",
    ),
    Check(
        "INTAKE_TAKEN_BACK",
        "",
        REFUSE,
        "Hồ sơ số {number} đã được lấy lại rồi. Hãy nhận lại gói nếu cần.",
        "Case {number} was taken back already. Take the bundle in again if it is needed.",
    ),
    Check(
        "INTAKE_UNKNOWN",
        "",
        REFUSE,
        "Không thấy hồ sơ này. Hãy chọn lại trong danh sách.",
        "This case is not there. Choose again in the list.",
    ),
    Check(
        "LINE_UNKNOWN",
        "",
        REFUSE,
        "Hồ sơ không có dòng {value}. Hãy chọn lại trong danh sách.",
        "The case has no line {value}. Choose again in the list.",
    ),
    Check(
        "PEER_NONE",
        "",
        REFUSE,
        "Chưa nhận thẻ bàn của cơ quan BHXH. Hãy xin tệp thẻ bàn (.ssdesk-card) và nhận "
        "trong Cài đặt.",
        "No desk card of the office was accepted yet. Ask for the card's file (.ssdesk-"
        "card) and accept it in the settings.",
    ),
    Check(
        "PEER_REVOKED",
        "",
        REFUSE,
        "Thẻ bàn của “{name}” đã bị hủy. Hãy xin và nhận thẻ mới của họ trước.",
        "The desk card of “{name}” was revoked. Ask for their new card and accept it first.",
    ),
    Check(
        "PEER_SEVERAL",
        "",
        REFUSE,
        "Có nhiều nơi nhận: {names}. Hãy chọn một nơi.",
        "There are several addressees: {names}. Choose one.",
    ),
    Check(
        "PEER_UNKNOWN",
        "",
        REFUSE,
        "Chưa nhận thẻ bàn nào mang mã “{value}”. Hãy kiểm tra mã hoặc nhận thẻ bàn của nơi đó.",
        "No desk card with the code “{value}” was accepted. Check the code or accept that "
        "desk's card.",
    ),
    Check(
        "RECORD_AMOUNTS_DISAGREE",
        "gross",
        REFUSE,
        "Số tiền phải đóng {gross} khác tổng các phần {parts}, hoặc ngày cuối trước ngày "
        "đầu. Hãy tính lại ở máy gửi rồi gửi gói mới.",
        "The premium {gross} differs from its parts {parts}, or the last day is before the "
        "first. Compute it again at the sender and send a new bundle.",
    ),
)
