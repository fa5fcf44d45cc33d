"""Which key is with whom, and the receipt for it."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QPushButton

from jobbpunkt import safety
from jobbpunkt.base.words import N_
from jobbpunkt.register.unit_of_work import Reading
from jobbpunkt.safety import ReceiptView
from ui import asking
from ui.safety.forms import receipt_dialog
from ui.safety.papers import KeyReceiptPaper
from ui.safety.section import Section
from ui.tokens import Tone
from ui.widgets.buttons import hide_unless, secondary
from ui.widgets.empty import EmptyState
from ui.widgets.row_table import Column


class Keys(Section[ReceiptView]):
    """The keys of a programme, those that are out first."""

    def title(self) -> str:
        """Return what the list is called."""
        return N_("Keys")

    def adds(self) -> str:
        """Return what the button says that adds a row."""
        return N_("Hand out a key")

    def nothing(self) -> EmptyState:
        """Return what stands where there is nothing yet."""
        hint = self.words("Note each key that somebody gets, print the receipt and sign it together.")
        return EmptyState("key-round", self.words("No key is handed out"), hint)

    def further(self) -> tuple[QPushButton, ...]:
        """Return the buttons that take a key back and print its receipt."""
        self.back = secondary(self.words("Is back"), lambda: self.with_chosen(self._take_back), icon="check")
        self.print = secondary(self.words("Print the receipt"), self._print, icon="printer")
        hide_unless(self.back, allowed=self.may)
        return self.back, self.print

    def columns(self) -> Sequence[Column[ReceiptView]]:
        """Return the columns."""
        words = self.words
        return (
            Column(N_("Which key"), lambda row: row.data.key, stretch=True, strong=True),
            Column(N_("Participant"), lambda row: row.name.shown(words), sort_key=lambda row: row.name.key),
            Column(N_("Handed out on"), lambda row: row.data.given_on),
            Column(N_("Back by"), lambda row: row.data.due_on),
            Column(N_("Where it is"), self._where, tone=self._tone),
        )

    def read(self, uow: Reading, programme: UUID) -> tuple[ReceiptView, ...]:
        """Return the rows."""
        return safety.receipts(uow, programme)

    def form(self, programme: UUID, row: ReceiptView | None) -> None:
        """Open the form of a key receipt, or for a key to be handed out."""
        self.with_group(programme, lambda group: receipt_dialog(self, self.context, programme, group, row).open())

    def remove_row(self, row: ReceiptView) -> None:
        """Take a key receipt away."""
        asking.write(self, self.context, lambda uow: safety.remove_receipt(uow, row.id, row.version))

    def enable(self, row: ReceiptView | None) -> None:
        """Let a key come back that is out."""
        super().enable(row)
        self.back.setEnabled(row is not None and row.data.returned_on is None)

    def _where(self, row: ReceiptView) -> str:
        words, day = self.words, row.data.returned_on
        if day is not None:
            return words("back {day}", day=day)
        return words("overdue") if row.late(self.context.clock.today()) else words("out")

    def _tone(self, row: ReceiptView) -> Tone:
        if row.data.returned_on is not None:
            return "neutral"
        return "bad" if row.late(self.context.clock.today()) else "accent"

    def _take_back(self, row: ReceiptView) -> None:
        asking.write(self, self.context, lambda uow: safety.take_back(uow, row.id, row.version))

    def _print(self) -> None:
        chosen = self.table.current()
        if chosen is not None:
            KeyReceiptPaper(self, self.context, chosen.id).open()
