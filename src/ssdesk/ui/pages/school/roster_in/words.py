"""Words of the page where a roster comes in."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject

from ssdesk.domain.dates import format_date
from ssdesk.domain.money import format_number
from ssdesk.domain.person import Sex
from ssdesk.services.rosters import (
    Action,
    Field,
    Finding,
    Heal,
    Healing,
    KnownBy,
    PlannedRow,
    RosterPlan,
    Weight,
)
from ssdesk.ui import error_text
from ssdesk.ui.models.rows import CellKind, Column
from ssdesk.ui.widgets.chip import Chip, Tone

_ROWS_NAMED = 4
_TONES = {
    Action.NEW: Tone.DONE,
    Action.SAME: Tone.NEUTRAL,
    Action.CHANGED: Tone.INFO,
    Action.REFUSED: Tone.ACT,
}


class RosterWords(QObject):
    """Columns, field names and the notes above the preview."""

    def field_words(self) -> tuple[tuple[Field, str], ...]:
        """Every field a column can hold, in words."""
        words = {
            Field.IGNORED: self.tr("(bỏ qua)"),
            Field.ORDER: self.tr("Số thứ tự"),
            Field.FULL_NAME: self.tr("Họ và tên"),
            Field.FAMILY_NAME: self.tr("Họ và đệm"),
            Field.MIDDLE_NAME: self.tr("Chữ đệm"),
            Field.GIVEN_NAME: self.tr("Tên"),
            Field.BIRTH_DATE: self.tr("Ngày sinh"),
            Field.BIRTH_DAY: self.tr("Ngày (sinh)"),
            Field.BIRTH_MONTH: self.tr("Tháng (sinh)"),
            Field.BIRTH_YEAR: self.tr("Năm sinh"),
            Field.BIRTH_IF_MALE: self.tr("Năm sinh nam"),
            Field.BIRTH_IF_FEMALE: self.tr("Năm sinh nữ"),
            Field.SEX: self.tr("Giới tính"),
            Field.MALE_MARK: self.tr("Nam (đánh dấu)"),
            Field.FEMALE_MARK: self.tr("Nữ (đánh dấu)"),
            Field.SCHOOL_CLASS: self.tr("Lớp"),
            Field.PERSONAL_ID: self.tr("Số định danh (CCCD)"),
            Field.INSURANCE_NUMBER: self.tr("Mã số BHXH/BHYT"),
            Field.CARD_NUMBER: self.tr("Số thẻ BHYT"),
            Field.CARD_FROM: self.tr("Thẻ có giá trị từ"),
            Field.CARD_TO: self.tr("Thẻ có giá trị đến"),
            Field.JOINED_ON: self.tr("Ngày vào trường"),
            Field.STUDENT_CODE: self.tr("Mã học sinh"),
            Field.PHONE: self.tr("Điện thoại"),
            Field.ADDRESS: self.tr("Địa chỉ"),
            Field.ETHNICITY: self.tr("Dân tộc"),
            Field.PARENT_NAME: self.tr("Cha mẹ"),
            Field.REGISTERED_HOSPITAL: self.tr("Nơi KCB ban đầu"),
            Field.NOTE: self.tr("Ghi chú"),
        }
        return tuple(words.items())

    def row_columns(self) -> tuple[Column[PlannedRow], ...]:
        """The preview's columns."""
        actions = {
            Action.NEW: self.tr("mới"),
            Action.SAME: self.tr("như cũ"),
            Action.CHANGED: self.tr("đổi"),
            Action.REFUSED: self.tr("phải sửa"),
        }

        def action(row: PlannedRow) -> Chip:
            return Chip(actions[row.action], _TONES[row.action])

        male, female = self.tr("Nam"), self.tr("Nữ")

        def sex(row: PlannedRow) -> str:
            if row.facts.sex is None:
                return ""
            return male if row.facts.sex is Sex.MALE else female

        return (
            Column("row", self.tr("Dòng"), _row_number, CellKind.INT, width=50, leaves=4),
            Column("action", self.tr("Sẽ"), action, CellKind.CHIP, width=84),
            Column("full_name", self.tr("Họ và tên"), _name, width=160, whole=True),
            Column("class_name", self.tr("Lớp"), _class, width=60, whole=True),
            Column("birth_date", self.tr("Ngày sinh"), _born, width=104, whole=True, leaves=1),
            Column("sex", self.tr("Phái"), sex, width=50, whole=True, leaves=3),
            Column("personal_id", self.tr("CCCD / ĐDCN"), _number, width=124, whole=True, leaves=2),
            Column("joined_on", self.tr("Vào trường"), _joined, CellKind.DATE, width=98, leaves=5),
            Column("difference", self.tr("Đổi gì"), self._differences, width=0),
            Column("known_by", self.tr("Nhận ra nhờ"), self._known_by, width=130, hidden=True),
        )

    def _known_by(self, row: PlannedRow) -> str:
        if row.known_by is None:
            return ""
        return {
            KnownBy.PERSONAL_ID: self.tr("số định danh"),
            KnownBy.INSURANCE_NUMBER: self.tr("mã số BHXH"),
            KnownBy.NAME_AND_BIRTH: self.tr("họ tên, ngày sinh"),
        }[row.known_by]

    def _differences(self, row: PlannedRow) -> str:
        changes = [f"{item.before or '–'} → {item.after or '–'}" for item in row.differences]
        if row.action is Action.NEW and row.person is not None:
            words = self.tr("có từ năm trước, nhận ra nhờ {what}")
            changes.insert(0, words.format(what=self._known_by(row)))
        return "; ".join(changes)

    def finding_columns(self) -> tuple[Column[Finding], ...]:
        """The columns of what is to be looked at, with Excel's own row and column."""
        weights = {
            Weight.REFUSED: Chip(self.tr("phải sửa"), Tone.ACT),
            Weight.DOUBTFUL: Chip(self.tr("nên xem"), Tone.WAITING),
            Weight.HEALED: Chip(self.tr("đọc giúp"), Tone.INFO),
        }

        def weight(found: Finding) -> Chip:
            return weights[found.weight]

        return (
            Column("sheet", self.tr("Trang tính"), _sheet, width=84, leaves=2),
            Column("cell", self.tr("Ô"), _cell, width=58, whole=True),
            Column("weight", self.tr("Mức"), weight, CellKind.CHIP, width=84),
            Column("before", self.tr("Đang ghi"), _before, width=112, leaves=1),
            Column("after", self.tr("Đọc là"), _after, width=108),
            Column("message", self.tr("Vì sao và cách sửa"), error_text_of, width=0),
        )

    def old_fonts(self, plan: RosterPlan) -> str:
        """Which columns were typed for old fonts, with what they would read; empty for none."""
        if not plan.old_fonts:
            return ""
        first = plan.old_fonts[0].reading
        shown = "; ".join(f"{before} → {after}" for before, after in first.samples[:3])
        text = self.tr("Danh sách gõ bằng phông cũ ({font}): {samples}. Chưa đổi chữ nào.")
        return text.format(font=first.font.value.upper(), samples=shown)

    def latecomers(self, plan: RosterPlan) -> str:
        """From which day newcomers to classes already there are counted, empty if none came."""
        if plan.latecomers_on is None:
            return ""
        text = self.tr("{count} em mới vào lớp đã có danh sách, tính vào trường từ {day}.")
        return text.format(
            count=format_number(plan.latecomers), day=format_date(plan.latecomers_on)
        )

    def note(self, plan: RosterPlan) -> str:
        """What was put right, what the file lacks, which sheets were not read."""
        notes = [self._healed(item) for item in plan.healed]
        if plan.missing:
            text = self.tr("{count} em trong sổ không có trong tệp: {names}")
            names = ", ".join(f"{p.full_name} ({p.class_name})" for p in plan.missing[:4])
            more = "…" if len(plan.missing) > 4 else ""
            notes.append(text.format(count=format_number(len(plan.missing)), names=names + more))
        if plan.mapping.unread:
            text = self.tr("Không đọc trang: {sheets}")
            notes.append(text.format(sheets=", ".join(plan.mapping.unread)))
        return " · ".join(note for note in notes if note)

    def _healed(self, item: Healing) -> str:
        words = {
            Heal.LOST_ZERO: self.tr("{count} số được trả lại số 0 ở đầu"),
            Heal.LOOKALIKE: self.tr("{count} ô có chữ gần giống (Ð) được sửa"),
            Heal.DECOMPOSED: self.tr("{count} ô có dấu rời được ghép lại"),
            Heal.DATE_NUMBER: self.tr("{count} ngày đọc từ số của Excel"),
            Heal.SEX_FROM_ID: self.tr("{count} em lấy giới tính theo số định danh"),
            Heal.FROM_CARD: self.tr("{count} mã số lấy từ số thẻ"),
            Heal.CARRIED_DOWN: self.tr(
                "{count} ô để trống lớp lấy lớp của dòng trên (dòng {rows})"
            ),
            Heal.SEVERAL_PHONES: self.tr("{count} ô có nhiều số điện thoại, lấy số đầu"),
            Heal.ID_AS_INSURANCE: self.tr("{count} số định danh nằm ở cột mã số BHYT"),
            Heal.INVISIBLE: self.tr("{count} ô có ký tự ẩn được bỏ đi"),
            Heal.NO_CLASS: self.tr("{count} em chưa có lớp"),
        }
        place = self.tr("cột {column}: ").format(column=item.column) if item.column else ""
        rows = ", ".join(str(cell.row) for cell in item.cells[:_ROWS_NAMED])
        rows += "…" if item.count > _ROWS_NAMED else ""
        return place + words[item.kind].format(count=item.count, rows=rows)


def error_text_of(found: Finding) -> str:
    """The sentence of a finding."""
    return error_text.of_problem(found.problem)


def _row_number(row: PlannedRow) -> int:
    return row.row


def _name(row: PlannedRow) -> str:
    return row.facts.full_name


def _class(row: PlannedRow) -> str:
    return row.class_name


def _born(row: PlannedRow) -> str:
    return row.facts.birth_date.display() if row.facts.birth_date else ""


def _number(row: PlannedRow) -> str:
    return row.facts.personal_id or ""


def _joined(row: PlannedRow) -> date | None:
    return row.joined_on if row.entry is None else None


def _sheet(found: Finding) -> str:
    return found.sheet


def _cell(found: Finding) -> str:
    return f"{found.column}{found.row}"


def _before(found: Finding) -> str:
    return found.before


def _after(found: Finding) -> str:
    return found.after
