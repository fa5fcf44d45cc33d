"""What stands beside the inspections: group and suppliers month by month, and what is to be looked at again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from jobbpunkt.base.words import Words
from jobbpunkt.documents.tree import Chart, ChartKind, Series
from jobbpunkt.inspections import Again, Month, Side
from models.vocabulary import AreaKind
from ui.widgets.card import Card
from ui.widgets.chart_view import ChartView
from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import PlainLabel, muted, small
from ui.widgets.layouts import clear, column, row
from ui.widgets.row_button import RowButton

ENOUGH = 2  # months that make a line
SHOWN = 12  # the latest


class MonthsCard(Card):
    """The chart, or that two months are needed for one."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words("Points passed each month"), parent=parent)
        self._words = words
        self.chart, self.about = ChartView(words, words("Points passed each month")), small("")
        self.empty = muted(words("Two months are needed"))
        for widget in (self.chart, self.empty, self.about):
            self.add(widget)
        self.show_months((), None, 0)

    def show_months(self, months: Sequence[Month], kind: AreaKind | None, checklist: int) -> None:
        """Show the months of one checklist."""
        words, has_chart = self._words, len(months) >= ENOUGH
        self.chart.show_chart(_chart(months[-SHOWN:], words) if has_chart else None)
        self.chart.setVisible(has_chart)
        self.empty.setVisible(not has_chart)
        told = [words("Below each month: how many inspections were finished, of the group and of suppliers.")]
        if kind is not None:
            told.insert(0, words("Checklist {kind}, version {number}, for both.", kind=words(kind.label), number=checklist))
        self.about.setText(" ".join(told))
        self.about.setVisible(has_chart)


class AgainCard(Card):
    """Remarks to be looked at again, the first due first; one that is pressed is begun."""

    chosen = Signal(object)

    def __init__(self, words: Words, today: date, parent: QWidget | None = None) -> None:
        super().__init__(words("To look at again"), parent=parent)
        self._words, self._today = words, today
        self._rows = column(spacing=2)
        self.empty = muted(words("Nothing is to be looked at again."))
        self.add(self.empty)
        self.add(self._rows)

    def show_again(self, waiting: Sequence[Again]) -> None:
        """Show what waits."""
        clear(self._rows)
        self.empty.setVisible(not waiting)
        for one in waiting:
            self._rows.addWidget(self._row(one))

    def _row(self, one: Again) -> RowButton:
        words, late = self._words, one.due_on < self._today
        place = f"{one.supplier}, {one.place}" if one.supplier else one.place
        count = words.plural("{n} remark", "{n} remarks", len(one.objects))
        weekday = words.weekday(one.due_on.weekday())[:3].lower()
        day = words("{weekday} {day}", weekday=weekday, day=words.day(one.due_on, "short"))
        due = words("was due {day} · {remarks}", day=day, remarks=count)
        if not late:
            due = words("by {day} · {remarks}", day=day, remarks=count)
        icon = IconLabel("refresh-cw", "bad" if late else "warn" if one.supplier else "accent_text", 18)
        told = column(PlainLabel(place), small(due), spacing=1)
        line = row(icon, told, IconLabel("chevron-right", "muted", 16), spacing=10)
        line.setStretch(1, 1)
        return RowButton(f"{place}, {due}", line, lambda: self.chosen.emit(one))


def _chart(months: Sequence[Month], words: Words) -> Chart:
    """Return both sides' shares month by month; a line is broken where nothing was inspected."""
    sides = (
        (words("The group"), [month.group for month in months]),
        (words("Suppliers"), [month.suppliers for month in months]),
    )
    labels = tuple(f"{words.month(one.first)[:3]} {_count(one.group)}/{_count(one.suppliers)}" for one in months)
    series = tuple(Series(name, tuple(None if one.share is None else round(one.share) for one in told)) for name, told in sides)
    known = [value for one in series for value in one.values if value is not None]
    least = min(int(min(known, default=0) // 10 * 10), 90)
    cut = words("The scale begins at {least} %.", least=least) if least else ""
    told = "; ".join(_told(month, words) for month in months)
    return Chart(ChartKind.LINE, labels, series, told, unit=words("per cent"), least=least, most=100, cut=cut)


def _count(side: Side) -> str:
    return str(side.inspections or "–")


def _told(month: Month, words: Words) -> str:
    sides = ((words("The group"), month.group), (words("Suppliers"), month.suppliers))
    told = (f"{name} {'–' if side.share is None else words.number(side.share)} % (n {side.inspections})" for name, side in sides)
    return f"{words.month(month.first)}: {', '.join(told)}"
