"""A large roster, checked, shown and stored, beside its raw limit and pandas with openpyxl."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pandas
import python_calamine
import xlsxwriter

from ssdesk.services import rosters
from ssdesk.services.context import Context
from tests.benchmarks.desks import new_desk
from tests.benchmarks.measuring import Figure, timed

SIZES = (1_024, 20_000, 154_489)
# The peer reads so many rows at most, and is taken to be linear beyond.
_PEER_ROWS = 20_000
FAMILY = [
    "Nguyễn",
    "Trần",
    "Lê",
    "Phạm",
    "Hoàng",
    "Vũ",
    "Đặng",
    "Bùi",
    "Đỗ",
    "Hồ",
    "Nông",
    "Vi",
    "Lộc",
]
MIDDLE = ["Văn", "Thị", "Minh", "Ngọc", "Đức", "Hồng", "Thu", "Quốc", "Gia", "Hữu"]
GIVEN = [
    "An",
    "Bình",
    "Chi",
    "Dũng",
    "Giang",
    "Hà",
    "Hiếu",
    "Khải",
    "Lan",
    "Linh",
    "Mai",
    "Nga",
    "Phúc",
    "Quân",
    "Sơn",
    "Tú",
    "Uyên",
    "Vy",
]
HEADINGS = [
    "STT",
    "Họ và tên",
    "Ngày sinh",
    "Giới tính",
    "Số CCCD",
    "Lớp",
    "Mã số BHXH",
    "Điện thoại",
    "Địa chỉ",
    "Dân tộc",
    "Họ tên cha mẹ",
    "Nơi KCB",
    "Ghi chú",
    "Mã học sinh",
    "Tôn giáo",
    "Nơi sinh",
    "Quê quán",
    "Diện",
    "Môn",
    "Khối",
]


def _roster(file: Path, pupils: int) -> Path:
    chance = Random(pupils)
    with xlsxwriter.Workbook(file, {"constant_memory": True}) as book:
        page = book.add_worksheet("DS")
        page.write_row(0, 0, HEADINGS)
        for n in range(pupils):
            year, girl = chance.choice((2009, 2010, 2011)), chance.random() < 0.5
            day = f"{chance.randint(1, 28):02d}/{chance.randint(1, 12):02d}/{year}"
            name = " ".join(map(chance.choice, (FAMILY, MIDDLE, MIDDLE, GIVEN)))
            number = f"020{3 if girl else 2}{year % 100:02d}{n:06d}"
            school_class = f"{2021 - year}A{n % 40 + 1}"
            row = (n + 1, name, day, "Nữ" if girl else "Nam", number, school_class)
            row += (f"20{n:08d}", f"09{n:08d}", f"Thôn {n % 50}, xã Hoàng Văn Thụ", "Tày")
            row += (f"{chance.choice(FAMILY)} Văn {chance.choice(GIVEN)}", "20001", "")
            page.write_row(n + 1, 0, (*row, f"HS{n:08d}", "", "", "", "", "", 2021 - year))
    return file


def _raw(desk: Context, file: Path) -> None:
    rows = python_calamine.load_workbook(file).get_sheet_by_index(0).to_python()
    with desk.store.write("bench", desk.clock.now()) as unit:
        unit.execute(f"CREATE TABLE raw ({', '.join(f'c{n}' for n in range(len(HEADINGS)))})")
        marks = ", ".join("?" * len(HEADINGS))
        unit.executemany(f"INSERT INTO raw VALUES ({marks})", rows)  # type: ignore[arg-type]
        unit.execute("DROP TABLE raw")


def _ours(desk: Context, file: Path) -> int:
    plan = rosters.preview_roster(desk, rosters.RosterFile(file), "2026-2027")
    assert plan.problems == ()
    return rosters.apply_roster(desk, plan).new


def measure(folder: Path, size: int) -> Figure:
    """A file of `size` pupils with twenty columns, none of them known yet.

    The limit reads the cells and writes them into one table without keys, indexes, history or
    search; ours reads, judges and plans them, then writes people, lines, what takes them back,
    and the dozen indexes of all that.
    """
    file = _roster(folder / "roster.xlsx", size)
    few = min(size, _PEER_ROWS)
    small = file if few == size else _roster(folder / "small.xlsx", few)
    desk = new_desk(folder)
    raw, _ = timed(lambda: _raw(desk, file))
    ours, new = timed(lambda: _ours(desk, file))
    if new != size:
        raise RuntimeError(f"{new} of {size} pupils came in")
    peer, _ = timed(lambda: pandas.read_excel(small, engine="openpyxl", dtype=str))
    desk.close()
    return Figure(
        "roster XLSX checked, shown, stored",
        size,
        ours,
        limit=raw,
        limit_name="calamine read + raw insert",
        peer=peer * size / few,
        peer_name="pandas + openpyxl, reading alone",
        goal="≤ 3 x limit, ≥ 5 x faster than peer",
    )
