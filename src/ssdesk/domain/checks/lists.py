"""Checks of lists that go out."""

from __future__ import annotations

from ssdesk.domain.checks.table import Check, Severity

REFUSE, WARN = Severity.REFUSE, Severity.WARN

CHECKS: tuple[Check, ...] = (
    Check(
        "CORRECTION_NONE",
        "",
        REFUSE,
        "Em này không có điều chỉnh nào đã gửi để lấy lại. Hãy xem lại danh sách cần Mẫu số 2.",
        "No correction of this pupil was filed, so there is none to take back. Look at the list"
        " of those who need a declaration.",
    ),
    Check(
        "CORRECTION_SENT",
        "",
        REFUSE,
        "Điều chỉnh của {name} đã nằm trong gói gửi cơ quan BHXH nên không lấy lại được. Hãy chờ "
        "trả lời; còn sai thì sửa hồ sơ của em, rồi gửi điều chỉnh mới.",
        "The correction of {name} went to the office in a bundle, so it cannot be taken back. "
        "Wait for the answer; if it is still wrong, mend the pupil and send a new correction.",
    ),
    Check(
        "DECLARATION_NOBODY",
        "",
        REFUSE,
        "Không có em nào cần Mẫu số 2: mọi em đăng ký đều có mã số, và không có gì khác với danh "
        "sách đã gửi. Hãy chọn lớp khác hoặc bỏ lọc.",
        "Nobody needs a declaration: everybody signed up has a number, and nothing differs from"
        " the lists that were sent. Choose another class or leave the filter out.",
    ),
    Check(
        "FORM_FILE_KIND",
        "",
        REFUSE,
        "{form} không lưu được thành tệp “{file}”. Hãy đặt tên tệp kết thúc bằng {kinds}.",
        "{form} cannot be saved as “{file}”. Let the file name end in {kinds}.",
    ),
    Check(
        "FORM_NOT_VALID_ON_DATE",
        "list_date",
        REFUSE,
        "{form} không dùng cho danh sách lập ngày {day}. Hãy dùng {right}.",
        "{form} is not valid for a list dated {day}. Use {right}.",
        "QĐ 366/QĐ-BHXH; ruling 15",
    ),
    Check(
        "FORM_UNKNOWN",
        "form",
        REFUSE,
        "Không có mẫu tên “{form}”. Hãy chọn một trong: {known}.",
        "There is no form named “{form}”. Choose one of: {known}.",
    ),
    Check(
        "FORM_UNKNOWN_ON_DATE",
        "list_date",
        REFUSE,
        "Chương trình không có mẫu danh sách nào dùng cho ngày {day}. Hãy xem lại ngày lập danh "
        "sách.",
        "The program has no form for a list dated {day}. Check the date of the list.",
        "ruling 15",
    ),
    Check(
        "LIST_EMPTY",
        "",
        REFUSE,
        "Chưa có em nào đóng đủ tiền để đưa vào danh sách ngày {day}. Hãy thu tiền, hoặc chọn đợt "
        "thu hay ngày khác.",
        "No pupil has paid in full for a list dated {day}. Collect the money, or choose another "
        "round or date.",
        "ruling 7",
    ),
    Check(
        "LIST_HOSPITAL_MISSING",
        "registered_hospital",
        WARN,
        "Em {name} (lớp {school_class}) chưa có nơi đăng ký khám chữa bệnh ban đầu. Hãy bổ sung, "
        "hoặc đặt nơi khám thường dùng trong phần Cài đặt.",
        "Pupil {name} (class {school_class}) has no registered hospital. Add it, or set the usual "
        "hospital in the settings.",
    ),
    Check(
        "LIST_MONEY_OPEN",
        "",
        WARN,
        "Danh sách {listed} đồng, biên lai {received} đồng, đã chuyển {transferred} đồng: chưa "
        "khớp ở {people} em. Hãy chuyển đủ tiền; trước đó danh sách chỉ gửi được với dấu “chờ "
        "thanh toán”.",
        "List {listed} đ, receipts {received} đ, transferred {transferred} đ: {people} "
        "pupils do not match. Transfer the rest; until then the list goes only as “waiting for "
        "payment”.",
        "ruling 10",
    ),
    Check(
        "LIST_MOVE_NUMBER_MISSING",
        "insurance_number",
        REFUSE,
        "Em {name} (lớp {school_class}) đổi nơi đăng ký khám chữa bệnh nhưng chưa có mã số BHYT "
        "nên dòng đổi chưa vào danh sách được. Hãy ghi mã số vào hồ sơ, hoặc gửi Mẫu số 2.",
        "Pupil {name} (class {school_class}) changes the registered hospital but has no insurance "
        "number, so the row cannot be listed. Enter the number, or send Mẫu số 2.",
        "NĐ 188/2025, Mẫu số 3",
    ),
    Check(
        "LIST_NOBODY_READY",
        "",
        REFUSE,
        "Không em nào đưa vào danh sách được: {people} em còn sai hoặc thiếu thông tin. Hãy sửa ở "
        "trang Học sinh rồi lập lại.",
        "Nobody can be listed: {people} pupils have wrong or missing details. Mend them on the "
        "pupils' page and try again.",
        "ruling 19",
    ),
    Check(
        "LIST_NOT_PAID",
        "own_share",
        REFUSE,
        "Chưa đóng, còn {due} đồng. Hãy thu ở trang Đợt thu rồi em vào danh sách sau.",
        "Not paid, {due} is due. Collect it, then the pupil joins a later list.",
    ),
    Check(
        "LIST_NUMBER_MISSING",
        "personal_id",
        REFUSE,
        "Em {name} (lớp {school_class}) chưa có số định danh cá nhân lẫn mã số BHXH nên chưa đưa "
        "vào danh sách được. Hãy hỏi phụ huynh một trong hai số.",
        "Pupil {name} (class {school_class}) has neither personal id nor insurance number and "
        "cannot be listed. Ask the parents for one of them.",
        "ruling 19",
    ),
    Check(
        "LIST_NUMBER_TWICE",
        "personal_id",
        REFUSE,
        "Số {value} có ở cả em {name} (lớp {school_class}) và em {other}. Hãy sửa số sai trước khi "
        "lập danh sách.",
        "Number {value} belongs to both {name} (class {school_class}) and {other}. Correct the "
        "wrong one before making the list.",
        "ruling 19",
    ),
    Check(
        "LIST_PART_PAID",
        "own_share",
        REFUSE,
        "Mới đóng {paid} đồng, còn {due} đồng. Hãy thu đủ ở trang Đợt thu rồi em vào danh "
        "sách sau.",
        "Paid {paid}, {due} is still due. Collect the rest, then the pupil joins a later list.",
    ),
    Check(
        "LIST_WAITING_NOT_CHOSEN",
        "",
        REFUSE,
        "Còn {people} em chưa khớp tiền giữa danh sách, biên lai và chuyển khoản. Hãy chuyển đủ "
        "tiền, hoặc lập danh sách “chờ thanh toán”.",
        "For {people} pupils list, receipts and transfer differ. Transfer the rest, or make the "
        "list as “waiting for payment”.",
        "ruling 10",
    ),
    Check(
        "LIST_YEAR_CLOSED",
        "list_date",
        REFUSE,
        "Năm học {year} đã khóa sổ nên không lập thêm danh sách được. Hãy chọn ngày lập của năm "
        "học đang mở, hoặc nhờ quản trị mở lại năm {year}.",
        "The school year {year} is closed, so no more lists of it can be made. Choose a list date "
        "of the open year, or ask the administrator to open {year} again.",
    ),
    Check(
        "REPORT_OF_SCHOOLS",
        "",
        REFUSE,
        "Đây là sổ của {name}, không phải của nhà trường, nên không có báo cáo của trường. Hãy mở "
        "sổ của trường.",
        "This is the store of {name}, not of a school, so it has no report of a school. Open the "
        "school's store.",
    ),
    Check(
        "REPORT_PERIOD_EMPTY",
        "first",
        REFUSE,
        "Khoảng từ {first} đến {last} không có ngày nào. Hãy chọn ngày đầu không sau ngày cuối.",
        "There is no day from {first} to {last}. Choose a first day that is not after the last.",
    ),
    Check(
        "REPORT_UNKNOWN",
        "",
        REFUSE,
        "Không có báo cáo tên “{name}”. Hãy chọn một trong: {known}.",
        "There is no report named “{name}”. Choose one of: {known}.",
    ),
    Check(
        "SCHOOL_YEAR_UNKNOWN",
        "",
        REFUSE,
        "Sổ này chưa có năm học “{year}”. Hãy chọn một trong: {known}.",
        "This desk has no school year “{year}”. Choose one of: {known}.",
    ),
    Check(
        "SUBMISSION_UNKNOWN",
        "",
        REFUSE,
        "Không tìm thấy danh sách này nữa. Hãy mở lại trang danh sách.",
        "This list is no longer found. Open the page of lists again.",
    ),
)
