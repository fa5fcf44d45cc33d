"""The card of covers in the settings: who covers for oneself, and for whom one covers."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from jobbpunkt import cases, covers
from jobbpunkt.covers import CoverRow
from ui import asking
from ui.context import Context
from ui.covers.forms import Coaches, cover_dialog
from ui.settings.card import SettingsCard
from ui.widgets.buttons import quiet, secondary
from ui.widgets.labels import muted, text
from ui.widgets.layouts import clear, column, row
from ui.widgets.live import Live


class CoversCard(SettingsCard):
    """Lists the covers that have not ended; one's own can be changed and taken back."""

    def __init__(self, context: Context) -> None:
        words = context.words
        explanation = words("Who covers for you opens your participants as their own in those days, and nobody asks them why.")
        self.new = secondary(words("Say who covers"), self.say, icon="plus")
        super().__init__(context, words("Covering"), self.new, explanation=explanation)
        self.rows = column(spacing=8)
        self.add(self.rows)
        self.live = Live(self, context, self.refresh)

    def refresh(self) -> None:
        """Show the covers as they are now."""
        self.live.read(covers.current, self._show)

    def say(self) -> None:
        """Ask who covers, and when."""
        self._ask(None)

    def _ask(self, cover: CoverRow | None) -> None:
        def show(coaches: Coaches) -> None:
            others = tuple(one for one in coaches if one[0] != self.context.user.id)
            cover_dialog(self, self.context, others, cover).open()

        asking.read(self, self.context, cases.coaches, show)

    def _show(self, found: tuple[CoverRow, ...]) -> None:
        clear(self.rows)
        if not found:
            self.rows.addWidget(muted(self.words("Nobody covers for you, and you cover for nobody.")))
        for one in found:
            self.rows.addLayout(self._line(one))

    def _line(self, one: CoverRow) -> QHBoxLayout:
        words = self.words
        days = {"first": words.day(one.starts_on, "long"), "last": words.day(one.ends_on, "long")}
        if one.for_them:
            return _wide(text(words("You cover for {name} from {first} to {last}", name=one.colleague, **days)))
        said = text(words("From {first} to {last} you are covered by {name}", name=one.colleague, **days))
        change = quiet(words("Change"), lambda: self._ask(one), icon="pencil")
        take_back = quiet(words("Remove"), lambda: self._take_back(one), icon="x")
        return _wide(said, change, take_back)

    def _take_back(self, one: CoverRow) -> None:
        asking.write(self, self.context, lambda uow: covers.remove(uow, one.id, one.version))


def _wide(said: QWidget, *buttons: QWidget) -> QHBoxLayout:
    """Return a line whose words take all the room that its buttons leave."""
    line = row(said, *buttons)
    line.setStretch(0, 1)
    return line
