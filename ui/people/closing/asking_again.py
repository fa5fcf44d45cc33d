"""When to ask whether the work or the studies still hold."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from jobbpunkt.base.red_days import workday_from
from jobbpunkt.cases import usual_days
from models.vocabulary import FollowUpKind
from ui.context import Context
from ui.people.closing.part import Part
from ui.widgets.flow import FlowLayout
from ui.widgets.forms import DateField
from ui.widgets.labels import small


class AskingAgainPart(Part):
    """A day for each follow-up, proposed from the first day and never a red one; an emptied day is not asked."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, 5, context.words("Ask again"), parent)
        words, today = self.words, context.clock.today()
        self._starts: date | None = None
        self.days = {kind: DateField(words, words(kind.label), today=today) for kind in FollowUpKind}
        for kind, field in self.days.items():
            field.name = kind.value
            field.changed.connect(self._tell)
            field.changed.connect(self.changed)
        flow = FlowLayout(spacing=14)
        for field in self.days.values():
            flow.addWidget(field)
        self.add(flow)
        self.add(small(words("Red days and weekends are avoided. An empty day is not asked.")))
        self.hide()

    def propose(self, starts: date | None) -> None:
        """Propose days from the first day of the work or studies; none hides the part."""
        self.setVisible(starts is not None)
        if starts is None or starts == self._starts:
            return
        self._starts = starts
        for kind, day in usual_days(starts):
            self.days[kind].set_value(workday_from(day))
        self._tell()

    def chosen(self) -> tuple[tuple[FollowUpKind, date], ...]:
        """Return the days on which to ask; InvalidInput for one that cannot be read."""
        return tuple((kind, day) for kind, field in self.days.items() if (day := field.value()) is not None)

    def _tell(self) -> None:
        for field in self.days.values():
            try:
                day = field.value()
            except ValueError:
                day = None
            field.set_hint(self.words.day(day, "weekday") if day is not None else "")
