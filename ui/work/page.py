"""The page of a programme at work: which programme, its period and group, and the tabs of what is recorded."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from jobbpunkt import work
from jobbpunkt.register.unit_of_work import Reading
from jobbpunkt.work import Spot, WorkProgramme
from ui import asking
from ui.theme import scaled
from ui.widgets.choice_fields import ChoiceField
from ui.widgets.empty import EmptyState
from ui.widgets.labels import muted
from ui.widgets.page import Page
from ui.work.period import period
from ui.work.tab import WorkTab
from ui.work.tabs import TABS, TabEntry

Loaded = tuple[tuple[WorkProgramme, ...], dict[UUID, int]]


class WorkPage(Page):
    """One programme at a time, the one that runs first; each tab is made when it is first seen."""

    def _build(self) -> None:
        words = self.words
        self._programmes: tuple[WorkProgramme, ...] = ()
        self._coming: dict[UUID, int] = {}
        self._sought: UUID | None = None
        self.chosen: ChoiceField[UUID] = ChoiceField("")
        self.chosen.box.setAccessibleName(words("Project"))
        self.chosen.setMinimumWidth(scaled(220))
        self.chosen.hide()
        self.facts = muted("")
        self.name = self.header(words("Work training"), self.chosen, below=self.facts)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self._made: dict[str, WorkTab] = {}
        self._places = [self._place(words(entry.title)) for entry in TABS]
        self.empty = EmptyState(
            "sparkles", words("No project yet"), words("Add one among the projects; its group, areas and work then stand here.")
        )
        self.column.addWidget(self.tabs, 1)
        self.column.addWidget(self.empty, 1)
        self.empty.hide()

    def _connect(self) -> None:
        self.chosen.changed.connect(self._show_chosen)
        self.tabs.currentChanged.connect(lambda _: self._show_tab())

    def refresh(self) -> None:
        """Load the programmes."""
        self.live.read(_load, self._show)

    def show_record(self, record: UUID) -> None:
        """Choose a programme; or turn to where a record of one stands."""
        if any(one.id == record for one in self._programmes):
            self._choose(record)
        else:
            self._sought = record
            asking.read(self, self.context, lambda uow: work.spot(uow, record), self._turn)

    def show_part(self, part: str) -> None:
        """Turn to a tab by its key, at the record that the page was just opened at."""
        for number, entry in enumerate(TABS):
            if entry.key == part:
                self.tabs.setCurrentIndex(number)
                if self._sought is not None:
                    self._tab(entry).show_record(self._sought)

    def go_back(self) -> bool:
        """Go back to what the tab begins with."""
        return self.current() is not None and self._tab(TABS[self.tabs.currentIndex()]).go_back()

    def current(self) -> WorkProgramme | None:
        """Return the programme that is shown."""
        return next((one for one in self._programmes if one.id == self.chosen.value()), None)

    def _turn(self, spot: Spot | None) -> None:
        if spot is not None:
            self._choose(spot.programme_id)
            self.show_part(spot.tab)

    def _choose(self, programme: UUID) -> None:
        self.chosen.set_value(programme)
        self._show_chosen()

    def _show(self, loaded: Loaded) -> None:
        found, self._coming = loaded
        self._programmes = found
        kept, known = self.chosen.value(), [one.id for one in found]
        self.chosen.set_choices([(one.id, one.name) for one in found])
        self.chosen.set_value(kept if kept in known else next(iter(known), None))
        self.chosen.setVisible(len(found) > 1)
        self.tabs.setVisible(bool(found))
        self.empty.setVisible(not found)
        self._show_chosen()

    def _show_chosen(self) -> None:
        current = self.current()
        if current is None:
            return
        self.name.setText(current.name)
        self.facts.setText(" · ".join(self._facts(current)))
        self.context.named.emit("work", current.name)
        self._show_tab()

    def _facts(self, current: WorkProgramme) -> list[str]:
        words, later = self.words, self._coming.get(current.id, 0)
        told = (
            current.site,
            period(words, current, self.context.clock.today()),
            words.plural("{n} participant", "{n} participants", current.members),
            words.plural("{n} begins later", "{n} begin later", later) if later else "",
        )
        return [one for one in told if one]

    def _show_tab(self) -> None:
        current = self.current()
        if current is not None:
            self._tab(TABS[self.tabs.currentIndex()]).show_programme(current)

    def _tab(self, entry: TabEntry) -> WorkTab:
        made = self._made.get(entry.key)
        if made is None:
            made = self._made[entry.key] = entry.make(self.context)
            self._places[TABS.index(entry)].addWidget(made)
        return made

    def _place(self, title: str) -> QVBoxLayout:
        """Add an empty tab and return what its widget goes into when it is made."""
        holder = QWidget()
        place = QVBoxLayout(holder)
        place.setContentsMargins(0, 12, 0, 0)
        self.tabs.addTab(holder, title)
        return place


def _load(uow: Reading) -> Loaded:
    found, today = work.programmes(uow), uow.clock.today()
    return found, {one.id: len(work.coming(uow, one.id, today)) for one in found}
