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
        "CLASS_MISSING",
        "school_class",
        REFUSE,
        "Em {name} chưa có lớp. Hãy chọn hoặc gõ tên lớp.",
        "Pupil {name} has no class yet. Choose or type the class.",
    ),
    Check(
        "COVER_ENDED",
        "valid_to",
        WARN,
        "Thẻ của đối tượng khác đã hết hạn ngày {value}: em phải đóng tại trường hoặc bổ sung thẻ "
        "mới.",
        "The other group's card ended on {value}: the pupil pays at school or shows a new card.",
        "NĐ 188/2025/NĐ-CP",
    ),
    Check(
        "COVER_NOT_PROVEN",
        "proven",
        WARN,
        "Chưa thấy thẻ hoặc giấy chứng minh: em vẫn tính là chưa tham gia cho đến khi có bằng "
        "chứng.",
        "No card or paper seen yet: the pupil counts as not covered until there is evidence.",
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
        "PERSONAL_ID_MISSING",
        "personal_id",
        WARN,
        "Chưa có số định danh cá nhân. Danh sách gửi đi cần số này; hãy hỏi phụ huynh.",
        "The personal id is missing. The list to the office needs it; ask the parents.",
        "NĐ 188/2025/NĐ-CP Mẫu số 3",
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
        "{name} has paid a part only ({paid} dong). Take the rest or void the receipt first.",
        "ruling 7",
    ),
    Check(
        "PUPIL_HAS_PAID",
        "",
        REFUSE,
        "Em {name} đã đóng {paid} đồng tại trường. Hãy hủy phiếu thu (hoặc làm hoàn trả) trước khi "
        "ghi thẻ khác.",
        "{name} has paid {paid} dong at school. Void the receipt (or refund) before noting "
        "another card.",
        "QĐ 366/QĐ-BHXH Đ5",
    ),
    Check(
        "PUPIL_UNKNOWN",
        "",
        REFUSE,
        "Không còn thấy học sinh này trong danh sách. Hãy tải lại trang.",
        "This pupil is no longer on the roster. Reload the page.",
    ),
    Check(
        "REASON_MISSING",
        "reason",
        REFUSE,
        "Việc này cần một lý do. Hãy ghi ngắn gọn vì sao.",
        "This needs a reason. Say briefly why.",
    ),
    Check(
        "ROSTER_CHANGED",
        "",
        REFUSE,
        "Danh sách lớp vừa được sửa ở chỗ khác. Hãy tải lại trang rồi làm tiếp.",
        "The roster was just changed elsewhere. Reload the page and go on.",
    ),
    Check(
        "SEX_MISSING",
        "sex",
        WARN,
        "Chưa có giới tính. Hãy chọn Nam hoặc Nữ theo giấy khai sinh.",
        "The sex is missing. Choose male or female as on the birth certificate.",
    ),
)
