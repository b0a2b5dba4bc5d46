"""Checks of pupils, classes and enrolments."""

from __future__ import annotations

from ssdesk.domain.checks.table import Check, Severity

REFUSE, WARN = Severity.REFUSE, Severity.WARN

CHECKS: tuple[Check, ...] = (
    Check(
        "AGE_UNUSUAL",
        "birth_date",
        WARN,
        "Ngày sinh {value} cho ra {age} tuổi, lạ với một học sinh. Hãy xem lại giấy khai sinh.",
        "Birth date {value} makes an age of {age}, unusual for a pupil. Check the birth "
        "certificate.",
    ),
    Check(
        "BIRTH_DATE_MISSING",
        "birth_date",
        WARN,
        "Chưa có ngày sinh. Hãy hỏi phụ huynh; chỉ biết năm thì gõ năm.",
        "The birth date is missing. Ask the parents; type the year if only that is known.",
    ),
    Check(
        "CLASS_IS_DATE",
        "school_class",
        REFUSE,
        "Tên lớp đã bị Excel đổi thành ngày ({value}). Hãy định dạng cột lớp là Văn bản "
        "(Text) rồi gõ lại tên lớp.",
        "Excel has turned the class into a date ({value}). Format the column as text and type"
        " the class again.",
    ),
    Check(
        "CLASS_MISSING",
        "school_class",
        REFUSE,
        "Em {name} chưa có lớp. Hãy chọn hoặc gõ tên lớp.",
        "Pupil {name} has no class yet. Choose or type the class.",
    ),
    Check(
        "CLASS_OUTSIDE_SCHOOL",
        "school_class",
        WARN,
        "Lớp “{value}” không thuộc các khối {first} đến {last} của trường. Hãy kiểm tra tên "
        "lớp hoặc sửa các khối trong Cài đặt.",
        "Class “{value}” is not of the school's grades {first} to {last}. Check the class, or"
        " change the grades in the settings.",
    ),
    Check(
        "COVER_ENDED",
        "valid_to",
        WARN,
        "Thẻ của đối tượng khác đã hết hạn ngày {value}. Hãy cho em đóng tại trường hoặc ghi thẻ "
        "mới.",
        "The other group's card ended on {value}. Sign the pupil up at school or note a new card.",
        "NĐ 188/2025/NĐ-CP",
    ),
    Check(
        "COVER_NOT_PROVEN",
        "proven",
        WARN,
        "Chưa thấy thẻ hoặc giấy chứng minh nên em vẫn tính là chưa tham gia. Hãy xem thẻ rồi "
        "ghi lại.",
        "No card or paper seen yet, so the pupil counts as not covered. Look at the card and "
        "note it.",
        "ruling 6",
    ),
    Check(
        "EVIDENCE_MISSING",
        "evidence",
        REFUSE,
        "Đã đánh dấu có bằng chứng nhưng chưa ghi số thẻ hay giấy tờ. Hãy ghi một trong hai.",
        "Marked as proven, but neither card number nor paper is noted. Note one of them.",
        "ruling 6",
    ),
    Check(
        "IMPORT_BUILT_ON",
        "",
        REFUSE,
        "Không lấy lại được tệp “{file}” nữa vì đã có việc làm tiếp trên {count} dòng: "
        "{names}. Hãy sửa từng em thay vì lấy lại cả tệp.",
        "The file “{file}” can no longer be taken back: more was done on {count} rows: "
        "{names}. Change single pupils instead of taking back the whole file.",
    ),
    Check(
        "IMPORT_HAS_PROBLEMS",
        "",
        REFUSE,
        "Còn {count} dòng có lỗi phải sửa. Hãy sửa trong tệp rồi nhập lại, hoặc chọn bỏ các "
        "dòng đó ra.",
        "{count} rows have problems that must be settled. Mend the file and try again, or "
        "choose to leave these rows out.",
    ),
    Check(
        "IMPORT_TAKEN_BACK",
        "",
        REFUSE,
        "Tệp “{file}” đã được lấy lại trước đó rồi. Muốn có lại các em, hãy nhập tệp một lần nữa.",
        "The file “{file}” was already taken back. Take it in again if you want its pupils.",
    ),
    Check(
        "IMPORT_UNKNOWN",
        "",
        REFUSE,
        "Không thấy lần nhập này trong sổ. Hãy chọn trong các lần nhập đã ghi.",
        "This import is not in the store. See the imports by “ssdesk import list”.",
    ),
    Check(
        "JOINED_OUTSIDE_YEAR",
        "joined_on",
        REFUSE,
        "Ngày vào trường {value} không thuộc năm học {year}. Hãy sửa ngày hoặc chọn đúng năm học.",
        "The joining day {value} is not of the school year {year}. Mend the day or choose the "
        "right school year.",
    ),
    Check(
        "LATECOMERS",
        "joined_on",
        WARN,
        "{count} em mới vào lớp đã có danh sách, tính vào trường từ {day}. Nếu là ngày khác, hãy "
        "đổi trước khi nhập (--joined-on).",
        "{count} newcomers to classes already there count from {day}. If it is another day, "
        "change it before you take them in (--joined-on).",
    ),
    Check(
        "LEAVES_BEFORE_JOINING",
        "left_on",
        REFUSE,
        "Ngày chuyển đi trước ngày vào trường ({joined_on}). Hãy gõ lại ngày.",
        "The day of leaving is before the day of joining ({joined_on}). Type it again.",
    ),
    Check(
        "NAME_MISSING",
        "full_name",
        REFUSE,
        "Chưa có họ và tên. Hãy gõ họ tên như giấy khai sinh.",
        "The name is missing. Type it as on the birth certificate.",
    ),
    Check(
        "NAME_WITHOUT_LETTERS",
        "full_name",
        REFUSE,
        "“{value}” không có chữ cái nào nên không phải họ tên. Hãy gõ họ tên như giấy khai sinh.",
        "“{value}” holds no letter, so it is no name. Type the name as on the birth certificate.",
    ),
    Check(
        "NAME_WITH_DIGITS",
        "full_name",
        WARN,
        "Họ tên “{value}” có chữ số. Hãy đối chiếu giấy khai sinh và gõ lại.",
        "Name “{value}” holds digits. Compare the birth certificate and type it again.",
    ),
    Check(
        "NUMBER_OF_ANOTHER",
        "",
        REFUSE,
        "Số {value} đã thuộc về {name} ({born}) trong sổ, khác họ tên và ngày sinh với dòng "
        "này. Hãy đối chiếu giấy tờ của hai em.",
        "Number {value} belongs to {name} ({born}) in the store, whose name and birth date "
        "differ from this row. Compare the papers of the two.",
    ),
    Check(
        "PERSONAL_ID_MISSING",
        "personal_id",
        WARN,
        "Chưa có số định danh cá nhân. Danh sách gửi đi cần số này; hãy hỏi phụ huynh.",
        "The personal id is missing. The list to the office needs it; ask the parents.",
        "NĐ 188/2025/NĐ-CP Mẫu số 3",
    ),
    Check(
        "PERSONAL_ID_REPLACED",
        "personal_id",
        WARN,
        "Trong sổ em {name} đang có số định danh {before}, tệp ghi {value}. Nếu nhập, số mới "
        "thay số cũ; hãy đối chiếu thẻ căn cước.",
        "In the store {name} has personal id {before}, the file says {value}. If taken in, "
        "the new one replaces the old; compare the identity card.",
    ),
    Check(
        "PERSONAL_ID_TAKEN",
        "personal_id",
        REFUSE,
        "Số định danh {value} đã có ở em {name}, lớp {school_class}. Hãy đối chiếu hai em.",
        "Personal id {value} already belongs to {name}, class {school_class}. Compare the two.",
    ),
    Check(
        "PERSON_CHANGED",
        "",
        REFUSE,
        "Thông tin của {name} vừa được sửa ở chỗ khác. Hãy mở lại để thấy bản mới rồi sửa tiếp.",
        "The facts of {name} were just changed elsewhere. Open them again before you go on.",
    ),
    Check(
        "PUPIL_HAS_OPEN_MONEY",
        "",
        REFUSE,
        "Em {name} mới đóng một phần ({paid} đồng). Hãy thu đủ hoặc hủy phiếu thu trước khi chuyển "
        "đi.",
        "{name} has paid a part only ({paid} đ). Take the rest or void the receipt first.",
        "ruling 7",
    ),
    Check(
        "PUPIL_HAS_PAID",
        "",
        REFUSE,
        "Em {name} đã đóng {paid} đồng tại trường. Hãy làm Thôi tham gia / hoàn trả trước khi ghi "
        "thẻ khác.",
        "{name} has paid {paid} đ at school. Stop or refund the pupil before noting another card.",
        "QĐ 366/QĐ-BHXH Đ5",
    ),
    Check(
        "PUPIL_UNKNOWN",
        "",
        REFUSE,
        "Không còn thấy học sinh này trong danh sách. Hãy chọn lại trong danh sách.",
        "This pupil is no longer on the roster. Choose again in the list.",
    ),
    Check(
        "REASON_MISSING",
        "reason",
        REFUSE,
        "Việc này cần một lý do. Hãy ghi ngắn gọn vì sao.",
        "This needs a reason. Say briefly why.",
    ),
    Check(
        "ROLLOVER_CLASS_UNKNOWN",
        "class_names",
        REFUSE,
        "Năm học {year} không có lớp “{value}”. Các lớp: {known}. Hãy ghi đúng tên lớp cũ.",
        "There is no class “{value}” in {year}. Classes: {known}. Name one of them.",
    ),
    Check(
        "ROLLOVER_NO_PUPILS",
        "",
        REFUSE,
        "Chưa có danh sách học sinh nào để chuyển sang năm học mới. Hãy nhập danh sách trước.",
        "There is no roster to roll over yet. Bring a roster in first.",
    ),
    Check(
        "ROLLOVER_PUPIL_UNKNOWN",
        "stay",
        REFUSE,
        "Không có em nào trong năm học {year} mang mã “{value}”. Hãy lấy mã từ phần xem trước.",
        "No pupil of {year} has the id “{value}”. Take the id from the preview.",
    ),
    Check(
        "ROSTER_CHANGED",
        "",
        REFUSE,
        "Danh sách lớp vừa được sửa ở chỗ khác. Hãy xem lại danh sách rồi làm tiếp.",
        "The roster was just changed elsewhere. Look at the list again and go on.",
    ),
    Check(
        "SAME_NUMBER_TWICE",
        "",
        REFUSE,
        "Số {value} đã dùng cho {name} ở dòng {first}. Hãy đối chiếu giấy "
        "tờ của hai em rồi sửa một dòng.",
        "Number {value} is already used for {name} in row {first}. Compare "
        "the papers of the two and mend one row.",
    ),
    Check(
        "SAME_PUPIL_TWICE",
        "",
        REFUSE,
        "Em {name} đã có ở dòng {first}. Hãy xóa một trong hai dòng.",
        "{name} is already in row {first}. Delete one of the two rows.",
    ),
    Check(
        "SCHOOL_YEAR_UNREADABLE",
        "school_year",
        REFUSE,
        "Năm học “{value}” không đúng. Hãy viết như 2026-2027.",
        "“{value}” is no school year. Write it like 2026-2027.",
    ),
    Check(
        "SEX_MISSING",
        "sex",
        WARN,
        "Chưa có giới tính. Hãy chọn Nam hoặc Nữ theo giấy khai sinh.",
        "The sex is missing. Choose male or female as on the birth certificate.",
    ),
    Check(
        "SUB_UNIT_CODE_LONG",
        "sub_unit_code",
        REFUSE,
        "Mã lớp “{value}” dài quá {most} ký tự. Hãy gõ mã mà cơ quan BHXH đã cấp cho lớp.",
        "The class code “{value}” has more than {most} characters. Type the code that the "
        "office gave the class.",
    ),
    Check(
        "YEAR_CLOSED",
        "",
        REFUSE,
        "Năm học này đã khóa sổ nên không ghi thêm được. Hãy làm ở năm học đang mở, hoặc nhờ "
        "quản trị mở lại năm cũ.",
        "This school year is closed, so nothing more can be entered. Work in the open year, "
        "or ask the administrator to open the old one again.",
    ),
    Check(
        "YEAR_CLOSED_ALREADY",
        "",
        REFUSE,
        "Năm học {year} đã khóa sổ rồi. Hãy mở lại trước nếu cần sửa.",
        "The school year {year} is closed already. Open it again first if something must be "
        "mended.",
    ),
    Check(
        "YEAR_HAS_OPEN",
        "",
        REFUSE,
        "Năm học {year} còn {count} việc chưa xong. Hãy làm xong, hoặc ghi lý do vì sao vẫn "
        "khóa sổ.",
        "The school year {year} still has {count} things open. Settle them, or say why it is "
        "closed all the same.",
    ),
    Check(
        "YEAR_NOT_CLOSED",
        "",
        REFUSE,
        "Năm học {year} đang mở nên không cần mở lại. Hãy làm tiếp như thường.",
        "The school year {year} is open, so there is nothing to open again. Just go on.",
    ),
)
