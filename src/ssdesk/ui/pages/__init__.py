"""The pages of each desk, and the guide for whoever writes one.

WHERE. `ui/pages/school/<name>/page.py`, a room per page, its parts in files beside it
(`columns.py`, `panel.py`, `words.py`); a class stays under 350 lines. Add the class to
`SCHOOL_PAGES` in `ui/pages/school/__init__.py`. Help: `resources/help/vi/<name>.md` (F1).
A whole small example that works: `ui/pages/example_page.py`, its test
`tests/ui/test_example_page.py`. Copy them.

A PAGE is a `Page` with

    name = "receipts"                        # also the names of its help file and drafts
    interests = frozenset({Kind.PAYMENT})    # refreshed only for these
    changing = {Act.ENROL: ("pledge",)}      # actions dead, with a reason, for other roles

    def title(self) -> str                   # self.tr("Phiếu thu"): Vietnamese is the source
    def subtitle(self) -> str                # one line; self.update_header() when it changed
    def actions_of_page(self)                # tuple of Action; ONE primary, with its key
    def build(self, body: QVBoxLayout)       # make all widgets; is called AGAIN on another
                                             # language, theme or text size: keep data in
                                             # self._rows etc. set up BEFORE super().__init__
                                             # or read with refresh; never cache translations
    def refresh(self, changes)               # read by self.run, fill in the `done` slot
    def open_at(self, argument)              # optional: `self.go("pupils", entry_id)` lands here
    def first_focus(self)                    # optional: the widget that takes the keyboard
    def scanned(self, payload) -> bool       # optional: a card was scanned on this page

GIVEN. `self.ctx` (only inside `run`), `self.bench.school_year` (`2026-2027`),
`self.bench.ctx.clock.today()`, `self.go(page_name, argument)`, `self.enable(action, bool)`.

WORK. Services only inside `run`; results and errors come back on the window's thread:

    self.run(lambda: receipts.list_receipts(self.ctx, book), self._on_receipts)
    self.run(partial(receipts.void, self.ctx, command), self._on_voided, self._on_refused)
    self.run_long(lambda progress: rosters.preview(self.ctx, file, progress), self._on_plan,
                  self.tr("Đang đọc danh sách…"))            # bar, count, a button stops

A result that has `.changes` refreshes every page that is interested, this one too. Without the
third argument an error is shown by `error_text` in a message. A form shows a refusal at its
field: `form.show_error(error)` (codes of `domain.checks` know their field).
Say what was done by `self.toast(self.tr("Đã lưu {name}").format(name=…))`, not by a message box.

ASK. `self.bench.messages`: `.ask(self, title, text, yes_words) -> bool`,
`.ask_reason(self, title, text) -> str | None`, `.error(self, error)`, `.warn(self, text)`,
`.open_file(self, title, filter) -> Path | None`, `.save_file(self, title, name, filter)`.
`.form(self, title, fields, save_words, values) -> FormValues | None` opens one small form.
Tests answer them beforehand: `recorder.answers.append(...)`. A page never goes deeper than one
dialog. Documents: `self.bench.printing.show(self, title, pdf_bytes, file_name)`.

WIDGETS (`ui/widgets`, all keyboard-reachable, all take `parent` last):
    Card(title, parent)             surface with a heading; `card.body` is its QVBoxLayout
    label(text, role, parent)       role: title section figure muted small strong link wrap
    Figure(parent)                  one big sum: .set(text, below)
    FactList(parent)                rows of words left, value right: .set([(words, value), …])
    StatusChip(parent)              .set(Chip(text, Tone.WAITING)); Tone: DONE WAITING ACT INFO
                                    NEUTRAL; colour only with meaning, always with words
    Ring(parent)                    .set(segments, middle, below); signal activated(key)
    Bars(parent)                    .set([BarRow(key, words, total, parts, value, chip)]); activated
    TodoList(parent)                .set([TodoRow(key, chip, text)]); signal activated(key)
    SideList(title, parent)         narrow list (classes): .set([SideRow(key, words, value, tone)],
                                    chosen) tells nobody; .choose(key); signal chosen(key)
    EmptyState(icon, title, text, parent)   .add_button(text, slot): what an empty page says
    Choices(parent)                 big either-or buttons: .set([(key, words, hint)]); .value()
GRID. `RowsModel` holds frozen rows, `GridView` shows them with Excel's habits:

    columns = (Column("name", self.tr("Họ và tên"), lambda row: row.full_name, width=220),
               Column("paid", self.tr("Đã đóng"), lambda row: row.paid, CellKind.DONG, width=110),
               Column("state", self.tr("Trạng thái"), lambda row: chip_of(row), CellKind.CHIP))
    self.model = RowsModel(columns, key=lambda row: row.entry_id, parent=self)
    self.grid = GridView("receipts", self.bench.preferences, parent)   # remembers its columns
    self.grid.set_model(self.model)
    self.model.set_rows(rows)                 # keeps the current row by its key
    self.grid.row_activated.connect(self._on_row)   # Enter or double click: the row
    self.grid.row_current.connect(self._on_current) # the row the keyboard stands on, or None
    self.grid.selected_rows() -> tuple of rows

  The lambdas of Column get the row, never `self`. CellKind: TEXT INT DONG PERCENT DATE CHIP FLAG.
  A million rows: `PagedModel(columns, read_page, parent)` over ids. Typing: `EditableRows`
  (edit, paste, Ctrl+D, Ctrl+Z, problems by cell, `edits()`), see `ui/models/editable.py`.
FORM. `ui/forms/form.py`:

    self.form = Form("pupil", (Field("full_name", self.tr("&Họ và tên"), required=True),
                               Field("birth_date", self.tr("Ngày &sinh"), FieldKind.BIRTH_DATE),
                               Field("sex", self.tr("&Phái"), FieldKind.CHOICE,
                                     choices=(("M", self.tr("Nam")), ("F", self.tr("Nữ")))),
                               ), parent, columns=2)
    self.form.fill({"full_name": row.full_name, "birth_date": row.birth_date})
    self.form.saved.connect(self._on_save)         # Ctrl+Enter; only when nothing is unreadable
    values = self.form.values()                    # values.text("full_name") .day(…) .dong(…)
    self.form.show_problems(problems)              # each at its field, the first one focused
    self.form.keep_drafts(self.bench.jobs, self.ctx, subject)  # saved while typing, offered back

  Enter goes on, Shift+Enter back, Ctrl+Enter saves. Text is NFC and trimmed when read.
TEXT. `self.tr("Còn {count} em").format(count=…)`, plurals `self.tr("%n em", "", n)`; money
`domain.money.format_dong`, dates `domain.dates.format_date`. English is added to
`resources/i18n/ssdesk_en.ts` by `packaging/translate` (see `ui/translation.py`).
TEST. `tests/ui/conftest.py`: fixture `bench` (real store, recorded messages and printer),
`show_page(PageClass) -> page` shown at 1366 × 768, `settle(bench)` waits for the jobs, `type_in(
widget, "Nguyễn Thị Ánh")` types any letters (QTest.keyClicks aborts on them), `picture(widget,
"name")` keeps a PNG under $SSDESK_PICTURES to be looked at. Keyboard only in tests.
KEYS. Taken by the window: F1 Ctrl+K Ctrl+L Ctrl+Tab Alt+0…9; by a grid: Ctrl+C Ctrl+V Ctrl+D
Ctrl+F Ctrl+Z F8 Enter. A test finds a key or mnemonic that means two things on one page.
DON'T: processEvents, a lambda holding self in a long-lived connection, QTableWidget, SQL, sums
of money, widgets without parent, colours in code (ask `theme.worn().tokens`), sizes without
`theme.worn().px`.
"""

from __future__ import annotations

from dataclasses import dataclass

from ssdesk.ui.pages.page import Page


@dataclass(frozen=True, slots=True)
class PageEntry:
    """One line of the left rail.

    Args:
        page: class of the page.
        icon: name of its icon.
        words: Vietnamese source of its word, marked by QT_TRANSLATE_NOOP("Pages", …).
        under: name of the page it is reached from, for a page without a line of its own.
    """

    page: type[Page]
    icon: str
    words: str
    under: str = ""


__all__ = ["Page", "PageEntry"]
