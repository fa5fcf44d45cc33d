"""The card of suggestions in the settings: goals and steps that plans are offered, by kind of plan."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QButtonGroup, QMenu, QPushButton

from jobbpunkt import suggestions
from jobbpunkt.base.words import N_
from jobbpunkt.suggestions import SuggestionRow
from models.vocabulary import PlanKind
from ui import asking
from ui.context import Context
from ui.settings.card import SettingsCard
from ui.suggestions.forms import goal_dialog, goal_of, step_dialog, words_dialog
from ui.widgets.buttons import quiet, secondary, toggle
from ui.widgets.flow import flow
from ui.widgets.live import Live
from ui.widgets.row_table import Column, RowTable

HEIGHT = 340


class SuggestionsCard(SettingsCard):
    """Adds, rewords and retires; plans that took a suggestion keep their own words."""

    def __init__(self, context: Context) -> None:
        words = context.words
        explanation = words("Offered while one types a goal or a step. Plans that have taken a suggestion keep their own words.")
        add = secondary(words("New goal"), self.add_goal, icon="plus")
        super().__init__(context, words("Suggestions for plans"), add, explanation=explanation)
        self.live = Live(self, context, self.refresh)
        self._rows: tuple[SuggestionRow, ...] = ()
        self._kind = PlanKind.CAREER
        self.kinds = QButtonGroup(self)
        buttons = [self._of_kind(kind) for kind in PlanKind]
        self.add(flow(*buttons))
        self.table = RowTable[SuggestionRow](words, self._columns(), lambda row: row.id, name=words("Suggestions for plans"))
        self.table.setMinimumHeight(HEIGHT)
        self.add(self.table)
        self._step = quiet(words("New step"), self._on_current(self.add_step), icon="plus")
        self._change = quiet(words("Change"), self._on_current(self.change), icon="pencil")
        self.retire = quiet(words("Offer no longer"), self._on_current(self.toggle), icon="x")
        self.add(flow(self._step, self._change, self.retire))
        self.table.opened.connect(self.change)
        self.table.chosen.connect(self._offer)
        self.table.set_menu(self._fill_menu)
        self._offer(None)

    def refresh(self) -> None:
        """Show the library as it is now."""
        self.live.read(suggestions.library, self._show)

    def add_goal(self) -> None:
        """Ask for a goal to suggest."""
        goal_dialog(self, self.context, self._kind).open()

    def add_step(self, row: SuggestionRow) -> None:
        """Ask for a step to suggest, of the goal that is chosen or to which the chosen step belongs."""
        step_dialog(self, self.context, goal_of(self._rows, row)).open()

    def change(self, row: SuggestionRow) -> None:
        """Ask for other words."""
        words_dialog(self, self.context, row).open()

    def toggle(self, row: SuggestionRow) -> None:
        """Offer a suggestion no longer, or again."""
        write = suggestions.bring_back if row.is_retired else suggestions.retire
        asking.write(self, self.context, lambda uow: write(uow, row.id))

    def _of_kind(self, kind: PlanKind) -> QPushButton:
        button = toggle(self.words(kind.label), checked=kind is self._kind)
        button.clicked.connect(lambda _checked: self._narrow(kind))
        self.kinds.addButton(button)
        return button

    def _narrow(self, kind: PlanKind) -> None:
        self._kind = kind
        self._show(self._rows)

    def _show(self, rows: tuple[SuggestionRow, ...]) -> None:
        self._rows = rows
        self.table.set_rows([row for row in rows if row.kind is self._kind])

    def _columns(self) -> tuple[Column[SuggestionRow], ...]:
        words = self.words
        return (
            Column(N_("Goal"), lambda row: row.goal or row.text, stretch=True),
            Column(N_("Step"), lambda row: row.text if row.goal_id else "", stretch=True),
            Column(
                N_("Offered"),
                lambda row: words("No") if row.is_retired else words("Yes"),
                tone=lambda row: "neutral" if row.is_retired else "good",
            ),
        )

    def _on_current(self, act: Callable[[SuggestionRow], None]) -> Callable[[], None]:
        def pressed() -> None:
            row = self.table.current()
            if row is not None:
                act(row)

        return pressed

    def _offer(self, row: SuggestionRow | None) -> None:
        for button in (self._step, self._change, self.retire):
            button.setEnabled(row is not None)
        self.retire.setText(self._toggling(row))

    def _toggling(self, row: SuggestionRow | None) -> str:
        return self.words("Offer again") if row is not None and row.is_retired else self.words("Offer no longer")

    def _fill_menu(self, menu: QMenu, row: SuggestionRow) -> None:
        menu.addAction(self.words("New step"), lambda: self.add_step(row))
        menu.addAction(self.words("Change"), lambda: self.change(row))
        menu.addAction(self._toggling(row), lambda: self.toggle(row))
