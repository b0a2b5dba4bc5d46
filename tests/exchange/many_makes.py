"""Rosters of one school as many schools would write them: headings, orders, titles, totals."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from ssdesk.domain.names import search_key
from ssdesk.exchange.sheets import Cell, Merge, Sheet, Source

NAMES = (
    "Nguyễn Thị Hồng Nhung", "H'Hen Niê", "Y Khŏt Mlô", "Đặng Văn Ơn", "Lò Thị Pó", "Vi Hoài Nam",
    "Hoàng Nữ Quỳnh Như", "Tôn Nữ Ánh", "Phạm Tô Lớp", "Giàng A Páo", "Trần Lê Ngày", "Ngô Năm",
    "Đinh Thị Tổng", "Lý Số", "Ksor H'Blơng", "Nông Thị Xã", "Mai Tỉnh", "Quách Tháng Tám",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pupil:
    """One pupil of the school, as every make of its roster must give them back."""

    name: str
    born: date
    sex: str
    number: str
    school_class: str
    phone: str
    code: str
    insurance: str


@dataclass(slots=True)
class Part:
    """Columns that stand together: headings (upper, lower) and what stands below."""

    headings: list[tuple[str, str]]
    cells: Callable[[int, Pupil], list[Cell]]
    merged: bool = False


@dataclass(slots=True)
class Make:
    """A source, and which of the pupils' facts it tells."""

    source: Source
    told: frozenset[str]
    how: list[str] = field(default_factory=list)


def school(random: Random, classes: tuple[str, ...]) -> list[Pupil]:
    """A few pupils a class, their numbers true to birth and sex."""
    pupils = []
    for room in classes:
        for at in range(random.randint(4, 9)):
            # Where no girl is marked, nobody can tell that all are boys.
            sex = "MF"[at] if at < 2 else random.choice("MF")
            born = date(2009, 1, 1) + timedelta(days=len(pupils) * 11 + random.randint(0, 10))
            digit = 2 if sex == "M" else 3
            serial = len(pupils) * 37 + at + 100_000
            number = (
                f"0{random.choice((20, 11, 66, 1)):02d}{digit}{born.year % 100:02d}{serial:06d}"
            )
            phone = f"0{random.choice((32, 86, 91, 70, 58))}{random.randint(1_000_000, 9_999_999)}"
            code = f"{2_000_000_000 + serial}"
            girls = [name for name in NAMES if " Thị " in name or " Nữ " in name]
            name = random.choice([name for name in NAMES if sex == "F" or name not in girls])
            insurance = f"20{serial:08d}"
            pupils.append(Pupil(name, born, sex, number, room, phone, code, insurance))
    return pupils


def make(seed: int) -> tuple[list[Pupil], Make]:
    """A school and one make of its roster."""
    random = Random(seed)
    rooms = random.choice(
        (("10A1", "10A2", "11B3"), ("6/1", "6/2"), ("1A", "2A", "5D"), ("12C10",))
    )
    pupils = school(random, rooms)
    return pupils, _Maker(random).make(pupils, rooms)


