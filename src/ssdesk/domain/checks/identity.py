"""Checks of who a person is."""

from __future__ import annotations

from ssdesk.domain.checks.table import Check, Severity

REFUSE, WARN = Severity.REFUSE, Severity.WARN

CHECKS: tuple[Check, ...] = (
    Check(
        "CARD_DAY_UNREADABLE",
        "valid_to",
        WARN,
        "Không đọc được ngày “{value}” của thẻ, nên thẻ được ghi không có ngày này. Hãy gõ "
        "ngày/tháng/năm như 31/12/2026.",
        "“{value}” cannot be read as a day of the card, which is noted without it. Type "
        "day/month/year like 31/12/2026.",
    ),
    Check(
        "CARD_GROUP_DIFFERS",
        "card_number",
        REFUSE,
        "Thẻ {value} mang mã đối tượng {group}, không phải {noted} như đã chọn. Hãy chọn đối tượng "
        "{group}, hoặc gõ lại số theo thẻ; thẻ của đối tượng cũ thì bỏ trống số và ghi giấy tờ.",
        "Card {value} is of group {group}, not {noted} as chosen. Choose group {group}, or type "
        "the number again from the card; leave out the number of an old group's card and name "
        "the paper seen.",
        "QĐ 1351/QĐ-BHXH",
    ),
    Check(
        "CARD_NUMBER_DIFFERS",
        "card_number",
        WARN,
        "Số thẻ BHYT {value} không mang mã số BHXH {number} của em. Hãy xem thẻ rồi sửa số nào "
        "sai.",
        "Card number {value} does not hold the pupil's insurance number {number}. Look at the "
        "card and mend the one that is wrong.",
        "QĐ 1351/QĐ-BHXH",
    ),
    Check(
        "CARD_NUMBER_MALFORMED",
        "card_number",
        REFUSE,
        "Số thẻ BHYT “{value}” không đúng mẫu: cần 15 ký tự (HS4010120878837), 10 hoặc 12 chữ số. "
        "Hãy gõ lại theo thẻ.",
        "Card number “{value}” has no known layout: 15 characters (HS4010120878837), 10 or 12 "
        "digits. Type it again from the card.",
        "QĐ 1351/QĐ-BHXH; QĐ 1666/QĐ-BHXH",
    ),
    Check(
        "CARD_NUMBER_TOO_EARLY",
        "card_number",
        WARN,
        "Số thẻ BHYT “{value}” có {length} chữ số, mẫu này chỉ có từ {since}. Hãy xem lại số thẻ "
        "hoặc ngày.",
        "Card number “{value}” has {length} digits, a layout that exists only since {since}. "
        "Check the number or the date.",
        "QĐ 1666/QĐ-BHXH; TB 6877/TB-BHXH",
    ),
    Check(
        "CARD_OF_OTHER_GROUP",
        "card_number",
        WARN,
        "Thẻ {value} thuộc nhóm {group}, không phải thẻ học sinh. Nếu thẻ còn hạn, hãy ghi em đã "
        "tham gia nơi khác ở trang Học sinh.",
        "Card {value} is of group {group}, no pupil's card. If it is still valid, note the pupil "
        "as covered elsewhere on the pupils page.",
        "NĐ 188/2025/NĐ-CP",
    ),
    Check(
        "CARD_PERIOD_EMPTY",
        "valid_to",
        REFUSE,
        "Thẻ {value} có ngày hết hạn trước ngày bắt đầu. Hãy xem lại hai ngày ghi trên thẻ.",
        "Card {value} ends before it begins. Look again at the two dates on the card.",
    ),
    Check(
        "DATE_IMPOSSIBLE",
        "date",
        REFUSE,
        "Không có ngày “{value}”. Hãy gõ ngày/tháng/năm, ví dụ 15/09/2010.",
        "There is no day “{value}”. Type day/month/year, for example 15/09/2010.",
    ),
    Check(
        "DATE_MONTH_FIRST",
        "date",
        REFUSE,
        "Ngày “{value}” có vẻ viết tháng trước ngày. Hãy gõ lại ngày/tháng/năm.",
        "Date “{value}” seems to have the month first. Type it again as day/month/year.",
    ),
    Check(
        "DATE_UNREADABLE",
        "date",
        REFUSE,
        "Không đọc được ngày “{value}”. Hãy gõ ngày/tháng/năm, ví dụ 15/09/2010.",
        "“{value}” cannot be read as a date. Type day/month/year, for example 15/09/2010.",
    ),
    Check(
        "INSURANCE_NUMBER_LOST_ZERO",
        "insurance_number",
        REFUSE,
        "Mã số BHXH “{value}” chỉ có 9 chữ số, có thể mất số 0 ở đầu. Hãy đối chiếu và gõ đủ "
        "10 chữ số.",
        "Insurance number “{value}” has only 9 digits, perhaps a leading 0 was lost. Compare it "
        "and type all 10 digits.",
        "QĐ 595/QĐ-BHXH Đ2",
    ),
    Check(
        "INSURANCE_NUMBER_MALFORMED",
        "insurance_number",
        REFUSE,
        "Mã số BHXH “{value}” phải có đúng 10 chữ số. Hãy gõ lại theo thẻ hoặc sổ.",
        "Insurance number “{value}” must have exactly 10 digits. Type it again from card or book.",
        "QĐ 595/QĐ-BHXH Đ2",
    ),
    Check(
        "PERSONAL_ID_BIRTH_YEAR",
        "personal_id",
        WARN,
        "Số định danh “{value}” cho biết năm sinh {says}, nhưng ngày sinh ghi năm {year}. Hãy đối "
        "chiếu giấy tờ; chưa sửa thì chưa gửi được.",
        "Personal id “{value}” says born in {says}, the birth date says {year}. Compare the "
        "papers; until mended it cannot be sent.",
        "NĐ 137/2015/NĐ-CP; NĐ 70/2024/NĐ-CP",
    ),
    Check(
        "PERSONAL_ID_CENTURY",
        "personal_id",
        WARN,
        "Số định danh “{value}” cho biết năm sinh {says}, lệch thế kỷ với năm {year}. Hãy xem chữ "
        "số thứ tư; chưa sửa thì chưa gửi được.",
        "Personal id “{value}” says born in {says}, another century than {year}. Look at its "
        "fourth digit; until mended it cannot be sent.",
        "NĐ 137/2015/NĐ-CP; NĐ 70/2024/NĐ-CP",
    ),
    Check(
        "PERSONAL_ID_LOST_ZERO",
        "personal_id",
        REFUSE,
        "Số định danh “{value}” chỉ có 11 chữ số, có thể mất số 0 ở đầu. Hãy đối chiếu và gõ đủ "
        "12 chữ số.",
        "Personal id “{value}” has only 11 digits, perhaps a leading 0 was lost. Compare it and "
        "type all 12 digits.",
        "NĐ 137/2015/NĐ-CP",
    ),
    Check(
        "PERSONAL_ID_MALFORMED",
        "personal_id",
        REFUSE,
        "Số định danh “{value}” phải có đúng 12 chữ số, ở đây có {length} ký tự. Hãy gõ lại theo "
        "thẻ căn cước hoặc giấy khai sinh.",
        "Personal id “{value}” must have exactly 12 digits, here are {length} characters. Type it "
        "again from the identity card or birth certificate.",
        "NĐ 137/2015/NĐ-CP",
    ),
    Check(
        "PERSONAL_ID_OLD_NUMBER",
        "personal_id",
        REFUSE,
        "“{value}” có 9 chữ số như số chứng minh nhân dân cũ. Hãy gõ số định danh 12 chữ số.",
        "“{value}” has 9 digits like an old identity-card number. Type the personal id of 12 "
        "digits.",
        "Luật Căn cước 26/2023/QH15",
    ),
    Check(
        "PERSONAL_ID_PROVINCE",
        "personal_id",
        WARN,
        "Số định danh “{value}” bắt đầu bằng {province}, không phải mã tỉnh hay mã nước nào. Hãy "
        "đối chiếu giấy tờ; chưa sửa thì chưa gửi được.",
        "Personal id “{value}” starts with {province}, the number of no province or country. "
        "Compare the papers; until mended it cannot be sent.",
        "TT 07/2016/TT-BCA",
    ),
    Check(
        "PERSONAL_ID_SEX",
        "personal_id",
        WARN,
        "Số định danh “{value}” trái với giới tính đã ghi (chữ số thứ tư chẵn là nam, lẻ là nữ). "
        "Hãy đối chiếu giấy tờ; chưa sửa thì chưa gửi được.",
        "Personal id “{value}” contradicts the sex given (fourth digit even for male, odd for "
        "female). Compare the papers; until mended it cannot be sent.",
        "NĐ 137/2015/NĐ-CP; NĐ 70/2024/NĐ-CP",
    ),
    Check(
        "PHONE_LOST_ZERO",
        "phone",
        WARN,
        "Số điện thoại “{value}” có 9 chữ số, có thể mất số 0 ở đầu. Hãy gõ đủ 10 chữ số.",
        "Phone number “{value}” has 9 digits, perhaps a leading 0 was lost. Type all 10 digits.",
    ),
    Check(
        "PHONE_MALFORMED",
        "phone",
        WARN,
        "Số điện thoại “{value}” không đúng: di động 10 chữ số bắt đầu 03, 05, 07, 08, 09; cố "
        "định 11 chữ số bắt đầu 02. Hãy gõ lại.",
        "Phone number “{value}” is not right: a mobile has 10 digits starting 03, 05, 07, 08, 09; "
        "a landline 11 starting 02. Type it again.",
    ),
    Check(
        "REGISTERED_HOSPITAL_MALFORMED",
        "registered_hospital",
        WARN,
        "Mã nơi khám chữa bệnh “{value}” không đủ 5 ký tự (hai số mã tỉnh, ba ký tự mã cơ sở). "
        "Hãy gõ lại theo danh mục hoặc ghi tên cơ sở.",
        "Hospital code “{value}” is not of 5 characters (two digits of the province, three of "
        "the hospital). Type it again from the list, or write the hospital's name.",
    ),
    Check(
        "SCAN_CUT",
        "",
        REFUSE,
        "Mã quét bị cụt: chỉ đọc được {fields} trong {wanted} phần của thẻ. Hãy đặt con trỏ vào ô "
        "trống và quét lại.",
        "The scan was cut short: only {fields} of the card's {wanted} parts came through. Put the "
        "cursor in an empty field and scan again.",
    ),
    Check(
        "SCAN_EMPTY",
        "",
        REFUSE,
        "Chưa quét được gì. Hãy quét lại mã QR trên thẻ.",
        "Nothing was scanned. Scan the QR code of the card again.",
    ),
    Check(
        "SCAN_SEVERAL",
        "",
        REFUSE,
        "Có {cards} mã khác nhau trong một ô. Hãy xóa ô và quét từng thẻ một.",
        "There are {cards} different codes in one field. Clear it and scan one card at a time.",
    ),
    Check(
        "SCAN_TOO_LONG",
        "",
        REFUSE,
        "Mã quét dài hơn {limit} ký tự, không phải mã của thẻ căn cước hay thẻ BHYT. Hãy quét lại.",
        "The scan is longer than {limit} characters and of no citizen or health card. Scan again.",
    ),
    Check(
        "SCAN_UNKNOWN",
        "",
        REFUSE,
        "Mã quét “{value}…” không phải của thẻ căn cước hay thẻ BHYT. Hãy quét mã QR trên thẻ.",
        "The scan “{value}…” is of no citizen or health card. Scan the QR code of the card.",
    ),
    Check(
        "SEX_UNREADABLE",
        "sex",
        REFUSE,
        "Không hiểu giới tính “{value}”. Hãy gõ Nam hoặc Nữ.",
        "“{value}” is no sex that is understood. Type Nam or Nữ (M or F).",
    ),
)
