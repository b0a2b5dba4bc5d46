"""This desk's card, and the desks whose card was accepted."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QPushButton

from ssdesk.services.bundles import desk_cards
from ssdesk.services.bundles.desk_cards import CardAccepted, CardShown, KeysRenewed, Peer
from ssdesk.ui import error_text
from ssdesk.ui.forms.dialog import FormRequest
from ssdesk.ui.forms.field import Field
from ssdesk.ui.grid.view import GridView
from ssdesk.ui.models.rows import CellKind, Column, RowsModel
from ssdesk.ui.pages.page import Page
from ssdesk.ui.pages.settings.section import Section
from ssdesk.ui.theme import worn
from ssdesk.ui.widgets.card import Card
from ssdesk.ui.widgets.chip import Chip, Tone
from ssdesk.ui.widgets.labels import label
from ssdesk.ui.widgets.page_header import ButtonRow


class DesksSection(Section):
    """Cards are exchanged once; the eight words are compared by telephone."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.put_heading(
            self.tr("Bàn làm việc khác"),
            self.tr(
                "Trao thẻ bàn một lần với cơ quan BHXH để gửi gói cho nhau. Gọi điện đọc tám từ: "
                "hai bên đọc giống nhau thì mới nhận."
            ),
        )
        self._shown: CardShown | None = None
        own = Card(self.tr("Thẻ bàn của máy này"), self)
        self._name = label("", "strong", own)
        self._words = label("", "section", own)
        self._words.setWordWrap(True)
        self._why = label("", "wrap", own)
        for widget in (self._name, self._words, self._why):
            own.body.addWidget(widget)
        self.column.addWidget(own)
        self.model: RowsModel[Peer] = RowsModel(self._columns(), _key, self)
        self.grid = GridView("peers", page.bench.preferences, self)
        self.grid.set_model(self.model)
        self.grid.setMinimumHeight(worn().px(150))
        self.column.addWidget(self.grid, 1)
        row = ButtonRow(self)
        self._save = QPushButton(self.tr("&Ghi thẻ bàn ra tệp"), row)
        self._save.clicked.connect(self.save_card)
        self._revoke = QPushButton(self.tr("&Hủy thẻ đã nhận"), row)
        self._revoke.clicked.connect(self.revoke)
        self._renew = QPushButton(self.tr("Đổi &khóa của máy này"), row)
        self._renew.clicked.connect(self.renew)
        row.put((self._save, self._revoke, self._renew))
        self.column.addWidget(row)

    def _columns(self) -> tuple[Column[Peer], ...]:
        good, gone = self.tr("đã nhận"), self.tr("đã hủy")

        def state(peer: Peer) -> Chip:
            if peer.revoked_at is None:
                return Chip(good, Tone.DONE)
            return Chip(gone, Tone.ACT)

        return (
            Column("unit_code", self.tr("Mã"), _unit_code, width=110),
            Column("name", self.tr("Nơi"), _name_of, width=0),
            Column("accepted", self.tr("Ngày nhận"), _accepted, CellKind.DATE, width=110),
            Column("state", self.tr("Trạng thái"), state, CellKind.CHIP, width=110),
        )

    def primary_words(self) -> str:
        return self.tr("&Nhận thẻ bàn")

    def do_primary(self) -> None:
        """A card's file, its words compared before it is accepted."""
        kinds = self.tr("Thẻ bàn (*.ssdesk-card)")
        file = self.page.bench.messages.open_file(self, self.tr("Nhận thẻ bàn"), kinds)
        if file is not None:
            work = partial(desk_cards.read_card_file, self.page.ctx, file)
            self.page.run(work, self._on_read)

    def _on_read(self, shown: CardShown) -> None:
        party = shown.card.party
        text = self.tr(
            "Gọi cho {name} ({code}) và nhờ họ đọc tám từ của họ. Gõ lại ở đây, không cần dấu."
        )
        if shown.known_words:
            text = self.tr(
                "{name} ({code}) đã đổi khóa. Gọi cho họ, nhờ đọc tám từ mới. Gõ lại ở đây."
            )
        field = Field("words", self.tr("&Tám từ"), required=True)
        request = FormRequest(
            self.tr("Nhận thẻ bàn"),
            (field,),
            text=text.format(name=party.name, code=party.unit_code),
            save=self.tr("&Nhận"),
        )
        values = self.page.bench.messages.form(self, request)
        if values is not None:
            work = partial(self._accept, shown, values.text("words"))
            self.page.run(work, self._on_accepted)

    def _accept(self, shown: CardShown, words: str) -> CardAccepted:
        desk_cards.compare_words(shown, words)
        return desk_cards.accept_card(self.page.ctx, shown)

    def _on_accepted(self, done: CardAccepted) -> None:
        text = self.tr("Đã nhận thẻ bàn của {name}")
        self.page.toast(text.format(name=done.peer.card.party.name))
        self.read()

    def save_card(self) -> None:
        """The file to hand to the other side."""
        shown = self._shown
        if shown is None:
            return
        name = desk_cards.card_file_name(shown.card.party)
        title = self.tr("Ghi thẻ bàn ra tệp")
        path = self.page.bench.messages.save_file(self, title, name, "*.ssdesk-card")
        if path is not None:
            self.page.run(partial(_write, path, shown.text), self._on_saved)

    def _on_saved(self, path: Path) -> None:
        self.page.toast(self.tr("Đã lưu {name}").format(name=path.name))

    def revoke(self) -> None:
        """A laptop was lost: its bundles are refused from now on."""
        peer = self.grid.current_row()
        if not isinstance(peer, Peer):
            return
        title = self.tr("Hủy thẻ đã nhận")
        text = self.tr("Gói của {name} sẽ bị từ chối cho đến khi nhận thẻ mới.")
        said = text.format(name=peer.card.party.name)
        reason = self.page.bench.messages.ask_reason(self, title, said)
        if reason is not None:
            desk_id = peer.card.party.desk_id
            work = partial(desk_cards.revoke_card, self.page.ctx, desk_id, reason)
            self.page.run(work, self._on_changed)

    def renew(self) -> None:
        """New keys after a loss; the card has to be exchanged again."""
        title = self.tr("Đổi khóa của máy này")
        text = self.tr(
            "Sau khi đổi, mọi nơi phải nhận thẻ bàn mới của máy này thì mới nhận gói. Chỉ đổi khi "
            "máy hoặc bản sao lưu có thể đã lọt vào tay người khác."
        )
        if self.page.bench.messages.ask(self, title, text, self.tr("Đổi &khóa")):
            self.page.run(partial(desk_cards.renew_keys, self.page.ctx), self._on_changed)

    def _on_changed(self, _: CardAccepted | KeysRenewed) -> None:
        self.read()

    def read(self) -> None:
        self.page.run(partial(desk_cards.list_peers, self.page.ctx), self._on_peers)
        self.page.run(partial(desk_cards.own_card, self.page.ctx), self._on_card, self._on_no_card)

    def _on_peers(self, found: tuple[Peer, ...]) -> None:
        self.model.set_rows(found)
        self._revoke.setEnabled(bool(found))

    def _on_card(self, shown: CardShown) -> None:
        self._show_card(shown, "")

    def _on_no_card(self, error: Exception) -> None:
        self._show_card(None, error_text.of_error(error))

    def _show_card(self, shown: CardShown | None, why_not: str) -> None:
        self._shown = shown
        party = shown.card.party if shown else None
        self._name.setText(f"{party.name} ({party.unit_code})" if party else "")
        self._words.setText(shown.words if shown else "")
        self._why.setText(why_not)
        self._save.setEnabled(shown is not None)


def _write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def _key(peer: Peer) -> str:
    return peer.card.party.desk_id


def _unit_code(peer: Peer) -> str:
    return peer.card.party.unit_code


def _name_of(peer: Peer) -> str:
    return peer.card.party.name


def _accepted(peer: Peer) -> date:
    return peer.accepted_at.date()
