"""A round is collected: walk down a class with one key, take instalments, note promises."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ssdesk.domain.dates import format_date
from ssdesk.domain.money import format_dong, format_number
from ssdesk.domain.roles import Act
from ssdesk.domain.scanned import ScannedCard
from ssdesk.services import payments, rounds, scans
from ssdesk.services.changes import Changes, Kind
from ssdesk.services.collecting import Collecting, CollectRow, read_collecting
from ssdesk.services.papers import Layout
from ssdesk.services.payments import ClassPaid, PaymentItem, PaymentRecorded, RecordPayment
from ssdesk.services.rounds import RoundSaved
from ssdesk.ui.actions import Action
from ssdesk.ui.bench import Bench
from ssdesk.ui.grid.view import GridView
from ssdesk.ui.models.rows import RowsModel
from ssdesk.ui.pages.school.collection.forms import CollectionForms
from ssdesk.ui.pages.school.collection.panel import CollectionPanel
from ssdesk.ui.pages.school.collection.signing_up import SigningUp
from ssdesk.ui.pages.school.collection.words import ALL, CollectionWords
from ssdesk.ui.pages.school.family_papers import print_notices, print_receipts
from ssdesk.ui.pages.school.stopping.steps import Stopping
from ssdesk.ui.widgets.labels import label
from ssdesk.ui.widgets.parts import EmptyState, Note
from ssdesk.ui.widgets.side_list import SideList
from ssdesk.ui.widgets.sides import with_side


class CollectionPage(SigningUp):
    """Who owes what in a round, and the money as it comes in."""

    name = "collection"
    interests: ClassVar[frozenset[Kind]] = frozenset(
        {Kind.ROSTER, Kind.COVER, Kind.ROUND, Kind.ENROLMENT, Kind.PAYMENT, Kind.RECEIPT_BOOK}
    )
    changing: ClassVar[Mapping[Act, tuple[str, ...]]] = {
        Act.ENROL: ("round", "sign_up", "pledge", "term", "paper", "withdraw", "stop"),
        Act.TAKE_MONEY: ("one", "post", "mark", "mark_all"),
        Act.PRINT_RECEIPTS: ("print",),
    }

    def __init__(self, bench: Bench, parent: QWidget | None = None) -> None:
        self._seen: Collecting | None = None
        self._round_id: str | None = None
        self._class_id = ALL
        self._marked: set[str] = set()
        self._wanted = ""
        super().__init__(bench, parent)
        self._stopping = Stopping(self)

    def title(self) -> str:
        chosen = self._seen.round if self._seen else None
        if chosen is None:
            return self.tr("Đợt thu")
        return self.tr("Đợt thu · {name}").format(name=chosen.name)

    def subtitle(self) -> str:
        chosen = self._seen.round if self._seen else None
        if chosen is None or self._seen is None:
            return self.tr("Ai phải đóng bao nhiêu, ai đã đóng, ai hẹn ngày nào")
        owed = [row.owes for row in self._seen.rows if row.owes]
        text = self.tr("{starts} – {ends} · hạn nộp {due} · còn {count} em, {money} đ")
        return text.format(
            starts=format_date(chosen.starts_on),
            ends=format_date(chosen.ends_on),
            due=format_date(chosen.due_on),
            count=format_number(len(owed)),
            money=format_dong(sum(owed)),
        )

    def actions_of_page(self) -> tuple[Action, ...]:
        return (
            Action("round", self.tr("Đợt &mới"), "open_round", "Ctrl+N"),
            Action("sign_up", self.tr("Đăng &ký lớp"), "sign_up", "F4"),
            Action("pledge", self.tr("&Hẹn đóng"), "pledge", "F5"),
            Action("one", self.tr("Thu &riêng"), "pay_chosen", "F9"),
            Action("post", self.tr("&Ghi thu"), "post_marked", "Ctrl+Return", primary=True),
            Action("print", self.tr("In biên lai vừa ghi"), "print_last", "F8", hidden=True),
            Action("notices", self.tr("In giấy báo đóng tiền"), "notices", "Ctrl+P", hidden=True),
            Action("mark", self.tr("Đánh dấu đã nộp"), "mark", "Space", hidden=True),
            Action("mark_all", self.tr("Đánh dấu cả lớp"), "mark_all", "Ctrl+Space", hidden=True),
            Action("term", self.tr("Thời hạn riêng"), "change_term", "F6", hidden=True),
            Action("paper", self.tr("Thẻ giấy / thẻ điện tử"), "choose_card", "F7", hidden=True),
            Action("withdraw", self.tr("Thôi đăng ký"), "withdraw", "Shift+F4", hidden=True),
            Action(
                "stop",
                self.tr("Thôi tham gia / hoàn trả…"),
                "stop_pupil",
                "Shift+F9",
                hidden=True,
            ),
            Action("owed", self.tr("Chỉ em còn nợ"), "toggle_owed", "F3", hidden=True),
            Action("next_class", self.tr("Lớp sau"), "next_class", "Alt+PgDown", hidden=True),
            Action("last_class", self.tr("Lớp trước"), "last_class", "Alt+PgUp", hidden=True),
            Action("next_round", self.tr("Đợt khác"), "next_round", "Ctrl+PgDown", hidden=True),
        )

    def build(self, body: QVBoxLayout) -> None:
        self._words = CollectionWords(self)
        self._forms = CollectionForms(self)
        self._only_owed = False
        self._no_round = EmptyState(
            "collection",
            self.tr("Năm học này chưa có đợt thu"),
            self.tr(
                "Mở một đợt: tên, thời hạn thẻ, ngày hết hạn nộp. Sau đó đăng ký từng lớp rồi thu."
            ),
            self,
        )
        self._no_round.add_button(self.tr("Mở đợt &thu"), self.open_round)
        self._note = Note(self, "", "waiting")
        self._note.add_button(self.tr("Đăng ký quyển &biên lai"), self.open_books)
        self._content = QWidget(self)
        row = QHBoxLayout(self._content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        self.classes = SideList(self.tr("LỚP · CÒN NỢ"), self._content)
        self.classes.chosen.connect(self._on_class)
        row.addWidget(self.classes)
        # Made in the order they stand in: Tab follows it.
        middle = self._middle()
        self.panel = CollectionPanel(self._content)
        self.panel.print_wanted.connect(self._on_print)
        row.addLayout(with_side(middle, self.panel, 268), 1)
        body.addWidget(self._no_round)
        body.addWidget(self._note)
        body.addWidget(self._content)
        self._show()

    def _middle(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(6)
        self.model: RowsModel[CollectRow] = RowsModel(self._words.columns(self._marked), _key, self)
        self.grid = GridView("collection", self.bench.preferences, self._content)
        self.grid.set_model(self.model)
        self.grid.row_current.connect(self._on_current)
        self.grid.row_activated.connect(self._on_activated)
        if self.table is not None:
            self.table.only_on("mark", self.grid)
        column.addWidget(self.grid, 1)
        keys = self.tr(
            "Dấu cách: đã nộp, sang em kế · Ctrl+Dấu cách: cả lớp · F3 chỉ em còn nợ · "
            "Alt+PgDn lớp sau · F6 thời hạn riêng · F7 thẻ giấy"
        )
        column.addWidget(label(keys, "small", self._content))
        return column

    # Reading --------------------------------------------------------------------------------

    def refresh(self, changes: Changes | None) -> None:  # noqa: ARG002 - everything is read
        year, round_id = self.bench.school_year, self._round_id
        self.run(partial(read_collecting, self.ctx, year, round_id), self._on_seen)

    def open_at(self, argument: object) -> None:
        if isinstance(argument, str):
            self._class_id, self._wanted = ALL, argument
            self._show()

    def scanned(self, payload: str) -> bool:
        """A card: stand on its pupil here; who is unknown is taken in on the pupils' page."""
        if self._seen is None or self._seen.round is None:
            return False
        self.run(partial(scans.read, payload), self._on_card)
        return True

    def _on_card(self, card: ScannedCard) -> None:
        rows = self._seen.rows if self._seen else ()
        found = scans.pupil_of(card, (row.pupil for row in rows))
        if found is None:
            self.go("pupils", card)
            return
        self.open_at(found.entry_id)
        self.toast(self.tr("Thẻ của {name}").format(name=found.full_name), "info")

    def first_focus(self) -> QWidget | None:
        return self.grid if self._seen and self._seen.round else None

    def _on_seen(self, seen: Collecting) -> None:
        first = self._seen is None
        self._seen = seen
        self._round_id = seen.round.id if seen.round else None
        owing = {row.enrolment.id for row in seen.rows if row.enrolment and row.owes}
        self._marked &= owing
        self._show()
        self.update_header()
        if first and self.isVisible():
            self.take_focus()

    def _shown(self) -> tuple[CollectRow, ...]:
        rows = self._seen.rows if self._seen else ()
        if self._class_id != ALL:
            rows = tuple(row for row in rows if row.pupil.class_id == self._class_id)
        return tuple(row for row in rows if row.owes) if self._only_owed else rows

    def _show(self) -> None:
        seen = self._seen
        open_round = seen is not None and seen.round is not None
        self._no_round.setVisible(seen is not None and not open_round)
        self._content.setVisible(open_round)
        for action in ("sign_up", "pledge", "one", "post"):
            self.enable(action, open_round)
        if seen is None or not open_round:
            self._note.set("")
            return
        missing = self.tr("Chưa có quyển biên lai nào còn số. Đăng ký một quyển rồi mới ghi thu.")
        self._note.set("" if seen.books else missing, "waiting")
        self.classes.set(self._words.class_rows(seen), self._class_id)
        self.model.set_rows(self._shown())
        self.panel.set_books(seen.books)
        self._show_marked()
        if self._wanted and self.grid.go_to(self._wanted):
            self._wanted = ""

    def _show_marked(self) -> None:
        rows = self._seen.rows if self._seen else ()
        chosen = [row for row in rows if row.enrolment and row.enrolment.id in self._marked]
        self.panel.show_marked(len(chosen), sum(row.owes for row in chosen))
        self.enable("post", bool(chosen) and bool(self._seen and self._seen.books))

    # Following the keyboard -----------------------------------------------------------------

    def _on_class(self, key: str) -> None:
        if key != self._class_id:
            self._class_id = key
            self._show()

    def next_class(self) -> None:
        """Alt+PgDown: the class below in the list; the keyboard stays where it is."""
        self.classes.step(1)

    def last_class(self) -> None:
        """Alt+PgUp: the class above."""
        self.classes.step(-1)

    def _on_current(self, row: object) -> None:
        self.panel.show_row(row if isinstance(row, CollectRow) else None)

    def _on_activated(self, row: object) -> None:
        if isinstance(row, CollectRow) and row.owes:
            self.pay_chosen()

    def mark(self) -> None:
        """Space: this pupil has handed in the whole; the next one who owes."""
        row = self._current()
        if row is None or row.enrolment is None or not row.owes:
            return
        self._marked ^= {row.enrolment.id}
        self._step_down()
        self._repaint()

    def _step_down(self) -> None:
        line = self.grid.currentIndex().row()
        rows = self.model.rows()
        after = next((n for n in range(line + 1, len(rows)) if rows[n].owes), -1)
        if after >= 0:
            self.grid.setCurrentIndex(self.model.index(after, 0))

    def mark_all(self) -> None:
        """Ctrl+Space: all who owe in the class shown; again: none."""
        owing = {row.enrolment.id for row in self._shown() if row.enrolment and row.owes}
        self._marked = self._marked - owing if owing <= self._marked else self._marked | owing
        self._words.share(self._marked)
        self._repaint()

    def _repaint(self) -> None:
        self._words.share(self._marked)
        self.grid.viewport().update()
        self._show_marked()

    def toggle_owed(self) -> None:
        """F3: only those who owe, or everyone."""
        self._only_owed = not self._only_owed
        words = self.tr("Không em nào ở đây còn nợ · F3: hiện tất cả")
        self.grid.filter_sign.say_when_empty(words if self._only_owed else "")
        self._show()

    def next_round(self) -> None:
        """Ctrl+PgDown: the next round of the year."""
        seen = self._seen
        if seen is None or len(seen.rounds) < 2:
            return
        ids = [item.id for item in seen.rounds]
        place = ids.index(self._round_id) if self._round_id in ids else -1
        self._round_id = ids[(place + 1) % len(ids)]
        self._marked.clear()
        self.refresh(None)

    # What one does --------------------------------------------------------------------------

    def open_round(self) -> None:
        """Ctrl+N: a new round."""
        command = self._forms.round()
        if command is not None:
            self.run(partial(rounds.open_round, self.ctx, command), self._on_round)

    def _on_round(self, saved: RoundSaved) -> None:
        self._round_id = saved.round.id
        self.toast(self.tr("Đã mở {name}. F4 đăng ký từng lớp.").format(name=saved.round.name))

    def post_marked(self) -> None:
        """Ctrl+Enter: a receipt for each pupil marked, all of them or none."""
        book_id = self.panel.book_id()
        if not self._marked or not book_id:
            return
        rows = self._seen.rows if self._seen else ()
        order = [row.enrolment.id for row in rows if row.enrolment]
        chosen = tuple(item for item in order if item in self._marked)
        how = self.panel.how()
        commands = tuple(
            RecordPayment((PaymentItem(item),), book_id, how.tender, held_by=how.held_by)
            for item in chosen
        )
        self.run_long(
            lambda progress: payments.record_payments(self.ctx, commands, progress),
            self._on_posted,
            self.tr("Đang ghi thu…"),
        )

    def _on_posted(self, done: ClassPaid) -> None:
        self._marked.clear()
        self._words.share(self._marked)
        text = self.tr("Đã ghi {count} biên lai, {money} đ · F8 in")
        said = text.format(count=len(done.payments), money=format_dong(done.amount))
        day = done.payments[0].receipt.issued_on if done.payments else None
        if day is not None and day > self.ctx.clock.today():
            after = self.tr("{said} · quỹ hôm nay đã kiểm: ghi ngày {day}")
            said = after.format(said=said, day=format_date(day))
        self.toast(said)
        self.panel.show_last(tuple(item.receipt_id for item in done.payments))
        if done.payments[-1].stock_is_low:
            left = done.payments[-1].numbers_left
            words = self.tr("Quyển biên lai chỉ còn {left} số.").format(left=left)
            self._note.set(words, "waiting")

    def pay_chosen(self) -> None:
        """F9: one receipt for the pupils chosen: a part, another payer, brothers and sisters."""
        seen, chosen = self._seen, self._chosen()
        if seen is None or not chosen or not seen.books:
            return
        command = self._forms.payment(chosen, self.panel.book_id(), self.panel.how(), seen.pays_on)
        if command is not None:
            self.run(partial(payments.record_payment, self.ctx, command), self._on_paid)

    def _on_paid(self, done: PaymentRecorded) -> None:
        text = self.tr("Biên lai {number}: {money} đ · F8 in")
        self.toast(text.format(number=done.receipt.number, money=format_dong(done.receipt.amount)))
        self.panel.show_last((done.receipt_id,))

    def print_last(self) -> None:
        """F8: the receipts posted last."""
        self.panel.print_last()

    def _on_print(self, receipt_ids: tuple[str, ...]) -> None:
        print_receipts(self, receipt_ids, Layout.A5)

    def notices(self) -> None:
        """Ctrl+P: notices for the rows chosen, else for everybody listed who owes."""
        seen, chosen = self._seen, self._chosen()
        if seen is not None and seen.round is not None:
            rows = chosen if len(chosen) > 1 else self.model.rows()
            print_notices(self, seen.round.id, rows)

    def open_books(self) -> None:
        """Where receipt books are registered."""
        self.go("receipts", "books")

    def _chosen(self) -> tuple[CollectRow, ...]:
        rows = self.grid.selected_rows() or (self.grid.current_row(),)
        return tuple(row for row in rows if isinstance(row, CollectRow) and row.owes)


def _key(row: CollectRow) -> str:
    return row.pupil.entry_id
