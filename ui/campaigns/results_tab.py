"""The tab for results: every measure per week and in total, how it was got, and a chart of the chosen one."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from jobbpunkt import campaigns
from jobbpunkt.base.words import N_
from jobbpunkt.campaigns import Campaign, ResultRow, Results, Week
from jobbpunkt.documents.tree import Chart, ChartKind, Series
from jobbpunkt.measures import MeasureResult
from jobbpunkt.measures.in_words import with_unit
from jobbpunkt.reports import Kind, ReportChoice
from models.vocabulary import Source
from ui import asking
from ui.campaigns.read import NOTHING, figure_read
from ui.context import Context
from ui.reports.behind import Behind
from ui.theme import scaled
from ui.widgets.buttons import link
from ui.widgets.card import Card
from ui.widgets.chart_view import ChartView
from ui.widgets.empty import EmptyState
from ui.widgets.labels import muted, text
from ui.widgets.layouts import column
from ui.widgets.live import Live
from ui.widgets.page import scrolling
from ui.widgets.row_table import Column, RowTable

SOURCES = (
    (Source.COUNTED, N_("The register")),
    (Source.TALLIED, N_("Tally on site")),
    (Source.ESTIMATED, N_("Estimate")),
    (Source.STATED, N_("As stated")),
    (Source.NOT_RECORDED, NOTHING),
)


# With large letters the table keeps room for some rows, and the tab scrolls.
LEAST_TABLE = 220


class ResultsTab(QWidget):
    """Shows what was counted. Units differ from row to row, so nothing is summed downwards."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context, self.words = context, context.words
        self._weeks: tuple[Week, ...] = ()
        self.table: RowTable[ResultRow] | None = None
        self._campaign: Campaign | None = None
        self.live = Live(self, context, self.refresh)
        self._build()

    def refresh(self) -> None:
        """Load the results anew."""
        campaign = self._campaign
        if campaign is not None:
            self.live.read(lambda uow: campaigns.results(uow, campaign.id), self._show)

    def show_campaign(self, campaign: Campaign) -> None:
        """Show a campaign's results as they now are."""
        if self._campaign is None or campaign.id != self._campaign.id:
            self.stack.setCurrentWidget(self.whole)
        if campaign is not self._campaign:
            self._campaign = campaign
            self.live.mark_stale()

    def _build(self) -> None:
        words = self.words
        inner = QWidget()
        self.outer = QVBoxLayout(inner)
        self.outer.setContentsMargins(0, 14, 0, 0)
        self.whole = scrolling(inner)
        self.stack = QStackedWidget()
        self.behind = Behind(self.context, words("To the results"))
        self.behind.left.connect(partial(self.stack.setCurrentWidget, self.whole))
        for page in (self.whole, scrolling(self.behind)):
            self.stack.addWidget(page)
        self.setLayout(column(self.stack))
        self.outer.setSpacing(16)
        self.chart = ChartView(words, words("Week by week"))
        self.card = Card(words("Week by week"))
        self.beside = text("")
        self.records = link(words("Show the records"), self._show_records)
        self.card.add(self.beside)
        self.card.add(self.records)
        self.card.add(self.chart, 1)
        note = muted(words("Different units are never added together. A dash means that nothing is recorded."))
        self.card.add(note)
        self.outer.addWidget(self.card)

    def _show(self, results: Results) -> None:
        if self.table is None or results.weeks != self._weeks:
            self._weeks = results.weeks
            self._make_table()
        if self.table is None:
            return
        self.table.set_rows(results.rows)
        if self.table.current() is None and results.rows:
            self.table.selectRow(0)
        self._show_chart(self.table.current())

    def _make_table(self) -> None:
        """Make the table anew: its columns follow the weeks."""
        if self.table is not None:
            self.outer.removeWidget(self.table)
            self.table.deleteLater()
        words = self.words
        empty = EmptyState("chart-column", words("Nothing to show yet"), words("Add what to count under Set-up."))
        self.table = RowTable(words, self._columns(), lambda row: row.measure.id, empty=empty, name=words("Results"))
        self.table.chosen.connect(self._show_chart)
        self.table.setMinimumHeight(scaled(LEAST_TABLE))
        self.outer.insertWidget(0, self.table, 1)

    def _columns(self) -> tuple[Column[ResultRow], ...]:
        words = self.words
        weeks: list[Column[ResultRow]] = [
            Column(self._heading(week), partial(self._in_week, place), align="right") for place, week in enumerate(self._weeks)
        ]
        return (
            Column(N_("Result"), lambda row: words(row.measure.label), stretch=True, strong=True),
            *weeks,
            Column(N_("In total"), self._total, lambda row: row.total.value, align="right", strong=True),
            Column(N_("In the register"), self._registered, align="right"),
            Column(N_("Target"), lambda row: row.measure.target, align="right", spare=True),
            Column(N_("Source"), self._source, tip=lambda row: words(row.total.source.label), spare=True),
        )

    def _registered(self, row: ResultRow) -> str:
        return "" if row.registered is None else figure_read(row.registered, self.words)

    def _source(self, row: ResultRow) -> str:
        return self.words(dict(SOURCES)[row.total.source])

    def _heading(self, week: Week) -> str:
        """Return a week's heading, short because there may be many."""
        return self.words("W {number}", number=week.number)

    def _total(self, row: ResultRow) -> str:
        number = figure_read(row.total, self.words)
        return number if row.total.value is None else with_unit(number, row.measure.unit, self.words)

    def _in_week(self, place: int, row: ResultRow) -> str:
        return figure_read(row.weeks[place], self.words) if place < len(row.weeks) else NOTHING

    def _show_chart(self, row: ResultRow | None) -> None:
        if row is None:
            self.beside.hide()
            self.records.hide()
            self.chart.show_chart(None)
            return
        label = self.words(row.measure.label)
        said = campaigns.explained(row, self.words)
        self.beside.setText(said)
        self.beside.setVisible(bool(said))
        self.records.setVisible(row.registered is not None and row.registered.value is not None)
        if self.card.heading is not None:
            self.card.heading.setText(self.words("{figure} week by week", figure=label))
        names = [self.words("Week {number}", number=week.number) for week in self._weeks]
        read = [figure_read(figure, self.words) for figure in row.weeks]
        series = Series(label, tuple(figure.value for figure in row.weeks), told=tuple(read))
        told = ", ".join(f"{name}: {text}" for name, text in zip(names, read, strict=True))
        self.chart.setAccessibleName(label)
        self.chart.show_chart(Chart(ChartKind.COLUMNS, tuple(names), (series,), told, least=0) if names else None)

    def _show_records(self) -> None:
        """Show the records of the register that stand beside the chosen tally."""
        campaign, row = self._campaign, self.table.current() if self.table is not None else None
        if campaign is None or row is None:
            return
        key = campaigns.in_register(row.measure.key)

        def show(found: tuple[MeasureResult, ...]) -> None:
            figure = next((one for one in found if one.key == key), None)
            if figure is not None:  # else somebody has just linked it no more
                self.behind.show_figure(ReportChoice(Kind.CAMPAIGN, campaign_id=campaign.id), figure)
                self.stack.setCurrentIndex(1)

        asking.read(self, self.context, lambda uow: campaigns.measures(uow, campaign.id), show)
