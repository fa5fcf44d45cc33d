"""Who was introduced to what."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from jobbpunkt import safety
from jobbpunkt.base.words import N_
from jobbpunkt.register.unit_of_work import Reading
from jobbpunkt.safety import IntroductionView
from ui import asking
from ui.safety.forms import introduction_dialog
from ui.safety.section import Section
from ui.widgets.empty import EmptyState
from ui.widgets.row_table import Column


class Introductions(Section[IntroductionView]):
    """The introductions of a programme, the latest first."""

    def title(self) -> str:
        """Return what the list is called."""
        return N_("Introductions")

    def adds(self) -> str:
        """Return what the button says that adds a row."""
        return N_("New introduction")

    def nothing(self) -> EmptyState:
        """Return what stands where there is nothing yet."""
        hint = self.words("Note who was shown a product or a machine, or how to work alone, before they do it themselves.")
        return EmptyState("shield-check", self.words("No introductions yet"), hint)

    def columns(self) -> Sequence[Column[IntroductionView]]:
        """Return the columns."""
        words = self.words
        return (
            Column(N_("Participant"), lambda row: row.name.shown(words), sort_key=lambda row: row.name.key, strong=True),
            Column(N_("Introduction to"), lambda row: words(row.data.kind.label)),
            Column(N_("Product or machine"), lambda row: row.data.what, stretch=True),
            Column(N_("Day"), lambda row: row.data.given_on),
            Column(N_("Given by"), lambda row: row.by),
        )

    def read(self, uow: Reading, programme: UUID) -> tuple[IntroductionView, ...]:
        """Return the rows."""
        return safety.introductions(uow, programme)

    def form(self, programme: UUID, row: IntroductionView | None) -> None:
        """Open the form of an introduction, or for a new one."""
        self.with_group(programme, lambda group: introduction_dialog(self, self.context, programme, group, row).open())

    def remove_row(self, row: IntroductionView) -> None:
        """Take an introduction away."""
        asking.write(self, self.context, lambda uow: safety.remove_introduction(uow, row.id, row.version))
