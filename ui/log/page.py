"""The page of the log: who did what kind of thing when, without contents, narrowed by user, kind and period."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from jobbpunkt.base.words import N_, Words
from jobbpunkt.oversight import log
from jobbpunkt.oversight.log import MOST, LogFilter, LogKind, LogRow
from jobbpunkt.register import accounts
from jobbpunkt.register.accounts import UserRow
from models.vocabulary import Looked
from ui.tokens import Tone
from ui.widgets.buttons import hide_unless, link
from ui.widgets.choice_fields import ChoiceField
from ui.widgets.empty import EmptyState
from ui.widgets.flow import flow
from ui.widgets.labels import small
from ui.widgets.layouts import row
from ui.widgets.page import Page
from ui.widgets.row_table import Column, RowTable

PERIODS: tuple[tuple[int, str], ...] = (
    (7, N_("The last week")),
    (30, N_("The last month")),
    (365, N_("The last year")),
)
KEYS = {
    "register": N_("register"),
    "health": N_("health"),
    "protected": N_("protected identity"),
    "key_file": N_("key file put right"),
}
TONES: dict[LogKind, Tone] = {LogKind.ANYWAY: "warn", LogKind.REFUSED: "bad", LogKind.ACCESS: "accent"}


class LogPage(Page):
    """Shows the latest events; which person they were about is told by number, and of protected people not at all."""

    def _build(self) -> None:
        words = self.words
        self._most = MOST
        about = small(words("Here stands who did what kind of thing and when, never what was written or read."))
        self.header(words("Log"), below=about)
        self.period = ChoiceField[int](words("Period"), [(days, words(text)) for days, text in PERIODS], none=words("All"))
        self.period.set_value(30)
        self.user = ChoiceField[UUID](words("Who"), none=words("All"))
        self.kind = ChoiceField[LogKind](words("What"), [(kind, words(kind.value)) for kind in LogKind], none=words("All"))
        self.column.addLayout(flow(self.period, self.user, self.kind, spacing=16))
        empty = EmptyState("history", words("Nothing of this kind"), words("Choose a longer period, or everybody."))
        self.table = RowTable[tuple[int, LogRow]](words, _columns(words), lambda pair: pair[0], empty=empty, name=words("Log"))
        self.column.addWidget(self.table, 1)
        self.facts = small("")
        self.older = hide_unless(link(words("Show older"), self.show_older), allowed=False)
        foot = row(self.facts, self.older)
        foot.setStretch(0, 1)
        self.column.addLayout(foot)

    def _connect(self) -> None:
        for field in (self.period, self.user, self.kind):
            field.changed.connect(self._narrow)

    def refresh(self) -> None:
        """Load the users to choose from, and the events that are wanted."""
        self.live.read(accounts.users, self._offer, part="users")
        days, wanted = self.period.value(), self.context.clock.today()
        first = wanted - timedelta(days=days) if days else None
        sought = LogFilter(kind=self.kind.value(), user_id=self.user.value(), first=first, most=self._most)
        self.live.read(lambda uow: log.events(uow, sought), self._show)

    def show_older(self) -> None:
        """Show as many events more."""
        self._most += MOST
        self.refresh()

    def _narrow(self) -> None:
        self._most = MOST
        self.refresh()

    def _offer(self, users: tuple[UserRow, ...]) -> None:
        self.user.set_choices([(user.id, user.name) for user in users])

    def _show(self, page: log.LogPage) -> None:
        count = len(page.rows)
        self.table.set_rows([(count - number, event) for number, event in enumerate(page.rows)])
        self.facts.setText(self.words.plural("{n} event", "{n} events", count) if count else "")
        self.older.setVisible(page.older)


def _columns(words: Words) -> tuple[Column[tuple[int, LogRow]], ...]:
    return (
        Column("When", lambda pair: pair[1].at),
        Column("Who", lambda pair: pair[1].user, strong=True),
        Column("What", lambda pair: words(pair[1].action.label), tone=lambda pair: TONES.get(pair[1].kind, "neutral")),
        Column("What it was about", lambda pair: about(pair[1], words), stretch=True),
        Column("Person no.", lambda pair: "" if pair[1].reference is None else str(pair[1].reference)),
    )


def about(event: LogRow, words: Words) -> str:
    """Return what kind of thing, or whose way in, an event was about, with the roles or keys."""
    if event.kind is LogKind.SIGNED_IN and event.about == event.user:
        return ""
    if event.about:
        told = [words(role.label) for role in event.roles] or [
            words(KEYS[key]) for key in event.detail.split(", ") if key in KEYS
        ]
        return ": ".join(filter(None, (event.about, ", ".join(told))))
    return words(event.what.label) if event.what is not Looked.OTHER else ""
