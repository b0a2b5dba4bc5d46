"""What is known of the pupil the keyboard stands on: identity, amount, workings, years."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ssdesk.domain.coverage import CoverageState
from ssdesk.domain.dates import format_date
from ssdesk.domain.declaration import FieldChange
from ssdesk.domain.money import format_dong
from ssdesk.domain.stopping import StopState
from ssdesk.services.declarations import PupilCorrections
from ssdesk.services.enrolments import Enrolment
from ssdesk.services.pupils import PupilRow, PupilStop
from ssdesk.ui.pages.page import scrolled
from ssdesk.ui.pages.school.declarations.words import DeclarationWords
from ssdesk.ui.pages.school.pupils.columns import PupilWords
from ssdesk.ui.widgets.card import Card
from ssdesk.ui.widgets.chip import StatusChip
from ssdesk.ui.widgets.labels import FactList, Figure, label
from ssdesk.ui.widgets.parts import line
from ssdesk.ui.workings import worded


class PupilPanel(Card):
    """Reads itself from a row at once and from the enrolment when that has come.

    Signals:
        stop_wanted: the button that stops or refunds the pupil was pressed.
    """

    stop_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent)
        self._words = PupilWords(self)
        inside = QWidget(self)
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, 4, 0)
        layout.setSpacing(8)
        self._name = label("", "strong", inside)
        self._name.setWordWrap(True)
        self._below = label("", "muted", inside)
        self._chip = StatusChip(inside)
        self._problems = label("", "wrap", inside)
        self._amount_words = label(self.tr("Số tiền phải đóng"), "muted", inside)
        self._figure = Figure(inside)
        self._sources = label("", "small", inside)
        self._line = line(inside)
        self._years_words = label(self.tr("Tách theo năm thẻ"), "muted", inside)
        self._years = FactList(inside)
        self._facts = FactList(inside)
        self._note = label("", "small", inside)
        self._stop = self._stop_button(self)
        for widget in (
            self._name,
            self._below,
            self._chip,
            self._problems,
            self._told_label(inside),
            self._amount_words,
            self._figure,
            self._sources,
            self._line,
            self._years_words,
            self._years,
            self._facts,
            self._note,
        ):
            layout.addWidget(widget)
        layout.addStretch(1)
        self.body.addWidget(scrolled(inside, self), 1)
        self.body.addWidget(self._stop)
        self.show_row(None, ())

    def show_row(self, row: PupilRow | None, sentences: tuple[str, ...]) -> None:
        """Show what the roster says; the amount follows by `show_enrolment`."""
        self._name.setText(row.full_name if row else self.tr("Chưa chọn em nào"))
        self._below.setText(self._identity(row) if row else "")
        self._chip.set(self._words.chip(row) if row and row.person_id else None)
        self._problems.setText("\n".join(sentences))
        self._problems.setVisible(bool(sentences))
        self._facts.set(self._fact_rows(row) if row else [])
        self._note.setText(self._notes(row) if row else "")
        self._told.setVisible(False)
        self._show_stop(row)
        self._show_amount(visible=False)

    def _told_label(self, parent: QWidget) -> QLabel:
        self._told = label("", "wrap", parent)
        return self._told

    def show_corrections(self, found: PupilCorrections) -> None:
        """Show what the office knows otherwise, and what it was asked to correct."""
        names = DeclarationWords(self)
        lines = []
        if found.open:
            lines.append(self.tr("Khác danh sách đã gửi, cần Mẫu số 2:"))
            lines += [names.change(each) for each in found.open]
        for each in found.filed:
            change = FieldChange(each.field, each.old_value, each.new_value)
            told = self.tr("Đã gửi điều chỉnh {day}: {change}")
            if each.id in found.accepted:
                told = self.tr("BHXH đã nhận điều chỉnh gửi {day}: {change}")
            lines.append(told.format(day=format_date(each.filed_on), change=names.change(change)))
        self._told.setText("\n".join(lines))
        self._told.setVisible(bool(lines))

    def _stop_button(self, parent: QWidget) -> QPushButton:
        button = QPushButton(parent)
        button.setObjectName("stop_pupil")
        # As wide as the panel, also beside its scroll bar: it must not push the figures out.
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        button.clicked.connect(self.stop_wanted)
        return button

    def _show_stop(self, row: PupilRow | None) -> None:
        """The button names what can be done now; without money there is nothing to do."""
        item = row.enrolment if row else None
        self._stop.setVisible(item is not None and item.paid > 0)
        standing = item.stop.state if item is not None and item.stop is not None else None
        if standing is None:
            self._stop.setText(self.tr("T&hôi tham gia / hoàn trả…"))
        else:
            self._stop.setText(self.tr("&Rút lại thôi tham gia…"))
            self._stop.setVisible(standing in {StopState.OPEN, StopState.RETURNED})

    def _identity(self, row: PupilRow) -> str:
        parts = [row.birth_date.display() if row.birth_date else "", row.class_name]
        return " · ".join(part for part in parts if part)

    def _fact_rows(self, row: PupilRow) -> list[tuple[str, str]]:
        facts: list[tuple[str, str]] = []
        if row.cover is not None:
            facts.append((self.tr("Đối tượng"), row.cover.group_code))
            facts.append((self.tr("Số thẻ"), row.cover.card_number))
            facts.append((self.tr("Giấy tờ"), row.cover.evidence))
        if row.card_valid_to is not None:
            facts.append((self.tr("Có thẻ đến"), format_date(row.card_valid_to)))
        if row.enrolment is not None and row.enrolment.stop is not None:
            facts += self._stop_rows(row.enrolment.stop)
        facts += [
            (self.tr("Cha mẹ"), row.parent_name),
            (self.tr("Điện thoại"), row.phone),
            (self.tr("Mã số BHYT"), row.insurance_number or ""),
        ]
        return [(words, value) for words, value in facts if value]

    def _stop_rows(self, stop: PupilStop) -> list[tuple[str, str]]:
        states = {
            StopState.OPEN: self.tr("chờ vào danh sách"),
            StopState.LISTED: self.tr("đã gửi, chờ trả lời"),
            StopState.REFUNDED: self.tr("BHXH đã nhận"),
            StopState.RETURNED: self.tr("bị trả lại"),
        }
        refund = f"{format_dong(stop.amount)} đ" if stop.amount else self.tr("không có")
        return [
            (self.tr("Thôi từ ngày"), format_date(stop.effective_on)),
            (self.tr("Báo giảm"), states[stop.state]),
            (self.tr("BHXH hoàn trả"), refund),
        ]

    def _notes(self, row: PupilRow) -> str:
        notes = [row.note, row.moved_note]
        if row.enrolment:
            notes.append(row.enrolment.note)
        if row.identity_override:
            notes.append(
                self.tr("Số định danh được giữ vì: {reason}").format(reason=row.identity_override)
            )
        return "\n".join(note for note in notes if note)

    def show_enrolment(self, row: PupilRow, item: Enrolment) -> None:
        """Show the amount with its workings, sources and years."""
        if row.state is CoverageState.COVERED_ELSEWHERE:
            return
        premium = item.premium
        self._figure.set(f"{format_dong(premium.own_share)} đ", worded(premium.workings))
        term = f"{format_date(item.period.starts_on)} – {format_date(item.period.ends_on)}"
        laws = " · ".join(dict.fromkeys(source.citation for source in premium.sources))
        self._sources.setText(f"{term}\n{laws}")
        self._years.set(
            [
                (
                    self.tr("{year} · {months} tháng").format(year=year.year, months=year.months),
                    format_dong(year.own_share),
                )
                for year in premium.by_year
            ]
        )
        if item.paid:
            words = self.tr("Đã đóng {paid} đ, còn {due} đ").format(
                paid=format_dong(item.paid), due=format_dong(item.still_due)
            )
            self._amount_words.setText(words)
        else:
            self._amount_words.setText(self.tr("Số tiền phải đóng"))
        self._show_amount(visible=True)

    def _show_amount(self, *, visible: bool) -> None:
        for widget in (
            self._amount_words,
            self._figure,
            self._sources,
            self._line,
            self._years_words,
            self._years,
        ):
            widget.setVisible(visible)
