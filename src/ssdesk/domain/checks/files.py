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
        "Tệp “{file}” bị hỏng hoặc chưa tải về hết ({reason}). Hãy mở bằng Excel, lưu lại "
        "thành .xlsx rồi nhập lại, hoặc xin lại tệp.",
        "The file “{file}” is damaged or cut short ({reason}). Open it in Excel, save it as "
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
        "Không mở được tệp “{file}”: {reason}. Hãy đóng nó ở chương trình khác, kiểm tra "
        "quyền đọc rồi làm lại.",
        "The file “{file}” cannot be opened: {reason}. Close it in other programs, check that"
        " you may read it and try again.",
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
        "TEXT_TOO_LONG",
        "",
        REFUSE,
        "Nội dung “{value}…” dài quá {limit} ký tự. Hãy xem ô có bị dán nhầm không rồi rút ngắn.",
        "“{value}…” is longer than {limit} characters. See whether something was pasted by "
        "mistake and shorten it.",
    ),
)
