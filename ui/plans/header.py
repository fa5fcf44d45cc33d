"""The head of an open plan: whose, which, where it stands, and what can be done with all of it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from jobbpunkt import plans
from jobbpunkt.plans import PlanView
from jobbpunkt.register.permissions import Permission
from models.vocabulary import PlanKind, PlanStatus
from ui.icons import icon
from ui.plans.completion_dialog import completion_dialog
from ui.plans.store import PlanStore
from ui.tones import tone_of
from ui.widgets.buttons import back, icon_button, primary, quiet, secondary
from ui.widgets.chips import chip
from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import muted, small, title
from ui.widgets.layouts import boxed, clear, row


class PlanHeader(QWidget):
    """Shows whose plan it is; a health plan says quietly that it is one."""

    left = Signal()
    adopt_wanted = Signal()
    paper_wanted = Signal(bool)

    def __init__(self, store: PlanStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "none")
        self.store, self.words = store, store.context.words
        self._build()

    def show_plan(self, view: PlanView) -> None:
        """Show a plan's head."""
        words, may_edit = self.words, self.store.context.user.may(Permission.SEE_PLANS)
        closed = view.status is PlanStatus.CLOSED
        self.name.setText(view.person.shown(words))
        clear(self.chips)
        self.chips.addWidget(chip(words(view.kind.label), "accent"))
        self.chips.addWidget(chip(words(view.status.label), tone_of(view.status)))
        self.facts.setText("   ·   ".join(self._facts(view)))
        self.secrecy.setVisible(view.kind is PlanKind.HEALTH)
        self.adopt.setVisible(may_edit and not closed)
        self.more.setVisible(may_edit)
        self._complete.setVisible(not closed)
        self._reopen.setVisible(closed)
        self._remove.setVisible(not view.versions and not closed)

    def _facts(self, view: PlanView) -> list[str]:
        words = self.words
        facts = [words("Coach: {name}", name=view.coach)]
        if view.programme:
            facts.append(view.programme)
        if view.versions:
            facts.append(words("Latest version: {number}", number=view.versions[0].number))
        return facts

    def _build(self) -> None:
        words = self.words
        self.back = back(words("Plans"), self.left.emit)
        self.paper = self._paper_button()
        self.adopt = primary(words("Adopt"), self.adopt_wanted.emit, icon="check")
        self.more = icon_button("ellipsis", words("More"))
        self.more.setMenu(self._menu())
        self.name = title("")
        self.chips = row(spacing=8)
        self.facts = muted("")
        sentence = words("Only who holds the key to health plans can open this plan. Each opening is noted in the history.")
        self.secrecy = boxed(self._secrecy(sentence))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addLayout(row(self.back, self._person_button(), None, self.paper, self.adopt, self.more))
        column.addWidget(self.name)
        # Words that wrap: with large letters in one line they would make the page wider than the window.
        facts = row(self.chips, spacing=14)
        facts.addWidget(self.facts, 1)
        column.addLayout(facts)
        column.addWidget(self.secrecy)

    def _secrecy(self, sentence: str) -> QHBoxLayout:
        line = row(IconLabel("lock", "muted", 15), spacing=6)
        line.addWidget(small(sentence), 1)
        return line

    def _paper_button(self) -> QPushButton:
        button = secondary(self.words("Paper"), icon="file-text")
        button.setCheckable(True)
        button.setChecked(True)
        button.setAccessibleDescription(self.words("Shows the printed page beside the plan."))
        button.toggled.connect(self.paper_wanted)
        return button

    def _person_button(self) -> QPushButton:
        return quiet(self.words("Show the person"), self._go_to_person, icon="user")

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        self._complete = self._action(menu, "circle-check", self.words("Complete the plan …"), self._do_complete)
        self._reopen = self._action(menu, "undo-2", self.words("Open the plan again"), self._do_reopen)
        self._remove = self._action(menu, "trash-2", self.words("Remove the plan"), self._do_remove)
        return menu

    def _action(self, menu: QMenu, name: str, text: str, run: object) -> QAction:
        action = QAction(icon(name), text.replace("&", "&&"), menu)
        action.triggered.connect(run)
        menu.addAction(action)
        return action

    def _go_to_person(self) -> None:
        if self.store.view is not None:
            self.store.context.go("people", self.store.view.person_id)

    def _do_complete(self) -> None:
        if self.store.view is not None:
            completion_dialog(self, self.store, self.store.view).open()

    def _do_reopen(self) -> None:
        plan_id = self.store.plan_id
        if plan_id is not None:
            self.store.do(lambda uow: plans.reopen(uow, plan_id=plan_id))

    def _do_remove(self) -> None:
        self.store.remove()
