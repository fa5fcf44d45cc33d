"""The tab of a month: what is unmarked first, hours and attendance for each person, and the sheets to sign."""

from __future__ import annotations

from datetime import date

from PySide6.QtGui import QResizeEvent

from jobbpunkt import shifts
from jobbpunkt.base.errors import UserError
from jobbpunkt.base.months import month_after, month_before
from jobbpunkt.printing import batches
from jobbpunkt.register.permissions import Permission
from jobbpunkt.shifts import Marked, Month, PersonMonth, total_share
from ui import asking
from ui.shifts import said
from ui.shifts.mark_form import mark_dialog
from ui.shifts.month_grid import MonthGrid
from ui.shifts.sheets import SheetDialog, sign_dialog
from ui.theme import scaled
from ui.widgets.batch_dialog import BatchDialog
from ui.widgets.buttons import hide_unless, icon_button, link, primary, secondary
from ui.widgets.empty import EmptyState
from ui.widgets.flow import flow
from ui.widgets.labels import PlainLabel, small
from ui.widgets.layouts import boxed, column, row
from ui.widgets.notice import Notice
from ui.work.tab import WorkTab

WRITTEN_DAYS, LOW = 3, 360


class MonthTab(WorkTab):
    """One month at a time, the one of today first."""

    month: Month | None = None

    def refresh(self) -> None:
        """Load the month."""
        programme, begins = self.programme, self._begins
        if programme is not None:
            self.live.read(lambda uow: shifts.month(uow, programme.id, begins), self._show)

    def _build(self) -> None:
        words = self.words
        self._may = self.context.user.may(Permission.RECORD_WORK)
        self._begins = self.context.clock.today().replace(day=1)
        self.before = icon_button("chevron-left", words("Month before"), lambda: self._turn_to(month_before(self._begins)))
        self.after = icon_button("chevron-right", words("Month after"), lambda: self._turn_to(month_after(self._begins)))
        self.title = PlainLabel("", "heading", wrap=False)
        self.figures = PlainLabel("", "muted")
        self.unmarked = PlainLabel("", "lacking")
        self.show_day = link(words("Show the first"), self._show_day)
        self.lacking = boxed(row(self.unmarked, self.show_day, spacing=8))
        self.lacking.layout().setStretch(0, 1)  # type: ignore[union-attr]
        self.notice = Notice(words)
        self.grid = MonthGrid(words)
        self.grid.corrected.connect(self._correct)
        self.grid.moved.connect(self._offer)
        self.empty = EmptyState("calendar-days", words("No shifts this month"), words("They are planned under The shift."))
        self.print = primary(words("Print the sheets …"), self.print_sheets, icon="printer")
        self.sheet = secondary(words("Show the sheet"), self._show_sheet, icon="eye")
        self.sign = hide_unless(secondary(words("Signed …"), self._sign, icon="check"), allowed=self._may)
        self.unsign = hide_unless(secondary(words("Not signed"), self._unsign, icon="undo-2"), allowed=self._may)
        self.waits = small("")
        explained = words(
            "Filled: present. Half: part of the shift. Letter: absence. Dotted: unmarked. Line: not enrolled. "
            "Enter on a square corrects it."
        )
        self.explained = small(explained)
        head = row(self.before, self.title, self.after, 8, self.figures, spacing=4)
        head.setStretch(head.count() - 1, 1)
        deeds = flow(self.print, self.sheet, self.sign, self.unsign)
        whole = column(head, self.lacking, self.notice, deeds, self.waits, self.grid, self.explained, self.empty, spacing=10)
        whole.setStretch(5, 1)
        whole.setStretch(7, 1)
        self.setLayout(whole)
        self.grid.setMinimumHeight(scaled(120))
        self._show_nothing()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what only explains where it is low."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        high = self.height() >= scaled(LOW)
        self.explained.setVisible(high and not self.grid.isHidden())
        self.waits.setVisible(high and bool(self.waits.text()))

    def print_sheets(self) -> None:
        """Offer to print the sheet of everybody whose days are all marked."""
        programme, words = self.programme, self.words
        if programme is not None:
            title = words("Attendance sheets {month}", month=words.month(self._begins))
            begins, chosen = self._begins, programme.id
            BatchDialog(self, self.context, title, lambda uow: batches.attendance(uow, chosen, begins, words)).open()

    def _show(self, month: Month) -> None:
        self.month = month
        words, people = self.words, tuple(person.hours for person in month.people)
        self.title.setText(words.month(month.begins).capitalize())
        share = total_share(people)
        told = [
            said.hours(words, month.minutes),
            words("{share} % attendance of the planned hours", share=words.number(round(share))) if share is not None else "",
            words.plural("{n} participant", "{n} participants", len(people)),
        ]
        self.figures.setText(" · ".join(filter(None, told)) if people else "")
        self.grid.show_month(month)
        for widget in (self.grid, self.print, self.sheet):
            widget.setVisible(bool(people))
        self.empty.setVisible(not people)
        self._say_unmarked(month)
        waiting = sum(person.sheet.is_waiting for person in month.people)
        self.waits.setText(words.plural("{n} sheet waits for marks.", "{n} sheets wait for marks.", waiting) if waiting else "")
        self.print.setEnabled(waiting < len(people))
        self._fit()
        self._offer()

    def _show_nothing(self) -> None:
        for widget in (self.lacking, self.waits, self.grid, self.explained, self.print, self.sheet, self.sign, self.unsign):
            widget.hide()

    def _say_unmarked(self, month: Month) -> None:
        words = self.words
        days = [words("{day} ({n})", day=said.short_day(words, day), n=count) for day, count in month.unfinished[:WRITTEN_DAYS]]
        more = len(month.unfinished) - WRITTEN_DAYS
        listed = ", ".join([*days, *([words("and more")] if more > 0 else [])])
        self.unmarked.setText(words("Not marked yet: {days}. The sums below lack them.", days=listed))
        self.lacking.setVisible(bool(month.unfinished))

    def _turn_to(self, month: date) -> None:
        self._begins = month
        self.live.mark_stale()

    def _chosen(self) -> PersonMonth | None:
        return self.grid.month_model.person(self.grid.currentIndex().row())

    def _offer(self) -> None:
        """Offer what fits the sheet of the chosen person."""
        person = self._chosen()
        signed = person is not None and person.sheet.id is not None
        self.sheet.setEnabled(person is not None and not person.sheet.is_waiting)
        if self._may and person is not None:
            self.sign.setVisible(not signed or person.sheet.has_changed)
            self.unsign.setVisible(signed)
            self.sign.setEnabled(not person.sheet.is_waiting)

    def _correct(self, number: int, shift: int) -> None:
        person, month = self.grid.month_model.person(number), self.month
        cell = person.cells[shift] if person is not None else None
        if month is None or person is None or cell is None or not self._may:
            return
        known = Marked(person.hours.person_id, person.hours.name, cell.mark, cell.minutes, cell.note)
        mark_dialog(self, self.context, month.shifts[shift], known).open()

    def _show_day(self) -> None:
        month = self.month
        if month is not None and month.unfinished and self.programme is not None:
            first: date = month.unfinished[0][0]
            shift = next(row.id for row in month.shifts if row.data.day == first)
            self.context.go("work", shift, "shift")

    def _show_sheet(self) -> None:
        person, programme = self._chosen(), self.programme
        if person is not None and programme is not None:
            SheetDialog(self, self.context, programme.id, person.hours.person_id, self._begins).open()

    def _sign(self) -> None:
        person, programme = self._chosen(), self.programme
        if person is not None and programme is not None:
            sign_dialog(self, self.context, programme.id, person.hours, self._begins).open()

    def _unsign(self) -> None:
        person = self._chosen()
        if person is not None and person.sheet.id is not None:
            sheet = person.sheet.id
            asking.write(self, self.context, lambda uow: shifts.unsign(uow, sheet), failed=self._refused)

    def _refused(self, error: UserError) -> None:
        self.notice.say(error.text(self.words), "bad")
