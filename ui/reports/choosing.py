"""Choosing a report: which one, and of which year, days or campaign."""

from __future__ import annotations

from datetime import date
from itertools import accumulate, islice, repeat
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from jobbpunkt.base import checks
from jobbpunkt.base.months import month_before
from jobbpunkt.campaigns import CampaignRow
from jobbpunkt.measures import Period
from jobbpunkt.reports import YEARLY, Kind, ReportChoice, right_to
from ui.context import Context
from ui.reports.pointing import pointed
from ui.widgets.forms import ChoiceField, DateField
from ui.widgets.layouts import boxed, column, row

_OF_YEAR = frozenset({*YEARLY, Kind.PROGRAMME})
_MONTHS = 36  # that are offered


def choice_of(part: str) -> ReportChoice:
    """Return the report of a year or a month that `part_of` points at."""
    wanted, day = pointed(part)
    kind = next(one for one in Kind if one.value == wanted)
    return ReportChoice(kind, Period.month(day) if kind is Kind.BOARD else Period.year(day.year))


class Chooser(QWidget):
    """Says which report is wanted; `changed` is emitted when the person wants another."""

    changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "none")
        words, today = context.words, context.clock.today()
        self._this_month = today.replace(day=1)
        kinds = [kind for kind in Kind if context.user.may(right_to(kind))]
        self.kind: ChoiceField[Kind] = ChoiceField(words("Report"), [(kind, words(kind.label)) for kind in kinds])
        years = [(year, str(year)) for year in range(today.year, today.year - 11, -1)]
        self.year: ChoiceField[int] = ChoiceField(words("Year"), years)
        months = islice(accumulate(repeat(today.replace(day=1)), lambda month, _: month_before(month)), _MONTHS)
        self.month: ChoiceField[date] = ChoiceField(words("Month"), [(month, words.month(month)) for month in months])
        self.campaign: ChoiceField[UUID] = ChoiceField(words("Campaign"))
        self.first = DateField(words, words("From"), today=today)
        self.last = DateField(words, words("To"), today=today)
        self.first.set_value(date(today.year, 1, 1))
        self.last.set_value(date(today.year, 12, 31))
        self.first.name, self.last.name = "first", "last"
        self.days = boxed(row(self.first, self.last, spacing=12))
        first_line = row(self.kind, self.year, spacing=12)
        first_line.setStretch(0, 2)
        first_line.setStretch(1, 1)
        self.setLayout(column(first_line, self.month, self.campaign, self.days, spacing=12))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._show_fields()
        self._connect()

    def offer(self, campaigns: tuple[CampaignRow, ...]) -> None:
        """Offer these campaigns, the latest first."""
        self.campaign.set_choices([(row.id, row.name) for row in campaigns])

    def choose(self, choice: ReportChoice) -> None:
        """Choose a report from elsewhere."""
        self.kind.set_value(choice.kind)
        if choice.campaign_id is not None:
            self.campaign.set_value(choice.campaign_id)
        if choice.period is not None:
            self.year.set_value(choice.period.first.year)
            self.month.set_value(choice.period.first)
        self._show_fields()
        self.changed.emit()

    def choice(self) -> ReportChoice:
        """Return the chosen report; InvalidInput for days that cannot be read."""
        kind = self.kind.value() or Kind.ANNUAL
        if kind is Kind.CAMPAIGN:
            return ReportChoice(kind, campaign_id=self.campaign.value())
        if kind in _OF_YEAR:
            return ReportChoice(kind, Period.year(self.chosen_year()))
        if kind is Kind.BOARD:
            return ReportChoice(kind, Period.month(self._chosen_month()))
        first, last = (checks.chosen_day(day.value(), field=name) for name, day in (("first", self.first), ("last", self.last)))
        return ReportChoice(kind, Period(first, last))

    def chosen_year(self) -> int:
        """Return the chosen year, of a month that which it lies in."""
        return self._chosen_month().year if self.kind.value() is Kind.BOARD else self.year.value() or self._this_month.year

    def _chosen_month(self) -> date:
        return self.month.value() or self._this_month

    def show_error(self, sentence: str, field: str) -> bool:
        """Say at a field what is wrong with it; False if it is none of these."""
        for own in (self.first, self.last):
            if own.name == field:
                own.set_error(sentence)
                return True
        return False

    def _connect(self) -> None:
        self.kind.changed.connect(self._on_kind)
        for field in (self.year, self.month, self.campaign):
            field.changed.connect(self.changed)
        for day in (self.first, self.last):
            day.line.editingFinished.connect(self.changed)

    def _on_kind(self) -> None:
        self._show_fields()
        self.changed.emit()

    def _show_fields(self) -> None:
        kind = self.kind.value()
        self.year.setVisible(kind in _OF_YEAR)
        self.month.setVisible(kind is Kind.BOARD)
        self.campaign.setVisible(kind is Kind.CAMPAIGN)
        self.days.setVisible(kind is Kind.CASELOAD)
