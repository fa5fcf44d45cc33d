"""One person's page: who it is, what to mind, and tabs for everything around them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from jobbpunkt import cases
from jobbpunkt.base.errors import Shut
from jobbpunkt.cases import CaseView
from jobbpunkt.people import caseload, details, opening
from jobbpunkt.people.details import PersonDetails
from jobbpunkt.people.opening import Standing
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.unit_of_work import Reading
from ui.context import Context
from ui.people.anyway import ask_why
from ui.people.note_form import note_dialog
from ui.people.tabs import PERSON_TABS, PersonTab
from ui.tokens import Tone
from ui.tones import tone_of
from ui.widgets.buttons import back, quiet, secondary
from ui.widgets.chips import chip
from ui.widgets.empty import EmptyState
from ui.widgets.labels import muted, title
from ui.widgets.layouts import clear, row
from ui.widgets.live import Live
from ui.widgets.notice import Notice
from ui.widgets.page import MARGIN

W = TypeVar("W", bound=QWidget)


@dataclass(frozen=True, slots=True)
class _Head:
    person: PersonDetails
    case: CaseView | None
    next_meeting: datetime | None
    standing: Standing


class PersonView(QWidget):
    """Header and tabs of one person; `left` is emitted when one wants back to the list."""

    left = Signal()

    def __init__(self, context: Context, person: UUID, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context, self.words, self.person = context, context.words, person
        self.notice = Notice(self.words)
        self._tabs = [tab for tab in PERSON_TABS if context.user.may(tab.needs)]
        self._holders: list[QWidget] = []
        self._layouts: list[QVBoxLayout] = []
        self._made: dict[int, QWidget] = {}
        self.live = Live(self, context, self.refresh)
        self._build()
        self._connect()

    def refresh(self) -> None:
        """Load the header anew; each tab looks after itself."""
        self.live.read(self._read, self._show)

    def show_shut(self, error: Shut) -> None:
        """Show nothing of the person: ask why one wants in, or say that it takes another right. Going back leads to the list."""
        self._keep_shut(shut=True)
        self.shut.say(error.text(self.words))
        self.name.setText("")
        self.facts.setText("")
        clear(self.chips)
        if error.asks_why:
            ask_why(self, self.context, self.person, self.left.emit)

    def _keep_shut(self, *, shut: bool) -> None:
        self.tabs.setVisible(not shut)
        self.shut.setVisible(shut)
        if shut:
            self.health.hide()
        for button in (self.note, self.extract):
            button.setVisible(not shut and self.context.user.may(Permission.SEE_NOTES))

    def show_notice(self, text: str, tone: Tone = "neutral") -> None:
        """Show one sentence under the header."""
        self.notice.say(text, tone)

    def turn_to(self, kind: type[W]) -> W | None:
        """Turn to the tab that holds a widget of this kind and return it; None where the user has no such tab."""
        before = self.tabs.currentIndex()
        for number in range(self.tabs.count()):
            self.tabs.setCurrentIndex(number)
            found = self._made[number]
            if isinstance(found, kind):
                return found
        self.tabs.setCurrentIndex(before)
        return None

    def _build(self) -> None:
        self.back = back(self.words("People"), self.left.emit)
        self.name = title("")
        self.chips = row(spacing=8)
        self.note = secondary(self.words("New note"), self._add_note, icon="pencil")
        self.extract = quiet(self.words("Print all that is kept"), self._take_out, icon="file-text")
        why = self.words("Open what is of health too")
        self.health = quiet(why, lambda: ask_why(self, self.context, self.person), icon="lock")
        self.health.hide()
        if not self.context.user.may(Permission.SEE_NOTES):
            self.note.hide()
            self.extract.hide()
        self.facts = muted("")
        self.shut = EmptyState("lock", "")
        self.shut.hide()
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        for tab in self._tabs:
            holder = QWidget()
            layout = QVBoxLayout(holder)
            layout.setContentsMargins(0, 12, 0, 0)
            self._holders.append(holder)
            self._layouts.append(layout)
            self.tabs.addTab(holder, self.words(tab.title).replace("&", "&&"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(MARGIN, 12, MARGIN, 20)
        outer.setSpacing(6)
        outer.addLayout(row(self.back, None, self.health, self.extract, self.note))
        outer.addWidget(self.name)
        facts = row(self.chips, self.facts, spacing=14)
        facts.setStretch(1, 1)
        outer.addLayout(facts)
        outer.addWidget(self.notice)
        outer.addSpacing(6)
        outer.addWidget(self.tabs, 1)
        outer.addWidget(self.shut, 1)

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._make_tab)
        self._make_tab(self.tabs.currentIndex())
        QShortcut(QKeySequence("Ctrl+Shift+N"), self, self._add_note)
        for number in range(len(self._tabs)):
            QShortcut(QKeySequence(f"Alt+{number + 1}"), self, lambda number=number: self.tabs.setCurrentIndex(number))

    def _read(self, uow: Reading) -> _Head:
        found = cases.of_person(uow, self.person)
        coming = caseload.next_meeting(uow, self.person)
        case, standing = found[0] if found else None, opening.standing(uow, self.person)
        return _Head(details.details(uow, self.person), case, coming, standing)

    def _show(self, head: _Head) -> None:
        words = self.words
        self._keep_shut(shut=False)
        self.health.setVisible(not head.standing.needed and self.context.user.may(Permission.SEE_HEALTH))
        self.name.setText(head.person.name.shown(words))
        clear(self.chips)
        status = head.case.status if head.case else None
        self.chips.addWidget(chip(words(status.label) if status else words("Not enrolled"), tone_of(status)))
        if head.person.name.protected:
            self.chips.addWidget(chip(words("Protected identity"), "bad"))
        if head.person.data.interpreter:
            self.chips.addWidget(chip(words("Interpreter: {language}", language=head.person.data.interpreter), "warn"))
        self.facts.setText("   ·   ".join(self._facts(head)))

    def _facts(self, head: _Head) -> list[str]:
        words = self.words
        facts = [words("No. {reference}", reference=head.person.name.reference)]
        if head.case is not None and head.case.coach:
            name = head.case.coach
            covered = words("Coach: {name}, for whom you cover", name=name)
            facts.append(covered if head.standing.covered else words("Coach: {name}", name=name))
        if head.next_meeting is not None:
            facts.append(words("Next meeting {when}", when=words.moment(head.next_meeting)))
        if head.person.data.contact_note:
            facts.append(head.person.data.contact_note)
        return facts

    def _add_note(self) -> None:
        note_dialog(self, self.context, self.person).open()

    def _take_out(self) -> None:
        from ui.people.extract_dialog import ExtractDialog  # rarely wanted, and it brings every table

        ExtractDialog(self, self.context, self.person).open()

    def _make_tab(self, number: int) -> None:
        """Make a tab's widget when it is first wanted."""
        if number not in self._made:
            tab: PersonTab = self._tabs[number]
            self._made[number] = tab.make(self.context, self.person, self._holders[number])
            self._layouts[number].addWidget(self._made[number])
            self._made[number].show()
