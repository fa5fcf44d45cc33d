"""The tab with all promises to and by one person."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QButtonGroup, QWidget

from jobbpunkt import promises
from jobbpunkt.base.errors import UserError
from jobbpunkt.base.words import N_
from jobbpunkt.promises import Promise, Standing
from jobbpunkt.register.permissions import Permission
from models.vocabulary import Responsible
from ui import asking
from ui.context import Context
from ui.promises.move_dialog import move_dialog
from ui.promises.table import PromiseTable
from ui.theme import scaled
from ui.widgets.buttons import hide_unless, secondary, toggle
from ui.widgets.flow import FlowLayout, flow
from ui.widgets.labels import muted
from ui.widgets.layouts import boxed, column
from ui.widgets.live import Live
from ui.widgets.page import scrolling

TABLE = 150
SHOWN: tuple[tuple[str, frozenset[Standing]], ...] = (
    (N_("Not done yet"), frozenset({Standing.LATE, Standing.OPEN})),
    (N_("Late"), frozenset({Standing.LATE})),
    (N_("Done"), frozenset({Standing.DONE})),
    (N_("All"), frozenset(Standing)),
)


class PromisesTab(QWidget):
    """Lists promises, those due soonest first; Enter opens the meeting or the plan that one comes from."""

    def __init__(self, context: Context, person: UUID, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context, self.words, self.person = context, context.words, person
        self.live = Live(self, context, self.refresh)
        self._found: tuple[Promise, ...] = ()
        self._standings, self._who = SHOWN[0][1], frozenset(Responsible)
        self._build()

    def refresh(self) -> None:
        """Load the promises anew; those of health plans once they are asked for, which the history notes."""
        person = self.person
        self.health_paper.setVisible(self.health.isChecked())
        if self.health.isChecked():
            self.live.look(lambda uow: promises.with_health(uow, person), self._show, self._shut)
        else:
            self.live.read(lambda uow: promises.of_person(uow, person), self._show)

    def tick(self) -> None:
        """Note that the chosen promises are kept; when all of them are, that they are not after all."""
        chosen = tuple(self.table.selected())
        if chosen and self.done.isEnabled():
            done = any(one.done_on is None for one in chosen)
            agreed, planned = promises.seen(chosen)
            asking.write(self, self.context, lambda uow: promises.tick(uow, agreed=agreed, planned=planned, done=done))

    def postpone(self) -> None:
        """Ask to which day the chosen promises move."""
        chosen = self.table.selected()
        if chosen and self.later.isEnabled():
            move_dialog(self, self.context, chosen).open()

    def narrow(self, standings: frozenset[Standing], who: frozenset[Responsible]) -> None:
        """Show the promises that stand so, and are to be done by these."""
        self._standings, self._who = standings, who
        self._show(self._found)

    def print(self, *, health: bool = False) -> None:
        """Show the paper of what is promised; a health plan's is one of its own."""
        from ui.promises.paper import PromisesPaper

        PromisesPaper(self, self.context, self.person, health=health).open()

    def _build(self) -> None:
        words, user = self.words, self.context.user
        sees_health = user.may(Permission.SEE_HEALTH) and user.holds_health
        self.done = secondary(words("Kept"), self.tick, icon="check")
        self.later = secondary(words("Another day …"), self.postpone, icon="calendar-days")
        self.paper = secondary(words("Print …"), self.print, icon="printer")
        self.health_paper = secondary(words("Print those of the health plan …"), lambda: self.print(health=True), icon="printer")
        self.health = toggle(words("With the health plan"), lambda _on: self.refresh())
        self.health.setToolTip(words("Each look at a health plan is noted in the history."))
        self.table = PromiseTable(self.context, self.tick, self.postpone)
        self.table.opened.connect(self._open)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._offer())
        for button in (self.done, self.later):
            hide_unless(button, allowed=user.may(Permission.SEE_PLANS))
        hide_unless(self.health, allowed=sees_health)
        self.health_paper.hide()
        self.facts = muted("")
        buttons = flow(self.done, self.later, self.paper, self.health_paper)
        self.table.setMinimumHeight(scaled(TABLE))
        inner = column(buttons, self._whens(), self._whos(), self.facts, self.table, spacing=10)
        inner.setStretch(4, 1)
        # With large letters in a small window the filters alone fill it.
        self.setLayout(column(scrolling(boxed(inner))))
        self._offer()

    def _whens(self) -> FlowLayout:
        filters, group = FlowLayout(spacing=6), QButtonGroup(self)
        for label, standings in SHOWN:
            button = toggle(self.words(label), checked=standings == self._standings)
            button.clicked.connect(lambda _on, standings=standings: self.narrow(standings, self._who))
            group.addButton(button)
            filters.addWidget(button)
        filters.addWidget(self.health)
        return filters

    def _whos(self) -> FlowLayout:
        filters, group = FlowLayout(spacing=6), QButtonGroup(self)
        everybody = frozenset(Responsible)
        for label, who in ((N_("Everybody"), everybody), *((one.label, frozenset({one})) for one in Responsible)):
            button = toggle(self.words(label), checked=who == everybody)
            button.clicked.connect(lambda _on, who=who: self.narrow(self._standings, who))
            group.addButton(button)
            filters.addWidget(button)
        return filters

    def _show(self, found: tuple[Promise, ...]) -> None:
        self._found, today, words = found, self.context.clock.today(), self.words
        rows = [one for one in found if one.standing(today) in self._standings and one.responsible in self._who]
        self.table.set_rows(rows)
        late = sum(one.standing(today) is Standing.LATE for one in found)
        kept = words.plural("{done} of {n} promise is kept", "{done} of {n} promises are kept", len(found), done=_done(found))
        behind = words.plural("{n} is late", "{n} are late", late) if late else ""
        keys = words("K or Space ticks, F moves the day, Enter opens where it comes from.")
        self.facts.setText("   ·   ".join(filter(None, (kept if found else "", behind, keys))))
        self._offer()

    def _shut(self, error: UserError) -> None:
        """Show what there is besides: the health plan stays shut, and why is said."""
        self.health.setChecked(False)
        self.context.operations.refused.emit(self, error)

    def _offer(self) -> None:
        chosen = self.table.selected()
        changeable = bool(chosen) and not any(one.is_ended for one in chosen)
        self.done.setEnabled(changeable)
        self.later.setEnabled(changeable)

    def _open(self, one: Promise) -> None:
        if one.place is not None:
            self.context.go("plans" if one.is_of_plan else "coaching", one.place)


def _done(found: tuple[Promise, ...]) -> int:
    return sum(one.done_on is not None for one in found)
