"""What a desk says of itself at first start, printed on its papers ever after."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from enum import Enum
from typing import Any

from ssdesk.domain.names import clean_text


class DeskKind(Enum):
    """The three workspaces; a desk is one of them."""

    SCHOOL = "school"
    AGENT = "agent"
    OFFICE = "office"


class Budget(Enum):
    """Whose budget supports the pupils (NĐ 146/2018 Đ9 k5)."""

    CENTRAL = "central"
    LOCAL = "local"


class Role(Enum):
    """What an account may do."""

    ADMINISTRATOR = "administrator"
    CASHIER = "cashier"
    CLERK = "clerk"
    READER = "reader"


@dataclass(frozen=True, slots=True)
class Account:
    """Who is sitting at the desk."""

    id: str
    login: str
    full_name: str
    role: Role


@dataclass(frozen=True, slots=True)
class DeskProfile:
    """School, office, collector, account, hospital and signatories.

    Args:
        account_number, account_name, bank_name: the office's collection account.
        parent_account_number, parent_account_name, parent_bank_name: the school's own account
            that parents transfer to; empty where it takes no transfers.
        local_support: extra local support as the province's resolution gives it: "" for
            none, "5%" of the premium or "10000" dong a month.
        health_worker, health_room: who looks after the pupils' health, and where; both are
            asked for before the fund gives money back (NĐ 146/2018 Đ34).
    """

    kind: DeskKind = DeskKind.SCHOOL
    school_name: str = ""
    school_code: str = ""
    address: str = ""
    province_code: str = ""
    budget: Budget = Budget.LOCAL
    first_grade: int = 10
    last_grade: int = 12
    office_name: str = ""
    office_code: str = ""
    collector_name: str = ""
    collector_code: str = ""
    account_number: str = ""
    account_name: str = ""
    bank_name: str = ""
    parent_account_number: str = ""
    parent_account_name: str = ""
    parent_bank_name: str = ""
    usual_hospital: str = ""
    principal_name: str = ""
    preparer_name: str = ""
    cashier_name: str = ""
    phone: str = ""
    email: str = ""
    local_support: str = ""
    health_worker: str = ""
    health_room: str = ""
    backup_folder: str = ""

    def cleaned(self) -> DeskProfile:
        """The profile with every text in one spelling."""
        texts: dict[str, Any] = {
            item.name: clean_text(value)
            for item in fields(self)
            if isinstance(value := getattr(self, item.name), str)
        }
        return replace(self, **texts)
