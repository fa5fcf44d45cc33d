"""The overview tab: the timeline of everything, newest first, beside the enrolment."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QButtonGroup, QWidget

from jobbpunkt.base.words import N_
from jobbpunkt.people.timeline import Moment, timeline
from jobbpunkt.register.permissions import Permission
from ui.coaching.step_form import change_step, drop_step
from ui.context import Context
from ui.people.case_card import CaseCard
from ui.people.moment_row import MomentRow
from ui.people.note_form import change_note, remove_note
from ui.widgets.beside import Beside
from ui.widgets.buttons import icon_button, toggle
from ui.widgets.empty import EmptyState
from ui.widgets.flow import FlowLayout
from ui.widgets.layouts import column
from ui.widgets.live import Live
from ui.widgets.page import part, scrolling
from ui.widgets.row_list import RowList

SIDE = 330
KINDS: tuple[tuple[str, frozenset[str]], ...] = (
    (N_("Everything"), frozenset()),
    (N_("Meetings and notes"), frozenset({"coaching_session", "person_note", "agreed_step"})),
    (N_("CV and applications"), frozenset({"cv", "letter", "application"})),
    (N_("Enrolment and plans"), frozenset({"case_file", "outcome", "plan", "programme_enrolment"})),
)

# What can be done about a moment where it is read: icon, name, and the deed with the record.
DEEDS: dict[str, tuple[tuple[str, str, Callable[[QWidget, Context, UUID, UUID], None]], ...]] = {
    "person_note": (
        ("pencil", N_("Change the note of {day}"), change_note),
        ("trash-2", N_("Remove the note of {day}"), remove_note),
    ),
    "agreed_step": (
        ("pencil", N_("Change the step of {day}"), change_step),
        ("trash-2", N_("Remove the step of {day}"), drop_step),
    ),
}


class OverviewTab(QWidget):
    """Shows what happened around one person, and where their enrolment stands."""

    def __init__(self, context: Context, person: UUID, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context, self.words, self.person = context, context.words, person
        self._kinds: frozenset[str] = frozenset()
        self._moments: tuple[Moment, ...] = ()
        self.live = Live(self, context, self.refresh)
        self._build()

    def refresh(self) -> None:
        """Load the timeline anew; the enrolment beside it looks after itself."""
        self.live.read(lambda uow: timeline(uow, self.person), self._show)

    def _build(self) -> None:
        filters = FlowLayout(spacing=6)
        group = QButtonGroup(self)
        # Who may not read notes would find two of the filters always empty.
        offered = KINDS if self.context.user.may(Permission.SEE_NOTES) else (KINDS[0], KINDS[-1])
        for label, kinds in offered:
            button = toggle(self.words(label), checked=not kinds)
            button.clicked.connect(lambda _checked, kinds=kinds: self._choose(kinds))
            group.addButton(button)
            filters.addWidget(button)
        holder = QWidget()
        self.list = RowList()
        outer = column(self.list, None)
        outer.setContentsMargins(0, 0, 8, 0)
        holder.setLayout(outer)
        self.case = CaseCard(self.context, self.person)
        left = column(filters, scrolling(holder), spacing=12)
        self.setLayout(column(scrolling(Beside(left, part(self.case), SIDE, tall=150, spacing=24, scrolls=True))))

    def _show(self, moments: tuple[Moment, ...]) -> None:
        self._moments = moments
        shown = [moment for moment in moments if not self._kinds or moment.noun in self._kinds]
        rows = [((place, moment.record), partial(self._row, moment)) for place, moment in enumerate(shown)]
        self.list.show_rows(rows, [] if rows else [self._nothing()])

    def _row(self, moment: Moment) -> MomentRow:
        return MomentRow(self.words, moment, self._deeds(moment))

    def _deeds(self, moment: Moment) -> tuple[QWidget, ...]:
        """Return the buttons of what was typed about this moment and is put right where it is read."""
        day = self.words.day(moment.on)
        return tuple(
            icon_button(icon, self.words(name, day=day), partial(deed, self, self.context, self.person, moment.record))
            for icon, name, deed in DEEDS.get(moment.noun, ())
        )

    def _nothing(self) -> EmptyState:
        hint = self.words("Book a meeting, write a note or make an enrolment, and it is gathered here.")
        return EmptyState("history", self.words("Nothing has happened yet"), hint)

    def _choose(self, kinds: frozenset[str]) -> None:
        self._kinds = kinds
        self._show(self._moments)