class _Maker:
    def __init__(self, random: Random) -> None:
        self._random = random
        self._how: list[str] = []
        self._spell = random.choice((str, str, str.upper, _no_tones, _parted, _starred, _spaced))

    def _choose(self, *options: str) -> str:
        chosen = self._random.choice(options)
        self._how.append(chosen)
        return chosen

    def make(self, pupils: list[Pupil], rooms: tuple[str, ...]) -> Make:
        way = self._choose("sheets", "separators", "column", "merged column", "grades")
        if way == "sheets" and any("/" in room for room in rooms):
            way = "column"  # Excel allows no such name of a sheet
        parts, told = self._parts(with_class=way in {"column", "merged column", "grades"})
        sheets = []
        if way == "sheets":
            for room in rooms:
                name = self._random.choice(
                    (room.replace("/", "."), f"Lớp {room.replace('/', '.')}")
                )
                members = [pupil for pupil in pupils if pupil.school_class == room]
                sheets.append(self._sheet(name, parts, [(room, members)], titled=room))
        elif way == "grades":
            for grade in sorted({_grade(room) for room in rooms}):
                members = [pupil for pupil in pupils if _grade(pupil.school_class) == grade]
                sheets.append(self._sheet(f"Khối {grade}", parts, [("", members)]))
        else:
            groups = [
                (room, [pupil for pupil in pupils if pupil.school_class == room]) for room in rooms
            ]
            if way != "separators":
                groups = [("", pupils)]
            merge = way == "merged column"
            sheet = self._sheet("Sheet1", parts, groups, said=way == "separators", merge=merge)
            sheets.append(sheet)
        source = Source("a.xlsx", "", tuple(sheets))
        return Make(source, told, [*self._how, self._spell.__name__])

    def _parts(self, *, with_class: bool) -> tuple[list[Part], frozenset[str]]:
        numbered = self._random.random() < 0.9
        parts = [self._name(), self._birth(), self._sex(numbered=numbered)]
        told = {"name", "born", "sex"}
        if with_class:
            heading = self._random.choice(("Lớp", "Tên lớp", "Lớp học", "LỚP", "Lớp HC"))
            parts.append(Part([(heading, "")], lambda _, pupil: [pupil.school_class]))
        if numbered:
            parts.append(self._number())
            told.add("number")
        if self._random.random() < 0.7:
            parts.append(self._phone())
            told.add("phone")
        if self._random.random() < 0.5:
            parts.append(self._insurance())
            told.add("insurance")
        parts += self._random.sample(self._others(), self._random.randint(0, 6))
        self._random.shuffle(parts)
        if self._random.random() < 0.8:
            heading = self._random.choice(("STT", "TT", "Số TT", "Stt", "No."))
            parts.insert(0, Part([(heading, "")], lambda at, _: [float(at)]))
        return parts, frozenset(told)

    def _name(self) -> Part:
        way = self._choose("whole", "two", "two headings", "under one", "three")
        if way == "whole":
            heading = self._random.choice(
                (
                    "Họ và tên",
                    "Họ tên",
                    "Họ và tên học sinh",
                    "Tên học sinh",
                    "Họ, tên",
                    "HỌ VÀ TÊN HS",
                )
            )
            return Part([(heading, "")], lambda _, pupil: [pupil.name])
        if way == "three":
            return Part(
                [("Họ", ""), ("Chữ đệm", ""), ("Tên", "")], lambda _, pupil: _three(pupil.name)
            )
        if way == "two":
            left = self._random.choice(
                ("Họ và tên đệm", "Họ đệm", "Họ và đệm", "Họ và chữ đệm", "Họ lót")
            )
            return Part([(left, ""), ("Tên", "")], lambda _, pupil: _two(pupil.name))
        if way == "two headings":
            return Part(
                [("Họ và tên", "Họ đệm"), ("Họ và tên", "Tên")],
                lambda _, pupil: _two(pupil.name),
                merged=True,
            )
        return Part([("Họ và tên", ""), ("", "")], lambda _, pupil: _two(pupil.name))

    def _birth(self) -> Part:
        way = self._choose("date", "text", "dots", "serial", "three", "three under", "short")
        if way in {"three", "three under"}:
            under = way == "three under"
            lower = ("Ngày", "Tháng", "Năm")
            upper = ("Ngày tháng năm sinh",) * 3
            alone = ("Ngày sinh", "Tháng sinh", "Năm sinh")
            headings = list(zip(upper, lower, strict=True)) if under else [(a, "") for a in alone]
            return Part(
                headings,
                lambda _, p: [float(p.born.day), float(p.born.month), float(p.born.year)],
                merged=under,
            )
        heading = self._random.choice(
            (
                "Ngày sinh",
                "Ngày tháng năm sinh",
                "Ngày, tháng, năm sinh",
                "Năm sinh",
                "Sinh ngày",
                "NS",
            )
        )
        writers: dict[str, Callable[[date], Cell]] = {
            "date": lambda day: day,
            "text": lambda day: f"{day:%d/%m/%Y}",
            "dots": lambda day: f"{day.day}.{day.month}.{day.year}",
            "serial": lambda day: float((day - date(1899, 12, 30)).days),
            "short": lambda day: f"{day:%d%m%y}",
        }
        return Part([(heading, "")], lambda _, pupil: [writers[way](pupil.born)])

    def _sex(self, *, numbered: bool) -> Part:
        # What 1 and 0 mean only the pupils' numbers can tell.
        digits = ("digits",) if numbered else ()
        way = self._choose("words", "capitals", "girls", "both", "under", "one", "letters", *digits)
        if way == "girls":
            heading = self._random.choice(("Nữ", "Nữ (x)", "Giới tính nữ", "Là nữ"))
            return Part([(heading, "")], lambda _, pupil: ["x" if pupil.sex == "F" else ""])
        if way in {"both", "under"}:
            upper = "Giới tính" if way == "under" else ""
            headings = [(upper, "Nam"), (upper, "Nữ")] if upper else [("Nam", ""), ("Nữ", "")]
            return Part(
                headings,
                lambda _, p: ["x" if p.sex == "M" else "", "x" if p.sex == "F" else ""],
                merged=bool(upper),
            )
        heading = self._random.choice(("Giới tính", "GT", "Phái", "Nam/Nữ", "G.tính"))
        words = {
            "words": ("Nam", "Nữ"),
            "capitals": ("NAM", "NỮ"),
            "one": ("nam", "nữ"),
            "letters": ("M", "F"),
            "digits": ("1", "0"),
        }[way]
        return Part([(heading, "")], lambda _, pupil: [words[pupil.sex == "F"]])

    def _number(self) -> Part:
        way = self._choose("number text", "number float", "number spaced")
        heading = self._random.choice(
            (
                "Số CCCD", "CCCD", "Số định danh cá nhân", "Mã định danh cá nhân", "Số ĐDCN/CCCD",
                "Số căn cước", "CCCD/ĐDCN", "Số căn cước công dân", "Số ĐDCN",
            )
        )  # fmt: skip
        writers: dict[str, Callable[[str], Cell]] = {
            "number text": str,
            "number float": float,
            "number spaced": lambda text: f"{text[:3]} {text[3:6]} {text[6:9]} {text[9:]}",
        }
        return Part([(heading, "")], lambda _, pupil: [writers[way](pupil.number)])

    def _phone(self) -> Part:
        way = self._choose("phone text", "phone float", "phone dots")
        heading = self._random.choice(
            (
                "Điện thoại",
                "SĐT",
                "Số điện thoại",
                "ĐT liên hệ",
                "SĐT phụ huynh",
                "Số ĐT",
                "Điện thoại PH",
            )
        )
        writers: dict[str, Callable[[str], Cell]] = {
            "phone text": str,
            "phone float": float,
            "phone dots": lambda text: f"{text[:4]}.{text[4:7]}.{text[7:]}",
        }
        return Part([(heading, "")], lambda _, pupil: [writers[way](pupil.phone)])

    def _insurance(self) -> Part:
        way = self._choose("insurance text", "insurance float", "card")
        if way == "card":
            heading = self._random.choice(("Số thẻ BHYT", "Mã thẻ BHYT", "Số thẻ bảo hiểm y tế"))
            return Part([(heading, "")], lambda _, pupil: [f"HS420{pupil.insurance}"])
        heading = self._random.choice(
            ("Mã số BHXH", "Mã BHXH", "Số sổ BHXH", "Mã số BHYT", "Mã BHYT", "Mã số BHXH (10 số)")
        )
        is_text = way == "insurance text"
        return Part(
            [(heading, "")],
            lambda _, pupil: [pupil.insurance if is_text else float(pupil.insurance)],
        )

    def _others(self) -> list[Part]:
        def fixed(heading: str, *texts: Cell) -> Part:
            return Part([(heading, "")], lambda at, _: [texts[at % len(texts)]])

        return [
            fixed("Dân tộc", "Tày", "Kinh", "Ê Đê"),
            fixed("Nơi sinh", "Lạng Sơn", "Đắk Lắk"),
            fixed("Địa chỉ", "Khối 3, xã Kỳ Lừa", "Thôn Nà Pàn"),
            fixed("Ghi chú", "", "con thương binh", ""),
            fixed("Họ tên cha", "Vi Văn Ba", "Lò Văn Tư"),
            fixed("Họ tên mẹ", "Vi Thị Năm", "Lò Thị Sáu"),
            fixed("Ngày sinh của mẹ", "01/02/1980", "03/04/1985"),
            fixed("Nơi đăng ký KCB ban đầu", "20003", "20015"),
            fixed("Điểm TB", 7.5, 8.25, 9.0),
            fixed("Đối tượng", "HS", "Hộ nghèo"),
            fixed("Chức vụ", "", "Lớp trưởng", ""),
            fixed("Tôn giáo", "Không", "Phật giáo"),
            fixed("SĐT mẹ", "0912345678", ""),
            fixed("Khu vực", "1", "2"),
            fixed("Ngày vào Đoàn", "26/03/2025", ""),
            fixed("Email", "a@b.vn", ""),
            fixed("Nghề nghiệp cha", "Làm ruộng", "Bộ đội"),
            fixed("Hạn sử dụng thẻ", "31/12/2026"),
            fixed("Xã/phường", "Kỳ Lừa", "Đông Kinh"),
            fixed("Tỉnh/TP", "Lạng Sơn", "Hà Nội"),
            fixed("Số tiền phải đóng", 683100.0),
            Part([("Mã học sinh", "")], lambda _, pupil: [pupil.code]),
        ]

    def _sheet(
        self,
        name: str,
        parts: list[Part],
        groups: list[tuple[str, list[Pupil]]],
        *,
        titled: str = "",
        said: bool = False,
        merge: bool = False,
    ) -> Sheet:
        rows: list[list[Cell]] = []
        merges: list[Merge] = []
        left = self._random.choice((0, 0, 0, 1))
        heads = [heading for part in parts for heading in part.headings]
        width = len(heads) + left
        self._titles(rows, width, titled)
        deep = any(part.merged for part in parts)
        top = len(rows)
        upper: list[Cell] = [""] * left
        lower: list[Cell] = [""] * left
        for part in parts:
            at = len(upper)
            for place, (over, under) in enumerate(part.headings):
                text = self._spell(over) if over else ""
                upper.append("" if part.merged and place else text)
                lower.append(self._spell(under) if under else "")
            if part.merged:
                merges.append(Merge(top, at, top, at + len(part.headings) - 1))
            elif deep:
                merges += [Merge(top, at + n, top + 1, at + n) for n in range(len(part.headings))]
        rows.append(upper)
        if deep:
            rows.append(lower)
        if self._random.random() < 0.3:
            rows.append([""] * left + [f"({number})" for number in range(1, len(heads) + 1)])
        count = self._rows_of(groups, parts, (rows, top, top + 1 + deep), left, said=said)
        if merge:
            self._merge_classes(rows, merges, heads, left, top + 1)
        self._foot(rows, width, left, count)
        self._random.shuffle(merges)
        return Sheet(name, rows, tuple(merges))

    def _rows_of(
        self,
        groups: list[tuple[str, list[Pupil]]],
        parts: list[Part],
        head: tuple[list[list[Cell]], int, int],
        left: int,
        *,
        said: bool,
    ) -> int:
        """Writes the pupils below the headings, `head` rows from and to; the last one's number."""
        rows, top, bottom = head
        width = len(rows[top])
        again = said and self._random.random() < 0.3
        summed = said and self._random.random() < 0.3
        at = 0
        for place, (room, members) in enumerate(groups):
            if place and again:
                rows += [list(row) for row in rows[top:bottom]]
            if said:
                line: list[Cell] = [""] * width
                lines = (f"Lớp {room}", f"LỚP: {room}", f"Lớp {room} - GVCN: Cô Hà")
                line[left] = self._random.choice(lines)
                rows.append(line)
                at = 0
            for pupil in members:
                at += 1
                rows.append(
                    [""] * left + [cell for part in parts for cell in part.cells(at, pupil)]
                )
            if summed:
                total: list[Cell] = [""] * width
                total[left] = f"Cộng lớp {room}: {len(members)} em"
                rows += [total, [""] * width]
        return at

    def _merge_classes(
        self,
        rows: list[list[Cell]],
        merges: list[Merge],
        heads: list[tuple[str, str]],
        left: int,
        first: int,
    ) -> None:
        """A class only in the first of its rows, the cells merged below it."""
        column = left + next(at for at, (over, _) in enumerate(heads) if "lớp" in over.lower())
        start = first
        for at in range(first, len(rows) + 1):
            here = rows[at][column] if at < len(rows) else None
            if at > start and here != rows[start][column]:
                if at - start > 1 and rows[start][column]:
                    merges.append(Merge(start, column, at - 1, column))
                    for below in range(start + 1, at):
                        rows[below][column] = ""
                start = at

    def _titles(self, rows: list[list[Cell]], width: int, room: str) -> None:
        for text in self._random.choice(
            (
                (),
                (f"DANH SÁCH HỌC SINH LỚP {room}" if room else "DANH SÁCH HỌC SINH",),
                (
                    "SỞ GD&ĐT LẠNG SƠN", "TRƯỜNG THPT CHU VĂN AN", "",
                    f"DANH SÁCH LỚP {room} THAM GIA BHYT" if room else "DANH SÁCH THAM GIA BHYT",
                    "Năm học 2026 - 2027", "",
                ),
                ("UBND xã Kỳ Lừa", "Trường Tiểu học Hoàng Văn Thụ", "Số điện thoại: 0205 3812 345"),
            )
        ):  # fmt: skip
            rows.append([text] + [""] * (width - 1))

    def _foot(self, rows: list[list[Cell]], width: int, left: int, count: int) -> None:
        for text in self._random.choice(
            (
                (),
                (f"Tổng cộng: {count} học sinh",),
                (
                    f"Tổng số: {count} em",
                    "",
                    "Ngày 05 tháng 9 năm 2026",
                    "HIỆU TRƯỞNG",
                    "",
                    "Lê Văn Bảy",
                ),
                ("Danh sách này có 42 học sinh", "Người lập biểu", "Nguyễn Thị Hà"),
            )
        ):
            line: list[Cell] = [""] * width
            line[self._random.choice((left, max(width - 2, 0)))] = text
            rows.append(line)


def _grade(room: str) -> str:
    """`10` of `10A1`, `6` of `6/2`."""
    return room[:2] if room[:2].isdigit() else room[:1]


def _two(name: str) -> list[Cell]:
    left, _, right = name.rpartition(" ")
    return [left, right]


def _three(name: str) -> list[Cell]:
    words = name.split()
    return [words[0], " ".join(words[1:-1]), words[-1]]


def _no_tones(text: str) -> str:
    return search_key(text).capitalize()


def _parted(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def _starred(text: str) -> str:
    return f"{text} (*)"


def _spaced(text: str) -> str:
    return "  " + text.replace(" ", " \n", 1) + " "
