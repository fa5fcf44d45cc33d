"""The tab of a person's history: what was changed, and who has looked."""

from __future__ import annotations

from collections import Counter
from uuid import UUID

from PySide6.QtWidgets import QButtonGroup, QPushButton, QStackedWidget, QWidget

from jobbpunkt.base.words import N_
from jobbpunkt.oversight.looks import MONTHS, Look, Looks, months_before, of_person
from jobbpunkt.people import lookup
from jobbpunkt.people.names import PersonName
from jobbpunkt.register.unit_of_work import Reading
from ui.context import Context
from ui.people.changes import ChangesTable
from ui.people.looks import LooksTable
from ui.theme import scaled
from ui.widgets.buttons import hide_unless, link, secondary, toggle
from ui.widgets.choice_fields import SegmentField
from ui.widgets.flow import flow
from ui.widgets.labels import muted
from ui.widgets.layouts import boxed, column, row
from ui.widgets.live import Live
from ui.widgets.page import scrolling

TABLE = 180
CHANGES, LOOKS = "changes", "looks"
ALL, HEALTH, ANYWAY = "all", "health", "anyway"


class HistoryTab(QWidget):
    """Changes, or looks by day; each look tells who, in which role, at what kind of thing and why, never what stood there."""

    def __init__(self, context: Context, person: UUID, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context, self.words, self.person = context, context.words, person
        self._months, self._shown = MONTHS, ALL
        self._found: Looks | None = None
        self.live = Live(self, context, self.refresh)
        self._build()
        self.which.changed.connect(self._turn)
        self._turn()

    def refresh(self) -> None:
        """Load what is shown anew."""
        person, since = self.person, months_before(self.context.clock.today(), self._months)

        def read(uow: Reading) -> tuple[Looks, PersonName]:
            return of_person(uow, person, since), lookup.called(uow, [person])[person]

        self.live.read(read, self._show, part=LOOKS)
        self.changes.load(self.live)

    def show_older(self) -> None:
        """Show as many months more, and from a year on all."""
        self._months = self._months * 2 if self._months < 12 else 1200
        self.refresh()

    def show_looks(self) -> None:
        """Turn to who has looked."""
        self.which.set_value(LOOKS)
        self._turn()

    def print(self) -> None:
        """Show the paper of who has looked."""
        from ui.people.looks_paper import LooksPaper

        LooksPaper(self, self.context, self.person).open()

    def _build(self) -> None:
        words = self.words
        self.which = SegmentField("", ((CHANGES, words("Changes")), (LOOKS, words("Who has looked"))))
        self.which.set_value(LOOKS)
        self.chips: dict[str, QPushButton] = {}
        group = QButtonGroup(self)
        for key, text in ((ALL, words("All")), (HEALTH, words("Health")), (ANYWAY, words("Opened anyway"))):
            button = toggle(text, checked=key == ALL)
            button.clicked.connect(lambda _on, key=key: self._narrow(key))
            group.addButton(button)
            self.chips[key] = button
        self.paper = secondary(words("Print for the participant …"), self.print, icon="printer")
        self.table, self.changes = LooksTable(self.context), ChangesTable(self.context, self.person)
        for table in (self.table, self.changes):
            table.setMinimumHeight(scaled(TABLE))
        self.facts = muted("")
        self.older = hide_unless(link(words("Show older"), self.show_older), allowed=False)
        foot = row(self.facts, self.older)
        foot.setStretch(0, 1)
        self.looks = boxed(column(self.table, foot, spacing=8))
        self.stack = QStackedWidget()
        self.stack.addWidget(self.looks)
        self.stack.addWidget(self.changes)
        inner = column(flow(self.which, *self.chips.values(), self.paper), self.stack, spacing=10)
        inner.setStretch(1, 1)
        self.setLayout(column(scrolling(boxed(inner))))

    def _turn(self) -> None:
        looks = self.which.value() == LOOKS
        self.stack.setCurrentWidget(self.looks if looks else self.changes)
        self.paper.setVisible(looks)
        self._offer()

    def _narrow(self, key: str) -> None:
        self._shown = key
        self._fill()

    def _show(self, found: tuple[Looks, PersonName]) -> None:
        self._found, name = found
        if name.text:
            self.paper.setText(self.words("Print for {name} …", name=name.text.split()[0]).replace("&", "&&"))
        self._fill()

    def _fill(self) -> None:
        found, words = self._found, self.words
        if found is None:
            return
        self.table.show_looks([one for one in found.rows if _is(self._shown, one)])
        times = words.plural("{n} time", "{n} times", len(found.rows))
        people = words.plural("{n} person", "{n} people", found.people)
        sentence = words("Since {day}: {people}, {times}.", day=words.day(found.since, "long"), people=people, times=times)
        never = words("Here stands who, when and what kind of detail, never what it said.")
        self.facts.setText(f"{sentence} {never}")
        self.older.setVisible(found.older)
        self._offer()

    def _offer(self) -> None:
        """Offer what there is to choose between, with how many there are of each."""
        rows = self._found.rows if self._found is not None else ()
        counted = Counter(key for one in rows for key in (ALL, HEALTH, ANYWAY) if _is(key, one))
        looks = self.which.value() == LOOKS
        for key, button in self.chips.items():
            text = {HEALTH: N_("Health"), ANYWAY: N_("Opened anyway")}.get(key)
            if text is not None:
                button.setText("  ".join((self.words(text), str(counted[key]))))
            button.setVisible(looks and bool(key == ALL or counted[key] or button.isChecked()))


def _is(key: str, look: Look) -> bool:
    return key == ALL or (look.of_health if key == HEALTH else look.anyway)
