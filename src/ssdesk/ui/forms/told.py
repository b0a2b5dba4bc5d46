"""What a field is and how it is typed, for whoever asks with Shift+F1."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ssdesk.ui.actions import plain
from ssdesk.ui.forms.field import Field, FieldKind
from ssdesk.ui.forms.form import Form


def told_of_field(form: Form) -> tuple[str, tuple[tuple[str, str], ...]] | None:
    """Label and lines (key, words) of the field that has the keyboard, None where none has."""
    field = form.focused_field()
    if field is None:
        return None
    told = [("", field.help)] if field.help else []
    if field.required:
        told.append(("*", _tr("phải có")))
    if field.placeholder:
        told.append(("", field.placeholder))
    return plain(field.label), (*told, *_typed_as(field))


def _typed_as(field: Field) -> tuple[tuple[str, str], ...]:
    day = ("150909", _tr("là 15/09/2009; cũng gõ được 15/9/2009 hay 15-9-2009"))
    return {
        FieldKind.DATE: (day,),
        FieldKind.BIRTH_DATE: (day, ("2009", _tr("khi chỉ biết năm sinh"))),
        FieldKind.MONEY: (("683100", _tr("số tiền tính bằng đồng, không cần gõ dấu chấm")),),
        FieldKind.NUMBER: (("0–9", _tr("một số nguyên")),),
        FieldKind.CHOICE: (("F4", _tr("mở danh sách; ↑ ↓ chọn, gõ chữ đầu để nhảy tới")),),
        FieldKind.FLAG: (("Space", _tr("đánh dấu hoặc bỏ dấu")),),
        FieldKind.LONG_TEXT: (("", _tr("chữ tự do, nhiều dòng được")),),
    }.get(field.kind, (("", _tr("chữ tự do")),))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Keys", text)
