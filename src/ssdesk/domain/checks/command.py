"""Checks of commands and of the machine they run on."""

from __future__ import annotations

from ssdesk.domain.checks.table import Check, Severity

CHECKS: tuple[Check, ...] = (
    Check(
        "CANCELLED",
        "",
        Severity.REFUSE,
        "Đã dừng theo yêu cầu; chưa có gì được ghi lại. Hãy làm lại từ đầu khi cần.",
        "Stopped as asked; nothing of it was kept. Start again when you need it.",
    ),
    Check(
        "COMMAND_MALFORMED",
        "",
        Severity.REFUSE,
        "Lệnh gõ chưa đúng. Hãy xem cách viết bằng {command} --help.",
        "The command is not typed right. See how it is written with {command} --help.",
    ),
    Check(
        "FOLDER_NOT_EMPTY",
        "",
        Severity.REFUSE,
        "Thư mục {folder} đã có dữ liệu; hãy chọn một thư mục mới hoặc thư mục trống.",
        "The folder {folder} is not empty; choose a new or an empty one.",
    ),
    Check(
        "MACHINE_DISK_FULL",
        "",
        Severity.REFUSE,
        "Ổ đĩa chứa {file} đã đầy. Hãy dọn bớt tệp hoặc chọn ổ đĩa khác rồi làm lại.",
        "The disk of {file} is full. Free some space or choose another disk, then try again.",
    ),
    Check(
        "MACHINE_NOT_ALLOWED",
        "",
        Severity.REFUSE,
        "Máy không cho phép đọc hoặc ghi {file}. Hãy chọn thư mục khác hoặc đóng chương trình "
        "đang mở tệp này.",
        "The machine does not allow reading or writing {file}. Choose another folder, or close "
        "the program that has the file open.",
    ),
    Check(
        "MACHINE_NO_SUCH_PLACE",
        "",
        Severity.REFUSE,
        "Không có tệp hoặc thư mục {file}. Hãy xem lại đường dẫn.",
        "There is no file or folder {file}. Check the path.",
    ),
    Check(
        "MACHINE_REFUSED",
        "",
        Severity.REFUSE,
        "Máy không cho đọc hoặc ghi {file}. Hãy kiểm tra ổ đĩa, quyền truy cập và dung lượng "
        "trống rồi làm lại.",
        "The machine refuses to read or write {file}. Check the disk, the permissions and the "
        "free space, then try again.",
    ),
    Check(
        "NO_SCREEN",
        "",
        Severity.REFUSE,
        "Máy này không có màn hình nên không mở được cửa sổ. Hãy chạy trong phiên làm việc có màn "
        "hình, hoặc dùng các lệnh của ssdesk (ssdesk --help).",
        "This machine has no screen, so no window can be opened. Run it in a session with a "
        "screen, or use the commands of ssdesk (ssdesk --help).",
    ),
    Check(
        "OPTION_BOOK",
        "",
        Severity.REFUSE,
        "Hãy chọn một quyển biên lai còn số bằng --book (nhận được “{value}”). "
        "Các quyển đang có: {known}.",
        "Choose one receipt book with numbers left by --book (got “{value}”). "
        "The books there are: {known}.",
    ),
    Check(
        "OPTION_DATE_FAR",
        "",
        Severity.REFUSE,
        "Năm trong “{value}” của {option} nằm ngoài khoảng {lowest} đến {highest}. "
        "Hãy xem lại năm.",
        "The year in “{value}” given for {option} is outside {lowest} to {highest}. "
        "Check the year.",
    ),
    Check(
        "OPTION_IN_NO_FILE",
        "",
        Severity.REFUSE,
        "“{value}” ở {option} không phải là một tệp thường. Hãy chọn một tệp trên đĩa.",
        "“{value}” at {option} is no plain file. Choose a file on the disk.",
    ),
    Check(
        "OPTION_MALFORMED",
        "",
        Severity.REFUSE,
        "Giá trị “{value}” của {option} không dùng được. Hãy gõ theo kiểu {allowed}, "
        "hoặc xem --help.",
        "The value “{value}” of {option} cannot be used. Type it as {allowed}, or see --help.",
    ),
    Check(
        "OPTION_MISSING",
        "",
        Severity.REFUSE,
        "Lệnh còn thiếu {option}. Hãy thêm vào, hoặc xem cách viết bằng --help.",
        "The command lacks {option}. Add it, or see how it is written with --help.",
    ),
    Check(
        "OPTION_NOT_A_DATE",
        "",
        Severity.REFUSE,
        "Giá trị “{value}” của {option} không phải là ngày; hãy viết như 2026-09-05 hoặc 5/9/2026.",
        "“{value}” given for {option} is no date; write it as 2026-09-05 or 5/9/2026.",
    ),
    Check(
        "OPTION_ONE_OF",
        "",
        Severity.REFUSE,
        "Không dùng cùng lúc {options}. Hãy chọn một.",
        "{options} do not go together. Choose one.",
    ),
    Check(
        "OPTION_OUT_IS_INPUT",
        "",
        Severity.REFUSE,
        "Tệp {file} vừa là tệp đọc vào vừa là tệp ghi ra. Hãy ghi ra một tệp khác ở {option}.",
        "The file {file} would be read and written over. Give another file for {option}.",
    ),
    Check(
        "OPTION_OUT_NO_FOLDER",
        "",
        Severity.REFUSE,
        "Không có thư mục {folder} cho {option}. Hãy tạo thư mục đó hoặc chọn thư mục khác.",
        "There is no folder {folder} for {option}. Make it or choose another folder.",
    ),
    Check(
        "OPTION_OUT_OF_RANGE",
        "",
        Severity.REFUSE,
        "Giá trị {value} của {option} nằm ngoài khoảng {lowest} đến {highest}; "
        "hãy chọn một số trong khoảng đó.",
        "{value} given for {option} is outside {lowest} to {highest}; choose a number within.",
    ),
    Check(
        "OPTION_UNKNOWN",
        "",
        Severity.REFUSE,
        "Lệnh này không có tùy chọn {option}. Hãy xem các tùy chọn bằng --help.",
        "This command has no option {option}. See its options with --help.",
    ),
    Check(
        "PASSWORD_NOT_GIVEN",
        "",
        Severity.REFUSE,
        "Chưa có mật khẩu của sổ; hãy đặt biến {variable} hoặc chạy lệnh trong cửa sổ dòng lệnh "
        "để được hỏi.",
        "No password for the store; set {variable} or run the command in a terminal to be asked.",
    ),
    Check(
        "UNEXPECTED",
        "",
        Severity.REFUSE,
        "Chương trình gặp lỗi ngoài dự kiến (mã {error}); dữ liệu đã ghi vẫn nguyên vẹn. Hãy làm "
        "lại, nếu còn lỗi thì gửi tệp nhật ký cho người hỗ trợ.",
        "The program met an unexpected error (code {error}); what was stored is intact. Try "
        "again, and if it stays send the log file to whoever supports you.",
    ),
)
