"""Opening a plan and going back, again and again, at the pauses that ended the program before (0.15 to 0.7 s)."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from tests.soak.hands import Deed
from tests.soak.player import Player
from ui.plans.page import PlansPage

SHORTEST_MS, LONGEST_MS = 150, 700


class Flipper(Player):
    """Opens plans and goes back as many times as it was told, then stops."""

    def pause(self) -> int:
        """Return how long the plan, or the list, stays on the screen."""
        return self.rng.randint(SHORTEST_MS, LONGEST_MS)

    def chosen(self) -> Deed | None:
        """Return the opening of a plan when the list is shown, else the way back."""
        workspace = self.program.workspace
        if workspace is None:
            return None
        page: QWidget | None = workspace.current
        if not isinstance(page, PlansPage):
            return Deed("to the plans", lambda: workspace.go("plans"))
        if page.stack.currentWidget() is page.editor:
            return Deed("back", page.show_list)
        return self._opening(page)

    def _opening(self, page: PlansPage) -> Deed | None:
        model = page.list.table.model()
        if not model.rowCount():
            return None
        if self.left == 0:
            self.stop()
            return None
        self.left -= 1
        row = self.rng.choice(page.list.table.rows_model.rows)
        return Deed("open a plan", lambda: page.show_record(row.id))
