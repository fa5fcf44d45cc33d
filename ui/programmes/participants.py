"""Who takes part in a programme, its period with its extensions, and the number that its leaders state."""

from __future__ import annotations

from decimal import Decimal
from functools import partial

from PySide6.QtWidgets import QWidget

from jobbpunkt import programmes
from jobbpunkt.base.words import N_
from jobbpunkt.printing import batches
from jobbpunkt.programmes import Extension, Participation, ProgrammePartner, ProgrammeView
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.unit_of_work import Reading
from models.vocabulary import ProgrammeKind
from ui import asking
from ui.context import Context
from ui.plans.offer import OFFER
from ui.programmes import forms
from ui.programmes.changeable_line import changeable_line
from ui.programmes.partner_form import change_partner_dialog, open_partner_form
from ui.theme import scaled
from ui.widgets.batch_dialog import BatchDialog
from ui.widgets.buttons import hide_unless, primary, secondary
from ui.widgets.choice_fields import ChoiceField
from ui.widgets.empty import EmptyState
from ui.widgets.flow import flow
from ui.widgets.labels import muted
from ui.widgets.layouts import boxed, column
from ui.widgets.live import Live
from ui.widgets.page import scrolling
from ui.widgets.row_list import Row, RowList
from ui.widgets.row_table import Column, RowTable

Loaded = tuple[tuple[ProgrammeView, ...], dict[object, tuple[Participation, ...]]]


