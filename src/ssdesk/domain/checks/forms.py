"""Checks of what is typed into a form, whatever the form is about."""

from __future__ import annotations

from ssdesk.domain.checks.table import Check, Severity

REFUSE = Severity.REFUSE

CHECKS: tuple[Check, ...] = (
    Check(
        "FIELD_EMPTY",
        "",
        REFUSE,
        "Chưa điền “{field}”. Hãy điền rồi đi tiếp.",
        "“{field}” is empty. Fill it in, then go on.",
    ),
    Check(
        "FOLDER_MISSING",
        "backup_folder",
        REFUSE,
        "Không có thư mục {folder}. Hãy chọn thư mục khác hoặc để trống.",
        "There is no folder {folder}. Choose another one or leave it empty.",
    ),
    Check(
        "GRADES_REVERSED",
        "last_grade",
        REFUSE,
        "Lớp cuối cấp ({last}) nhỏ hơn lớp đầu cấp ({first}). Hãy chọn lại.",
        "The last grade ({last}) is below the first ({first}). Choose again.",
    ),
    Check(
        "NUMBER_OUT_OF_RANGE",
        "",
        REFUSE,
        "“{value}” không phải số nguyên từ {lowest} đến {highest}. Hãy gõ lại.",
        "“{value}” is no whole number from {lowest} to {highest}. Type it again.",
    ),
    Check(
        "PASSWORDS_DIFFER",
        "password_again",
        REFUSE,
        "Hai lần gõ mật khẩu không giống nhau. Hãy gõ lại cả hai ô.",
        "The two passwords differ. Type both again.",
    ),
)
