"""The tab with one person's plans."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from jobbpunkt import plans
from jobbpunkt.plans import PlanRow
from jobbpunkt.register.permissions import Permission
from models.vocabulary import PlanKind
from ui import asking
from ui.consents.card import ConsentCard
from ui.context import Context
from ui.plans.new_plan import PlanOffer, kinds_for, new_plan_dialog, offered
from ui.plans.plan_table import plan_table
from ui.widgets.beside import Beside
from ui.widgets.buttons import hide_unless, secondary
from ui.widgets.empty import EmptyState
from ui.widgets.layouts import row
from ui.widgets.live import Live
from ui.widgets.page import part, scrolling

SIDE = 320


class PlansTab(QWidget):
    """Lists a person's plans; Enter opens one on the page of plans."""

    def __init__(self, context: Context, person: UUID, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context, self.words, self.person = context, context.words, person
        self.live = Live(self, context, self.refresh)
        self.new = secondary(self.words("New plan"), self.new_plan, icon="plus")
        hide_unless(self.new, allowed=context.user.may(Permission.SEE_PLANS))
        hint = self.words("A plan holds where somebody stands, where they want to be, and the steps there.")
        empty = EmptyState("target", self.words("No plans yet"), hint)
        self.table = plan_table(self.words, empty=empty, with_person=False)
        self.table.opened.connect(lambda plan: self.context.go("plans", plan.id))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(row(None, self.new))
        column.addWidget(self._whole(), 1)

    def _whole(self) -> QWidget:
        """Return the table, and beside it the consent for who may know of one."""
        if PlanKind.HEALTH not in kinds_for(self.context.user):
            return self.table
        card = part(ConsentCard(self.context, self.person))
        return scrolling(Beside(self.table, card, SIDE, least=480, tall=180, spacing=24, scrolls=True))

    def refresh(self) -> None:
        """Load the person's plans anew."""
        self.live.read(lambda uow: plans.of_person(uow, self.person), self._show)

    def new_plan(self) -> None:
        """Begin a plan for the person, and open it."""
        asking.read(self, self.context, lambda uow: offered(uow, self.person), self._ask)

    def _ask(self, offer: PlanOffer) -> None:
        dialog = new_plan_dialog(self, self.context, offer, person=self.person)
        dialog.saved.connect(lambda change: self.context.go("plans", change.record))
        dialog.open()

    def _show(self, rows: tuple[PlanRow, ...]) -> None:
        self.table.set_rows(rows)
