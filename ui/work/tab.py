"""What every tab of the page has: the programme that is shown, and the way to read what stands in it."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QWidget

from jobbpunkt.work import WorkProgramme
from ui.context import Context
from ui.widgets.live import Live


class WorkTab(QWidget):
    """Base of every tab: fill it in `_build`, wire it in `_connect`, load through `self.live` in `refresh`."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context, self.words = context, context.words
        self.live = Live(self, context, self.refresh)
        self.programme: WorkProgramme | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        """Make the widgets."""

    def _connect(self) -> None:
        """Wire the widgets."""

    def refresh(self) -> None:
        """Load what stands in `self.programme`; called when it is first seen and when a noun of it changed."""

    def show_programme(self, programme: WorkProgramme) -> None:
        """Show another programme, or the same anew."""
        self.programme = programme
        self.live.mark_stale()

    def go_back(self) -> bool:
        """Go from what is open in the tab back to what it begins with; False where one is there already."""
        return False

    def show_record(self, record: UUID) -> None:
        """Show one record of the programme, such as an area or a shift."""
