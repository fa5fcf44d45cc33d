"""The tab of a person's certificates: what was accepted when, and by whom it was written down."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QWidget

from jobbpunkt import certificates, programmes
from jobbpunkt.base.words import N_
from jobbpunkt.certificates import CertificateRow
from jobbpunkt.programmes import Place
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.unit_of_work import Reading
from ui import asking
from ui.certificates.dialogs import AcceptDialog, CertificatePaper, open_into_cv
from ui.context import Context
from ui.theme import scaled
from ui.widgets.buttons import hide_unless, primary, secondary
from ui.widgets.choice_fields import ChoiceField
from ui.widgets.empty import EmptyState
from ui.widgets.flow import flow
from ui.widgets.layouts import column
from ui.widgets.live import Live
from ui.widgets.row_table import Column, RowTable

Loaded = tuple[tuple[CertificateRow, ...], tuple[Place, ...]]


class CertificatesTab(QWidget):
    """Lists a person's certificates; Enter shows the paper."""

    def __init__(self, context: Context, person: UUID, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "none")
        self.context, self.words, self.person = context, context.words, person
        self.live = Live(self, context, self.refresh)
        self._build()

    def refresh(self) -> None:
        """Load the list, and the projects that the person takes part in."""
        self.live.read(lambda uow: _load(uow, self.person), self._show)

    def make(self) -> None:
        """Go through with the participant what goes into a new certificate."""
        programme = self.programme.value()
        if programme is not None:
            AcceptDialog(self, self.context, self.person, programme).open()

    def _build(self) -> None:
        words, user = self.words, self.context.user
        self.programme: ChoiceField[UUID] = ChoiceField("")
        self.programme.box.setAccessibleName(words("Project"))
        self.programme.setFixedWidth(scaled(260))
        self.new = primary(words("New certificate …"), self.make, icon="plus")
        self.print = secondary(words("Show and print"), self._print, icon="printer")
        self.into_cv = secondary(words("Put into a CV …"), self._into_cv, icon="file-text")
        self.remove = secondary(words("Remove"), self._remove, icon="trash-2")
        may = user.may(Permission.RECORD_WORK)
        for button in (self.new, self.remove):
            hide_unless(button, allowed=may)
        hide_unless(self.into_cv, allowed=user.may(Permission.EDIT_PEOPLE))
        hint = words("Work training becomes a certificate of facts, and lines in the CV. The participant accepts what goes in.")
        empty = EmptyState("file-text", words("No certificates yet"), hint)
        self.table: RowTable[CertificateRow] = RowTable(
            words, self._columns(), lambda row: row.id, empty=empty, name=words("Certificates")
        )
        self.table.opened.connect(lambda row: CertificatePaper(self, self.context, row.id).open())
        self.table.chosen.connect(self._enable)
        self._enable(None)
        self.setLayout(column(flow(self.new, self.programme, self.print, self.into_cv, self.remove), self.table, spacing=12))

    def _columns(self) -> tuple[Column[CertificateRow], ...]:
        return (
            Column(N_("Project"), lambda row: row.programme, strong=True, stretch=True),
            Column(N_("Accepted on"), lambda row: row.accepted_on),
            Column(N_("Written down by"), lambda row: row.by),
        )

    def _show(self, loaded: Loaded) -> None:
        rows, places = loaded
        offered = {place.programme_id: place.programme for place in places}
        kept = self.programme.value()
        self.programme.set_choices(list(offered.items()))
        self.programme.set_value(kept if kept in offered else next(iter(offered), None))
        self.programme.setVisible(len(offered) > 1)
        self.new.setEnabled(bool(offered))
        self.table.set_rows(rows)

    def _enable(self, row: CertificateRow | None) -> None:
        for button in (self.print, self.into_cv, self.remove):
            button.setEnabled(row is not None)

    def _print(self) -> None:
        chosen = self.table.current()
        if chosen is not None:
            CertificatePaper(self, self.context, chosen.id).open()

    def _into_cv(self) -> None:
        chosen = self.table.current()
        if chosen is not None:
            open_into_cv(self, self.context, self.person, chosen.id)

    def _remove(self) -> None:
        chosen = self.table.current()
        if chosen is not None:
            asking.write(self, self.context, lambda uow: certificates.withdraw(uow, chosen.id, chosen.version))


def _load(uow: Reading, person: UUID) -> Loaded:
    return certificates.of_person(uow, person), programmes.places(uow, person).get(person, ())
