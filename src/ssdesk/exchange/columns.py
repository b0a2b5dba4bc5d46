"""What the columns of a roster hold, told by their headings."""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache

from ssdesk.domain.names import clean_text, search_key


class Field(Enum):
    """What a column can hold; values are the glossary's words."""

    IGNORED = "ignored"
    ORDER = "order"
    FULL_NAME = "full_name"
    FAMILY_NAME = "family_name"
    MIDDLE_NAME = "middle_name"
    GIVEN_NAME = "given_name"
    BIRTH_DATE = "birth_date"
    BIRTH_DAY = "birth_day"
    BIRTH_MONTH = "birth_month"
    BIRTH_YEAR = "birth_year"
    BIRTH_IF_MALE = "birth_if_male"
    BIRTH_IF_FEMALE = "birth_if_female"
    SEX = "sex"
    MALE_MARK = "male_mark"
    FEMALE_MARK = "female_mark"
    SCHOOL_CLASS = "school_class"
    PERSONAL_ID = "personal_id"
    INSURANCE_NUMBER = "insurance_number"
    CARD_NUMBER = "card_number"
    CARD_FROM = "card_from"
    CARD_TO = "card_to"
    JOINED_ON = "joined_on"
    STUDENT_CODE = "student_code"
    PHONE = "phone"
    ADDRESS = "address"
    ETHNICITY = "ethnicity"
    PARENT_NAME = "parent_name"
    REGISTERED_HOSPITAL = "registered_hospital"
    NOTE = "note"

    # Members are looked up a dozen times a row; there is one object of each.
    __hash__ = object.__hash__


NAME_FIELDS = frozenset({Field.FULL_NAME, Field.FAMILY_NAME, Field.MIDDLE_NAME, Field.GIVEN_NAME})
MANY = frozenset({Field.IGNORED, Field.ADDRESS})
"""Fields that several columns of one sheet may hold."""

