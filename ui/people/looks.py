"""The table of who has looked, by day: one's own looks light, others' strong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from jobbpunkt.base.clock import day_of
from jobbpunkt.base.words import Words
from jobbpunkt.oversight.kinds import why
from jobbpunkt.oversight.looks import Look
from models.vocabulary import HistoryAction
from ui.coaching.when import heading
from ui.context import Context
from ui.tokens import Tone
from ui.widgets.empty import EmptyState
from ui.widgets.row_table import Column, RowTable


@dataclass(frozen=True, slots=True)
class LookRow:
    """A look, the day that it begins where it is the first of that, and its place from the end."""

    look: Look
    day: str
    place: int


class LooksTable(RowTable[LookRow]):
    """Looks as they came, the latest first; it is not sorted otherwise, since a day stands once for all its looks."""

    def __init__(self, context: Context) -> None:
        words = context.words
        empty = EmptyState("eye", words("Nobody has looked in this time"), words("Each look at the person is noted here."))
        super().__init__(words, _columns(context), lambda row: row.place, empty=empty, name=words("Who has looked"))
        self._speech = words
        self.setSortingEnabled(False)

    def show_looks(self, looks: Sequence[Look]) -> None:
        """Show these looks."""
        rows, before = [], None
        for number, look in enumerate(looks):
            day = day_of(look.at)
            rows.append(LookRow(look, "" if day == before else heading(self._speech, day), len(looks) - number))
            before = day
        self.set_rows(rows)


def _columns(context: Context) -> tuple[Column[LookRow], ...]:
    words = context.words
    return (
        Column("Day", lambda row: row.day, strong=True),
        Column("Time", lambda row: words.moment(row.look.at, "time")),
        Column("Who", lambda row: words("You") if row.look.own else row.look.user, strong=lambda row: not row.look.own),
        Column("Role", lambda row: ", ".join(sorted(words(role.label).lower() for role in row.look.roles))),
        Column("What", lambda row: words(row.look.what.label)),
        Column("Why", lambda row: reason(row.look, words), stretch=True),
        Column("Marked", lambda row: mark(row.look, words), tone=lambda row: tone(row.look)),
    )


def reason(look: Look, words: Words) -> str:
    """Return why somebody looked; what they typed themselves stands in quotes."""
    said = why(look.reason, words)
    return words("“{said}”", said=said) if said and said == look.reason else said


def mark(look: Look, words: Words) -> str:
    """Return the word that a look is marked with, if any."""
    if look.anyway:
        return words("opened anyway")
    if look.of_health:
        return words("health")
    return {HistoryAction.PRINTED: words("printed"), HistoryAction.EXPORTED: words("taken out")}.get(look.action, "")


def tone(look: Look) -> Tone:
    """Return the colour of that word."""
    if look.anyway:
        return "warn"
    return "bad" if look.of_health else "neutral"
