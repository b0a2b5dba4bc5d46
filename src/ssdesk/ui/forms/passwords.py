"""A new password, typed twice."""

from __future__ import annotations

from ssdesk.domain.problems import Problem
from ssdesk.services.passwords import check_password
from ssdesk.ui.forms.field import FormValues


def check_new_password(values: FormValues) -> tuple[Problem, ...]:
    """What is wrong with a new password typed twice."""
    password = values.text("password")
    login = values.text("login") if "login" in values.values else ""
    found = check_password(password, login)
    if not found and password != values.text("password_again"):
        return (Problem("password_again", "PASSWORDS_DIFFER"),)
    return found
