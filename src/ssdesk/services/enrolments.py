"""Signing pupils up in a round: amounts, own months, pledges, withdrawal."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from fractions import Fraction

from ssdesk.domain.coverage import CoverageState
from ssdesk.domain.dates import format_date
from ssdesk.domain.desk import DeskProfile
from ssdesk.domain.enrolment import ChangeType, EnrolmentState, state_after_money, step
from ssdesk.domain.groups import PUPIL
from ssdesk.domain.money import format_dong, parse_dong, parse_percent
from ssdesk.domain.names import clean_text
from ssdesk.domain.period import Period, whole_months_between
from ssdesk.domain.premium import PremiumRequest, quote_pupil
from ssdesk.domain.problems import Problem
from ssdesk.domain.roles import Act
from ssdesk.domain.rulebook import NO_EXTRA, Extra
from ssdesk.domain.school import RoundTerms, SchoolYear, card_period
from ssdesk.domain.settlement import PremiumLine
from ssdesk.errors import UserError
from ssdesk.services.changes import Changes, Kind
from ssdesk.services.context import Context
from ssdesk.services.progress import Progress, silent
from ssdesk.storage import enrolments, rounds
from ssdesk.storage.enrolments import Enrolment
from ssdesk.storage.queries import pupils as queries
from ssdesk.storage.queries.pupils import PupilCover, PupilRow
from ssdesk.storage.rounds import CollectionRound
from ssdesk.storage.store import Reader, Unit

__all__ = [
    "ChangeTerm",
    "Enrolment",
    "EnrolmentSaved",
    "Repriced",
    "Requoted",
    "SignUp",
    "SignedUp",
    "Skipped",
    "change_term",
    "choose_card",
    "get_enrolment",
    "list_enrolments",
    "pledge",
    "requote",
    "requote_round",
    "sign_up",
    "withdraw",
]

_CHANGED = Changes(frozenset({Kind.ENROLMENT, Kind.ROSTER}))
_UNPAID = frozenset({EnrolmentState.DUE, EnrolmentState.PROMISED})
_REQUOTED = _UNPAID | {EnrolmentState.PAID}
_LISTED = frozenset({EnrolmentState.SUBMITTED, EnrolmentState.ACCEPTED})
_GAP = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class SignUp:
    """Pupils to sign up in a round; `entry_ids` empty for everyone not covered elsewhere."""

    round_id: str
    entry_ids: tuple[str, ...] = ()
    class_id: str | None = None


@dataclass(frozen=True, slots=True)
class Skipped:
    """A pupil who was not signed up, and the code of why."""

    entry_id: str
    full_name: str
    code: str


@dataclass(frozen=True, slots=True)
class SignedUp:
    """Enrolments made; those left out with their reason."""

    enrolment_ids: tuple[str, ...]
    skipped: tuple[Skipped, ...]
    changes: Changes = field(default=_CHANGED)


@dataclass(frozen=True, slots=True)
class SignUpPreview:
    """What signing up would do; `own_share` in dong is what families would owe."""

    pupils: int
    classes: int
    own_share: int
    skipped: tuple[Skipped, ...]


@dataclass(frozen=True, slots=True)
class ChangeTerm:
    """A pupil's own months, with a note of why (ruling 5).

    Args:
        other_support: help of an organisation or person for the whole period, dong.
    """

    enrolment_id: str
    starts_on: date
    ends_on: date
    note: str
    other_support: int = 0


@dataclass(frozen=True, slots=True)
class EnrolmentSaved:
    """The enrolment as it now is."""

    enrolment: Enrolment
    changes: Changes = field(default=_CHANGED)


@dataclass(frozen=True, slots=True)
class Repriced:
    """A pupil whose own share changed; amounts in dong."""

    enrolment_id: str
    full_name: str
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Requoted:
    """Who owes another amount than before."""

    changed: tuple[Repriced, ...]
    changes: Changes = field(default=_CHANGED)


def list_enrolments(ctx: Context, round_id: str) -> tuple[Enrolment, ...]:
    """All enrolments of a round."""
    return enrolments.of_round(ctx.store.reader, round_id)


def get_enrolment(ctx: Context, enrolment_id: str) -> Enrolment:
    """One enrolment.

    Raises:
        UserError: ENROLMENT_UNKNOWN.
    """
    return _require(enrolments.get(ctx.store.reader, enrolment_id))


def _require(item: Enrolment | None) -> Enrolment:
    if item is None:
        raise UserError("ENROLMENT_UNKNOWN")
    return item


def sign_up(ctx: Context, command: SignUp, progress: Progress = silent) -> SignedUp:
    """Signs pupils up; done again it changes nothing.

    Raises:
        UserError: ROUND_UNKNOWN, ROUND_CLOSED, NOT_ALLOWED.
    """
    with ctx.write(Act.ENROL) as unit:
        plan = _plan(ctx, unit, command, progress)
        made = tuple(_write(unit, item) for _, item in plan.made)
        if made:
            unit.audit("pupils_signed_up", command.round_id, {"pupils": len(made)})
    return SignedUp(made, plan.skipped)


def preview_sign_up(ctx: Context, command: SignUp, progress: Progress = silent) -> SignUpPreview:
    """What `sign_up` would do; nothing is changed.

    Raises:
        UserError: as `sign_up`.
    """
    plan = _plan(ctx, ctx.store.reader, command, progress)
    return SignUpPreview(
        pupils=len(plan.made),
        classes=len({row.class_id for row, _ in plan.made}),
        own_share=sum(item.premium.own_share for _, item in plan.made),
        skipped=plan.skipped,
    )


@dataclass(frozen=True, slots=True)
class _Plan:
    """Who would be signed up with which enrolment, and who not."""

    made: tuple[tuple[PupilRow, Enrolment], ...]
    skipped: tuple[Skipped, ...]


def _plan(ctx: Context, reader: Reader, command: SignUp, progress: Progress) -> _Plan:
    profile, today = ctx.profile(), ctx.clock.today()
    item = _open_round(reader, command.round_id)
    rows = queries.pupils_of_year(reader, item.school_year, today, class_id=command.class_id)
    wanted = set(command.entry_ids)
    chosen = [row for row in rows if not wanted or row.entry_id in wanted]
    paid_until = enrolments.paid_until(reader, item.school_year)
    made: list[tuple[PupilRow, Enrolment]] = []
    skipped: list[Skipped] = []
    for done, row in enumerate(chosen):
        code = _why_not(reader, item, row)
        card_end = _card_end(row, paid_until.get(row.person_id))
        enrolment = None if code else _new(ctx, profile, item, row, card_end)
        if enrolment is None:
            skipped.append(Skipped(row.entry_id, row.full_name, code or "CARD_COVERS_ROUND"))
        else:
            made.append((row, enrolment))
        progress(done + 1, len(chosen))
    return _Plan(tuple(made), tuple(skipped))


def _open_round(unit: Reader, round_id: str) -> CollectionRound:
    item = rounds.get(unit, round_id)
    if item is None:
        raise UserError("ROUND_UNKNOWN")
    if item.closed:
        raise UserError("ROUND_CLOSED", name=item.name)
    return item


def _why_not(unit: Reader, item: CollectionRound, row: PupilRow) -> str:
    if row.left_on is not None:
        return "PUPIL_HAS_LEFT"
    if row.state is CoverageState.COVERED_ELSEWHERE:
        return "COVERED_ELSEWHERE"
    known = enrolments.of_entry(unit, item.id, row.entry_id)
    if known is not None and known.state is not EnrolmentState.ENDED:
        return "ALREADY_SIGNED_UP"
    return ""


def _write(unit: Unit, item: Enrolment) -> str:
    known = enrolments.of_entry(unit, item.round_id, item.entry_id)
    if known is None:
        enrolments.insert(unit, item)
        return item.id
    enrolments.update(unit, replace(item, id=known.id))
    return known.id


def _new(
    ctx: Context,
    profile: DeskProfile,
    item: CollectionRound,
    row: PupilRow,
    card_end: date | None,
) -> Enrolment | None:
    terms = RoundTerms(SchoolYear(item.school_year), Period(item.starts_on, item.ends_on))
    period = card_period(
        row.grade,
        terms,
        entry_date=row.joined_on,
        card_end=card_end,
        terms=ctx.rules.health.card_terms.at(ctx.clock.today()),
    )
    if period is None:
        return None
    part = _part_support(row)
    group_code = part.group_code if part else PUPIL
    draft = Enrolment(
        id=ctx.clock.new_id(),
        round_id=item.id,
        entry_id=row.entry_id,
        person_id=row.person_id,
        group_code=group_code,
        change_type=_change_type(card_end, period.starts_on),
        period=period,
        months=whole_months_between(period.starts_on, period.ends_on),
        rule_date=ctx.clock.today(),
        fixed=False,
        premium=_NOTHING,
        state=EnrolmentState.DUE,
    )
    return _settled(_priced(ctx, profile, draft, row.full_name, _percent(part)))


_NOTHING = PremiumLine("", 0, 0, 0, 0, 0, (), (), ())


def _card_end(row: PupilRow, paid_until: date | None) -> date | None:
    """Last day covered so far: by a card, or by what was paid before this round."""
    ends = [row.card_valid_to, paid_until]
    if row.enrolment and row.enrolment.paid >= row.enrolment.own_share:
        ends.append(row.enrolment.covered_until)
    return max((end for end in ends if end is not None), default=None)


def _change_type(card_end: date | None, starts_on: date) -> ChangeType:
    if card_end is not None and starts_on - card_end <= _GAP:
        return ChangeType.CONTINUED
    return ChangeType.NEW


def _priced(
    ctx: Context,
    profile: DeskProfile,
    item: Enrolment,
    who: str,
    state_support: Fraction | None = None,
    other: Extra = NO_EXTRA,
) -> Enrolment:
    request = PremiumRequest(
        paid_on=item.rule_date,
        starts_on=item.period.starts_on,
        months=item.months,
        group_code=item.group_code,
        who=who,
        state_support=state_support,
        local=local_support(ctx, profile, item.group_code, item.rule_date, item.months),
        other=other,
    )
    return replace(item, premium=quote_pupil(ctx.rules, request))


def local_support(
    ctx: Context, profile: DeskProfile, group_code: str, on: date, months: int
) -> Extra:
    """What the place of the school adds: as the desk has set it, else as the rules know it."""
    text = profile.local_support.strip()
    if not text:
        return ctx.rules.local_extra(profile.province_code, group_code, on, months)
    if text.endswith("%"):
        percent = parse_percent(text)
        if isinstance(percent, Problem):
            raise UserError(percent.code, **percent.params)
        return Extra(percent=percent)
    amount = parse_dong(text)
    if not isinstance(amount, int):
        raise UserError(amount.code, **amount.params)
    return Extra(amount=amount * months)


def requote(ctx: Context, enrolment_id: str, paid_on: date) -> Enrolment:
    """The enrolment with the amounts in force on the day of payment; not stored here.

    An enrolment with money on it keeps its amounts (NĐ 146/2018 Đ10 k2 b).
    """
    return reprice(ctx, ctx.store.reader, get_enrolment(ctx, enrolment_id), paid_on)


def reprice(ctx: Context, reader: Reader, item: Enrolment, paid_on: date) -> Enrolment:
    """As `requote`, for an enrolment already read."""
    if item.fixed:
        return item
    amount = item.premium.other_support
    other = Extra(amount=amount) if amount else NO_EXTRA
    return _priced_now(ctx, reader, replace(item, rule_date=paid_on), other)


def _priced_now(ctx: Context, reader: Reader, item: Enrolment, other: Extra) -> Enrolment:
    """With the name and the group that the pupil has now."""
    row = queries.pupil(reader, item.entry_id, ctx.clock.today())
    assert row is not None
    part = _part_support(row)
    item = replace(item, group_code=part.group_code if part else PUPIL)
    return _priced(ctx, ctx.profile(), item, row.full_name, _percent(part), other)


def _part_support(row: PupilRow) -> PupilCover | None:
    return row.cover if row.cover and row.cover.kind == "part_supported" else None


def _percent(cover: PupilCover | None) -> Fraction | None:
    text = cover.support_percent if cover else ""
    return Fraction(text.replace(",", ".")) / 100 if text else None


def requote_round(ctx: Context, round_id: str) -> Requoted:
    """Computes again what pupils without any money in owe, with the rules of today.

    Raises:
        UserError: NOT_ALLOWED.
    """
    changed = []
    with ctx.write(Act.ENROL) as unit:
        today = ctx.clock.today()
        for item in enrolments.of_round(unit, round_id):
            if item.fixed or item.state not in _REQUOTED:
                continue
            new = _settled(reprice(ctx, unit, item, today))
            if new.premium.own_share != item.premium.own_share:
                before, after = item.premium.own_share, new.premium.own_share
                changed.append(Repriced(item.id, item.premium.who, before, after))
            if new != item:
                enrolments.update(unit, new)
        if changed:
            unit.audit("round_requoted", round_id, {"pupils": len(changed)})
    return Requoted(tuple(changed))


def change_term(ctx: Context, command: ChangeTerm) -> EnrolmentSaved:
    """Changes a pupil's months; refused once money is in.

    Raises:
        UserError: ENROLMENT_UNKNOWN, ENROLMENT_NOT_OPEN, AMOUNT_FIXED, REASON_MISSING,
            ROUND_PERIOD_EMPTY, NOT_ALLOWED, and what the premium refuses.
    """
    note = clean_text(command.note)
    if not note:
        raise UserError("REASON_MISSING")
    months = whole_months_between(command.starts_on, command.ends_on)
    if months < 1:
        raise UserError("ROUND_PERIOD_EMPTY")
    with ctx.write(Act.ENROL) as unit:
        item = _require(enrolments.get(unit, command.enrolment_id))
        if item.fixed:
            raise UserError("AMOUNT_FIXED")
        if item.state not in _UNPAID and item.premium.own_share > 0:
            raise UserError("ENROLMENT_NOT_OPEN", name=item.premium.who)
        period = Period(command.starts_on, command.ends_on)
        changed = replace(item, period=period, months=months, note=note)
        other = Extra(amount=command.other_support) if command.other_support else NO_EXTRA
        priced = _priced_now(ctx, unit, changed, other)
        return _save(unit, _settled(priced), "term_changed")


def _settled(item: Enrolment) -> Enrolment:
    """Paid where nothing is to be paid, due again where something is."""
    promised = item.promised_on is not None
    own_share = item.premium.own_share
    state = state_after_money(item.state, own_share, item.paid, promised=promised)
    return replace(item, state=state)


def pledge(ctx: Context, enrolment_id: str, promised_on: date | None) -> EnrolmentSaved:
    """Notes the day a family promised to pay by; None takes the promise back (ruling 7).

    Raises:
        UserError: ENROLMENT_UNKNOWN, ENROLMENT_NOT_OPEN, PLEDGE_IN_THE_PAST, NOT_ALLOWED.
    """
    if promised_on is not None and promised_on < ctx.clock.today():
        raise UserError("PLEDGE_IN_THE_PAST", day=format_date(promised_on))
    with ctx.write(Act.ENROL) as unit:
        item = _require(enrolments.get(unit, enrolment_id))
        if item.state not in _UNPAID:
            raise UserError("ENROLMENT_NOT_OPEN", name=item.premium.who)
        state = EnrolmentState.PROMISED if promised_on else EnrolmentState.DUE
        changed = replace(item, state=step(item.state, state), promised_on=promised_on)
        return _save(unit, changed, "pledged")


def choose_card(ctx: Context, enrolment_id: str, *, paper: bool) -> EnrolmentSaved:
    """Notes whether the card is wanted on paper; the list says so (Mẫu số 3 columns 11, 12).

    Raises:
        UserError: ENROLMENT_UNKNOWN, ENROLMENT_LISTED once the list is made, NOT_ALLOWED.
    """
    with ctx.write(Act.ENROL) as unit:
        item = _require(enrolments.get(unit, enrolment_id))
        if item.state in _LISTED:
            raise UserError("ENROLMENT_LISTED", name=item.premium.who)
        enrolments.set_paper_card(unit, item.id, paper=paper)
        unit.audit("card_chosen", item.id, {"paper": int(paper)})
    return EnrolmentSaved(replace(item, paper_card=paper))


def withdraw(ctx: Context, enrolment_id: str, reason: str) -> EnrolmentSaved:
    """Takes a pupil out of a round; refused while money is in.

    Raises:
        UserError: ENROLMENT_UNKNOWN, ENROLMENT_STEP_REFUSED, REASON_MISSING, PUPIL_HAS_PAID,
            NOT_ALLOWED.
    """
    note = clean_text(reason)
    if not note:
        raise UserError("REASON_MISSING")
    with ctx.write(Act.ENROL) as unit:
        item = _require(enrolments.get(unit, enrolment_id))
        if item.paid:
            raise UserError("PUPIL_HAS_PAID", name=item.premium.who, paid=format_dong(item.paid))
        state = step(item.state, EnrolmentState.ENDED)
        changed = replace(item, state=state, note=note, fixed=False, promised_on=None)
        return _save(unit, changed, "withdrawn")


def _save(unit: Unit, item: Enrolment, action: str) -> EnrolmentSaved:
    enrolments.update(unit, item)
    unit.audit(action, item.id, {"note": item.note, "own_share": item.premium.own_share})
    return EnrolmentSaved(item)