class ParticipantsTab(QWidget):
    """One programme at a time; Enter opens the person."""

    title = N_("Programmes")

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context, self.words = context, context.words
        self.live = Live(self, context, self.refresh)
        self._programmes: tuple[ProgrammeView, ...] = ()
        self._people: dict[object, tuple[Participation, ...]] = {}
        self._build()

    def refresh(self) -> None:
        """Load the programmes and those who take part."""
        self.live.read(_load, self._show)

    def print_plans(self) -> None:
        """Offer to print every ongoing plan of those who take part in the chosen programme."""
        current, words = self._current(), self.words
        if current is not None:
            title = words("Print all plans of {programme}", programme=current.data.name)
            programme = current.id
            BatchDialog(self, self.context, title, lambda uow: batches.plans_of_programme(uow, programme, words), OFFER).open()

    def _build(self) -> None:
        words = self.words
        lead, coach = self.context.user.may(Permission.EDIT_EVENTS), self.context.user.may(Permission.EDIT_PEOPLE)
        self.chosen: ChoiceField[object] = ChoiceField("")
        self.chosen.box.setAccessibleName(words("Programme"))
        self.chosen.setFixedWidth(scaled(300))
        self.chosen.changed.connect(self._show_chosen)
        self.add = primary(words("Add participant"), lambda: self._with(forms.enrol_dialog), icon="user-plus")
        self.leave = secondary(words("Days"), self._leave)
        self.remove = secondary(words("Remove"), self._remove, icon="trash-2")
        self.change = secondary(words("Change"), lambda: self._with(forms.programme_dialog), icon="pencil")
        self.extend = secondary(words("Extend"), lambda: self._with(forms.extend_dialog), icon="calendar-days")
        self.state = secondary(words("State the number"), lambda: self._with(forms.state_dialog))
        self.new = secondary(words("New programme"), lambda: forms.programme_dialog(self, self.context).open(), icon="plus")
        self.join = secondary(words("Add a partner"), self._join, icon="handshake")
        self.copy = secondary(words("Copy to a new district"), lambda: self._with(forms.copy_dialog), icon="copy")
        self.print = secondary(words("Print all plans …"), self.print_plans, icon="printer")
        hide_unless(self.print, allowed=self.context.user.may(Permission.SEE_PLANS))
        for button in (self.add, self.leave, self.remove):
            hide_unless(button, allowed=coach)
        for button in (self.change, self.extend, self.state, self.join, self.copy, self.new):
            hide_unless(button, allowed=lead)
        self.facts = muted("")
        empty = EmptyState("users", words("Nobody takes part yet"), words("Add those who take part."))
        self.table: RowTable[Participation] = RowTable(
            words, self._columns(), lambda row: row.id, empty=empty, name=words("Participants of the programme")
        )
        self.table.opened.connect(lambda chosen: self.context.go("people", chosen.person_id))
        of_programme = flow(self.chosen, self.change, self.extend, self.state, self.join, self.copy, self.new)
        of_people = flow(self.print, self.remove, self.leave, self.add)
        self.extensions = RowList()
        outer = column(of_programme, self.facts, self.extensions, of_people, self.table, spacing=12)
        outer.setStretch(4, 1)
        self.table.setMinimumHeight(scaled(160))
        inner = boxed(outer)
        outer.setContentsMargins(0, 12, 0, 0)
        self.setLayout(column(scrolling(inner)))

    def _columns(self) -> tuple[Column[Participation], ...]:
        words = self.words
        return (
            Column(N_("Name"), lambda row: row.name.shown(words), sort_key=lambda row: row.name.key, stretch=True, strong=True),
            Column(N_("From"), lambda row: row.starts_on),
            Column(N_("Last day"), lambda row: row.ends_on),
        )

    def _show(self, loaded: Loaded) -> None:
        self._programmes, self._people = loaded
        kept = self.chosen.value()
        self.chosen.set_choices([(found.id, found.data.name) for found in self._programmes])
        known = [found.id for found in self._programmes]
        self.chosen.set_value(kept if kept in known else next(iter(known), None))
        self._show_chosen()

    def _current(self) -> ProgrammeView | None:
        return next((found for found in self._programmes if found.id == self.chosen.value()), None)

    def _show_chosen(self) -> None:
        current = self._current()
        for button in (self.add, self.leave, self.remove, self.change, self.extend, self.state, self.join, self.copy, self.print):
            button.setEnabled(current is not None)
        self.table.set_rows(self._people.get(current.id, ()) if current else ())
        self.facts.setText("   ·   ".join(self._facts(current)) if current else self.words("No programme yet."))
        self.extensions.show_rows(self._lines(current) if current else [])

    def _lines(self, current: ProgrammeView) -> list[Row]:
        """Return a line for each partner and each decision to go on longer."""
        partners: list[Row] = [(one.id, partial(self._partner, one)) for one in current.partners]
        return partners + [(one.id, partial(self._extension, current, one)) for one in current.extensions]

    def _partner(self, known: ProgrammePartner) -> QWidget:
        parts = (known.name, self.words(known.role.label), known.responsibility)

        def change() -> None:
            change_partner_dialog(self, self.context, known).open()

        def remove() -> None:
            asking.write(self, self.context, lambda uow: programmes.remove_partner(uow, known.id, known.version))

        said = "   ·   ".join(part for part in parts if part)
        return changeable_line(self.words, said, change, remove, may=self.context.user.may(Permission.EDIT_EVENTS))

    def _extension(self, programme: ProgrammeView, known: Extension) -> QWidget:
        words = self.words
        parts = [words("extended until {day}", day=words.last_day(known.new_end)), known.reason]
        if known.decided_on is not None:
            parts.append(words("decided on {day}", day=words.day(known.decided_on, "long")))

        def change() -> None:
            forms.extend_dialog(self, self.context, programme, known).open()

        def remove() -> None:
            asking.write(self, self.context, lambda uow: programmes.remove_extension(uow, known.id, known.version))

        said = "   ·   ".join(part for part in parts if part)
        return changeable_line(words, said, change, remove, may=self.context.user.may(Permission.EDIT_EVENTS))

    def _facts(self, current: ProgrammeView) -> list[str]:
        words, data = self.words, current.data
        facts = [words(data.kind.label), *([data.site] if data.site else [])]
        if data.ends_on is not None:
            facts.append(words("until {day}", day=words.last_day(data.ends_on)))
        if data.kind is not ProgrammeKind.WORK:
            return [*facts, *(told for told in (data.goal, data.method) if told)]
        stated = words("not stated") if current.stated is None else words.number(Decimal(current.stated))
        facts.append(words("number of participants as stated: {number}", number=stated))
        return facts

    def _with(self, dialog: forms.ProgrammeDialog) -> None:
        current = self._current()
        if current is not None:
            dialog(self, self.context, current).open()

    def _join(self) -> None:
        current = self._current()
        if current is not None:
            open_partner_form(self, self.context, current)

    def _leave(self) -> None:
        chosen = self.table.current()
        if chosen is not None:
            forms.leave_dialog(self, self.context, chosen).open()

    def _remove(self) -> None:
        chosen = self.table.current()
        if chosen is not None:
            key, version = chosen.id, chosen.version
            asking.write(self, self.context, lambda uow: programmes.remove_participation(uow, key, version))


def _load(uow: Reading) -> Loaded:
    found = programmes.programmes(uow)
    return found, {programme.id: programmes.participants(uow, programme.id) for programme in found}
