"""What a person lives on when an enrolment ends, beside what it was before."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from jobbpunkt.cases import livelihood
from models.vocabulary import Livelihood
from ui.context import Context
from ui.people.case_forms import livelihood_field
from ui.people.closing.part import Part
from ui.widgets.labels import muted


class LivingPart(Part):
    """One field for what it is now; what it was before stands above it, where anybody asked."""

    def __init__(self, context: Context, before: tuple[Livelihood, ...], parent: QWidget | None = None) -> None:
        super().__init__(context, 4, context.words("Livelihood"), parent)
        words = self.words
        self._before = before
        if before:
            self.add(muted(words("Before: {what}", what=livelihood.in_words(before, words))))
        self.after = livelihood_field(words, words("Livelihood after"))
        self.after.name = "after"
        self.after.changed.connect(self.changed)
        self.add(self.after)

    def in_short(self) -> str:
        """Return what it was and what it is, in words; nothing where nobody said what it is now."""
        now = self.after.value()
        if not now:
            return ""
        return " → ".join(livelihood.in_words(chosen, self.words) for chosen in (self._before, now) if chosen)