_LONGEST_HEADING = 80
_PHONE = r"\bdien thoai\b|\bs? ?dt\b|\bsdt\b|\bso dt\b|\bdi dong\b|\bphone\b|\bmobile\b|\btel\b"
_FAMILY = re.compile(
    r"\b(cha|me|phu huynh|giam ho|chu ho|bo me|ho ten bo|ten bo|cua bo|ph|phhs)\b"
    r"|^bo\b|\b(father|mother|parent)\b"
)
_PERSONAL_ID = (
    r"\bcccd\b|\bcmnd\b|\bcmtnd\b|\bcmt\b|\bcan cuoc\b|dinh danh|\bd ?dcn\b|\bdd ca nhan\b"
    r"|chung minh|\bid card\b|citizen|personal id|national id|^cc$|\bso cc\b"
)
# When a card ends or begins; the end of a citizen card is nobody's business here.
_NOT_THE_CARDS = (
    r"(?!(so|ma)( so)? the\b.*\bcon\b)(?!.*(\bcccd\b|can cuoc|\bcmnd\b|ho chieu|lien tuc|\bhd\b"
    r"|hop dong|so thang|tham gia|\b(dong|nop|thu|cap)\b))"
)
_OF_CARD = r"(\bthe\b|bhyt|\bbh\b|bao hiem)"
_CARD_TO = (
    rf"^{_NOT_THE_CARDS}(.*\bhet han\b|.*\bhan( su)?( dung)?( cua)? {_OF_CARD}"
    rf"|han( su dung| dung)?$|(thoi )?han su dung|.*gia tri( su dung)?( {_OF_CARD})* den\b"
    rf"|.*{_OF_CARD}.*( den( ngay| thang)?$|\bhan\b|gia tri( su dung)?$)"
    rf"|gia tri( su dung)?( cua)?( {_OF_CARD})+$"
    r"|.*\b(expir\w+|valid (to|until|through))\b)"
)
_CARD_FROM = (
    rf"^{_NOT_THE_CARDS}(.*gia tri( su dung)?( {_OF_CARD})* tu\b|.*{_OF_CARD}.* tu( ngay| thang)?$"
    r"|.*\bvalid from\b)"
)
_JOINED_ON = (
    r"\bngay (vao (truong|hoc|lop)|nhap (hoc|truong)|(chuyen )?den truong|chuyen den|tiep nhan)\b"
    r"|^(vao truong|nhap hoc)( tu)?( ngay)?$|^joined( on)?$|(enrol\w*|joining|admission) date"
    r"|date of (enrol\w*|joining|admission)"
)
_RULES: tuple[tuple[Field, re.Pattern[str]], ...] = tuple(
    (field, re.compile(pattern))
    for field, pattern in (
        (Field.ORDER, r"^(stt|tt|so tt|so thu tu|thu tu|no|s t t|order|so)$"),
        (
            Field.STUDENT_CODE,
            r"\bma (so )?(hoc sinh|hs|sv|sinh vien|hoc vien|tre)\b|\b(mahs|mshs|msv|mssv)\b"
            r"|dinh danh (cua )?(bo|hoc sinh|hs|nganh|so)\b|dinh danh bo|\bma (bo|nganh|csdl)\b"
            r"|\bstudent (id|code|no)\b|\bso dang bo\b",
        ),
        (
            Field.REGISTERED_HOSPITAL,
            r"\bkcb\b|kham chua benh|kham benh|benh vien|co so y te|noi kham|hospital",
        ),
        (Field.CARD_NUMBER, r"^(so|ma)( so)? the (bhyt|bao hiem)( y te)? con\b"),
        (Field.JOINED_ON, _JOINED_ON),
        (Field.CARD_FROM, _CARD_FROM),
        (Field.CARD_TO, _CARD_TO),
        (
            Field.IGNORED,
            r"^(ma ?)?(tinh|huyen|xa) ?(nk|hk|lh|ks|nn|dangss)\b"
            r"|\bngay (cap|vao|nop|dong|thu|het han|bat dau|ket thuc)\b|\bnoi (cap|sinh)\b"
            r"|\btien\b|muc dong|phai dong|phai nop|doi tuong|\bhan (su dung|the|dung)\b"
            r"|het han|gia tri|\b(tu|den) (ngay|thang)\b|ton giao|que quan|nguyen quan"
            r"|^khoi( lop)?$|\bdiem\b|hoc luc|hanh kiem|nghe nghiep|\blop (cu|truoc)\b|nam hoc"
            r"|trang thai|quoc tich|email|zalo|facebook|chu ky|ky (nhan|ten)|khuyet tat"
            r"|d(oi|oan) vien|uu tien|chinh sach|so nguoi|si so|so thang|phuong thuc|tham gia"
            r"|birth ?place|place of birth|giao vien|\bgvcn\b|^ngay thang$",
        ),
        (Field.PHONE, _PHONE + r"|lien (he|lac)"),
        (Field.INSURANCE_NUMBER, r"\bbhxh\b|bao hiem xa hoi|10 (so|ky tu|chu so) cuoi"),
        (Field.PERSONAL_ID, _PERSONAL_ID),
        (Field.CARD_NUMBER, r"\b(so|ma)( so)? the\b|the bhyt|the bao hiem|card (no|number)"),
        (
            Field.INSURANCE_NUMBER,
            r"bhyt|bao hiem|\bma( so)? bh\b|\bso bh\b|insurance",
        ),
        (Field.ETHNICITY, r"\bdan toc\b|ethnic"),
        (Field.MIDDLE_NAME, r"^(ten |chu )?(dem|lot)$|middle name"),
        (Field.FAMILY_NAME, r"^ho$|^ho va$|^ho\b.*\b(dem|lot)$|last name"),
        (
            Field.FULL_NAME,
            r"\bho( va| ,| chu dem va| dem va| lot va| chu lot va)* ?ten\b|\bhoten\b|^hvt$"
            r"|\bten (hoc sinh|hs|hoc vien|sinh vien|tre|nguoi)\b|full ?name|^name$|student name"
            r"|^hoc sinh$|^ho ten",
        ),
        (
            Field.BIRTH_DATE,
            r"ngay sinh|nam sinh|sinh ngay|thang sinh|\bngaysinh\b|\bntns\b|\bns\b|birth|\bdob\b"
            r"|ng sinh|^sinh$|thang nam sinh",
        ),
        (Field.FEMALE_MARK, r"\bnu (danh|ghi|dien|x\b)|^(gioi tinh|gt|phai) nu$"),
        (Field.MALE_MARK, r"^(gioi tinh|gt|phai) nam$"),
        (Field.SEX, r"gioi tinh|^gt$|^g tinh$|\bphai\b|^gioi$|\bsex\b|gender|^nam nu$"),
        (Field.FEMALE_MARK, r"^(nu|la nu|nu x|hs nu|gioi tinh nu|gt nu|phai nu)$"),
        (Field.MALE_MARK, r"^(nam|la nam|hs nam|gioi tinh nam)$"),
        (Field.SCHOOL_CLASS, r"^lop\b|^ten lop\b|^hoc lop$|\bclass\b"),
        (
            Field.ADDRESS,
            r"dia chi|cho o|thuong tru|noi o|tru quan|ho khau|tam tru|^hktt|\bthon\b|^xa\b"
            r"|^phuong\b|address|khoi pho|^to dan pho|^ap\b|^huyen\b|^quan\b|^tinh\b|^so nha"
            r"|^duong\b|^ban\b|^xom\b",
        ),
        (Field.NOTE, r"ghi chu|chu thich|\bnote\b|remark"),
        (Field.GIVEN_NAME, r"^ten$|given name|first name"),
    )
)
# Field names of the vendor's D03+TK1 sheet and of the office's older `import` sheet.
_FIELD_NAMES: dict[str, Field] = {
    "hoten": Field.FULL_NAME,
    "masobhxh": Field.INSURANCE_NUMBER,
    "sobhxh": Field.INSURANCE_NUMBER,
    "ngaysinh": Field.BIRTH_DATE,
    "namsinh": Field.BIRTH_DATE,
    "gioitinh": Field.SEX,
    "socccd": Field.PERSONAL_ID,
    "cmnd": Field.PERSONAL_ID,
    "socmnd": Field.PERSONAL_ID,
    "mabenhvien": Field.REGISTERED_HOSPITAL,
    "sokcb": Field.REGISTERED_HOSPITAL,
    "tenbenhvien": Field.IGNORED,
    "tentinhbenhvien": Field.IGNORED,
    "matinhbenhvien": Field.IGNORED,
    "tendantoc": Field.ETHNICITY,
    "dantoc": Field.ETHNICITY,
    "diachi": Field.ADDRESS,
    "diachilh": Field.ADDRESS,
    "diachinn": Field.ADDRESS,
    "dienthoailh": Field.PHONE,
    "sdt": Field.PHONE,
    "tenchamegiamho": Field.PARENT_NAME,
    "maphongban": Field.SCHOOL_CLASS,
    "mapb": Field.SCHOOL_CLASS,
    "ghichu": Field.NOTE,
    "hotenchuho": Field.IGNORED,
    "hotenthanhvien": Field.IGNORED,
    "manhanvienthu": Field.IGNORED,
    "nguoithamgiathu": Field.IGNORED,
}
_ADDRESS_PART = re.compile(r"^(thon|xom|ban|to|khoi|xa|phuong|huyen|quan|tinh|so nha|duong|ap)\b")
_DAY, _MONTH, _YEAR = {"ngay", "ng", "day"}, {"thang", "th", "month"}, {"nam", "year"}


