"""What the year lacks before its report is printed: a line for each, which opens the records themselves."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from jobbpunkt.base.words import N_, Words
from jobbpunkt.lead_day import BeforePrint, Lack, LackKind
from ui.context import Context
from ui.group.lines import Line, LineButton
from ui.today.cards import ListCard
from ui.widgets.buttons import link
from ui.widgets.labels import PlainLabel, muted

_ICONS = {
    LackKind.FOLLOW_UPS: "briefcase",
    LackKind.CLOSED: "user",
    LackKind.FORM: "briefcase",
    LackKind.MEETINGS: "calendar-days",
    LackKind.BEFORE: "sprout",
    LackKind.ABOUT: "user",
    LackKind.EVENTS: "presentation",
    LackKind.VIEWS: "eye",
    LackKind.ATTENDANCE: "users",
    LackKind.STATED: "sprout",
    LackKind.TARGETS: "target",
    LackKind.VOICE: "message-square",
}
# What the year itself lacks.
_OF_YEAR = {
    LackKind.TARGETS: (N_("The year has no targets"), N_("Targets of the year")),
    LackKind.VOICE: (N_("No voice from the year"), N_("It stands on the report's first page.")),
}
_EVENTS = N_("Livestreams and activities of the year")


def said(lack: Lack, words: Words) -> str:
    """Return what a line says."""
    if lack.kind in _OF_YEAR:
        return words(_OF_YEAR[lack.kind][0])
    return {**_of_people(lack.number, words), **_of_activities(lack.number, words)}[lack.kind]


def _of_people(n: int, words: Words) -> dict[LackKind, str]:
    plural = words.plural
    return {
        LackKind.FOLLOW_UPS: plural("{n} outcome not followed up", "{n} outcomes not followed up", n),
        LackKind.CLOSED: plural("{n} closed, not known what came of it", "{n} closed, not known what came of it", n),
        LackKind.FORM: plural("{n} began work, not written as what", "{n} began work, not written as what", n),
        LackKind.MEETINGS: plural("{n} meeting never marked", "{n} meetings never marked", n),
        LackKind.BEFORE: plural("{n} without education or time without work", "{n} without education or time without work", n),
        LackKind.ABOUT: plural("{n} without sex or year of birth", "{n} without sex or year of birth", n),
    }


def _of_activities(n: int, words: Words) -> dict[LackKind, str]:
    plural = words.plural
    return {
        LackKind.EVENTS: plural("{n} event: was it held?", "{n} events: were they held?", n),
        LackKind.VIEWS: plural("{n} livestream without views", "{n} livestreams without views", n),
        LackKind.ATTENDANCE: plural("{n} activity without a number", "{n} activities without a number", n),
        LackKind.STATED: plural("{n} project without a stated number", "{n} projects without a stated number", n),
    }


def detail(lack: Lack, words: Words) -> str:
    """Return on which figure it weighs."""
    if lack.kind in _OF_YEAR:
        return words(_OF_YEAR[lack.kind][1])
    return words(lack.label or _EVENTS)


class YearCard(ListCard):
    """Lists what is missing; `opened` is told which, and the last deed prints the year all the same."""

    def __init__(
        self, context: Context, opened: Callable[[Lack], None], to_report: Callable[[], None], parent: QWidget | None = None
    ) -> None:
        words = context.words
        super().__init__(words("Before the year is printed"), parent)
        self.context, self.words, self._opened = context, words, opened
        self.year = muted("")
        self.head.addWidget(self.year)
        self.report = link(words("Print anyway, with what is missing told"), to_report)
        self.report.hide()
        self.add(self.report)

    def show_year(self, found: BeforePrint) -> None:
        """Show what the records of a year lack."""
        words = self.words
        self.year.setText(words("The report of {year}", year=found.year))
        self.report.setText(
            words("Print anyway, with what is missing told") if found.lacks else words("To the report of the year")
        )
        self.report.show()
        none: list[QWidget] = [] if found.lacks else [PlainLabel(words("Nothing is missing in the records."))]
        self.rows.show_rows([(lack.kind, partial(self._line, lack)) for lack in found.lacks], none)

    def _line(self, lack: Lack) -> LineButton:
        words = self.words
        shown = Line(said(lack, words), None, detail=detail(lack, words), icon=_ICONS[lack.kind])
        return LineButton(self.context, shown, partial(self._opened, lack))
