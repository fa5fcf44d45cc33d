"""Frozen reports in the window: the pages as they were, and beside them what would be told otherwise today, and why."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from jobbpunkt import reports
from jobbpunkt.base.clock import day_of
from jobbpunkt.base.words import N_, Words
from jobbpunkt.documents.drawing import Kept
from jobbpunkt.measures import Period
from jobbpunkt.reports import FigureChange, FrozenRow, RecordRow, ReportChoice
from ui import asking
from ui.context import Context
from ui.drafts.naming import NotKept
from ui.widgets.buttons import back
from ui.widgets.choice_fields import ChoiceField
from ui.widgets.dialog import FormDialog, Work
from ui.widgets.empty import EmptyState
from ui.widgets.forms import Form, LineField
from ui.widgets.labels import heading, muted
from ui.widgets.layouts import boxed, column, row
from ui.widgets.pdf_view import PdfView
from ui.widgets.row_table import Column, RowTable


class FrozenView(QWidget):
    """Shows one frozen report at a time; `left` is emitted when one wants back to the report of today."""

    left = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context, self.words = context, context.words
        words = self.words
        self._rows: dict[UUID, FrozenRow] = {}
        self.back = back(words("To the report"), self.left.emit)
        self.name = heading(words("Frozen reports"))
        self.which: ChoiceField[UUID] = ChoiceField(words("Which"))
        self.which.changed.connect(self._load)
        self.told = muted("")
        self.paper = PdfView(words)
        self.paper.let_out_by(self._let_out)
        self.changes: RowTable[FigureChange] = RowTable(
            words,
            self._columns(),
            lambda one: one.key,
            empty=EmptyState("check", words("Nothing has changed"), words("A report of the same days would say the same today.")),
            name=words("Changed since then"),
        )
        self.records: RowTable[RecordRow] = RowTable(
            words,
            (
                Column(N_("What"), lambda one: one.title, stretch=True, strong=True),
                Column(N_("About"), lambda one: one.detail),
                Column(N_("Day"), lambda one: one.day),
            ),
            lambda one: one.key,
            empty=EmptyState("search", words("No records")),
            name=words("The records that made it change"),
        )
        self.changes.chosen.connect(self._show_records)
        self.records.opened.connect(self._open)
        hint = words("Freeze what you hand over: the pages stay as they were, and you see here what has changed since.")
        self.nothing = EmptyState("lock", words("No report has been frozen yet."), hint)
        inside = column(self.which, self.told, self.paper, heading(words("Changed since then")), spacing=8)
        inside.addWidget(self.changes)
        inside.addWidget(self.records)
        for place, share in ((2, 3), (4, 2), (5, 2)):
            inside.setStretch(place, share)
        self.some = boxed(inside)
        outer = column(row(self.back, None), self.name, self.nothing, self.some, spacing=8)
        outer.setStretch(2, 1)
        outer.setStretch(3, 1)
        self.setLayout(outer)
        self.some.hide()

    def show_rows(self, rows: tuple[FrozenRow, ...]) -> None:
        """Offer these frozen reports and show the chosen one."""
        self._rows = {one.id: one for one in rows}
        self.some.setVisible(bool(rows))
        self.nothing.setVisible(not rows)
        self.which.set_choices([(one.id, self._named(one)) for one in rows])
        self._load()

    def _named(self, one: FrozenRow) -> str:
        words, period = self.words, one.choice.period
        day, title = words.day(day_of(one.made_at), "long"), words(one.title)
        if period is None:
            return words("{title}, {day}: {note}", title=title, day=day, note=one.note)
        return words("{title} {days}, {day}: {note}", title=title, days=_days(period, words), day=day, note=one.note)

    def _columns(self) -> tuple[Column[FigureChange], ...]:
        words = self.words
        return (
            Column(N_("Figure"), lambda one: words(one.label), stretch=True, strong=True, tip=lambda one: _why(one, words)),
            Column(N_("Then"), lambda one: _number(one.before, words), align="right"),
            Column(N_("Now"), lambda one: _number(one.after, words), align="right", strong=True),
            Column(N_("Why"), lambda one: _why(one, words)),
        )

    def _load(self) -> None:
        chosen = self._rows.get(self.which.value() or UUID(int=0))
        if chosen is None:
            return
        words = self.words
        reach = words.day(chosen.data_to, "long")
        self.told.setText(words("The paper does not change. Its data reached {day}; {name} froze it.", day=reach, name=chosen.by))
        asking.read(self, self.context, lambda uow: reports.frozen_pdf(uow, chosen.id), self._show_pdf)
        asking.read(self, self.context, lambda uow: reports.frozen_changes(uow, chosen.id, words), self._show_changes)

    def _show_pdf(self, pdf: bytes) -> None:
        self.paper.show_pdf(pdf, self.words("frozen-report.pdf"), Kept(pdf))

    def _show_changes(self, found: tuple[FigureChange, ...]) -> None:
        self.records.set_rows(())
        self.changes.set_rows(found)
        if found:
            self.changes.selectRow(0)

    def _show_records(self, change: FigureChange | None) -> None:
        """Show what made a figure change, the first record ready for Enter."""
        found = () if change is None else change.came
        self.records.set_rows(found)
        if found:
            self.records.selectRow(0)

    def _let_out(self, go: Callable[[], None]) -> None:
        chosen = self.which.value()
        if chosen is not None:
            asking.write(self, self.context, lambda uow: reports.note_frozen_printed(uow, chosen), lambda _: go())

    def _open(self, record: RecordRow) -> None:
        if record.page:
            self.context.go(record.page, record.record, record.part)


def _days(period: Period, words: Words) -> str:
    """Return of which days a report is: a year, a month, or from one day to another."""
    first, last = period.first, period.last
    if period == Period.year(first.year):
        return str(first.year)
    return words.month(first) if period == Period.month(first) else f"{first} – {last}"


def _number(value: float | None, words: Words) -> str:
    return "–" if value is None else words.number(value, 1 if isinstance(value, float) else 0)


def _why(one: FigureChange, words: Words) -> str:
    """Return in words what made a figure change: records that came or changed, records that went, another meaning."""
    told = []
    if one.came:
        told.append(words.plural("{n} record new or changed", "{n} records new or changed", len(one.came)))
    if one.went:
        told.append(words.plural("{n} record gone", "{n} records gone", one.went))
    if one.is_few:
        told.append(words("hidden, so that nobody can be recognised"))
    if one.is_redefined:
        told.append(words("means something else now"))
    return ", ".join(told) or words("its groups or its target")


def freeze_dialog(parent: QWidget, context: Context, choice: ReportChoice) -> FormDialog:
    """Return the dialog that freezes a report and asks what for."""
    words = context.words
    form = Form(words)
    note = form.add("note", LineField(words("What for"), hint=words("Such as: handed to the board.")))

    def prepare() -> Work:
        why = note.value()
        return lambda uow: reports.freeze(uow, choice, words, note=why)

    told = words("The figures, what they mean, the records behind them and the pages are kept as they are now.")
    draft = NotKept("one line, which does not say of which report it was")
    title, save = words("Freeze the report"), words("Freeze")
    return FormDialog(parent, context, title, form, prepare, draft=draft, explanation=told, save=save)
