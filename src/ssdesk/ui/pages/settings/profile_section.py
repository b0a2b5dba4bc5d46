"""The desk's profile, as the first start asked for it."""

from __future__ import annotations

from dataclasses import fields, replace
from enum import Enum
from functools import partial

from ssdesk.domain.desk import Budget, DeskProfile, Role
from ssdesk.services import desk
from ssdesk.services.desk import ProfileSaved
from ssdesk.ui.forms.field import Field, FieldKind, Value
from ssdesk.ui.forms.form import Form
from ssdesk.ui.pages.first_start.answers import Choice, Step, steps
from ssdesk.ui.pages.page import Page
from ssdesk.ui.pages.settings.section import Section
from ssdesk.ui.theme import worn

_ASKED = ("school", "office", "account", "people")


class ProfileSection(Section):
    """One long form in the order of the first start."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.put_heading(
            self.tr("Hồ sơ đơn vị"),
            self.tr("In trên phiếu thu và danh sách lập từ nay về sau; giấy tờ đã lập giữ nguyên."),
        )
        self._profile: DeskProfile | None = None
        self.form: Form | None = None

    def primary_words(self) -> str:
        return self.tr("&Lưu hồ sơ") if self._may_change() else ""

    def do_primary(self) -> None:
        if self.form is not None:
            self.form.save()

    def read(self) -> None:
        ctx, day = self.page.ctx, self.page.ctx.clock.today()

        def work() -> tuple[DeskProfile, tuple[Choice, ...]]:
            return desk.read_profile(ctx), desk.list_provinces(ctx.rules, day)

        self.page.run(work, self._on_read)

    def _may_change(self) -> bool:
        return self.page.ctx.account.role is Role.ADMINISTRATOR

    def _on_read(self, found: tuple[DeskProfile, tuple[Choice, ...]]) -> None:
        self._profile, provinces = found
        if self.form is None:
            self.form = self._make_form(provinces)
            self.column.addWidget(self.form)
            self.column.addStretch(1)
        self.form.refill(_values(self._profile))
        self.form.set_read_only(not self._may_change())

    def _make_form(self, provinces: tuple[Choice, ...]) -> Form:
        shown = tuple((code, f"{code} · {name}") for code, name in provinces)
        asked = [step for step in steps(shown) if step.name in _ASKED]
        health = (
            Field(
                "health_worker",
                self.tr("Nhân viên &y tế trường học"),
                FieldKind.NAME,
                help=self.tr("Chuyên trách hoặc kiêm nhiệm. Trống: chưa có."),
                group=self.tr("Y tế trường học"),
            ),
            Field(
                "health_room",
                self.tr("Phòng hoặc góc sơ &cứu"),
                help=self.tr("Ở đâu trong trường. Trống: chưa có."),
            ),
        )
        folder = Field(
            "backup_folder",
            self.tr("Thư mục &sao lưu thứ hai"),
            FieldKind.FOLDER,
            span=True,
            group=self.tr("Sao lưu"),
        )
        made = Form("profile", (*_grouped(asked), *health, folder), self, columns=2)
        made.setMaximumWidth(worn().px(820))
        made.saved.connect(self._on_save)
        return made

    def _on_save(self) -> None:
        if self.form is None or self._profile is None:
            return
        values = self.form.values()
        changes: dict[str, object] = {
            name: value for name, value in values.values.items() if isinstance(value, str)
        }
        changes["budget"] = Budget(values.text("budget"))
        changes["first_grade"] = int(values.text("first_grade"))
        changes["last_grade"] = int(values.text("last_grade"))
        profile = replace(self._profile, **changes)  # type: ignore[arg-type]
        work = partial(desk.save_profile, self.page.ctx, profile)
        self.page.run(work, self._on_saved, self._on_refused)

    def _on_saved(self, saved: ProfileSaved) -> None:
        self._profile = saved.profile
        if self.form is not None:
            self.form.fill(_values(saved.profile))
        self.page.toast(self.tr("Đã lưu hồ sơ đơn vị"))

    def _on_refused(self, error: Exception) -> None:
        if self.form is None or not self.form.show_error(error):
            self.page.show_error(error)


def _grouped(asked: list[Step]) -> tuple[Field, ...]:
    return tuple(
        replace(field, group=step.title if place == 0 else "")
        for step in asked
        for place, field in enumerate(step.fields)
    )


def _values(profile: DeskProfile) -> dict[str, Value]:
    found: dict[str, Value] = {}
    for item in fields(profile):
        value = getattr(profile, item.name)
        found[item.name] = value.value if isinstance(value, Enum) else str(value)
    for name in ("kind", "email"):
        found.pop(name)
    return found
