"""Checks of dated rules and amounts."""

from __future__ import annotations

from ssdesk.domain.checks.table import Check, Severity

REFUSE, WARN = Severity.REFUSE, Severity.WARN


def _unknown(code: str, vi: str, en: str, source: str = "") -> Check:
    """A value that the rule pack does not hold for the day asked for (ruling 24)."""
    return Check(
        code,
        "paid_on",
        REFUSE,
        f"Bộ quy định chưa có {vi} cho ngày {{day}}. Hãy xem lại ngày hoặc cập nhật bộ quy định.",
        f"The rule pack has no {en} for {{day}}. Check the date or update the rule pack.",
        source,
    )


CHECKS: tuple[Check, ...] = (
    Check(
        "AMOUNT_TOO_LARGE",
        "amount",
        REFUSE,
        "Số tiền “{value}” quá lớn. Hãy gõ lại số đồng.",
        "Amount “{value}” is too large. Type the dong again.",
    ),
    Check(
        "AMOUNT_UNREADABLE",
        "amount",
        REFUSE,
        "Không đọc được số tiền “{value}”. Hãy gõ số đồng nguyên, ví dụ 683100 hoặc 683.100.",
        "“{value}” cannot be read as an amount. Type whole dong, for example 683100 or 683.100.",
    ),
    _unknown("BASE_SALARY_UNKNOWN", "mức lương cơ sở", "base salary"),
    _unknown("CARD_TERMS_UNKNOWN", "thời hạn thẻ theo lớp", "card terms by grade"),
    Check(
        "CATCH_UP_UNKNOWN",
        "paid_on",
        REFUSE,
        "Từ 01/07/2025 chưa rõ còn được đóng bù phần chậm đóng hay không (ngày {day}). Hãy hỏi cơ "
        "quan BHXH, rồi đăng ký lại phương thức đóng.",
        "Since 01/07/2025 it is not known whether late months can still be caught up (on {day}). "
        "Ask the office, then register the method again.",
        "NĐ 159/2025/NĐ-CP",
    ),
    _unknown("COMMISSION_UNKNOWN", "mức thù lao", "commission rates"),
    Check(
        "FARMER_SUPPORT_OPEN",
        "state_support",
        WARN,
        "Chưa đối chiếu được mức hỗ trợ hộ nông, lâm, ngư, diêm nghiệp từ 01/07/2025; đang tính "
        "30%. Hãy hỏi cơ quan BHXH trước khi thu.",
        "The support for farming households since 01/07/2025 is not confirmed; 30 % is used. Ask "
        "the office before collecting.",
        "NĐ 146/2018/NĐ-CP Đ8; NĐ 188/2025/NĐ-CP",
    ),
    Check(
        "GROUP_NOT_LISTED",
        "group_code",
        WARN,
        "Mã đối tượng “{group}” không có trong danh mục. Hãy xem lại thẻ; nếu thẻ ghi đúng như vậy "
        "thì cứ giữ.",
        "Group code “{group}” is not in the list. Look at the card again; if it says so, keep it.",
        "QĐ 1351/QĐ-BHXH",
    ),
    Check(
        "GROUP_UNKNOWN",
        "group_code",
        REFUSE,
        "Không có mã đối tượng “{group}” vào ngày {day}. Hãy chọn một mã trong danh sách.",
        "There is no group code “{group}” on {day}. Choose one from the list.",
        "QĐ 1351/QĐ-BHXH",
    ),
    _unknown("HEALTH_RATE_UNKNOWN", "mức đóng BHYT", "health-insurance rate"),
    Check(
        "HOUSEHOLD_MONTHS_UNUSUAL",
        "months",
        WARN,
        "Hộ gia đình thường đóng 3, 6 hoặc 12 tháng; cơ quan BHXH có thể yêu cầu đóng như vậy. Hãy "
        "hỏi trước khi thu.",
        "A household usually pays for 3, 6 or 12 months and the office may ask for that. Ask "
        "before collecting.",
        "NĐ 146/2018/NĐ-CP Đ9 k7",
    ),
    _unknown("HOUSEHOLD_RULES_UNKNOWN", "mức giảm trừ hộ gia đình", "household order"),
    Check(
        "HOUSEHOLD_SIZE_LIMIT",
        "member_order",
        REFUSE,
        "Số người cùng hộ phải từ 1 đến {limit}, không phải {size}. Hãy gõ lại.",
        "The members of a household number 1 to {limit}, not {size}. Type it again.",
    ),
    Check(
        "INCOME_CEILING",
        "declared_income",
        REFUSE,
        "Mức thu nhập {income} cao hơn mức tối đa {limit} đồng. Hãy chọn mức không quá {limit}.",
        "Income {income} is above the ceiling of {limit} đ. Choose at most {limit}.",
        "Luật 41/2024/QH15 Đ31 k2",
    ),
    Check(
        "INCOME_FLOOR",
        "declared_income",
        REFUSE,
        "Mức thu nhập {income} thấp hơn chuẩn nghèo nông thôn {limit} đồng. Hãy chọn mức từ "
        "{limit} trở lên.",
        "Income {income} is below the rural poverty line of {limit} đ. Choose at least {limit}.",
        "Luật 41/2024/QH15 Đ31 k2",
    ),
    _unknown("INCOME_RULES_UNKNOWN", "giới hạn mức thu nhập", "income limits"),
    Check(
        "INCOME_STEP",
        "declared_income",
        REFUSE,
        "Mức thu nhập {income} phải bằng chuẩn nghèo {floor} cộng bội số của {limit} đồng. Hãy "
        "chọn mức gần nhất.",
        "Income {income} must be the poverty line {floor} plus a multiple of {limit} đ. Choose "
        "the nearest.",
        "QĐ 595/QĐ-BHXH Đ10 k1",
    ),
    Check(
        "INTEREST_RATE_UNKNOWN",
        "paid_on",
        REFUSE,
        "Chưa có lãi suất đầu tư quỹ BHXH công bố cho năm {year}, nên chưa tính được phương thức "
        "này. Hãy cập nhật bộ quy định khi có công bố.",
        "The fund's interest rate for {year} is not known, so this method cannot be computed. "
        "Update the rule pack once it is published.",
        "QĐ 366/QĐ-BHXH Đ6",
    ),
    Check(
        "METHOD_UNKNOWN",
        "payment_method",
        REFUSE,
        "Không có phương thức đóng {months} tháng. Hãy chọn một trong: {limit} tháng, hoặc đóng "
        "cho những năm về sau, những năm còn thiếu.",
        "There is no method of {months} months. Choose one of: {limit} months, or years ahead, or "
        "missing months.",
        "Luật 41/2024/QH15 Đ36",
    ),
    Check(
        "MINORITY_SUPPORT_OPEN",
        "state_support",
        WARN,
        "Hỗ trợ 70% cho người dân tộc thiểu số ở xã ra khỏi vùng khó khăn đã hết ngày 31/10/2026. "
        "Hãy hỏi cơ quan BHXH xem có kéo dài không trước khi thu.",
        "The 70 % support for ethnic minorities in communes that left the difficult list ended on "
        "31/10/2026. Ask the office whether it continues before collecting.",
        "NĐ 75/2023/NĐ-CP; ruling 18",
    ),
    Check(
        "MONTHS_LIMIT",
        "months",
        REFUSE,
        "Số tháng phải từ {lowest} đến {highest}, không phải {months}. Hãy gõ lại số tháng.",
        "Months must be {lowest} to {highest}, not {months}. Type them again.",
    ),
    _unknown("MONTHS_RULES_UNKNOWN", "giới hạn số tháng", "limit of months"),
    Check(
        "PERCENT_LIMIT",
        "local_support",
        REFUSE,
        "Tỷ lệ “{value}” phải từ 0 đến {limit} %. Hãy gõ lại.",
        "Share “{value}” must be 0 to {limit} %. Type it again.",
    ),
    Check(
        "PERCENT_UNREADABLE",
        "local_support",
        REFUSE,
        "Không đọc được tỷ lệ “{value}”. Hãy gõ phần trăm, ví dụ 5 hoặc 4,5.",
        "“{value}” cannot be read as a share. Type per cent, for example 5 or 4.5.",
    ),
    Check(
        "RULE_PACK_DAMAGED",
        "",
        REFUSE,
        "Tệp {file} của bộ quy định thiếu hoặc đã bị sửa mà chưa niêm lại. Hãy cài lại chương "
        "trình, hoặc chạy: python -m ssdesk.rulepacks THƯ-MỤC.",
        "File {file} of the rule pack is missing or was changed and not sealed again. Install the "
        "program again, or run: python -m ssdesk.rulepacks FOLDER.",
    ),
    Check(
        "RULE_PACK_INVALID",
        "",
        REFUSE,
        "Tệp {file} của bộ quy định sai ở “{column}”: {value}. Hãy sửa hoặc cài lại chương trình.",
        "File {file} of the rule pack is wrong at “{column}”: {value}. Mend it or install the "
        "program again.",
    ),
    _unknown("SCHOOL_FUND_UNKNOWN", "tỷ lệ trích cho trường", "school fund"),
    Check(
        "SUPPORTED_MONTHS_LIMIT",
        "support_meter",
        REFUSE,
        "Số tháng đã được hỗ trợ phải từ 0 đến {limit}, không phải {months}. Hãy gõ lại.",
        "Months already supported must be 0 to {limit}, not {months}. Type them again.",
        "QĐ 595/QĐ-BHXH Đ12 k2",
    ),
    Check(
        "SUPPORT_AMOUNT_NEGATIVE",
        "local_support",
        REFUSE,
        "Số tiền hỗ trợ ({field}) không được âm. Hãy gõ lại.",
        "An amount of support ({field}) cannot be negative. Type it again.",
    ),
    Check(
        "SUPPORT_OVER_PREMIUM",
        "local_support",
        REFUSE,
        "Các khoản hỗ trợ cộng lại {support} đồng, vượt số tiền phải đóng {limit} đồng. Hãy giảm "
        "mức hỗ trợ.",
        "The supports come to {support} đ, more than the premium of {limit} đ. Lower them.",
    ),
    Check(
        "SUPPORT_PERCENT_LIMIT",
        "local_support",
        REFUSE,
        "Tỷ lệ hỗ trợ ({field}) phải từ 0 đến {limit} %. Hãy gõ lại.",
        "A share of support ({field}) must be 0 to {limit} %. Type it again.",
    ),
    Check(
        "SUPPORT_TWO_KINDS",
        "local_support",
        REFUSE,
        "Khoản hỗ trợ ({field}) hoặc theo tỷ lệ, hoặc theo số tiền, không cả hai. Hãy bỏ một.",
        "A support ({field}) is a share or an amount, not both. Leave one out.",
    ),
    Check(
        "TWO_METHODS",
        "payment_method",
        REFUSE,
        "Đóng cho những năm về sau và đóng cho thời gian còn thiếu không đi cùng nhau. Hãy chọn "
        "một.",
        "Years ahead and missing months do not go together. Choose one.",
    ),
    _unknown("VOLUNTARY_RATE_UNKNOWN", "tỷ lệ đóng BHXH tự nguyện", "voluntary-insurance rate"),
    _unknown("VOLUNTARY_SUPPORT_UNKNOWN", "mức hỗ trợ BHXH tự nguyện", "voluntary support"),
    _unknown("VOLUNTARY_TERMS_UNKNOWN", "phương thức đóng BHXH tự nguyện", "voluntary methods"),
    _unknown("WAITING_UNKNOWN", "thời gian chờ của thẻ", "waiting time of cards"),
    Check(
        "YEARS_AHEAD_LIMIT",
        "payment_method",
        REFUSE,
        "Số năm đóng cho về sau phải từ {lowest} đến {highest}, không phải {years}. Hãy gõ lại.",
        "Years ahead must be {lowest} to {highest}, not {years}. Type them again.",
        "Luật 41/2024/QH15 Đ36",
    ),
)
