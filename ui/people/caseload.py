"""The caseload: a table that narrows as one types, filters, and a preview of the chosen person."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QWidget

from jobbpunkt.base.words import N_
from jobbpunkt.people import caseload
from jobbpunkt.people.caseload import CaseloadFilter, CaseloadRow
from jobbpunkt.register.permissions import Permission
from ui.context import Context
from ui.people.preview import WIDTH, Preview
from ui.tokens import Tone
from ui.tones import tone_of
from ui.widgets.beside import Beside
from ui.widgets.buttons import primary, secondary, toggle
from ui.widgets.empty import EmptyState
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import muted, title
from ui.widgets.layouts import column, row
from ui.widgets.live import Live
from ui.widgets.notice import Notice
from ui.widgets.page import MARGIN, part
from ui.widgets.row_table import Column, RowTable
from ui.widgets.search_line import SearchLine

# How much room the list and what is beside the list need under one another, at 100 %.
LOW = 340

SHOWN_AT_ONCE = 500
FILTERS = (
    (CaseloadFilter.MINE, N_("Mine")),
    (CaseloadFilter.ACTIVE, N_("All active")),
    (CaseloadFilter.NEW, N_("Newly enrolled")),
    (CaseloadFilter.NO_CONTACT, N_("No contact for 30 days")),
    (CaseloadFilter.WAITING, N_("Waiting")),
    (CaseloadFilter.CLOSED, N_("Closed ones")),
    (CaseloadFilter.ALL, N_("Everyone")),
)


class CaseloadView(QWidget):
    """Lists people; `opened` is emitted with the UUID of the person to show."""

    opened = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context, self.words = context, context.words
        coach = context.user.may(Permission.EDIT_PEOPLE)
        self._filter = CaseloadFilter.MINE if coach else CaseloadFilter.ACTIVE
        self.live = Live(self, context, self.refresh)
        self.notice = Notice(self.words)
        self._build()
        self._connect()

    def refresh(self) -> None:
        """Load the rows for what is typed and chosen."""
        words, shown = self.search.text(), self._filter
        self.live.read(lambda uow: caseload.caseload(uow, words=words, shown=shown, limit=SHOWN_AT_ONCE), self._show)

    def take_focus(self) -> None:
        """Put the keyboard into the table."""
        self.table.setFocus()

    def show_notice(self, text: str, tone: Tone = "neutral") -> None:
        """Show one sentence above the table."""
        self.notice.say(text, tone)

    def _build(self) -> None:
        words = self.words
        self.new = primary(words("New person"), self.add_person, icon="user-plus")
        self.hand_over = secondary(words("Hand over"), self._hand_over, icon="users")
        self.print_list = secondary(words("Print the list"), self._print_list, icon="printer")
        if not self.context.user.may(Permission.SEE_NOTES):
            self.print_list.hide()
        if not self.context.user.may(Permission.EDIT_PEOPLE):
            self.new.hide()
            self.hand_over.hide()
        self.hand_over.setEnabled(False)
        self.search = SearchLine(words("Search name, number, telephone or district"), words("Search people"), 420)
        self.count = muted("")
        self.count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.empty = EmptyState("users", words("Nobody here yet"), words("Add the first person, or choose another filter."))
        self.table: RowTable[CaseloadRow] = RowTable(
            words, self._columns(), lambda row: row.id, empty=self.empty, name=words("People"), many=True
        )
        self._hide_own_name()
        self.preview = Preview(self.context)
        outer = column(
            row(title(words("People")), None, self.print_list, self.hand_over, self.new),
            self.notice,
            row(self.search, None, self.count),
            self._filters(),
            Beside(self.table, part(self.preview), WIDTH, least=640, low=LOW),
            spacing=14,
        )
        outer.setContentsMargins(MARGIN, 24, MARGIN, 24)
        self.setLayout(outer)

    def _filters(self) -> QWidget:
        holder = QWidget()
        line = FlowLayout(spacing=6)
        self._group = QButtonGroup(self)
        offered = (
            FILTERS if self.context.user.may(Permission.EDIT_PEOPLE) else FILTERS[1:]
        )  # only coaches have people of their own
        for shown, label in offered:
            button = toggle(self.words(label), checked=shown is self._filter)
            button.clicked.connect(lambda _checked, shown=shown: self._choose(shown))
            self._group.addButton(button)
            line.addWidget(button)
        holder.setLayout(line)
        return holder

    def _columns(self) -> tuple[Column[CaseloadRow], ...]:
        words = self.words
        return (
            Column(N_("Name"), lambda row: row.name.shown(words), sort_key=lambda row: row.name.key, stretch=True, strong=True),
            Column(
                N_("Status"),
                lambda row: words(row.status.label) if row.status else words("Not enrolled"),
                tone=lambda row: tone_of(row.status),
            ),
            Column(N_("Last contact"), lambda row: row.last_contact),
            Column(N_("Next meeting"), lambda row: row.next_meeting),
            Column(N_("Coach"), lambda row: row.coach),
        )

    def _connect(self) -> None:
        self._typing = QTimer(self, singleShot=True, interval=60)
        self._typing.timeout.connect(self.refresh)
        self.search.textEdited.connect(lambda _text: self._typing.start())
        self.search.returnPressed.connect(self._open_first)
        self.table.opened.connect(lambda row: self.opened.emit(row.id))
        self.table.chosen.connect(self._on_chosen)
        self.preview.opened.connect(self.opened)
        QShortcut(QKeySequence("Ctrl+F"), self, self._focus_search)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Print), self, self._print_list)
        QShortcut(QKeySequence("Ctrl+N"), self, self.add_person)

    def _show(self, rows: tuple[CaseloadRow, ...]) -> None:
        self.table.set_rows(rows)
        shown = self.words.plural("{n} person", "{n} people", len(rows))
        if len(rows) == SHOWN_AT_ONCE:
            shown = self.words("The first {n}: type to find the others", n=SHOWN_AT_ONCE)
        self.count.setText(shown)
        if self.search.text().strip():
            self.empty.say(self.words("Nobody matches"), self.words("Check the spelling, or search among everyone."))
        else:
            self.empty.say(self.words("Nobody here yet"), self.words("Add the first person, or choose another filter."))

    def _choose(self, shown: CaseloadFilter) -> None:
        self._filter = shown
        self._hide_own_name()
        self.refresh()

    def _hide_own_name(self) -> None:
        """Leave out the coach's column among one's own people: it would say the same in every row."""
        self.table.setColumnHidden(len(self._columns()) - 1, self._filter is CaseloadFilter.MINE)

    def _on_chosen(self, row: CaseloadRow | None) -> None:
        self.hand_over.setEnabled(any(chosen.case_id for chosen in self.table.selected()))
        self.preview.show_person(row)

    def _open_first(self) -> None:
        if self.table.rows:
            self.opened.emit((self.table.current() or self.table.rows[0]).id)

    def _focus_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def add_person(self) -> None:
        """Open the form for a new person; they are shown when they have been saved."""
        if not self.context.user.may(Permission.EDIT_PEOPLE):
            return
        from ui.people.person_form import new_person_dialog

        dialog = new_person_dialog(self, self.context)
        dialog.saved.connect(lambda change: self.opened.emit(change.record))
        dialog.open()

    def _print_list(self) -> None:
        """Show the coach's own participants as a list to print."""
        from ui.people.list_dialog import ListDialog

        if self.context.user.may(Permission.SEE_NOTES):
            dialog = ListDialog(self, self.context)
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

    def _hand_over(self) -> None:
        from ui.people.hand_over import HandOverDialog

        cases = [row.case_id for row in self.table.selected() if row.case_id is not None]
        HandOverDialog.ask(self, self.context, cases)
