"""Checks of money and its books."""

from __future__ import annotations

from ssdesk.domain.checks.table import Check, Severity

REFUSE, WARN = Severity.REFUSE, Severity.WARN

CHECKS: tuple[Check, ...] = (
    Check(
        "ACCOUNT_MISSING",
        "account_number",
        REFUSE,
        "Chưa có tài khoản chuyên thu của cơ quan BHXH. Hãy điền ở Cài đặt rồi lập lệnh chuyển.",
        "The office's collection account is missing. Fill it in under Settings, then "
        "make the order.",
    ),
    Check(
        "ALREADY_SIGNED_UP",
        "",
        WARN,
        "Em đã đăng ký trong đợt này. Không cần làm gì.",
        "Already signed up in this round. Nothing to do.",
    ),
    Check(
        "AMOUNT_FIXED",
        "amount",
        REFUSE,
        "Em đã nộp tiền nên số tiền và thời hạn không đổi được. Muốn đổi, hãy hủy phiếu thu trước.",
        "Money is in, so amount and term are fixed. Void the receipt first to change them.",
        "NĐ 146/2018/NĐ-CP Đ10",
    ),
    Check(
        "AMOUNT_NOT_POSITIVE",
        "amount",
        REFUSE,
        "Số tiền của {name} là {amount} đồng. Hãy gõ một số lớn hơn 0.",
        "The amount of {name} is {amount} đ. Type a number above 0.",
    ),
    Check(
        "AMOUNT_TOO_HIGH",
        "amount",
        REFUSE,
        "{name} chỉ còn phải đóng {due} đồng, không thu {amount} đồng. Hãy trả lại phần thừa.",
        "{name} owes {due} đ, {amount} đ cannot be taken. Give the rest back.",
        "ruling 8",
    ),
    Check(
        "BANK_REFERENCE_MISSING",
        "bank_reference",
        REFUSE,
        "Chưa có số tham chiếu của ngân hàng. Hãy gõ số trên ủy nhiệm chi hoặc sao kê.",
        "The bank's reference is missing. Type it from the order or the statement.",
    ),
    Check(
        "BOOK_CLOSED",
        "receipt_book",
        REFUSE,
        "Quyển {book} đã đóng. Hãy chọn quyển khác.",
        "Book {book} is closed. Choose another.",
    ),
    Check(
        "BOOK_EXHAUSTED",
        "receipt_book",
        REFUSE,
        "Quyển {book} đã dùng hết đến số {last}. Hãy chọn hoặc đăng ký quyển khác.",
        "Book {book} is used up to number {last}. Choose or register another.",
        "ruling 9",
    ),
    Check(
        "BOOK_KNOWN",
        "book_number",
        REFUSE,
        "Quyển {book} đã đăng ký rồi. Hãy xem lại ký hiệu và số quyển trên bìa.",
        "Book {book} is registered already. Check serial and book number on the cover.",
    ),
    Check(
        "BOOK_NOT_PRE_PRINTED",
        "receipt_book",
        REFUSE,
        "Quyển {book} do chương trình in; nhập chồng biên lai chỉ dành cho quyển in sẵn. Hãy "
        "chọn quyển in sẵn.",
        "Book {book} is printed by the program; a stack is entered for pre-printed books only. "
        "Choose one of those.",
        "ruling 9",
    ),
    Check(
        "BOOK_OVERLAPS",
        "first_number",
        REFUSE,
        "Dải số trùng với quyển {book} (từ {first} đến {last}). Hãy xem lại số đầu và số cuối.",
        "The range crosses book {book} ({first} to {last}). Check first and last number.",
        "ruling 9",
    ),
    Check(
        "BOOK_RANGE_EMPTY",
        "last_number",
        REFUSE,
        "Số cuối {last} nhỏ hơn số đầu {first}. Hãy gõ lại.",
        "The last number {last} is below the first {first}. Type them again.",
    ),
    Check(
        "BOOK_RANGE_TOO_LARGE",
        "last_number",
        REFUSE,
        "Một quyển có nhiều nhất {limit} số. Hãy chia thành nhiều quyển.",
        "A book has at most {limit} numbers. Split it.",
    ),
    Check(
        "BOOK_SERIAL_MISSING",
        "serial",
        REFUSE,
        "Chưa có ký hiệu hoặc số quyển. Hãy gõ như trên bìa quyển.",
        "Serial or book number is missing. Type them as on the cover.",
    ),
    Check(
        "BOOK_TOO_FEW",
        "receipt_book",
        REFUSE,
        "Quyển {book} chỉ còn {left} số mà cần {wanted}. Hãy đánh dấu {left} em trước, hoặc đăng "
        "ký quyển khác.",
        "Book {book} has only {left} numbers left and {wanted} are needed. Mark {left} pupils "
        "first, or register another book.",
        "ruling 9",
    ),
    Check(
        "BOOK_UNKNOWN",
        "receipt_book",
        REFUSE,
        "Không thấy quyển biên lai này. Hãy chọn quyển trong danh sách.",
        "This receipt book is not known. Choose one from the list.",
    ),
    Check(
        "CARD_COVERS_ROUND",
        "",
        WARN,
        "Thẻ đang có dùng hết đợt này, không còn tháng nào phải đóng. Không cần làm gì.",
        "The card held covers this round, no month is left to pay. Nothing to do.",
    ),
    Check(
        "CASH_SHORT",
        "amount",
        REFUSE,
        "Lệnh chuyển cần {cash} đồng tiền mặt nhưng thủ quỹ chỉ có {there} đồng, thiếu "
        "{difference} đồng. Hãy thu phần giáo viên nộp thiếu hoặc bỏ bớt khoản.",
        "The order needs {cash} đ in cash, the cashier has {there}, {difference} short. "
        "Collect what teachers still owe or leave some money out.",
        "ruling 10",
    ),
    Check(
        "COUNT_DIFFERS",
        "counted",
        REFUSE,
        "Đếm được {counted} đồng, sổ ghi {expected} đồng, chênh {difference} đồng. Hãy "
        "đếm lại hoặc ghi lý do.",
        "Counted {counted} đ, the books say {expected}, a difference of "
        "{difference}. Count again or note why.",
    ),
    Check(
        "COUNT_IN_FUTURE",
        "counted_on",
        REFUSE,
        "Chưa đến ngày {day}. Hãy kiểm quỹ cho hôm nay hoặc ngày trước.",
        "{day} has not come yet. Count for today or earlier.",
    ),
    Check(
        "COUNT_NEGATIVE",
        "counted",
        REFUSE,
        "Số đếm được là {counted}, nhỏ hơn 0. Hãy gõ lại.",
        "The count is {counted}, below 0. Type it again.",
    ),
    Check(
        "COUNT_UNKNOWN",
        "counted_on",
        REFUSE,
        "Ngày {day} chưa kiểm quỹ. Hãy kiểm quỹ rồi in.",
        "The cash of {day} was not counted. Count it, then print.",
    ),
    Check(
        "COVERED_ELSEWHERE",
        "",
        WARN,
        "Em đã có thẻ theo đối tượng khác, không phải đóng tại trường. Nếu thẻ đã hết hạn, hãy "
        "sửa ở trang Học sinh.",
        "Covered by another group, does not pay here. If that card has ended, mend it on the "
        "pupils page.",
    ),
    Check(
        "DAY_CLOSED",
        "paid_on",
        REFUSE,
        "Quỹ của ngày này đã kiểm và khóa. Hãy ghi vào ngày sau.",
        "The cash of that day is counted and closed. Enter it on a later day.",
    ),
    Check(
        "DAY_CLOSED_NEXT_OPEN",
        "paid_on",
        REFUSE,
        "Quỹ ngày {day} đã kiểm và khóa, không ghi thêm được. Hãy ghi vào ngày {open_day}.",
        "The cash of {day} is counted and closed, so nothing more goes in. Enter it on {open_day}.",
    ),
    Check(
        "ENROLMENT_LISTED",
        "state",
        REFUSE,
        "Em {name} đã có trong danh sách gửi cơ quan BHXH nên không đổi loại thẻ được nữa. Hãy báo "
        "thẳng cho cơ quan BHXH.",
        "{name} is on a list already sent, so the kind of card cannot be changed any more. Tell "
        "the office directly.",
    ),
    Check(
        "ENROLMENT_NOT_OPEN",
        "",
        REFUSE,
        "{name} không còn khoản nào phải đóng trong đợt này. Hãy bỏ em ra khỏi phiếu.",
        "{name} owes nothing in this round any more. Take the pupil off the receipt.",
    ),
    Check(
        "ENROLMENT_STEP_REFUSED",
        "state",
        REFUSE,
        "Đăng ký này {state} nên không chuyển sang “{wanted}” được. Hãy mở lại trang để thấy nó "
        "đang ở đâu, rồi chọn việc khác.",
        "This enrolment is {state} and cannot become “{wanted}”. Open the page again to see where "
        "it stands, then choose another step.",
    ),
    Check(
        "ENROLMENT_TWICE",
        "",
        REFUSE,
        "Một em đứng hai lần trên cùng phiếu thu. Hãy bỏ bớt một dòng.",
        "A pupil stands twice on one receipt. Take one line off.",
    ),
    Check(
        "ENROLMENT_UNKNOWN",
        "",
        REFUSE,
        "Không thấy đăng ký này. Hãy chọn lại trong danh sách.",
        "This enrolment is not known. Choose again in the list.",
    ),
    Check(
        "HANDOVER_UNKNOWN",
        "",
        REFUSE,
        "Không thấy phiếu giao tiền này. Hãy chọn lại trong danh sách.",
        "This hand-over slip is not known. Choose again in the list.",
    ),
    Check(
        "NOTE_TWICE",
        "denomination",
        REFUSE,
        "Mệnh giá {value} đồng ghi hai lần. Hãy gộp thành một dòng.",
        "The value {value} đ is given twice. Put it on one line.",
    ),
    Check(
        "NOTE_UNKNOWN",
        "denomination",
        REFUSE,
        "Không có tờ {value} đồng đang lưu hành. Hãy đếm lại.",
        "There is no note of {value} đ. Count again.",
    ),
    Check(
        "NOTHING_TO_HAND_OVER",
        "",
        REFUSE,
        "Lớp này không có tiền nào giáo viên đang giữ. Hãy chọn lớp khác.",
        "The teacher of this class holds no money. Choose another class.",
    ),
    Check(
        "NOTHING_TO_PAY",
        "",
        REFUSE,
        "Chưa chọn em nào để thu. Hãy chọn ít nhất một em.",
        "No pupil is chosen. Choose at least one.",
    ),
    Check(
        "NOTHING_TO_PRINT",
        "",
        REFUSE,
        "Chưa chọn biên lai nào để in. Hãy chọn ít nhất một biên lai.",
        "No receipt is chosen. Choose at least one to print.",
    ),
    Check(
        "NOTHING_TO_REMIT",
        "",
        REFUSE,
        "Chưa có khoản nào thu đủ và nằm ở thủ quỹ hoặc ngân hàng để chuyển. Hãy nhận tiền của "
        "giáo viên hoặc thu đủ trước.",
        "No whole payment is with the cashier or bank to be transferred. Take the teachers' "
        "money in or collect the rest first.",
    ),
    Check(
        "PAID_BEFORE_ROUND",
        "paid_on",
        REFUSE,
        "Ngày thu {day} trước ngày mở đợt ({opens_on}). Hãy gõ lại ngày trên phiếu, hoặc sửa "
        "ngày mở đợt.",
        "The day {day} is before the round opened ({opens_on}). Type the day of the receipt, or "
        "mend the round's first day.",
    ),
    Check(
        "PAID_IN_FUTURE",
        "paid_on",
        REFUSE,
        "Ngày thu {day} chưa đến. Hãy gõ hôm nay hoặc ngày trước.",
        "The day {day} has not come. Type today or earlier.",
    ),
    Check(
        "PAYMENT_NOT_READY",
        "",
        REFUSE,
        "Có khoản đã chuyển, đã hủy hoặc chưa về thủ quỹ. Hãy chọn lại trong danh sách.",
        "Some money is already transferred, void, or not yet with the cashier. "
        "Choose again in the list.",
    ),
    Check(
        "PLEDGE_IN_THE_PAST",
        "promised_on",
        REFUSE,
        "Ngày hẹn {day} đã qua. Hãy chọn ngày từ hôm nay.",
        "The promised day {day} is past. Choose today or later.",
    ),
    Check(
        "PUPIL_HAS_LEFT",
        "",
        WARN,
        "Em đã chuyển đi. Nếu em vẫn học, hãy ghi em vào lại lớp ở trang Học sinh.",
        "Has left the school. If the pupil still attends, put them back into the class on the "
        "pupils page.",
    ),
    Check(
        "REASON_TOO_LONG",
        "reason",
        REFUSE,
        "Lý do dài {letters} ký tự, biên lai chỉ in được {most} ký tự. Hãy viết ngắn lại.",
        "The reason has {letters} characters but the receipt prints {most}. Make it shorter.",
    ),
    Check(
        "RECEIPT_ALREADY_VOID",
        "",
        REFUSE,
        "Phiếu {number} đã hủy rồi. Hãy xem lại số phiếu.",
        "Receipt {number} is void already. Check the number.",
    ),
    Check(
        "RECEIPT_LISTED",
        "",
        REFUSE,
        "Phiếu {number} của {name} đã có trong danh sách gửi đi. Hãy làm hoàn trả hoặc điều chỉnh.",
        "Receipt {number} of {name} is in a list already sent. Make a refund or a correction.",
    ),
    Check(
        "RECEIPT_NUMBER_NOT_FREE",
        "receipt_number",
        REFUSE,
        "Quyển {book} do chương trình cấp số, số kế tiếp là {number}. Hãy để trống ô số.",
        "The program numbers book {book}, the next is {number}. Leave the number empty.",
        "ruling 9",
    ),
    Check(
        "RECEIPT_NUMBER_OUTSIDE",
        "receipt_number",
        REFUSE,
        "Số {number} nằm ngoài quyển {book} (từ {first} đến {last}). Hãy xem lại tờ biên lai.",
        "Number {number} is outside book {book} ({first} to {last}). Check the paper.",
        "ruling 9",
    ),
    Check(
        "RECEIPT_NUMBER_USED",
        "receipt_number",
        REFUSE,
        "Số {number} của quyển {book} đã dùng. Hãy xem lại tờ biên lai.",
        "Number {number} of book {book} is used already. Check the paper.",
        "ruling 9",
    ),
    Check(
        "RECEIPT_PRINTED_SINCE",
        "",
        REFUSE,
        "Biên lai {number} vừa được in ở chỗ khác. Hãy đóng bản xem trước rồi in lại: "
        "bản này sẽ ghi BẢN SAO.",
        "Receipt {number} was printed elsewhere just now. Close the preview and print again: "
        "this one will be marked as a copy.",
    ),
    Check(
        "RECEIPT_REMITTED",
        "",
        REFUSE,
        "Tiền của phiếu {number} đã nằm trong lệnh chuyển số {order}. Hãy làm hoàn trả.",
        "The money of receipt {number} is in transfer order {order}. Make a refund.",
    ),
    Check(
        "RECEIPT_TOO_MANY_PUPILS",
        "",
        REFUSE,
        "Một biên lai ghi được nhiều nhất {most} em, đang chọn {pupils} em. Hãy tách thành "
        "nhiều biên lai.",
        "One receipt holds {most} pupils at most and {pupils} were chosen. Split them over "
        "several receipts.",
    ),
    Check(
        "RECEIPT_TWICE",
        "",
        REFUSE,
        "Một biên lai được chọn hai lần. Hãy chọn mỗi biên lai một lần.",
        "A receipt was chosen twice. Choose each receipt once.",
    ),
    Check(
        "RECEIPT_UNKNOWN",
        "",
        REFUSE,
        "Không thấy phiếu thu này. Hãy chọn lại trong danh sách.",
        "This receipt is not known. Choose again in the list.",
    ),
    Check(
        "REMITTANCE_CONFIRMED",
        "",
        REFUSE,
        "Lệnh chuyển số {number} đã có xác nhận của ngân hàng. Hãy chọn lệnh khác.",
        "Transfer order {number} is confirmed already. Choose another order.",
    ),
    Check(
        "REMITTANCE_UNKNOWN",
        "",
        REFUSE,
        "Không thấy lệnh chuyển này. Hãy chọn lại trong danh sách.",
        "This transfer order is not known. Choose again in the list.",
    ),
    Check(
        "STACK_ORDER",
        "receipt_number",
        REFUSE,
        "Số {number} đứng sau số {before}. Hãy nhập theo thứ tự số tăng dần, mỗi số một lần.",
        "Number {number} follows {before}. Enter numbers in rising order, each once.",
        "ruling 9",
    ),
    Check(
        "STACK_TOTAL",
        "batch_total",
        REFUSE,
        "Các tờ cộng được {entered} đồng, tổng ghi tay {total} đồng, lệch {difference} "
        "đồng. Chưa ghi tờ nào; hãy dò lại.",
        "The receipts add up to {entered} đ, by hand {total}, a difference of "
        "{difference}. Nothing is stored; check them.",
        "ruling 9",
    ),
    Check(
        "TEACHER_MISSING",
        "teacher_name",
        REFUSE,
        "Chưa có tên người giao tiền. Hãy gõ tên giáo viên chủ nhiệm.",
        "The name of who hands over is missing. Type the homeroom teacher's.",
    ),
    Check(
        "TRANSFERRED_BEFORE_ORDER",
        "transferred_on",
        REFUSE,
        "Ngày ngân hàng chuyển trước ngày của lệnh ({ordered_on}). Hãy xem lại sao kê và gõ ngày "
        "từ {ordered_on}; lệnh lập sau khi kiểm quỹ mang ngày hôm sau.",
        "The bank's day is before the order's ({ordered_on}). Check the statement and type a day "
        "from {ordered_on} on; an order made after the count bears the next day.",
    ),
)
