"""Checks of the store, accounts and backups."""

from __future__ import annotations

from ssdesk.domain.checks.table import Check, Severity

CHECKS: tuple[Check, ...] = (
    Check(
        "ACCOUNT_DISABLED",
        "",
        Severity.REFUSE,
        "Tài khoản “{login}” đã bị khóa; hãy nhờ quản trị mở lại hoặc dùng tài khoản khác.",
        "The account “{login}” is disabled; ask an administrator to enable it or use another one.",
    ),
    Check(
        "ACCOUNT_UNKNOWN",
        "",
        Severity.REFUSE,
        "Không còn tài khoản này; hãy mở lại danh sách tài khoản rồi chọn lại.",
        "This account is gone; open the list of accounts again and choose anew.",
    ),
    Check(
        "BACKUP_DAMAGED",
        "",
        Severity.REFUSE,
        "Bản sao lưu {place} bị hỏng hoặc bị cắt; hãy chọn bản sao lưu khác.",
        "The backup {place} is damaged or cut; choose another one.",
    ),
    Check(
        "BACKUP_FOLDER_UNAVAILABLE",
        "backup_folder",
        Severity.REFUSE,
        "Không ghi được bản sao thứ hai vào {place}; hãy cắm lại ổ hoặc chọn thư mục "
        "khác trong Cài đặt. Bản sao trên máy này vẫn tốt.",
        "The second copy could not be written to {place}; plug the drive in again or "
        "choose another folder in the settings. The copy on this machine is fine.",
    ),
    Check(
        "BACKUP_MISSING",
        "",
        Severity.REFUSE,
        "Không có tệp sao lưu {place}; hãy kiểm tra lại đường dẫn.",
        "There is no backup file {place}; check the path.",
    ),
    Check(
        "BACKUP_NEWER",
        "",
        Severity.REFUSE,
        "Bản sao lưu {place} do phiên bản mới hơn của chương trình tạo ra; hãy cập nhật "
        "chương trình rồi phục hồi.",
        "The backup {place} was made by a newer version of the program; update the "
        "program, then restore.",
    ),
    Check(
        "BACKUP_NOT_OURS",
        "",
        Severity.REFUSE,
        "Tệp {place} không phải bản sao lưu của chương trình; hãy chọn tệp tên ssdesk-….zip "
        "trong thư mục sao lưu.",
        "The file {place} is no backup of this program; choose a file named ssdesk-….zip in the "
        "folder of backups.",
    ),
    Check(
        "BACKUP_NO_ROOM",
        "",
        Severity.REFUSE,
        "Ổ đĩa của {place} còn quá ít chỗ, cần {megabytes} MB; hãy xóa bớt tệp không cần "
        "rồi sao lưu lại.",
        "The disk of {place} has too little room, {megabytes} MB are needed; delete what "
        "is not needed, then back up again.",
    ),
    Check(
        "BACKUP_TRIAL_FAILED",
        "",
        Severity.REFUSE,
        "Bản sao lưu thử phục hồi không đạt nên không được giữ ({place}); hãy chạy "
        "“ssdesk verify” và gọi người hỗ trợ.",
        "The backup failed its trial restore and was not kept ({place}); run “ssdesk "
        "verify” and call support.",
    ),
    Check(
        "BOOK_NOT_IN_BACKUP",
        "",
        Severity.REFUSE,
        "Bản sao lưu không có quyển biên lai {book} nào đang mở; hãy kiểm tra lại ký "
        "hiệu và số quyển.",
        "The backup has no open receipt book {book}; check serial and book number.",
        "ruling 13",
    ),
    Check(
        "BOOK_RANGE_LAST_PRINTED",
        "",
        Severity.REFUSE,
        "Số {number} không nằm trong quyển {book} (từ {first} đến {last}); hãy xem lại "
        "biên lai in sau cùng.",
        "Number {number} is not in book {book} ({first} to {last}); look at the last "
        "printed receipt again.",
        "ruling 13",
    ),
    Check(
        "FULL_NAME_MISSING",
        "full_name",
        Severity.REFUSE,
        "Chưa có họ tên của người dùng tài khoản; hãy nhập họ tên.",
        "The account holder's name is missing; enter it.",
    ),
    Check(
        "GRADES_OUT_OF_RANGE",
        "first_grade",
        Severity.REFUSE,
        "Khối lớp {first} đến {last} không hợp lệ; hãy chọn trong khoảng 1 đến 12.",
        "Grades {first} to {last} are not valid; choose within 1 to 12.",
    ),
    Check(
        "HOSPITAL_CODE_MALFORMED",
        "usual_hospital",
        Severity.REFUSE,
        "Mã nơi KCB “{value}” phải có 5 ký tự số hoặc chữ; hãy xem lại danh mục.",
        "The hospital code “{value}” must have 5 digits or letters; look it up again.",
    ),
    Check(
        "IMMUTABLE",
        "",
        Severity.REFUSE,
        "Tiền, biên lai và nhật ký đã ghi thì không sửa, không xóa; hãy hủy có lý do rồi lập lại.",
        "Posted money, receipts and the audit are neither changed nor deleted; void with "
        "a reason and enter anew.",
    ),
    Check(
        "KEYS_DAMAGED",
        "",
        Severity.REFUSE,
        "Tệp khóa keys.json trong {place} bị hỏng; hãy lấy tệp này từ bản sao lưu gần "
        "nhất hoặc phục hồi bản sao lưu đó.",
        "The key file keys.json in {place} is damaged; take it from the newest backup or "
        "restore that backup.",
    ),
    Check(
        "KEYS_MISSING",
        "",
        Severity.REFUSE,
        "Thư mục {place} không có tệp khóa keys.json; hãy chọn đúng thư mục sổ hoặc phục "
        "hồi từ bản sao lưu.",
        "The folder {place} has no key file keys.json; choose the right folder or "
        "restore from a backup.",
    ),
    Check(
        "KEYS_NEWER",
        "",
        Severity.REFUSE,
        "Tệp khóa trong {place} do phiên bản mới hơn của chương trình tạo ra; hãy cập "
        "nhật chương trình.",
        "The key file in {place} was made by a newer version of the program; update the program.",
    ),
    Check(
        "LAST_ADMINISTRATOR",
        "",
        Severity.REFUSE,
        "“{login}” là quản trị viên cuối cùng; hãy giao quyền quản trị cho người khác trước.",
        "“{login}” is the last administrator; make another one first.",
    ),
    Check(
        "LAST_PRINTED_MISSING",
        "",
        Severity.REFUSE,
        "Cần biết biên lai in sau cùng của quyển {book} (bản sao lưu có đến số "
        "{number}); hãy xem cuống biên lai rồi nhập số đó.",
        "The last printed receipt of book {book} is needed (the backup knows up to "
        "{number}); look at the stubs and enter that number.",
        "ruling 13",
    ),
    Check(
        "LAST_PRINTED_TOO_LOW",
        "",
        Severity.REFUSE,
        "Quyển {book}: bản sao lưu đã có đến số {known}, không thể tiếp tục từ số "
        "{number}; hãy nhập số từ {known} trở lên.",
        "Book {book}: the backup already has numbers up to {known}, it cannot continue "
        "after {number}; enter {known} or more.",
        "ruling 13",
    ),
    Check(
        "LOGIN_MISSING",
        "login",
        Severity.REFUSE,
        "Chưa có tên đăng nhập; hãy đặt một tên ngắn, ví dụ van.thu.",
        "The login is missing; choose a short one such as van.thu.",
    ),
    Check(
        "LOGIN_NEEDED",
        "login",
        Severity.REFUSE,
        "Sổ này có nhiều tài khoản ({logins}); hãy cho biết tên đăng nhập.",
        "This store has several accounts ({logins}); say which login.",
    ),
    Check(
        "LOGIN_TAKEN",
        "login",
        Severity.REFUSE,
        "Tên đăng nhập “{login}” đã có; hãy chọn tên khác.",
        "The login “{login}” is taken; choose another one.",
    ),
    Check(
        "LOGIN_UNKNOWN",
        "login",
        Severity.REFUSE,
        "Không có tài khoản “{login}” trong sổ này; hãy kiểm tra lại tên đăng nhập.",
        "There is no account “{login}” in this store; check the login.",
    ),
    Check(
        "NOT_ALLOWED",
        "",
        Severity.REFUSE,
        "Tài khoản “{login}” không có quyền làm việc này; hãy nhờ quản trị viên.",
        "The account “{login}” may not do this; ask an administrator.",
    ),
    Check(
        "OPTION_LAST_PRINTED",
        "",
        Severity.REFUSE,
        "Không đọc được “{value}” của --last-printed; hãy ghi như AA/01=0000123 (quyển "
        "AA/01, số in sau cùng 123), hoặc AA/01=none nếu chưa in số nào.",
        "“{value}” given for --last-printed cannot be read; write it like AA/01=0000123 "
        "(book AA/01, last printed 123), or AA/01=none where nothing was printed.",
        "ruling 13",
    ),
    Check(
        "PASSWORD_TOO_EASY",
        "password",
        Severity.REFUSE,
        "Mật khẩu này quá dễ đoán; hãy chọn mật khẩu khác, ví dụ bốn từ không liên quan.",
        "This password is too easy to guess; choose another one, such as four unrelated words.",
    ),
    Check(
        "PASSWORD_TOO_SHORT",
        "password",
        Severity.REFUSE,
        "Mật khẩu phải có ít nhất {least} ký tự; hãy đặt mật khẩu dài hơn.",
        "A password has at least {least} characters; choose a longer one.",
    ),
    Check(
        "PASSWORD_WRONG",
        "password",
        Severity.REFUSE,
        "Sai mật khẩu của “{login}”; hãy gõ lại (kiểm tra phím Caps Lock và bộ gõ), hoặc "
        "dùng mã khôi phục đã in.",
        "Wrong password for “{login}”; type it again (check Caps Lock and the input "
        "method), or use the printed recovery code.",
    ),
    Check(
        "PROVINCE_UNKNOWN",
        "province_code",
        Severity.REFUSE,
        "Không có tỉnh, thành phố nào mang mã “{value}”; hãy chọn trong danh sách.",
        "No province has the code “{value}”; choose one from the list.",
    ),
    Check(
        "RECOVERY_CODE_MISTYPED",
        "recovery_code",
        Severity.REFUSE,
        "Mã khôi phục gõ chưa đúng; mã có 24 chữ và số, hãy so lại từng nhóm với tờ đã in.",
        "The recovery code is mistyped; it has 24 letters and digits, compare each group "
        "with the printed sheet.",
    ),
    Check(
        "RECOVERY_CODE_WRONG",
        "recovery_code",
        Severity.REFUSE,
        "Mã khôi phục này không mở được sổ; hãy tìm tờ in mới nhất của đúng sổ này.",
        "This recovery code does not open the store; find the newest sheet of this very store.",
    ),
    Check(
        "ROW_CONFLICT",
        "",
        Severity.REFUSE,
        "Dữ liệu vừa ghi trái với dữ liệu đã có; hãy mở lại trang rồi làm lại.",
        "What was written contradicts what is there; open the page again and retry.",
    ),
    Check(
        "ROW_GONE",
        "",
        Severity.REFUSE,
        "Mục này vừa được người khác xóa; hãy mở lại trang.",
        "This item has just been removed by somebody else; open the page again.",
    ),
    Check(
        "SCHOOL_NAME_MISSING",
        "school_name",
        Severity.REFUSE,
        "Chưa có tên trường; hãy nhập tên đầy đủ như trên con dấu.",
        "The school's name is missing; enter it in full as on the stamp.",
    ),
    Check(
        "STORE_CUT",
        "",
        Severity.REFUSE,
        "Tệp desk.db trong {place} bị cắt ngắn; hãy phục hồi từ bản sao lưu gần nhất.",
        "The file desk.db in {place} has been cut short; restore the newest backup.",
    ),
    Check(
        "STORE_DAMAGED",
        "",
        Severity.REFUSE,
        "Tệp desk.db trong {place} bị hỏng hoặc không mở được bằng khóa của sổ này; hãy "
        "phục hồi từ bản sao lưu gần nhất.",
        "The file desk.db in {place} is damaged or does not open with this store's key; "
        "restore the newest backup.",
    ),
    Check(
        "STORE_DISK_ERROR",
        "",
        Severity.REFUSE,
        "Không đọc hoặc ghi được trong {place}; hãy kiểm tra ổ đĩa, dây cắm và đường "
        "mạng rồi làm lại.",
        "{place} cannot be read or written; check the disk, the plug and the network, "
        "then try again.",
    ),
    Check(
        "STORE_DISK_FULL",
        "",
        Severity.REFUSE,
        "Ổ đĩa của {place} đã đầy nên lần ghi này không được giữ; hãy xóa bớt tệp không "
        "cần rồi làm lại.",
        "The disk of {place} is full and this change was not kept; delete what is not "
        "needed, then try again.",
    ),
    Check(
        "STORE_EMPTY",
        "",
        Severity.REFUSE,
        "Tệp desk.db trong {place} rỗng; hãy phục hồi từ bản sao lưu gần nhất.",
        "The file desk.db in {place} is empty; restore the newest backup.",
    ),
    Check(
        "STORE_EXISTS",
        "",
        Severity.REFUSE,
        "Thư mục {place} đã có một sổ; hãy mở sổ đó hoặc chọn thư mục khác.",
        "The folder {place} already holds a store; open that one or choose another folder.",
    ),
    Check(
        "STORE_FOREIGN",
        "",
        Severity.REFUSE,
        "Tệp desk.db trong {place} không phải sổ của chương trình này; hãy chọn đúng thư mục.",
        "The file desk.db in {place} is no store of this program; choose the right folder.",
    ),
    Check(
        "STORE_IN_USE",
        "",
        Severity.REFUSE,
        "Sổ {place} đang mở ở một cửa sổ hay lệnh khác; hãy dùng cửa sổ đó, hoặc đóng nó lại rồi "
        "làm lại.",
        "The store {place} is open in another window or command; use that one, or close it and try "
        "again.",
    ),
    Check(
        "STORE_MISSING",
        "",
        Severity.REFUSE,
        "Thư mục {place} không có sổ nào; hãy kiểm tra lại đường dẫn hoặc tạo sổ mới.",
        "There is no store in {place}; check the path or make a new one.",
    ),
    Check(
        "STORE_NEWER",
        "",
        Severity.REFUSE,
        "Sổ {place} đã được một phiên bản mới hơn của chương trình mở; hãy cập nhật "
        "chương trình rồi mở lại.",
        "The store {place} has been opened by a newer version of the program; update the "
        "program, then open it.",
    ),
    Check(
        "STORE_OUT_OF_MEMORY",
        "",
        Severity.REFUSE,
        "Máy hết bộ nhớ khi làm việc với {place}; hãy đóng bớt chương trình khác rồi làm lại.",
        "The machine ran out of memory working on {place}; close other programs and try again.",
    ),
    Check(
        "STORE_READ_ONLY",
        "",
        Severity.REFUSE,
        "Không được phép ghi vào {place}; hãy bỏ chế độ chỉ đọc hoặc chọn thư mục của mình.",
        "{place} must not be written to; remove the read-only mark or choose a folder of your own.",
    ),
    Check(
        "STORE_UNFINISHED",
        "",
        Severity.REFUSE,
        "Sổ này chưa lập xong; hãy tạo sổ mới trong một thư mục khác.",
        "This store was never finished; make a new one in another folder.",
    ),
    Check(
        "VERIFY_AUDIT",
        "",
        Severity.REFUSE,
        "Nhật ký bị sửa hoặc mất từ dòng {line}; hãy gọi người hỗ trợ và giữ lại mọi bản sao lưu.",
        "The audit was tampered with from line {line} on; call support and keep every backup.",
    ),
    Check(
        "VERIFY_AUDIT_SHORTENED",
        "",
        Severity.REFUSE,
        "Nhật ký thiếu dòng {line} mà bản sao lưu gần nhất vẫn có; hãy gọi người hỗ trợ "
        "và giữ lại mọi bản sao lưu.",
        "The audit lacks line {line}, which the newest backup has; call support and keep "
        "every backup.",
    ),
    Check(
        "VERIFY_ENROLMENT",
        "",
        Severity.REFUSE,
        "Tiền của {full_name} không khớp: phải đóng {own_share} đồng, đã thu {paid} "
        "đồng; hãy xem lại biên lai của em.",
        "The money of {full_name} does not agree: {own_share} đ due, {paid} đ "
        "paid; look at the pupil's receipts.",
    ),
    Check(
        "VERIFY_GAP",
        "",
        Severity.REFUSE,
        "Quyển {book} thiếu số từ {first} đến {last}; hãy gọi người hỗ trợ.",
        "Book {book} lacks the numbers {first} to {last}; call support.",
        "ruling 9",
    ),
    Check(
        "VERIFY_HANDOVER",
        "",
        Severity.REFUSE,
        "Phiếu giao tiền số {number} ghi {amount} đồng nhưng các khoản thu cộng lại "
        "{paid} đồng; hãy đối chiếu phiếu giấy.",
        "Hand-over slip {number} says {amount} đ, its payments add up to {paid} đ; "
        "compare the paper slip.",
    ),
    Check(
        "VERIFY_HELD",
        "",
        Severity.REFUSE,
        "Tiền của biên lai {number} quyển {book} không ở nơi mà các phiếu cho biết; hãy phục hồi "
        "từ bản sao lưu gần nhất.",
        "The money of receipt {number} in book {book} is not where the papers say; restore the "
        "newest backup.",
    ),
    Check(
        "VERIFY_LINKS",
        "",
        Severity.REFUSE,
        "Phần “{table}” của sổ có {rows} dòng trỏ đến dữ liệu không còn; hãy phục hồi từ bản sao "
        "lưu gần nhất.",
        "The store's part “{table}” has {rows} rows that point at nothing; restore the newest "
        "backup.",
    ),
    Check(
        "VERIFY_PAGES",
        "",
        Severity.REFUSE,
        "Tệp của sổ có trang bị hỏng; hãy phục hồi từ bản sao lưu gần nhất.",
        "The store's file has damaged pages; restore the newest backup.",
    ),
    Check(
        "VERIFY_RECEIPT_SUM",
        "",
        Severity.REFUSE,
        "Biên lai {book} số {number} ghi {amount} đồng nhưng các khoản thu cộng lại "
        "{paid} đồng; hãy gọi người hỗ trợ.",
        "Receipt {book} number {number} says {amount} đ, its payments add up to "
        "{paid} đ; call support.",
    ),
    Check(
        "VERIFY_REFUND",
        "",
        Severity.REFUSE,
        "Phiếu chi hoàn trả số {number} ghi {amount} đồng nhưng các khoản trả lại cộng được "
        "{paid} đồng; hãy gọi người hỗ trợ.",
        "Refund {number} says {amount} đ, what was given back adds up to {paid} đ; call support.",
    ),
    Check(
        "VERIFY_REMITTANCE",
        "",
        Severity.REFUSE,
        "Lệnh chuyển tiền số {number} ghi {amount} đồng nhưng các khoản thu cộng lại "
        "{paid} đồng; hãy gọi người hỗ trợ.",
        "Transfer order {number} says {amount} đ, its payments add up to {paid} đ; call support.",
    ),
    Check(
        "VERIFY_VOID",
        "",
        Severity.REFUSE,
        "Biên lai {book} số {number} hủy mà không có bút toán đối ứng đúng; hãy gọi người hỗ trợ.",
        "Receipt {book} number {number} is void without its exact counter-entries; call support.",
    ),
)
