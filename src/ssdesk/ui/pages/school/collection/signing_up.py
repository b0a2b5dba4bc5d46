"""Signing up a class at once, or the whole school once its number was seen."""

from __future__ import annotations

from functools import partial

from ssdesk.domain.money import format_dong, format_number
from ssdesk.services import enrolments
from ssdesk.services.collecting import Collecting
from ssdesk.services.enrolments import SignedUp, SignUp, SignUpPreview
from ssdesk.ui.pages.school.collection.steps import OnePupilSteps
from ssdesk.ui.pages.school.collection.words import ALL


class SigningUp(OnePupilSteps):
    """Steps for the class shown; the page gives the round and the class."""

    _seen: Collecting | None
    _class_id: str

    def sign_up(self) -> None:
        """F4: the class shown, or the whole school, less who is covered elsewhere."""
        seen = self._seen
        if seen is None or seen.round is None:
            return
        if self._class_id != ALL:
            self._sign_up(SignUp(seen.round.id, class_id=self._class_id))
            return
        command = SignUp(seen.round.id)
        self.run_long(
            lambda progress: enrolments.preview_sign_up(self.ctx, command, progress),
            partial(self._confirm_school, command),
            self.tr("Đang tính…"),
        )

    def _confirm_school(self, command: SignUp, plan: SignUpPreview) -> None:
        """The whole school is signed up only once its number and sum were seen."""
        if not plan.pupils:
            self.toast(self.tr("Không còn em nào để đăng ký trong đợt này."), "info")
            return
        text = self.tr(
            "{count} em của {classes} lớp chưa đăng ký, tổng phải đóng {money} đ. "
            "{skipped} em được bỏ qua vì đã có thẻ hoặc đã đăng ký."
        ).format(
            count=format_number(plan.pupils),
            classes=format_number(plan.classes),
            money=format_dong(plan.own_share),
            skipped=format_number(len(plan.skipped)),
        )
        title, yes = self.tr("Đăng ký cả trường?"), self.tr("Đăng &ký cả trường")
        if self.bench.messages.ask(self, title, text, yes):
            self._sign_up(command)

    def _sign_up(self, command: SignUp) -> None:
        self.run_long(
            lambda progress: enrolments.sign_up(self.ctx, command, progress),
            self._on_signed_up,
            self.tr("Đang đăng ký…"),
        )

    def _on_signed_up(self, done: SignedUp) -> None:
        text = self.tr("Đã đăng ký {made} em; {skipped} em đã có thẻ khác hoặc đã đăng ký")
        self.toast(text.format(made=len(done.enrolment_ids), skipped=len(done.skipped)))
