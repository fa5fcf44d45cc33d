"""What the office has chosen: whether coaches open each other's participants without a reason."""

from __future__ import annotations

from jobbpunkt.register import office
from ui import asking
from ui.context import Context
from ui.settings.card import SettingsCard
from ui.widgets.forms import TickField


class OfficeCard(SettingsCard):
    """One tick for everybody; protected people and health plans take a task or a reason all the same."""

    def __init__(self, context: Context) -> None:
        words = context.words
        explanation = words(
            "A coach opens their own participants. To open another coach's, one writes a reason, which those who"
            " ask who has looked can see. Protected people and plans for better health take a reason whatever is"
            " chosen here."
        )
        super().__init__(context, words("Who may open whom"), explanation=explanation)
        self.open = TickField(words("Coaches open each other's participants without a reason"))
        self.add(self.open)
        self.open.changed.connect(self._choose)
        self._show_chosen()

    def _show_chosen(self) -> None:
        asking.read(self, self.context, office.is_open_among_coaches, self._show)

    def _show(self, chosen: bool) -> None:  # noqa: FBT001 - the answer of a read
        self.open.blockSignals(True)
        self.open.set_value(chosen)
        self.open.blockSignals(False)

    def _choose(self) -> None:
        chosen = self.open.value()
        asking.write(self, self.context, lambda uow: office.choose(uow, open_among_coaches=chosen))
