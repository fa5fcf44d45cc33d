"""The tab of safety: introductions, chemicals and keys, one list at a time."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QButtonGroup, QStackedWidget

from jobbpunkt import safety
from jobbpunkt.safety import Need, NeedKind
from jobbpunkt.work import WorkProgramme
from ui.safety.chemicals import Chemicals
from ui.safety.introductions import Introductions
from ui.safety.keys import Keys
from ui.safety.section import Section
from ui.widgets.buttons import toggle
from ui.widgets.flow import flow
from ui.widgets.layouts import column
from ui.work.tab import WorkTab


class SafetyTab(WorkTab):
    """Three lists of one programme; each says how much of it has to be seen to."""

    _wanted: UUID | None = None

    def _build(self) -> None:
        words = self.words
        self.introductions = Introductions(self.context)
        self.chemicals = Chemicals(self.context)
        self.keys = Keys(self.context)
        self.sections: list[Section[Any]] = [self.introductions, self.chemicals, self.keys]
        group = QButtonGroup(self)
        self.chips = [toggle(words(section.title()), checked=number == 0) for number, section in enumerate(self.sections)]
        self.stack = QStackedWidget()
        for section, button in zip(self.sections, self.chips, strict=True):
            group.addButton(button)
            self.stack.addWidget(section)
        outer = column(flow(*self.chips), self.stack, spacing=12)
        outer.setStretch(1, 1)
        self.setLayout(outer)

    def _connect(self) -> None:
        for section, button in zip(self.sections, self.chips, strict=True):
            button.clicked.connect(lambda _checked, section=section: self.stack.setCurrentWidget(section))

    def show_programme(self, programme: WorkProgramme) -> None:
        """Show the lists of another programme, or of the same anew."""
        for section in self.sections:
            section.show_programme(programme.id)
        super().show_programme(programme)

    def show_record(self, record: UUID) -> None:
        """Show a key or a product that has to be seen to, in its list."""
        self._wanted = record
        self.live.mark_stale()

    def refresh(self) -> None:
        """Load what has to be seen to; each list looks after itself."""
        programme = self.programme
        if programme is not None:
            self.live.read(lambda uow: safety.needs(uow, programme.id), self._show)

    def _show(self, needs: tuple[Need, ...]) -> None:
        words, of_products = self.words, sum(need.kind is NeedKind.SHEET_MISSING for need in needs)
        counts = (0, of_products, len(needs) - of_products)
        for section, button, count in zip(self.sections, self.chips, counts, strict=True):
            title = words(section.title())
            said = words("{list}: {n} to see to", list=title, n=count) if count else title
            button.setText(said)
            button.setAccessibleName(said)
        for need in needs:
            if need.record == self._wanted:
                self._turn_to(need)

    def _turn_to(self, need: Need) -> None:
        self._wanted = None
        number = 1 if need.kind is NeedKind.SHEET_MISSING else 2
        self.chips[number].click()
        self.sections[number].show_record(need.record)
