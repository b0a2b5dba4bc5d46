"""The small forms of the pupils' page: one pupil, another group's card, a move, a farewell."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject

from ssdesk.domain.groups import Group
from ssdesk.domain.person import Sex
from ssdesk.domain.problems import Problem
from ssdesk.domain.pupil import PupilFacts, check_pupil
from ssdesk.domain.scanned import ScannedCard
from ssdesk.domain.school import SchoolYear
from ssdesk.services import scans
from ssdesk.services.classes import SetClass
from ssdesk.services.covers import ELSEWHERE, PART_SUPPORTED, SetCover
from ssdesk.services.pupils import ClassRow, PupilRow, SavePupil, facts_of
from ssdesk.services.transfers import MovePupils, TransferOut
from ssdesk.ui.bench import Bench
from ssdesk.ui.forms.dialog import FormRequest
from ssdesk.ui.forms.field import Field, FieldKind, FormValues, Value
from ssdesk.ui.forms.form import Form
from ssdesk.ui.pages.page import Page


class PupilForms(QObject):
    """Asks one thing at a time and hands back the command, or None."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page

    @property
    def _bench(self) -> Bench:
        return self._page.bench

    def _ask(self, request: FormRequest) -> FormValues | None:
        return self._bench.messages.form(self._page, request)

    # One pupil ------------------------------------------------------------------------------

    def pupil(
        self, row: PupilRow | None, class_name: str, scanned: ScannedCard | None = None
    ) -> SavePupil | None:
        """A newcomer, from scratch or from a scanned card, or a pupil to mend."""
        values = self._ask(self.pupil_request(row, class_name, scanned))
        if values is None:
            return None
        name = values.text("class_name") if row is None else ""
        return SavePupil(_facts(values), row.entry_id if row else None, name)

    def pupil_request(
        self, row: PupilRow | None, class_name: str, scanned: ScannedCard | None
    ) -> FormRequest:
        """What that form asks."""
        facts = facts_of(row) if row else _facts_of_card(scanned)
        text = ""
        if scanned is not None:
            text = self.tr("Đã đọc thẻ. Hãy đối chiếu rồi lưu.")
            if scanned.doubtful:
                text = self.tr("Thẻ đọc chưa chắc chắn: hãy đối chiếu họ tên và địa chỉ.")
        return FormRequest(
            title=self.tr("Sửa hồ sơ") if row else self.tr("Thêm em"),
            fields=self._pupil_fields(with_class=row is None),
            text=text,
            values={**_values_of(facts), **({} if row else {"class_name": class_name})},
            check=self._check_pupil,
            keep=partial(self._keep, row.entry_id if row else ""),
            scanned=partial(self._on_scanned, facts.personal_id),
        )

    def _on_scanned(self, known: str | None, form: Form, payload: str) -> None:
        """A card scanned over the open form is filled into it, unless it is somebody else's."""

        def fill(card: ScannedCard) -> None:
            if known and card.personal_id and card.personal_id != known:
                text = self.tr("Thẻ này là của {name}, không phải của em đang mở.")
                self._bench.messages.warn(form, text.format(name=card.full_name))
                return
            told = _values_of(_facts_of_card(card))
            form.put({name: value for name, value in told.items() if value})
            form.focus_first_empty()

        self._page.run(partial(scans.read, payload), fill)

    def _keep(self, subject: str, form: Form) -> None:
        keeper = form.keep_drafts(self._bench.jobs, self._bench.ctx, subject)
        keeper.found.connect(keeper.offer)

    def _check_pupil(self, values: FormValues) -> Sequence[Problem]:
        starts_on = SchoolYear(self._bench.school_year).starts_on
        return check_pupil(_facts(values), starts_on)

    def _pupil_fields(self, *, with_class: bool) -> tuple[Field, ...]:
        room = (Field("class_name", self.tr("&Lớp"), required=True, max_length=20),)
        return (
            Field("full_name", self.tr("&Họ và tên"), FieldKind.NAME, required=True),
            *(room if with_class else ()),
            Field(
                "birth_date",
                self.tr("Ngày &sinh"),
                FieldKind.BIRTH_DATE,
                placeholder=self.tr("150910 hoặc 15/9/2010 hoặc 2010"),
            ),
            Field(
                "sex",
                self.tr("&Phái"),
                FieldKind.CHOICE,
                choices=(("", self.tr("Chọn…")), ("M", self.tr("Nam")), ("F", self.tr("Nữ"))),
            ),
            Field("personal_id", self.tr("Số định danh (&CCCD)"), max_length=20),
            Field("insurance_number", self.tr("Mã số &BHYT"), max_length=20),
            Field("phone", self.tr("Điện t&hoại"), max_length=20),
            Field("parent_name", self.tr("Cha m&ẹ"), FieldKind.NAME),
            Field("address", self.tr("Địa chỉ")),
            Field("ethnicity", self.tr("Dân &tộc"), max_length=40),
            Field(
                "registered_hospital",
                self.tr("Nơi &khám ban đầu"),
                placeholder=self.tr("Mã 5 ký tự hoặc tên; để trống: nơi thường dùng"),
                max_length=80,
            ),
            Field("student_code", self.tr("&Mã học sinh"), max_length=30),
            Field("note", self.tr("&Ghi chú")),
        )

    # Another group --------------------------------------------------------------------------

    def cover(self, rows: Sequence[PupilRow]) -> SetCover | None:
        """The other group of some pupils."""
        known = rows[0].cover if len(rows) == 1 else None
        who = rows[0].full_name if len(rows) == 1 else self.tr("{n} em").format(n=len(rows))
        request = FormRequest(
            title=self.tr("Thẻ theo đối tượng khác · {who}").format(who=who),
            text=self.tr("Đã thấy thẻ hoặc giấy thì em không phải đóng tại trường."),
            fields=self._cover_fields(),
            values={
                "kind": known.kind if known else ELSEWHERE,
                "group_code": known.group_code if known else "",
                "card_number": known.card_number if known else "",
                "valid_to": known.valid_to if known else None,
                "evidence": known.evidence if known else "",
                "proven": known.proven if known else False,
            },
        )
        values = self._ask(request)
        if values is None:
            return None
        return SetCover(
            entry_ids=tuple(row.entry_id for row in rows),
            kind=values.text("kind"),
            group_code=values.text("group_code"),
            card_number=values.text("card_number"),
            valid_to=values.day("valid_to"),
            evidence=values.text("evidence"),
            proven=values.flag("proven"),
        )

    def _cover_fields(self) -> tuple[Field, ...]:
        today = self._bench.ctx.clock.today()
        known = self._bench.ctx.rules.groups_on(today)
        groups = tuple(
            (group.code, f"{group.code} · {group.name}") for group in sorted(known, key=_usual)
        )
        kinds = (
            (ELSEWHERE, self.tr("Đã có thẻ, không đóng tại trường")),
            (PART_SUPPORTED, self.tr("Đóng tại trường, được hỗ trợ cao hơn")),
        )
        return (
            Field("kind", self.tr("&Loại"), FieldKind.CHOICE, choices=kinds),
            Field(
                "group_code",
                self.tr("&Đối tượng"),
                FieldKind.CHOICE,
                required=True,
                choices=(("", self.tr("Chọn…")), *groups),
                help=self.tr("Gõ mã hoặc tên, không cần dấu: BT, ngheo, bao tro…"),
            ),
            Field("card_number", self.tr("&Số thẻ"), max_length=20),
            Field("valid_to", self.tr("Thẻ đến &ngày"), FieldKind.DATE),
            Field("evidence", self.tr("&Giấy tờ đã xem")),
            Field("proven", self.tr("Đã &thấy thẻ hoặc giấy tờ"), FieldKind.FLAG),
        )

    # Moves ----------------------------------------------------------------------------------

    def move(self, rows: Sequence[PupilRow], classes: Sequence[str]) -> MovePupils | None:
        """Another class for some pupils."""
        request = FormRequest(
            title=self.tr("Chuyển lớp · {n} em").format(n=len(rows)),
            fields=(
                Field(
                    "class_name",
                    self.tr("Sang &lớp"),
                    FieldKind.CHOICE,
                    required=True,
                    choices=(("", self.tr("Chọn…")), *((name, name) for name in classes)),
                ),
                Field("note", self.tr("&Ghi chú")),
            ),
        )
        values = self._ask(request)
        if values is None:
            return None
        entry_ids = tuple(row.entry_id for row in rows)
        return MovePupils(entry_ids, values.text("class_name"), values.text("note"))

    def school_class(self, known: ClassRow) -> SetClass | None:
        """Who leads a class and its code inside the unit."""
        request = FormRequest(
            title=self.tr("Lớp {name}").format(name=known.name),
            fields=(
                Field("homeroom_teacher", self.tr("&Giáo viên chủ nhiệm"), FieldKind.NAME),
                Field(
                    "sub_unit_code",
                    self.tr("&Mã lớp gửi BHXH"),
                    max_length=6,
                    help=self.tr("Tối đa 6 chữ hoặc số, dùng trong D03-TS và tờ D03+TK1."),
                ),
            ),
            values={
                "homeroom_teacher": known.homeroom_teacher,
                "sub_unit_code": known.sub_unit_code,
            },
        )
        values = self._ask(request)
        if values is None:
            return None
        teacher, code = values.text("homeroom_teacher"), values.text("sub_unit_code")
        return SetClass(known.id, teacher, code)

    def leave(self, row: PupilRow) -> TransferOut | None:
        """The day and reason of leaving."""
        request = FormRequest(
            title=self.tr("Chuyển đi · {name}").format(name=row.full_name),
            text=self.tr("Thẻ của em dùng đến hết hạn. Không xóa gì; có thể đưa em trở lại."),
            fields=(
                Field("left_on", self.tr("&Ngày đi"), FieldKind.DATE, required=True),
                Field("reason", self.tr("&Lý do"), required=True),
            ),
            values={"left_on": self._bench.ctx.clock.today()},
        )
        values = self._ask(request)
        left_on = values.day("left_on") if values else None
        if values is None or left_on is None:
            return None
        return TransferOut(row.entry_id, left_on, values.text("reason"))


