"""Checks of files and cells that come in."""

from __future__ import annotations

from ssdesk.domain.checks.table import Check, Severity

REFUSE, WARN = Severity.REFUSE, Severity.WARN

CHECKS: tuple[Check, ...] = (
    Check(
        "CELL_FORMULA_ERROR",
        "",
        REFUSE,
        "Ô này là công thức bị lỗi ({value}). Hãy sửa công thức hoặc gõ thẳng giá trị vào ô.",
        "This cell is a formula that failed ({value}). Mend the formula or type the value itself.",
    ),
    Check(
        "FILE_DAMAGED",
        "",
        REFUSE,
        "Tệp “{file}” bị hỏng hoặc chưa tải về hết. Hãy mở bằng Excel, lưu lại "
        "thành .xlsx rồi nhập lại, hoặc xin lại tệp.",
        "The file “{file}” is damaged or cut short. Open it in Excel, save it as "
        ".xlsx and try again, or ask for it again.",
    ),
    Check(
        "FILE_EMPTY",
        "",
        REFUSE,
        "Tệp “{file}” trống. Hãy xin lại tệp hoặc chọn tệp khác.",
        "The file “{file}” is empty. Ask for it again or choose another.",
    ),
    Check(
        "FILE_ENCRYPTED",
        "",
        REFUSE,
        "Tệp “{file}” có mật khẩu. Hãy mở bằng Excel, bỏ mật khẩu (Tệp – Thông tin – Bảo vệ),"
        " lưu rồi nhập lại.",
        "The file “{file}” has a password. Open it in Excel, remove the password (File – Info"
        " – Protect), save and try again.",
    ),
    Check(
        "FILE_IS_LOCK_FILE",
        "",
        REFUSE,
        "“{file}” chỉ là dấu khóa mà Excel để lại khi đang mở. Hãy chọn tệp “{real}”.",
        "“{file}” is only the mark that Excel leaves while a file is open. Choose “{real}”.",
    ),
    Check(
        "FILE_IS_WEB_PAGE",
        "",
        REFUSE,
        "Tệp “{file}” là trang web mang đuôi bảng tính (phần mềm trường hay xuất như vậy). "
        "Hãy mở bằng Excel, chọn Lưu thành .xlsx rồi nhập lại.",
        "The file “{file}” is a web page with a spreadsheet's ending, as school programs "
        "export it. Open it in Excel, save it as .xlsx and try again.",
    ),
    Check(
        "FILE_LOCKED",
        "",
        REFUSE,
        "Không mở được tệp “{file}”. Hãy đóng nó ở chương trình khác, kiểm tra quyền đọc rồi làm "
        "lại.",
        "The file “{file}” cannot be opened. Close it in other programs, check that you may read "
        "it and try again.",
    ),
    Check(
        "FILE_MISSING",
        "",
        REFUSE,
        "Không thấy tệp “{file}”. Hãy kiểm tra tên và thư mục (ổ USB còn cắm không).",
        "There is no file “{file}”. Check name and folder, and whether the stick is still "
        "plugged in.",
    ),
    Check(
        "FILE_NOT_A_ROSTER",
        "",
        REFUSE,
        "Trong “{file}” không thấy cột họ và tên. Hãy kiểm tra dòng tiêu đề (cần có “Họ và "
        "tên”), hoặc chọn cột họ tên ở bước ghép cột.",
        "No column of names was found in “{file}”. Check its headings (“Họ và tên” is needed)"
        " or choose the column of names when matching columns.",
    ),
    Check(
        "FILE_NOT_A_SPREADSHEET",
        "",
        REFUSE,
        "Tệp “{file}” không phải là bảng tính. Hãy chọn tệp .xlsx, .xls, .ods, .csv hoặc dán "
        "từ Excel.",
        "The file “{file}” is no spreadsheet. Choose an .xlsx, .xls, .ods or .csv file, or "
        "paste from Excel.",
    ),
    Check(
        "FILE_NO_PUPILS",
        "",
        REFUSE,
        "Dưới các tiêu đề của “{file}” không có học sinh nào. Hãy chọn tệp khác.",
        "There is no pupil below the headings of “{file}”. Choose another file.",
    ),
    Check(
        "FILE_TOO_LARGE",
        "",
        REFUSE,
        "Tệp “{file}” quá lớn (hoặc có ô ở rất xa bảng). Hãy xóa các dòng, cột thừa ngoài "
        "bảng hoặc tách tệp rồi nhập lại.",
        "The file “{file}” is too large, or has cells far away from its table. Delete stray "
        "rows and columns, or split the file, and try again.",
    ),
    Check(
        "HEALED_CARRIED_DOWN",
        "",
        WARN,
        "{count} ô ở cột {column} để trống lớp; lấy lớp của dòng trên (từ dòng {row}:"
        " {after}). Hãy xem lại bản xem trước.",
        "{count} cells of column {column} name no class; the class above goes on "
        "(from row {row}: {after}). Look at the preview.",
    ),
    Check(
        "HEALED_DATE_NUMBER",
        "",
        WARN,
        "{count} ô ở cột {column} là số ngày của Excel, đã đọc thành ngày (dòng "
        "{row}: {before} → {after}). Hãy xem lại.",
        "{count} cells of column {column} hold Excel's day numbers, read as dates "
        "(row {row}: {before} → {after}). Check them.",
    ),
    Check(
        "HEALED_DECOMPOSED",
        "",
        WARN,
        "{count} ô ở cột {column} gõ bằng Unicode tổ hợp, đã đổi sang dựng sẵn (dòng "
        "{row}: {after}). Không cần làm gì.",
        "{count} cells of column {column} are in decomposed Unicode, now composed "
        "(row {row}: {after}). Nothing to do.",
    ),
    Check(
        "HEALED_FROM_CARD",
        "",
        WARN,
        "{count} ô ở cột {column} là số thẻ BHYT; mã số BHXH lấy từ 10 chữ số cuối "
        "(dòng {row}: {before} → {after}). Hãy xem lại.",
        "{count} cells of column {column} hold card numbers; the insurance number is "
        "their last 10 digits (row {row}: {before} → {after}). Check them.",
    ),
    Check(
        "HEALED_ID_AS_INSURANCE",
        "",
        WARN,
        "{count} ô ở cột {column} ghi mã số BHXH là số định danh 12 chữ số, đã hiểu "
        "là số định danh (dòng {row}: {before}). Hãy xem lại.",
        "{count} cells of column {column} give the 12-digit personal id as insurance "
        "number; taken as personal id (row {row}: {before}). Check them.",
    ),
    Check(
        "HEALED_INVISIBLE",
        "",
        WARN,
        "{count} ô ở cột {column} có ký tự ẩn, đã bỏ đi (dòng {row}: {after}). Không cần làm gì.",
        "{count} cells of column {column} hold invisible signs, left out (row {row}: {after}). "
        "Nothing to do.",
    ),
    Check(
        "HEALED_LOOKALIKE",
        "",
        WARN,
        "{count} ô ở cột {column} dùng chữ giống Đ nhưng không phải Đ, đã sửa (dòng "
        "{row}: {after}). Không cần làm gì.",
        "{count} cells of column {column} use a letter that only looks like Đ; put "
        "right (row {row}: {after}). Nothing to do.",
    ),
    Check(
        "HEALED_LOST_ZERO",
        "",
        WARN,
        "{count} ô ở cột {column} mất số 0 ở đầu, đã thêm lại (dòng {row}: {before} →"
        " {after}). Hãy đối chiếu vài dòng.",
        "{count} cells of column {column} had lost leading zeros, put back (row "
        "{row}: {before} → {after}). Compare a few.",
    ),
    Check(
        "HEALED_NO_CLASS",
        "",
        WARN,
        "{count} dòng chưa có lớp (từ dòng {row}): em đã có trong sổ giữ lớp cũ, em "
        "mới vào “Chưa xếp lớp”. Hãy ghi lớp nếu biết.",
        "{count} rows name no class (from row {row}): known pupils keep theirs, new "
        "ones wait in “Chưa xếp lớp”. Name the class if you know it.",
    ),
    Check(
        "HEALED_SEVERAL_PHONES",
        "",
        WARN,
        "{count} ô ở cột {column} có nhiều số điện thoại, lấy số đầu (dòng {row}: "
        "{before} → {after}). Hãy xem lại.",
        "{count} cells of column {column} hold several phone numbers, the first is "
        "taken (row {row}: {before} → {after}). Check them.",
    ),
    Check(
        "HEALED_SEX_FROM_ID",
        "",
        WARN,
        "{count} em được ghi giới tính theo số định danh (cột {column}, từ dòng "
        "{row}). Hãy xem lại bản xem trước.",
        "The sex of {count} pupils is taken from the personal id (column {column}, "
        "from row {row}). Look at the preview.",
    ),
    Check(
        "NUMBER_CUT",
        "",
        REFUSE,
        "Số bị rút gọn thành “{value}” nên mất chữ số. Hãy định dạng cột là Văn bản (Text), "
        "lấy lại số gốc rồi nhập lại.",
        "The number was shortened to “{value}”, its digits are lost. Format the column as "
        "text, take the original number and try again.",
    ),
    Check(
        "OLD_FONT",
        "",
        REFUSE,
        "Chữ “{value}” có vẻ gõ bằng phông cũ (TCVN3, VNI), {count} ô. Hãy chuyển cả cột sang"
        " Unicode (UniKey: Ctrl+Shift+F6) rồi nhập lại.",
        "“{value}” looks typed for an old font (TCVN3, VNI), {count} cells. Convert the whole"
        " column to Unicode (UniKey: Ctrl+Shift+F6) and try again.",
    ),
    Check(
        "PUPIL_NOT_IN_FILE",
        "",
        WARN,
        "Em {name} lớp {school_class} có trong sổ nhưng không có trong tệp. Nếu em đã chuyển "
        "đi, hãy ghi chuyển đi.",
        "{name} of class {school_class} is in the store but not in the file. If the pupil has"
        " left, note the transfer.",
    ),
    Check(
        "READ_CARRIED_DOWN",
        "",
        WARN,
        "Ô lớp để trống nên lấy lớp {after} của dòng trên. Nếu em học lớp khác, hãy ghi lớp.",
        "The class is left empty, so {after} of the row above goes on. Name the class if it is "
        "another.",
    ),
    Check(
        "READ_DATE_NUMBER",
        "",
        WARN,
        "Ô ghi số ngày của Excel {before}, đọc thành {after}. Hãy đối chiếu ngày sinh.",
        "The cell holds Excel's day number {before}, read as {after}. Compare the birth date.",
    ),
    Check(
        "READ_DECOMPOSED",
        "",
        WARN,
        "Dấu gõ rời được ghép lại thành “{after}”. Không cần làm gì.",
        "Separate tone marks were put together: “{after}”. Nothing to do.",
    ),
    Check(
        "READ_FROM_CARD",
        "",
        WARN,
        "Mã số BHXH {after} lấy từ số thẻ {before}. Hãy đối chiếu với thẻ.",
        "Insurance number {after} is taken from card number {before}. Compare it with the card.",
    ),
    Check(
        "READ_ID_AS_INSURANCE",
        "",
        WARN,
        "Số {before} có 12 chữ số nên hiểu là số định danh, không phải mã số BHXH. Hãy đối chiếu.",
        "Number {before} has 12 digits and is taken as personal id, not as insurance number. "
        "Compare it.",
    ),
    Check(
        "READ_INVISIBLE",
        "",
        WARN,
        "Ô có ký tự ẩn (thường do chép từ trang web), đã bỏ đi: “{after}”. Không cần làm gì.",
        "The cell held invisible signs, often copied from a web page; left out: “{after}”. "
        "Nothing to do.",
    ),
    Check(
        "READ_LOOKALIKE",
        "",
        WARN,
        "Chữ trông giống Đ được thay bằng Đ: “{after}”. Không cần làm gì.",
        "A letter that only looks like Đ was replaced: “{after}”. Nothing to do.",
    ),
    Check(
        "READ_LOST_ZERO",
        "",
        WARN,
        "Số 0 ở đầu bị mất được thêm lại: {before} → {after}. Hãy đối chiếu.",
        "A lost leading zero was put back: {before} → {after}. Compare it.",
    ),
    Check(
        "READ_NO_CLASS",
        "",
        WARN,
        "Dòng không ghi lớp: em đã có trong sổ giữ lớp cũ, em mới vào “Chưa xếp lớp”. Hãy ghi "
        "lớp nếu biết.",
        "The row names no class: a known pupil keeps the old one, a new one waits in “Chưa xếp "
        "lớp”. Name the class if you know it.",
    ),
    Check(
        "READ_SEVERAL_PHONES",
        "",
        WARN,
        "Ô ghi nhiều số điện thoại (“{before}”), lấy số {after}. Hãy xóa số thừa nếu cần số khác.",
        "The cell holds several phone numbers (“{before}”), {after} is taken. Delete the others "
        "if you need another.",
    ),
    Check(
        "READ_SEX_FROM_ID",
        "",
        WARN,
        "Chưa ghi giới tính nên lấy theo chữ số thứ tư của số định danh {before}. Hãy đối chiếu "
        "giấy khai sinh.",
        "The sex is not given and follows the fourth digit of personal id {before}. Compare the "
        "birth certificate.",
    ),
    Check(
        "SHEET_HIDDEN",
        "",
        WARN,
        "Trang tính “{value}” bị ẩn nên không đọc. Hãy bỏ ẩn trong Excel nếu cần.",
        "Sheet “{value}” is hidden and was not read. Unhide it in Excel if it is needed.",
    ),
    Check(
        "SHEET_UNREAD",
        "",
        WARN,
        "Trang tính “{value}” không có cột họ tên nên không đọc. Hãy kiểm tra tiêu đề nếu đó "
        "là danh sách lớp.",
        "Sheet “{value}” has no column of names and was not read. Check its headings if it is"
        " a class list.",
    ),
    Check(
        "TEXT_TOO_LONG",
        "",
        REFUSE,
        "Nội dung “{value}…” dài quá {limit} ký tự. Hãy xem ô có bị dán nhầm không rồi rút ngắn.",
        "“{value}…” is longer than {limit} characters. See whether something was pasted by "
        "mistake and shorten it.",
    ),
)
