"""Checks of collectors, hamlets, households and their members."""

from __future__ import annotations

from ssdesk.domain.checks.table import Check, Severity

REFUSE, WARN = Severity.REFUSE, Severity.WARN

CHECKS: tuple[Check, ...] = (
    Check(
        "ADVANCE_NONE",
        "",
        REFUSE,
        "Biên lai này không có tiền ứng trước chưa trả. Hãy chọn biên lai khác.",
        "There is no open advance on this receipt. Choose another receipt.",
    ),
    Check(
        "COLLECTOR_CODE_TAKEN",
        "code",
        REFUSE,
        "Mã {value} đã là của nhân viên thu {name}. Hãy kiểm tra lại mã.",
        "Code {value} is already collector {name}'s. Check the code.",
    ),
    Check(
        "COLLECTOR_MISSING",
        "code",
        REFUSE,
        "Nhân viên thu phải có họ tên và mã. Hãy gõ cả hai.",
        "A collector needs a name and a code. Type both.",
    ),
    Check(
        "COLLECTOR_UNKNOWN",
        "collector",
        REFUSE,
        "Không có nhân viên thu này trong sổ. Hãy chọn trong danh sách nhân viên thu.",
        "There is no such collector in the store. Choose one of the list of collectors.",
    ),
    Check(
        "HAMLET_MISSING",
        "hamlet",
        REFUSE,
        "Hộ phải thuộc một thôn, bản hoặc tổ. Hãy gõ tên thôn và tên xã.",
        "A household belongs to a hamlet. Type the hamlet and the commune.",
    ),
    Check(
        "HEAD_NEEDED",
        "relation",
        REFUSE,
        "Hộ còn người mà không có chủ hộ. Hãy chọn chủ hộ mới trước.",
        "The household still has members but no head. Choose a new head first.",
    ),
    Check(
        "HEAD_TAKEN",
        "relation",
        REFUSE,
        "Hộ đã có chủ hộ {name}. Hãy chọn quan hệ khác, hoặc đổi chủ hộ.",
        "{name} is the head of this household already. Choose another relation, or change the "
        "head.",
    ),
    Check(
        "HOUSEHOLD_CHANGED",
        "",
        REFUSE,
        "Hộ {number} vừa được sửa ở nơi khác. Hãy mở lại hộ rồi sửa.",
        "Household {number} was changed elsewhere meanwhile. Open it again, then change it.",
    ),
    Check(
        "HOUSEHOLD_ENDED",
        "",
        REFUSE,
        "Hộ {number} đã kết thúc ngày {value}. Hãy mở hộ mà các thành viên đã chuyển đến.",
        "Household {number} ended on {value}. Open the household its members moved to.",
    ),
    Check(
        "HOUSEHOLD_SAME",
        "",
        REFUSE,
        "Không thể gộp hộ {number} với chính nó. Hãy chọn hộ khác.",
        "Household {number} cannot be merged with itself. Choose another household.",
    ),
    Check(
        "HOUSEHOLD_UNKNOWN",
        "",
        REFUSE,
        "Không có hộ này trong sổ. Hãy tìm lại hộ.",
        "There is no such household in the store. Search for it again.",
    ),
    Check(
        "MEMBER_CARD_RUNS",
        "member",
        WARN,
        "Thẻ của {name} còn hạn đến {value}. Hãy hỏi lại trước khi thu: thẻ mới nối tiếp ngày đó.",
        "The card of {name} is valid until {value}. Ask before taking money: the new card follows "
        "that day.",
    ),
    Check(
        "MEMBER_COVERED",
        "member",
        WARN,
        "{name} đã có thẻ theo đối tượng {group}. Hãy xem lại thẻ đó trước khi thu.",
        "{name} has a card through group {group}. Look at that card before taking money.",
        "Luật 51/2024/QH15 Đ12",
    ),
    Check(
        "MEMBER_ELSEWHERE",
        "personal_id",
        REFUSE,
        "{name} đang thuộc hộ {number} (chủ hộ {head}). Hãy chuyển từ hộ đó sang, đừng nhập lại.",
        "{name} belongs to household {number} of {head}. Move the person from there instead of "
        "entering them again.",
        "NĐ 146/2018/NĐ-CP Đ5",
    ),
    Check(
        "MEMBER_HAS_REST",
        "member",
        REFUSE,
        "{name} còn nợ {due} đ của lần đóng trước. Hãy thu phần còn lại đó trước.",
        "{name} still owes {due} đ of the payment before. Take that rest first.",
    ),
    Check(
        "MEMBER_LEFT_LATER",
        "left_on",
        REFUSE,
        "Ngày {value} chưa đến. Hãy ghi ngày đã xảy ra.",
        "The day {value} has not come yet. Give the day on which it happened.",
    ),
    Check(
        "MEMBER_NONE",
        "",
        REFUSE,
        "Chưa chọn thành viên nào. Hãy đánh dấu ít nhất một người.",
        "No member is chosen. Mark one person at least.",
    ),
    Check(
        "MEMBER_TWICE",
        "",
        REFUSE,
        "{name} có hai lần trong hộ. Hãy bỏ bớt một dòng.",
        "{name} stands in the household twice. Take one of the lines away.",
    ),
    Check(
        "MEMBER_UNKNOWN",
        "",
        REFUSE,
        "Không có thành viên này trong sổ. Hãy mở lại hộ.",
        "There is no such member in the store. Open the household again.",
    ),
    Check(
        "SPLIT_TAKES_ALL",
        "",
        REFUSE,
        "Tách hộ phải để lại ít nhất một người. Nếu cả hộ chuyển đi, hãy dùng “Chuyển hộ”.",
        "A split leaves one member at least. If all of them move, move the household.",
    ),
    Check(
        "VISIT_PROMISE_MISSING",
        "promised_on",
        REFUSE,
        "Hẹn đóng phải có ngày. Hãy gõ ngày mà hộ hẹn đóng.",
        "A promise has its day. Type the day on which the household will pay.",
    ),
    Check(
        "VISIT_PROMISE_PAST",
        "promised_on",
        REFUSE,
        "Ngày hẹn {value} đã qua. Hãy gõ hôm nay hoặc ngày sau.",
        "The day {value} has passed. Type today or a later day.",
    ),
    Check(
        "VISIT_UNKNOWN",
        "",
        REFUSE,
        "Lần thăm này không còn trong sổ. Hãy mở lại danh sách.",
        "This visit is not in the store any more. Open the list again.",
    ),
    Check(
        "VOLUNTARY_RUNS",
        "starts_on",
        REFUSE,
        "Đã đóng BHXH tự nguyện đến hết {value}. Hãy chọn tháng bắt đầu sau tháng đó.",
        "Voluntary insurance is paid until the end of {value}. Choose a first month after it.",
        "QĐ 595/QĐ-BHXH Đ9 k3",
    ),
    Check(
        "VOLUNTARY_TOO_YOUNG",
        "birth_date",
        REFUSE,
        "{name} (sinh {value}) chưa đủ {limit} tuổi để tham gia BHXH tự nguyện. Hãy kiểm tra ngày "
        "sinh.",
        "{name} (born {value}) is not {limit} years old yet and cannot join voluntary insurance. "
        "Check the birth date.",
        "Luật 41/2024/QH15 Đ2 k4",
    ),
)
