"""A field for several of many: a list to add from, and a chip for each that was chosen."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtWidgets import QWidget

from jobbpunkt.base.words import Words
from ui.widgets.buttons import secondary
from ui.widgets.choice_fields import ChoiceField
from ui.widgets.field import Field, token
from ui.widgets.layouts import boxed, clear, column, row

if TYPE_CHECKING:
    from jobbpunkt.register.drafts import Kept

V = TypeVar("V")


class ManyField(Field[tuple[V, ...]], Generic[V]):
    """Several of many, as (value, words) pairs, in the order chosen; pressing a chosen one takes it out."""

    def __init__(
        self, words: Words, label: str, choices: Sequence[tuple[V, str]], *, add: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(label, parent=parent)
        self._words, self._names = words, dict(choices)
        self._chosen: list[V] = []
        self._choose: ChoiceField[V] = ChoiceField("", choices, none=add)
        self._choose.box.activated.connect(lambda _number: self._add())
        self._chips = column(spacing=4)
        self.finish(boxed(column(self._choose, self._chips)))

    def editor(self) -> QWidget:
        """Return the list one adds from."""
        return self._choose.box

    def keep(self) -> Kept:
        """Return what was chosen."""
        return [token(value) for value in self._chosen]

    def bring_back(self, kept: Kept) -> None:
        """Choose what a draft kept, as far as it is offered."""
        known = {token(value): value for value in self._names}
        self.set_value([known[one] for one in kept if one in known])

    def as_text(self) -> str:
        """Return the words of the choices."""
        return ", ".join(self._names.get(value, "") for value in self._chosen)

    def value(self) -> tuple[V, ...]:
        """Return what was chosen."""
        return tuple(self._chosen)

    def set_value(self, value: Sequence[V]) -> None:
        """Show what is chosen."""
        self._chosen = list(value)
        self._draw()

    def _add(self) -> None:
        value = self._choose.value()
        self._choose.set_value(None)
        if value is None or value in self._chosen:
            return
        self._chosen.append(value)
        self._draw()
        self.changed.emit()

    def _take_out(self, value: V) -> None:
        self._chosen.remove(value)
        self._draw()
        self.changed.emit()
        self.setFocus()

    def _draw(self) -> None:
        clear(self._chips)
        for value in self._chosen:
            name = self._names.get(value, "")
            button = secondary(name, partial(self._take_out, value), icon="x")
            button.setAccessibleName(self._words("Take {name} out", name=name))
            self._chips.addLayout(row(button, None))
