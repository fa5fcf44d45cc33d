"""The page that who leads campaigns and projects begins the day with: what runs now, what falls due, what the year lacks."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from jobbpunkt.lead_day import BeforePrint, Lack, LackKind, LeadDay, lead_day
from jobbpunkt.lead_day.due import ANNUAL
from ui.coaching.when import heading
from ui.group.lines import LineButton
from ui.lead import due
from ui.lead.figures import FiguresCard
from ui.lead.now import CampaignsNow
from ui.lead.year import YearCard, said
from ui.reports.pointing import part_of
from ui.today.cards import ListCard
from ui.widgets.beside import Columns
from ui.widgets.buttons import primary, secondary
from ui.widgets.layouts import boxed, column
from ui.widgets.page import Page, part, scrolling

if TYPE_CHECKING:
    from jobbpunkt.measures import MeasureResult
    from jobbpunkt.register.unit_of_work import Reading
    from jobbpunkt.reports import RecordPage
    from ui.reports.behind import Behind

# What a list needs beside the other, in pixels at 100 %.
LEAST = 330


class LeadPage(Page):
    """Shows the day of a project lead; the keyboard begins at the first thing to do."""

    def _build(self) -> None:
        words = self.words
        self._view: LeadDay | None = None
        self._year: BeforePrint | None = None
        self._kind: LackKind | None = None
        self._begun = False
        self.behind: Behind | None = None
        self.new = secondary(words("New event"), self.add_event)
        self.count = primary(words("Count on site"), self.count_first, icon="plus")
        self.count.hide()
        self.day = self.header("", self.new, self.count)
        self.now = CampaignsNow(self.context, self.add_campaign, self.count_on_site)
        self.due = ListCard(words("Falls due"))
        self.year = YearCard(self.context, self.open_lack, self.to_report)
        self.lists = Columns((part(self.due), part(self.year)), LEAST)
        for card in (self.due, self.year):
            card.area.spread(self, wanted=True)  # the page scrolls, and no card by itself
        self.figures = FiguresCard(self.context)
        whole = column(self.now, self.lists, self.figures, spacing=16)
        whole.setStretch(1, 1)
        self.stack = QStackedWidget()
        self.sheet = scrolling(boxed(whole))
        self.stack.addWidget(self.sheet)
        self.column.addWidget(self.stack, 1)

    def _connect(self) -> None:
        QShortcut(QKeySequence("Ctrl+N"), self, self.add_event)

    def refresh(self) -> None:
        """Load the day anew, and when it is on its way what the year lacks, which takes longer."""
        self.live.read(lead_day, self._show)
        self.live.read(_before_print, self._show_year, part="year")
        self.live.read(_figures, self.figures.show_figures, part="figures")

    def count_first(self) -> None:
        """Count on site in the first campaign that runs."""
        if self._view is not None and self._view.running:
            self.count_on_site(self._view.running[0].campaign.id)

    def count_on_site(self, campaign: UUID) -> None:
        """Count in the whole window, until one leaves it."""
        from ui.campaigns.counting_page import CountingPage  # needed only where one counts

        self.context.filling.emit(CountingPage(self.context, campaign))

    def add_event(self) -> None:
        """Open the form for a new event."""
        from ui.events.form import open_event_form  # the day is shown before the form is needed

        open_event_form(self, self.context)

    def add_campaign(self) -> None:
        """Open the form for a new campaign; it is shown when it has been saved."""
        from ui.campaigns.frame_form import open_frame_form  # as above

        open_frame_form(self, self.context, saved=partial(self.context.go, "campaigns"))

    def to_report(self) -> None:
        """Go to the report of the year."""
        if self._view is not None and self._year is not None:
            day = self._view.day.replace(year=self._year.year, month=1, day=1)
            self.context.go("reports", None, part_of(ANNUAL, day))

    def open_lack(self, lack: Lack) -> None:
        """Open the records that lack something, or the form of what the year itself lacks."""
        if lack.kind in (LackKind.TARGETS, LackKind.VOICE):
            self._edit(lack.kind)
        else:
            self._kind = lack.kind
            self._list(lack)

    def go_back(self) -> bool:
        """Go from the records back to the day."""
        if self.stack.currentWidget() is self.sheet:
            return False
        self._leave()
        return True

    def _show(self, view: LeadDay) -> None:
        words, first_time, self._view = self.words, not self.day.text(), view
        self.day.setText(heading(words, view.day))
        self.count.setVisible(bool(view.running))
        self.now.show_day(view)
        lines = due.lines(view, words)
        rows = [((line.page, line.record, line.tab, line.text), partial(LineButton, self.context, line)) for line in lines]
        self.due.fill(rows, words("Nothing falls due."))
        if first_time:
            self._begin(self.count if view.running else next(iter(self.due.rows.rows), None))

    def _begin(self, first: QWidget | None) -> None:
        """Put the keyboard at the first thing to do: counting where a campaign runs, what falls due, what the year lacks."""
        if first is not None and not self._begun and self.isVisible():
            self._begun = True
            first.setFocus()

    def _show_year(self, found: BeforePrint) -> None:
        self._year = found
        self.year.show_year(found)
        self._begin(next(iter(self.year.rows.rows), None))
        if self._kind is not None:
            self._list(next((one for one in found.lacks if one.kind is self._kind), Lack(self._kind, 0)))

    def _list(self, lack: Lack) -> None:
        """Show the records that lack something over the day."""
        from ui.reports.behind import Behind, Listed  # which brings the reports along

        words, kind = self.words, lack.kind
        if self.behind is None:
            self.behind = Behind(self.context, words("To the day"))
            self.behind.left.connect(self._leave)
            self.stack.addWidget(self.behind)

        def ask(uow: Reading, limit: int | None, _group: tuple[str, str] | None) -> RecordPage:
            from jobbpunkt.lead_day.year import lacking

            return lacking(uow, kind, words, limit)

        none = (words("Nothing is missing any more."), "")
        weighs = (
            words("It weighs on: {figure}. {meaning}", figure=words(lack.label), meaning=words(lack.meaning))
            if lack.label
            else ""
        )
        self.behind.show_listed(Listed(said(lack, words), "", weighs, kind, ask, none))
        self.stack.setCurrentWidget(self.behind)

    def _edit(self, kind: LackKind) -> None:
        from ui.reports.year_forms import edit_targets, edit_voice  # which bring the reports along

        if self._year is not None:
            edit = edit_targets if kind is LackKind.TARGETS else edit_voice
            edit(self, self.context, self._year.year)

    def _leave(self) -> None:
        kind, self._kind = self._kind, None
        self.stack.setCurrentWidget(self.sheet)
        if kind in self.year.rows.keys:
            self.year.rows.focus_row(kind)
        elif self.year.rows.rows:
            self.year.rows.rows[0].setFocus()
        else:
            self.year.report.setFocus()


def _before_print(uow: Reading) -> BeforePrint:
    # The reports come along, which the rest of the day need not wait for.
    from jobbpunkt.lead_day.year import before_print

    return before_print(uow)


def _figures(uow: Reading) -> tuple[MeasureResult, ...]:
    from jobbpunkt.lead_day.year import year_figures  # as above

    return year_figures(uow)