# What a school meets, before the forty it hardly ever does.
_USUAL = ("BT", "HN", "CN", "DT", "DK", "DS", "XD", "AK", "TC", "TS", "TQ", "TA", "GB")


def _usual(group: Group) -> tuple[int, str]:
    return (_USUAL.index(group.code) if group.code in _USUAL else len(_USUAL), group.code)


def _values_of(facts: PupilFacts) -> dict[str, Value]:
    return {
        "full_name": facts.full_name,
        "birth_date": facts.birth_date,
        "sex": facts.sex.value if facts.sex else "",
        "personal_id": facts.personal_id or "",
        "insurance_number": facts.insurance_number or "",
        "phone": facts.phone,
        "parent_name": facts.parent_name,
        "address": facts.address,
        "ethnicity": facts.ethnicity,
        "registered_hospital": facts.registered_hospital,
        "student_code": facts.student_code,
        "note": facts.note,
    }


def _facts(values: FormValues) -> PupilFacts:
    sex = values.text("sex")
    return PupilFacts(
        full_name=values.text("full_name"),
        birth_date=values.birth_date("birth_date"),
        sex=Sex(sex) if sex else None,
        personal_id=values.text_or_none("personal_id"),
        insurance_number=values.text_or_none("insurance_number"),
        phone=values.text("phone"),
        parent_name=values.text("parent_name"),
        address=values.text("address"),
        ethnicity=values.text("ethnicity"),
        registered_hospital=values.text("registered_hospital"),
        student_code=values.text("student_code"),
        note=values.text("note"),
    )


def _facts_of_card(card: ScannedCard | None) -> PupilFacts:
    if card is None:
        return PupilFacts("")
    return PupilFacts(
        full_name=card.full_name,
        birth_date=card.birth_date,
        sex=card.sex,
        personal_id=card.personal_id,
        insurance_number=card.insurance_number,
        address=card.address,
        parent_name=card.parent_name,
        registered_hospital=card.registered_hospital,
    )