@lru_cache(4096)
def heading_key(text: str) -> str:
    """What two spellings of one heading have in common."""
    return search_key(text.replace("/", " ").replace("-", " "))


@lru_cache(4096)
def field_of(heading: str) -> Field | None:
    """The field a heading of one row names; None where it says nothing known."""
    key = heading_key(heading)
    if not key or len(key) > _LONGEST_HEADING:
        return None
    if (named := _FIELD_NAMES.get(key.replace(" ", ""))) is not None:
        return named
    found = next((field for field, pattern in _RULES if pattern.search(key)), None)
    if _FAMILY.search(key) and found is not Field.STUDENT_CODE:
        return _of_family(found)
    return found


def _of_family(found: Field | None) -> Field:
    """A family member's number, birth or work is never the pupil's."""
    if found is Field.PHONE:
        return Field.PHONE
    if found in {None, Field.FULL_NAME, Field.GIVEN_NAME}:
        return Field.PARENT_NAME
    return Field.ADDRESS if found is Field.ADDRESS else Field.IGNORED


def field_under(parent: str, child: str, siblings: frozenset[str]) -> Field | None:
    """The field of a heading below another.

    Args:
        parent: the upper heading, which may span several columns.
        child: the lower heading, empty where there is none.
        siblings: keys of all lower headings below the same upper one.
    """
    if not child:
        return field_of(parent)
    upper, key = field_of(parent), heading_key(child)
    if upper is Field.BIRTH_DATE:
        split = _birth_part(clean_text(child).lower(), key, siblings)
        if split:
            return split
    lower = field_of(child)
    if upper is Field.SEX and lower in {Field.MALE_MARK, Field.FEMALE_MARK}:
        return lower
    if upper is Field.FULL_NAME and lower in NAME_FIELDS - {Field.FULL_NAME}:
        return lower
    joined = field_of(f"{parent} {child}")
    return joined if parent else lower


def _birth_part(text: str, key: str, siblings: frozenset[str]) -> Field | None:
    if key == "nu":
        return Field.BIRTH_IF_FEMALE
    if key in _DAY:
        return Field.BIRTH_DAY
    if key in _MONTH:
        return Field.BIRTH_MONTH
    if key in _YEAR:
        is_sex = text == "nam" and "nu" in siblings
        return Field.BIRTH_IF_MALE if is_sex else Field.BIRTH_YEAR
    return None


def is_of_family(heading: str) -> bool:
    """Whether the heading is about a member of the family."""
    return _FAMILY.search(heading_key(heading)) is not None


def is_address_part(heading: str) -> bool:
    """Whether the heading names a part of an address, to be joined with the others."""
    return _ADDRESS_PART.search(heading_key(heading)) is not None


def names_two_numbers(heading: str) -> bool:
    """Whether the heading leaves open which number its cells hold."""
    key = heading_key(heading)
    insured = re.search(r"bhxh|bhyt|bao hiem", key) is not None
    return insured and re.search(_PERSONAL_ID, key) is not None


def is_vague_identity(heading: str) -> bool:
    """`Mã định danh` alone: a citizen's number in one school, the ministry's code in another."""
    key = heading_key(heading)
    return "dinh danh" in key and re.search(r"ca nhan|cong dan|cccd|can cuoc", key) is None
