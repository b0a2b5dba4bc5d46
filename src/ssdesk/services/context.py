"""What every use case is given: the store, the rules, the clock and who is asking."""

from __future__ import annotations

from dataclasses import dataclass

from ssdesk.clock import Clock
from ssdesk.domain.desk import Account, DeskProfile
from ssdesk.domain.rulebook import RuleBook
from ssdesk.storage import desk
from ssdesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class Context:
    """An open desk."""

    store: Store
    rules: RuleBook
    clock: Clock
    account: Account

    def profile(self) -> DeskProfile:
        """What the desk says of itself, as last saved."""
        return desk.read_profile(self.store.reader)
