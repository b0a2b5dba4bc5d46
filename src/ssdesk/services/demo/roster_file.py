"""The roster of a planned school as the XLSX that a school would send."""

from __future__ import annotations

from pathlib import Path

from ssdesk.domain.person import Sex
from ssdesk.exchange.plain_sheet import write_plain_sheet
from ssdesk.services.demo.plan import PlannedPupil, SchoolPlan

_HEADER = (
    "STT",
    "Họ và tên",
    "Ngày sinh",
    "Giới tính",
    "Số định danh cá nhân",
    "Mã số BHXH",
    "Mã học sinh",
    "Lớp",
    "Dân tộc",
    "Họ tên cha/mẹ",
    "Điện thoại",
    "Địa chỉ",
    "Nơi ĐK KCB ban đầu",
)


def write_roster(plan: SchoolPlan, file: Path) -> None:
    """Write this year's pupils, class by class.

    Raises:
        OSError: the file cannot be written.
    """
    titles = (
        plan.school_name.upper(),
        f"DANH SÁCH HỌC SINH NĂM HỌC {plan.school_year.name}",
    )
    rows = [_row(number, pupil) for number, pupil in enumerate(plan.pupils, start=1)]
    write_plain_sheet(file, "Danh sách", titles, _HEADER, rows)


def _row(number: int, pupil: PlannedPupil) -> tuple[str | int, ...]:
    person = pupil.person
    return (
        number,
        person.full_name,
        person.birth_date.display(),
        "Nam" if person.sex is Sex.MALE else "Nữ",
        "" if pupil.number_missing else person.personal_id,
        person.insurance_number,
        person.student_code,
        pupil.class_name,
        person.ethnicity,
        person.parent_name,
        person.phone,
        person.address,
        person.registered_hospital,
    )
