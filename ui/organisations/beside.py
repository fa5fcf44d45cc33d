"""The card beside the table of organisations: who is chosen, and what they took part in."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from jobbpunkt import organisations
from jobbpunkt.base.fields import facts
from jobbpunkt.organisations import OrganisationRow, TookPart
from jobbpunkt.organisations.fields import FIELDS
from jobbpunkt.register.permissions import Permission
from ui.context import Context
from ui.widgets.buttons import hide_unless, link, secondary
from ui.widgets.card import Card
from ui.widgets.chips import chip
from ui.widgets.labels import heading, muted, small, text
from ui.widgets.layouts import clear, column, row
from ui.widgets.live import Live

WIDTH = 320


class OrganisationCard(Card):
    """Shows one organisation; `edit_wanted` is emitted with it."""

    edit_wanted = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.context, self.words = context, context.words
        self._row: OrganisationRow | None = None
        self.parts = column(spacing=6)
        self.live = Live(self, context, self.refresh)
        self.hide()

    def refresh(self) -> None:
        """Load anew what the organisation took part in."""
        chosen = self._row
        if chosen is not None:
            self.live.read(lambda uow: organisations.took_part(uow, chosen.id), self._show_parts)

    def show_row(self, chosen: OrganisationRow | None) -> None:
        """Show another organisation; none hides the card."""
        self._row = chosen
        self.setVisible(chosen is not None)
        if chosen is None:
            return
        clear(self.body)
        self.add(heading(chosen.name))
        self.add(row(chip(self.words(chosen.kind.label)), None))
        for group in facts(FIELDS, chosen, self.words):
            for label, value in group.facts:
                if value:
                    self.add(column(small(label), text(value), spacing=1))
        edit = secondary(self.words("Edit"), lambda: self.edit_wanted.emit(chosen), icon="pencil")
        hide_unless(edit, allowed=self.context.user.may(Permission.EDIT_CAMPAIGNS))
        self.add(row(edit, None))
        self.parts = column(spacing=6)
        self.add(self.parts)
        self.body.addStretch(1)
        self.live.mark_stale()

    def _show_parts(self, found: tuple[TookPart, ...]) -> None:
        clear(self.parts)
        self.parts.addWidget(small(self.words("Took part in")))
        if not found:
            self.parts.addWidget(muted(self.words("Nothing yet")))
        for part in found:
            opener = link(part.title, partial(self.context.go, part.page, part.record))
            told = " · ".join(filter(None, ("" if part.day is None else self.words.day(part.day), part.role)))
            self.parts.addLayout(column(row(opener, None), muted(told), spacing=0))
