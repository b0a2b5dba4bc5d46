"""Made-up entries of lists from a seed: for tests of forms on paper and in sheets."""

from __future__ import annotations

from datetime import date
from random import Random

from ssdesk.domain.forms import FilledForm, Heading
from ssdesk.domain.submission import ListEntry, fill
from ssdesk.rulepacks.form_layouts import load_forms

LIST_DATES = {
    "mau-so-3": date(2026, 9, 20),
    "d03-ts": date(2026, 4, 15),
    "vendor-d03": date(2026, 9, 20),
}
_FAMILY = ("Nguyễn", "Hoàng", "Nông", "Lương", "Vi", "Lý", "Đặng", "H'Hen")
_MIDDLE = ("Thị", "Văn", "Ngọc Khánh", "Đức", "Thị Thuý Hồng", "")
_GIVEN = ("Ánh", "Đạt", "Hằng", "Ưng", "Ỷ", "Phượng", "Quỳnh", "Khŏt")


def heading(name: str, people: int, *, number: int = 7, waiting: bool = False) -> Heading:
    """The lines around a list of a made-up school."""
    return Heading(
        unit_name="Trường THPT Chu Văn An",
        unit_code="HS0020A",
        list_date=LIST_DATES[name],
        number=number,
        collector_name="Nông Thị Hạnh",
        collector_code="NVT020300001234",
        address="Phường Đông Kinh, tỉnh Lạng Sơn",
        principal_name="Hoàng Văn Thụ",
        people=people,
        waiting=waiting,
    )


def people(count: int, seed: int = 1) -> tuple[ListEntry, ...]:
    """Entries whose amounts hold; the same seed gives the same people."""
    random = Random(seed)
    return tuple(_entry(random, place) for place in range(count))


def _entry(random: Random, place: int) -> ListEntry:
    sex = random.choice("MF")
    months = random.choice((3, 6, 9, 12))
    gross = 113_850 * months
    state, local = gross // 2, gross * random.choice((0, 0, 5)) // 200
    other = gross // 20 if random.random() < 0.1 else 0
    name = (random.choice(_FAMILY), random.choice(_MIDDLE), random.choice(_GIVEN))
    return ListEntry(
        enrolment_id=f"enrolment-{place}",
        full_name=" ".join(part for part in name if part),
        birth_date=random.choice(("2010-09-15", "2010-09", "2010")),
        sex=sex,
        personal_id=f"0{'202' if sex == 'M' else '203'}10{place:06d}",
        insurance_number=f"20{place:08d}" if random.random() < 0.8 else "",
        phone="0912345678",
        address="Thôn Nà Pàn, xã Hoàng Đồng, tỉnh Lạng Sơn",
        ethnicity="Tày",
        parent_name="Nông Văn Lâm",
        registered_hospital=random.choice(("20001", "20014", "Bệnh viện đa khoa huyện")),
        class_name=f"10A{place // 40 + 1}",
        sub_unit_code=f"10A{place // 40 + 1}",
        change_type=random.choice(("TM", "ON", "ON")),
        group_code="HS",
        benefit_level="4",
        starts_on=date(2026, 10, 1),
        ends_on=date(2027, 9, 30),
        months=months,
        gross=gross,
        state_support=state,
        local_support=local,
        other_support=other,
        own_share=gross - state - local - other,
        base_salary=2_530_000,
        receipt_number=f"{place + 1:07d}",
        receipt_date=date(2026, 9, 5),
        collector_code="NVT020300001234",
        province_code="20",
    )


def filled(
    name: str, entries: tuple[ListEntry, ...], *, number: int = 7, waiting: bool = False
) -> FilledForm:
    """A form of a made-up list."""
    layout = next(layout for layout in load_forms() if layout.form == name)
    return fill(layout, heading(name, len(entries), number=number, waiting=waiting), entries)
