"""The page of organisations: a table that narrows as one types, and what each took part in."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu

from jobbpunkt import organisations
from jobbpunkt.base.words import N_
from jobbpunkt.organisations import OrganisationRow
from jobbpunkt.register.index import fold
from jobbpunkt.register.permissions import Permission
from ui import asking
from ui.organisations.beside import WIDTH, OrganisationCard
from ui.organisations.form import organisation_dialog
from ui.widgets.beside import Beside
from ui.widgets.buttons import hide_unless, primary
from ui.widgets.empty import EmptyState
from ui.widgets.labels import muted
from ui.widgets.layouts import row
from ui.widgets.page import Page, part
from ui.widgets.row_table import Column, RowTable
from ui.widgets.search_line import SearchLine


class OrganisationsPage(Page):
    """Lists everybody one works with; Enter changes, the card beside tells what they took part in."""

    def _build(self) -> None:
        words = self.words
        self._rows: tuple[OrganisationRow, ...] = ()
        self._wanted: UUID | None = None
        self._may_edit = self.context.user.may(Permission.EDIT_CAMPAIGNS)
        self.new = primary(words("New organisation"), self.add, icon="plus")
        hide_unless(self.new, allowed=self._may_edit)
        self.header(words("Partner organisations"), self.new)
        self.search = SearchLine(words("Search name, contact or kind"), words("Search partners"), 420)
        self.count = muted("")
        self.empty = EmptyState("handshake", words("No partners yet"), words("Add whom you work with: employers, associations."))
        self.table: RowTable[OrganisationRow] = RowTable(
            words, self._columns(), lambda row: row.id, empty=self.empty, name=words("Partner organisations")
        )
        self.card = OrganisationCard(self.context)
        self.column.addLayout(row(self.search, None, self.count))
        self.column.addWidget(Beside(self.table, part(self.card), WIDTH, least=600, scrolls=True), 1)

    def _columns(self) -> tuple[Column[OrganisationRow], ...]:
        return (
            Column(N_("Name"), lambda row: row.name, stretch=True, strong=True),
            Column(N_("Kind"), lambda row: self.words(row.kind.label)),
            Column(N_("Campaigns"), lambda row: len(row.campaigns) or None, align="right"),
            Column(N_("Events"), lambda row: row.events or None, align="right"),
        )

    def _connect(self) -> None:
        self.search.textChanged.connect(self._narrow)
        self.table.opened.connect(self.edit)
        self.table.chosen.connect(self.card.show_row)
        self.card.edit_wanted.connect(self.edit)
        self.table.set_menu(self._fill_menu)
        QShortcut(QKeySequence("Ctrl+F"), self, self.search.setFocus)
        QShortcut(QKeySequence("Ctrl+N"), self, self.add)

    def refresh(self) -> None:
        """Load every organisation."""
        self.live.read(organisations.rows, self._show)

    def show_record(self, record: UUID) -> None:
        """Choose one organisation in the table."""
        self._wanted = record
        self.search.clear()
        self.live.mark_stale()

    def add(self) -> None:
        """Open the form for a new organisation."""
        if self._may_edit:
            dialog = organisation_dialog(self, self.context)
            dialog.saved.connect(lambda change: self.show_record(change.record))
            dialog.open()

    def edit(self, chosen: OrganisationRow) -> None:
        """Open the form for an organisation that is here."""
        if self._may_edit:
            organisation_dialog(self, self.context, chosen).open()

    def _show(self, rows: tuple[OrganisationRow, ...]) -> None:
        self._rows = rows
        self._narrow()
        if self._wanted is not None and self.table.select(self._wanted):
            self.table.setFocus()
        self._wanted = None

    def _narrow(self) -> None:
        typed = fold(self.search.text()).split()
        shown = [row for row in self._rows if all(part in self._findable(row) for part in typed)]
        self.table.set_rows(shown)
        self.count.setText(self.words.plural("{n} organisation", "{n} organisations", len(shown)))
        if typed:
            self.empty.say(self.words("Nothing matches"), self.words("Check the spelling."))
        else:
            self.empty.say(self.words("No partners yet"), self.words("Add whom you work with: employers, associations."))

    def _findable(self, row: OrganisationRow) -> str:
        return fold(" ".join((row.name, row.contact, self.words(row.kind.label), *row.campaigns)))

    def _fill_menu(self, menu: QMenu, chosen: OrganisationRow) -> None:
        if not self._may_edit:
            return
        menu.addAction(self.words("Edit")).triggered.connect(lambda: self.edit(chosen))
        menu.addAction(self.words("Remove")).triggered.connect(lambda: self._remove(chosen))

    def _remove(self, chosen: OrganisationRow) -> None:
        asking.write(self, self.context, lambda uow: organisations.remove(uow, chosen.id))
