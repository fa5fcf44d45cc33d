"""What was seen in the areas week by week, as it is told to the city and the police: numbers of categories."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from jobbpunkt import incidents
from jobbpunkt.base import checks
from jobbpunkt.base.words import N_
from jobbpunkt.incidents import WeekCounts
from jobbpunkt.register.permissions import Permission
from models.vocabulary import IncidentCategory
from ui import asking
from ui.context import Context
from ui.incidents.form import open_week_form, week_dialog, week_of
from ui.widgets.buttons import hide_unless, icon_button, primary, secondary
from ui.widgets.empty import EmptyState
from ui.widgets.flow import flow
from ui.widgets.labels import heading
from ui.widgets.layouts import column
from ui.widgets.live import Live
from ui.widgets.row_table import Column, RowTable


class IncidentsTab(QWidget):
    """A year's weeks by area; Enter puts one right."""

    title = N_("Safety week by week")

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context, self.words = context, context.words
        self.live = Live(self, context, self.refresh)
        self._year = context.clock.today().year
        words = self.words
        self._may = context.user.may(Permission.EDIT_EVENTS)
        self.add = primary(words("Note a week"), self.add_one, icon="plus")
        self.remove = secondary(words("Remove"), self._remove, icon="trash-2")
        for button in (self.add, self.remove):
            hide_unless(button, allowed=self._may)
        self.remove.setEnabled(False)
        self.year = heading("")
        back = icon_button("chevron-left", words("The year before"), lambda: self._turn(-1))
        forward = icon_button("chevron-right", words("The year after"), lambda: self._turn(1))
        empty = EmptyState(
            "shield-check",
            words("No week noted in this year"),
            words("Note how many of each kind were seen in a district in a week."),
        )
        self.table: RowTable[WeekCounts] = RowTable(
            words, self._columns(), lambda row: week_of(row.place_id, row.week), empty=empty, name=words(self.title)
        )
        if self._may:
            self.table.opened.connect(lambda chosen: week_dialog(self, context, chosen).open())
        self.table.chosen.connect(lambda chosen: self.remove.setEnabled(chosen is not None))
        outer = column(flow(back, self.year, forward, self.remove, self.add), self.table, spacing=12)
        outer.setStretch(1, 1)
        outer.setContentsMargins(0, 12, 0, 0)
        self.setLayout(outer)

    def refresh(self) -> None:
        """Load the year's weeks."""
        self.year.setText(str(self._year))
        first, last = date(self._year, 1, 1), date(self._year, 12, 31)
        self.live.read(lambda uow: incidents.weeks(uow, first=first, last=last), self.table.set_rows)

    def add_one(self) -> None:
        """Open the form for a week."""
        if self._may:
            open_week_form(self, self.context)

    def _columns(self) -> tuple[Column[WeekCounts], ...]:
        words = self.words
        counted = (Column(category.label, partial(_number, category), align="right") for category in IncidentCategory)
        return (
            Column(N_("Week from"), lambda row: words.day(row.week, "short"), sort_key=lambda row: row.week),
            Column(N_("District"), lambda row: row.place, stretch=True, strong=True),
            *counted,
        )

    def _turn(self, years: int) -> None:
        self._year = min(max(self._year + years, checks.FIRST_YEAR), checks.LAST_YEAR)
        self.live.mark_stale()

    def _remove(self) -> None:
        chosen = self.table.current()
        if chosen is not None:
            place, week = chosen.place_id, chosen.week
            asking.write(self, self.context, lambda uow: incidents.remove(uow, place, week))


def _number(category: IncidentCategory, row: WeekCounts) -> int | None:
    return row.counts.get(category)
