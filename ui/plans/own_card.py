"""What only plans of this kind ask: the fields that hold something, and the rest to be taken out one by one."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from jobbpunkt.base import reference
from jobbpunkt.base.words import N_
from jobbpunkt.plans import OWN, OwnField, PlanView, Sought
from models.vocabulary import PlanKind
from ui.plans.store import PlanStore
from ui.widgets.buttons import quiet
from ui.widgets.card import Card
from ui.widgets.completing import completer
from ui.widgets.field import Field
from ui.widgets.flow import flow
from ui.widgets.forms import LineField, LongTextField
from ui.widgets.growing import growing
from ui.widgets.labels import muted, small

TITLES = {
    PlanKind.CAREER: (N_("Occupations and merits"), ""),
    PlanKind.PERSONAL: (N_("Parts of life"), N_("All of it is optional: take out what the person wants to talk about.")),
    PlanKind.HEALTH: (N_("How the person feels"), N_("Only what the person raises. Write no diagnoses.")),
}
OCCUPATIONS = ("occupation_a", "occupation_b", "occupation_c")


class OwnCard(Card):
    """The fields are saved with the situation, which is the same record; `fields` are those of every kind, by name."""

    def __init__(self, store: PlanStore, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent=parent)
        self.words, self.store = store.context.words, store
        self.hint = muted("")
        self.add(self.hint)
        self.fields: dict[str, Field[Any]] = {}
        self.offers: dict[str, QPushButton] = {}
        self._kind = PlanKind.CAREER
        for kind in PlanKind:
            for own in OWN[kind]:
                self._make(own)
        self.sought = small("")
        self.add(self.sought)
        self.add(flow(*self.offers.values(), spacing=4))
        names = reference.occupations()
        for name in OCCUPATIONS:
            line = self.fields[name].editor()
            if isinstance(line, QLineEdit):
                line.setCompleter(completer(names, line))

    def show_plan(self, view: PlanView, *, enabled: bool) -> None:
        """Show what a plan's kind asks; called when the values stand in the fields."""
        self._kind = view.kind
        title, hint = TITLES[view.kind]
        if self.heading is not None:
            self.heading.setText(self.words(title))
        self.hint.setText(self.words(hint) if hint else "")
        self.hint.setVisible(bool(hint))
        self.sought.setText(self._told(view.sought) if view.sought else "")
        self.sought.setVisible(view.sought is not None)
        asked = {own.name: own for own in OWN[view.kind]}
        for name, field in self.fields.items():
            own = asked.get(name)
            shown = own is not None and (own.always or bool(field.keep()) or (field.isVisibleTo(self) and field.hasFocus()))
            self._show(name, shown=shown, offered=own is not None and enabled)

    def values(self, values: Mapping[str, Any]) -> dict[str, str]:
        """Return, of a form's values, what the shown plan's kind asks."""
        return {own.name: values[own.name] for own in OWN[self._kind]}

    def _make(self, own: OwnField) -> None:
        label = self.words(own.label)
        field: Field[Any] = growing(LongTextField(label)) if own.is_long else LineField(label)
        field.changed.connect(partial(self._show, own.name, shown=True, offered=True))
        self.fields[own.name] = field
        self.add(field)
        self.offers[own.name] = quiet(label, partial(self._take_out, own.name), icon="plus")

    def _show(self, name: str, *, shown: bool, offered: bool) -> None:
        self.fields[name].setVisible(shown)
        self.offers[name].setVisible(offered and not shown)

    def _take_out(self, name: str) -> None:
        self._show(name, shown=True, offered=True)
        self.fields[name].editor().setFocus()

    def _told(self, sought: Sought) -> str:
        words = self.words
        sent = words.plural("{n} application sent", "{n} applications sent", sought.applications)
        papers = [words("{title}, version {number}", title=title, number=number) for title, number in sought.papers]
        return words("Counted from the register: {facts}", facts="; ".join([sent, *papers]))
