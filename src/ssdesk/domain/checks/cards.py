"""Checks of lists of cards that the office sends, and of cards handed out."""

from __future__ import annotations

from ssdesk.domain.checks.table import Check, Severity

REFUSE, WARN = Severity.REFUSE, Severity.WARN

CHECKS: tuple[Check, ...] = (
    Check(
        "CARDS_NONE_TO_HAND",
        "",
        REFUSE,
        "Không em nào trong số đã chọn có thẻ ở bước này. Hãy chọn em có thẻ, chưa phát.",
        "None of the pupils chosen has a card at this step. Choose pupils whose card is not handed "
        "out yet.",
    ),
    Check(
        "CARD_HANDED_LATER",
        "on",
        REFUSE,
        "Ngày phát thẻ {value} chưa đến. Hãy ghi ngày đã phát.",
        "The day {value} has not come yet. Give the day on which the cards were handed out.",
    ),
    Check(
        "CARD_LIST_CHANGED",
        "",
        REFUSE,
        "Sổ vừa có thay đổi sau khi xem danh sách thẻ. Hãy mở lại danh sách để xem, rồi nhận.",
        "The store changed since the list of cards was shown. Open it again, look, then take it.",
    ),
    Check(
        "CARD_LIST_DAY_UNREADABLE",
        "valid_to",
        REFUSE,
        "Không đọc được ngày “{value}” của thẻ. Hãy sửa ô thành ngày/tháng/năm như 31/12/2026, "
        "hoặc để dòng này ở ngoài.",
        "“{value}” cannot be read as a day of the card. Write day/month/year like 31/12/2026, or "
        "leave this row out.",
    ),
    Check(
        "CARD_LIST_EMPTY",
        "",
        REFUSE,
        "Dưới các tiêu đề của “{file}” không có người nào. Hãy chọn danh sách khác.",
        "There is nobody below the headings of “{file}”. Choose another list.",
    ),
    Check(
        "CARD_LIST_NO_COLUMNS",
        "",
        REFUSE,
        "Trong “{file}” không thấy cột họ tên cùng cột mã số, số thẻ hoặc hạn thẻ. Hãy chọn danh "
        "sách D09-TS hay danh sách thẻ sắp hết hạn, giữ nguyên dòng tiêu đề, hoặc chỉ ra cột nào "
        "là gì.",
        "“{file}” has no column of names together with one of numbers, cards or last days. "
        "Choose the office's D09-TS or its list of cards about to end, with its headings, or say "
        "what the columns hold.",
    ),
    Check(
        "CARD_ROW_BIRTH_DIFFERS",
        "birth_date",
        WARN,
        "Danh sách ghi em {name} sinh {value}, sổ ghi {before}. Thẻ vẫn được nhận theo {number}; "
        "hãy đối chiếu ngày sinh.",
        "The list says {name} was born {value}, the store says {before}. The card is taken by "
        "{number}; compare the birth date.",
    ),
    Check(
        "CARD_ROW_NAME_DIFFERS",
        "full_name",
        WARN,
        "Danh sách ghi họ tên “{value}”, sổ ghi {name}. Thẻ vẫn được nhận theo {number}; hãy đối "
        "chiếu họ tên.",
        "The list says “{value}”, the store says {name}. The card is taken by {number}; compare "
        "the name.",
    ),
    Check(
        "CARD_ROW_NO_NUMBER",
        "insurance_number",
        REFUSE,
        "Danh sách không ghi mã số hay số thẻ, và em {name} chưa có mã số BHXH trong sổ. Hãy ghi "
        "mã số của em rồi mở lại danh sách, hoặc để dòng này ở ngoài.",
        "The list gives no number and {name} has no insurance number in the store. Note it and "
        "open the list again, or leave this row out.",
    ),
    Check(
        "CARD_ROW_OTHER_NUMBER",
        "insurance_number",
        REFUSE,
        "Em {name} trùng họ tên và ngày sinh nhưng sổ ghi số {before}, danh sách ghi {value}. Hãy "
        "đối chiếu thẻ và sửa số ở trang Học sinh rồi mở lại, hoặc để dòng này ở ngoài.",
        "{name} has this name and birth date but the store says number {before}, the list {value}. "
        "Look at the card, mend the number on the pupils' page and open the list again, or leave "
        "this row out.",
    ),
    Check(
        "CARD_ROW_PERSONAL_ID_DIFFERS",
        "personal_id",
        WARN,
        "Danh sách ghi số định danh {value}, sổ ghi {before}; sổ giữ nguyên. Hãy đối chiếu thẻ căn "
        "cước hoặc giấy khai sinh.",
        "The list says personal id {value}, the store {before}, which stays. Compare the identity "
        "card or birth certificate.",
    ),
    Check(
        "CARD_ROW_SEVERAL",
        "full_name",
        REFUSE,
        "{count} người trong sổ cùng họ tên và ngày sinh như “{value}”, danh sách không có số nào "
        "để phân biệt. Hãy ghi mã số của từng em rồi mở lại, hoặc để dòng này ở ngoài.",
        "{count} people in the store have the name and birth date of “{value}”, and the list "
        "gives no number to tell them apart. Note their numbers and open it again, or leave this "
        "row out.",
    ),
    Check(
        "CARD_ROW_TWICE",
        "full_name",
        REFUSE,
        "Em {name} có hai dòng nói khác nhau, dòng trước là {first}. Hãy xem dòng nào đúng, xóa "
        "dòng kia rồi mở lại, hoặc để dòng này ở ngoài.",
        "{name} has two rows that differ, the other is {first}. Keep the right one and open the "
        "list again, or leave this row out.",
    ),
    Check(
        "CARD_ROW_TWO_PEOPLE",
        "insurance_number",
        REFUSE,
        "Mã số BHXH {value} là của em {name}, số định danh {number} lại là của em {other}. Hãy đối "
        "chiếu hai em, sửa số sai rồi mở lại, hoặc để dòng này ở ngoài.",
        "Insurance number {value} is {name}'s, but personal id {number} is {other}'s. Compare the "
        "two, mend the wrong number and open the list again, or leave this row out.",
    ),
)
