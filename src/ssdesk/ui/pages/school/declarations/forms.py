"""What is asked before declarations are printed, and before corrections are filed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from ssdesk.services.declarations import NeedsDeclaration
from ssdesk.ui.forms.dialog import FormRequest
from ssdesk.ui.forms.field import Field, FormValues, Value

_MOST = 4
_HOSPITAL = "hospital_"


def completing(rows: Sequence[NeedsDeclaration], named: Mapping[str, str]) -> FormRequest:
    """Asks for the evidence of people's corrections and for the names of hospitals.

    Args:
        rows: whose corrections.
        named: the names as they are known, by code.
    """
    fields = [_evidence()] if rows else []
    values: dict[str, Value] = {"evidence": common_evidence(rows)} if rows else {}
    for code in tuple(named)[:_MOST]:
        words = _tr("Tên nơi khám {code}").format(code=code)
        fields.append(Field(_HOSPITAL + code, words))
        values[_HOSPITAL + code] = named[code]
    return FormRequest(
        title=_tr("Ghi thêm cho tờ khai"),
        text=_who(rows) if rows else _tr("Tên in cạnh mã; ghi một lần, lần sau có sẵn."),
        fields=tuple(fields),
        save=_tr("&Tiếp tục"),
        values=values,
    )


def filing(rows: Sequence[NeedsDeclaration]) -> FormRequest:
    """Asks before corrections are noted as filed."""
    text = _tr("Ghi lại giá trị cũ và mới của từng em; lấy lại được bằng Shift+F7.")
    if len({row.evidence for row in rows}) > 1:
        text += " " + _tr("Để trống thì giữ hồ sơ đã ghi cho từng em.")
    return FormRequest(
        title=_tr("Ghi đã gửi điều chỉnh"),
        text=text,
        fields=(_evidence(),),
        save=_tr("&Ghi đã gửi"),
        values={"evidence": common_evidence(rows)},
    )


def common_evidence(rows: Sequence[NeedsDeclaration]) -> str:
    """What was noted for all of them alike."""
    said = {row.evidence for row in rows}
    return said.pop() if len(said) == 1 else ""


def hospitals_of(values: FormValues, named: Mapping[str, str]) -> dict[str, str]:
    """The names that were typed anew, by code."""
    typed = {code: values.text(_HOSPITAL + code) for code in tuple(named)[:_MOST]}
    return {code: name for code, name in typed.items() if name != named[code]}


def _evidence() -> Field:
    return Field(
        "evidence",
        _tr("&Hồ sơ kèm theo"),
        placeholder=_tr("Giấy khai sinh, CCCD"),
        help=_tr("Căn cứ của điều chỉnh, in trên tờ khai; để trống thì ghi tay."),
    )


def _who(rows: Sequence[NeedsDeclaration]) -> str:
    if len(rows) == 1:
        return _tr("Điều chỉnh của {name}.").format(name=rows[0].full_name)
    return _tr("Chung cho {n} em; em nào có giấy khác thì ghi riêng bằng F4.").format(n=len(rows))


def _tr(text: str) -> str:
    return QCoreApplication.translate("DeclarationForms", text)
