"""The list of plans, narrowed by kind, by what is due, and by a name."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from jobbpunkt import plans
from jobbpunkt.base.words import N_
from jobbpunkt.plans import PlanFilter, PlanPage
from jobbpunkt.printing import batches
from jobbpunkt.register.permissions import Permission
from models.vocabulary import PlanKind
from ui import asking
from ui.context import Context
from ui.plans.new_plan import PlanOffer, kinds_for, new_plan_dialog, offered
from ui.plans.offer import OFFER
from ui.plans.plan_table import plan_table
from ui.widgets.batch_dialog import BatchDialog
from ui.widgets.buttons import hide_unless, primary, secondary, toggle
from ui.widgets.empty import EmptyState
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import title
from ui.widgets.layouts import row
from ui.widgets.live import Live
from ui.widgets.more import More
from ui.widgets.page import MARGIN
from ui.widgets.search_line import SearchLine

KINDS = {
    PlanKind.CAREER: (N_("Career"), PlanFilter.CAREER),
    PlanKind.PERSONAL: (N_("Personal development"), PlanFilter.PERSONAL),
    PlanKind.HEALTH: (N_("Better health"), PlanFilter.HEALTH),
}


class PlansList(QWidget):
    """Shows every plan that the user may see; `opened` is emitted with the identity of the one to open."""

    opened = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context, self.words = context, context.words
        self._wanted = PlanFilter.ONGOING
        self.live = Live(self, context, self.refresh)
        self._build()
        self._connect()

    def refresh(self) -> None:
        """Load the plans anew."""
        wanted, typed, limit = self._wanted, self.search.text(), self.more.limit
        self.live.read(lambda uow: plans.page(uow, wanted, typed, limit), self._show)

    def take_focus(self) -> None:
        """Put the keyboard into the table."""
        self.table.setFocus()

    def new_plan(self) -> None:
        """Ask whose plan to begin."""
        if self.new.isVisibleTo(self):
            asking.read(self, self.context, offered, self._ask)

    def print_mine(self) -> None:
        """Offer to print every ongoing plan of which one is the coach."""
        words = self.words
        title = words("Print all my plans")
        BatchDialog(self, self.context, title, lambda uow: batches.plans_of_coach(uow, words), OFFER).open()

    def _build(self) -> None:
        words = self.words
        self.new = primary(words("New plan"), self.new_plan, icon="plus")
        hide_unless(self.new, allowed=self.context.user.may(Permission.SEE_PLANS))
        self.search = SearchLine(words("Narrow by name"), words("Narrow by name"), 360)
        self.more = More(words, self.refresh)
        hint = words("A plan holds where somebody stands, where they want to be, and the steps there.")
        self.empty = EmptyState("target", words("No plans yet"), hint)
        self.table = plan_table(words, empty=self.empty, with_person=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 24, MARGIN, 24)
        column.setSpacing(14)
        self.print = secondary(words("Print all my plans …"), self.print_mine, icon="printer")
        column.addLayout(row(title(words("Plans")), None, self.print, self.new))
        column.addLayout(self._filters())
        column.addWidget(self.table, 1)
        column.addWidget(self.more)

    def _filters(self) -> QVBoxLayout:
        flow = FlowLayout()
        self.chips = QButtonGroup(self)
        for text, wanted in self._choices():
            button = toggle(self.words(text), checked=wanted is self._wanted)
            button.clicked.connect(lambda _checked, wanted=wanted: self._narrow(wanted))
            self.chips.addButton(button)
            flow.addWidget(button)
        column = QVBoxLayout()
        column.setSpacing(10)
        column.addLayout(flow)
        column.addLayout(row(self.search, None))
        return column

    def _choices(self) -> list[tuple[str, PlanFilter]]:
        return [
            (N_("Ongoing"), PlanFilter.ONGOING),
            (N_("To follow up"), PlanFilter.DUE),
            (N_("Mine"), PlanFilter.MINE),
            *(KINDS[kind] for kind in kinds_for(self.context.user)),
            (N_("Finished"), PlanFilter.FINISHED),
        ]

    def _connect(self) -> None:
        self.table.opened.connect(lambda plan: self.opened.emit(plan.id))
        self.search.textChanged.connect(lambda _text: self._narrow(self._wanted))
        QShortcut(QKeySequence(QKeySequence.StandardKey.New), self, self.new_plan)

    def _narrow(self, wanted: PlanFilter) -> None:
        self._wanted = wanted
        self.more.begin()
        self.refresh()

    def _show(self, page: PlanPage) -> None:
        self.table.set_rows(page.rows)
        self.more.say(self.words.plural("{n} plan", "{n} plans", page.total), len(page.rows), page.total)
        if page.any_plan:
            self.empty.say(
                self.words("No plan fits what you have chosen"), self.words("Choose another filter, or clear the name.")
            )

    def _ask(self, offer: PlanOffer) -> None:
        dialog = new_plan_dialog(self, self.context, offer)
        dialog.saved.connect(lambda change: self.opened.emit(change.record))
        dialog.open()
