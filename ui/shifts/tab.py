"""The tab of a shift: the week, who is there, and the keys."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QMenu

from jobbpunkt import shifts
from jobbpunkt.base.errors import UserError
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.unit_of_work import Reading
from jobbpunkt.shifts import Marked, ShiftOfWeek, ShiftRow, ShiftView
from jobbpunkt.work import WorkProgramme
from ui import asking
from ui.shifts.forms import cancel_dialog, open_known, open_new
from ui.shifts.legend import KeyStrip, Legend
from ui.shifts.mark_form import mark_dialog
from ui.shifts.marker import Marker
from ui.shifts.roll_card import RollCard
from ui.shifts.week_strip import WeekStrip
from ui.theme import scaled
from ui.widgets.buttons import hide_unless, icon_button, secondary
from ui.widgets.empty import EmptyState
from ui.widgets.layouts import column, row
from ui.widgets.notice import Notice
from ui.widgets.page import part, scrolling
from ui.work.tab import WorkTab

LEGEND, LEAST, FOR_REST, LOW = 264, 640, 700, 420


@dataclass(frozen=True, slots=True)
class _Loaded:
    week: tuple[ShiftOfWeek, ...]
    view: ShiftView | None


class ShiftTab(WorkTab):
    """One shift at a time, the first of the week that is not finished; every key is kept at once."""

    view: ShiftView | None = None
    _wanted: UUID | None = None
    _begins = True

    def show_programme(self, programme: WorkProgramme) -> None:
        """Show the shifts of another programme, or the same anew."""
        if self.programme is None or self.programme.id != programme.id:
            self._monday, self._wanted = _monday_of(self.context.clock.today()), None
            self.view = None
            self.roll.list.wait()
        super().show_programme(programme)

    def show_record(self, record: UUID) -> None:
        """Show a shift; a programme shows its week."""
        if self.programme is not None and record != self.programme.id:
            self._begins = True
            self._go_to(record)

    def refresh(self) -> None:
        """Load the week and the shift."""
        programme, monday, wanted = self.programme, self._monday, self._wanted
        if programme is not None:
            self.live.read(lambda uow: _load(uow, programme.id, monday, wanted), self._show, self._gone)

    def new_shift(self) -> None:
        """Open the form for a new shift, on the day of the one that is shown or in the week."""
        if self.programme is not None and self._may:
            today = self.context.clock.today()
            day = self.view.row.data.day if self.view else today if _monday_of(today) == self._monday else self._monday
            open_new(self, self.context, self.programme.id, day)

    def _build(self) -> None:
        words = self.words
        self._may = self.context.user.may(Permission.RECORD_WORK)
        self._monday = _monday_of(self.context.clock.today())
        self.marker = Marker(self.context, self.live, self)
        self.strip = WeekStrip(words)
        self.new = hide_unless(secondary(words("New shift"), self.new_shift, icon="plus"), allowed=self._may)
        self.notice = Notice(words)
        self.more = hide_unless(icon_button("ellipsis", words("More about the shift"), self._offer), allowed=self._may)
        self.roll = RollCard(words, self.more, may=self._may)
        self.legend, self.keys = Legend(words), KeyStrip(words)
        self.legend_area = part(scrolling(self.legend))
        self.empty = EmptyState(
            "calendar-days", words("No shifts this week"), words("Add one, or one for every week: then everybody can be marked.")
        )
        self.line = row(self.strip, self.new, spacing=12)
        self.line.setStretch(0, 1)
        self.work = row(part(self.roll), self.legend_area, spacing=16)
        self.work.setStretch(0, 1)
        whole = column(self.line, self.notice, self.work, self.keys, self.empty, spacing=12)
        whole.setStretch(2, 1)
        whole.setStretch(4, 1)
        self.setLayout(whole)
        self._show(_Loaded((), None))

    def _connect(self) -> None:
        self.strip.chosen.connect(self._go_to)
        self.strip.turned.connect(self._turn)
        roll = self.roll.list
        roll.marked.connect(self._keep)
        roll.rest_wanted.connect(self.mark_rest)
        roll.note_wanted.connect(self._note)
        roll.finished.connect(self._next_day)
        self.roll.rest.clicked.connect(lambda: self.mark_rest())
        self.roll.next.clicked.connect(lambda: self._next_day())
        self.legend.pressed.connect(roll.do)
        self.marker.saved.connect(self._saved)
        self.marker.refused.connect(self._refused)
        QShortcut(QKeySequence("Ctrl+N"), self, self.new_shift)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the keys under the list where there is no room beside it."""
        super().resizeEvent(event)
        self._fold()

    def mark_rest(self) -> None:
        """Mark as present who is not marked yet, and nobody else."""
        view = self.view
        if view is not None and self._may:
            asking.write(self, self.context, lambda uow: shifts.rest_present(uow, view.row.id), failed=self._refused)

    def _fold(self) -> None:
        """Set what is seen by the room there is: the legend beside the list, or its keys under it and one day at a time."""
        shown, narrow = self.view is not None, self.width() < scaled(LEAST + LEGEND)
        self.legend_area.setVisible(shown and not narrow)
        self.legend_area.setFixedWidth(scaled(LEGEND))
        self.keys.setVisible(shown and narrow and self._may)
        self.keys.set_one_line(one_line=self.height() < scaled(LOW))
        self.strip.set_narrow(narrow=narrow)
        self.roll.lend(self.line if narrow and shown else None, rest=not narrow or self.width() >= scaled(FOR_REST))
        self.new.setText("" if narrow else self.words("New shift"))
        self.line.addWidget(self.new)

    def _show(self, loaded: _Loaded) -> None:
        before, self.view = self.view, loaded.view
        view = self.view
        self._wanted = None if view is None else view.row.id
        self.strip.show_week(self._monday, loaded.week, self._wanted)
        self.empty.setVisible(view is None)
        self.roll.setVisible(view is not None)
        self._fold()
        if view is None:
            self.roll.list.forget_keys()
            return
        anew = before is None or before.row.id != view.row.id
        # The keys that waited may end the day and ask for the next one: nothing is done after them.
        self.roll.show_shift(view, self.marker.over(view), today=self.context.clock.today(), anew=anew)
        self._count()
        self._begin()

    def _begin(self) -> None:
        """Put the keyboard on who is next, once for each time that one comes here to mark; a dialog over it keeps it."""
        if self._begins and self.isVisible() and QApplication.activeModalWidget() is None:
            self.roll.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self._begins = False

    def _keep(self, before: Marked, now: Marked) -> None:
        if self.view is not None:
            self.marker.keep(self.view, before, now)
            self._count()

    def _count(self) -> None:
        people = self.roll.list.people.people
        self.legend.show_people(people)
        self.roll.count()
        self.strip.show_left(sum(person.mark is None for person in people))

    def _saved(self) -> None:
        self.roll.say_saved(self.words.moment(self.context.clock.now(), "time"))

    def _refused(self, error: UserError) -> None:
        self.notice.say(error.text(self.words), "bad")
        self.live.mark_stale()

    def _gone(self, error: UserError) -> None:
        self._wanted = None
        self.notice.say(error.text(self.words), "warn")
        self.live.mark_stale()

    def _note(self, person: Marked) -> None:
        if self.view is not None and self._may:
            mark_dialog(self, self.context, self.view.row, person, at_note=True).open()

    def _turn(self, weeks: int) -> None:
        self._monday += timedelta(weeks=weeks)
        self._wanted = None
        self.roll.list.wait()
        self.live.mark_stale()

    def _go_to(self, shift: UUID) -> None:
        """Go to a shift; the keys that come before it is there are for it."""
        self._wanted = shift
        self.notice.hide()
        self.roll.list.wait()
        self._seek(shift)

    def _seek(self, shift: UUID) -> None:
        def show(view: ShiftView) -> None:
            self._monday = _monday_of(view.row.data.day)
            self.live.mark_stale()

        asking.read(self, self.context, lambda uow: shifts.get(uow, shift), show, self._gone)

    def _next_day(self) -> None:
        """Go to the next shift that is not finished, if there is one until today."""
        programme, view = self.programme, self.view
        if programme is None or view is None:
            return
        self.roll.list.wait()

        def go(shift: UUID | None) -> None:
            if shift is None:
                self.roll.list.forget_keys()
                self.notice.say(self.words("Every shift until today is marked."), "good")
            else:
                self._go_to(shift)

        asking.read(self, self.context, lambda uow: shifts.next_unfinished(uow, programme.id, view.row.data.day), go)

    def _offer(self) -> None:
        """Offer what can be done with the shift itself."""
        view, words = self.view, self.words
        if view is None:
            return
        shift = view.row
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self.roll.rest.isHidden() and self.roll.rest.isEnabled():
            menu.addAction(words("The rest present")).triggered.connect(lambda: self.mark_rest())
        menu.addAction(words("Change the shift …")).triggered.connect(lambda: open_known(self, self.context, shift))
        if shift.cancelled:
            menu.addAction(words("Hold it after all")).triggered.connect(lambda: self._restore(shift))
        else:
            menu.addAction(words("Cancel the shift …")).triggered.connect(lambda: cancel_dialog(self, self.context, shift).open())
        menu.addAction(words("Remove the shift")).triggered.connect(lambda: self._remove(shift))
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _restore(self, shift: ShiftRow) -> None:
        asking.write(self, self.context, lambda uow: shifts.restore(uow, shift.id, shift.version), failed=self._refused)

    def _remove(self, shift: ShiftRow) -> None:
        asking.write(self, self.context, lambda uow: shifts.remove(uow, shift.id, shift.version), failed=self._refused)


def _monday_of(day: date) -> date:
    return day - timedelta(day.weekday())


def _load(uow: Reading, programme_id: UUID, monday: date, wanted: UUID | None) -> _Loaded:
    week = shifts.week(uow, programme_id, monday)
    chosen = wanted if any(one.row.id == wanted for one in week) else _first(week)
    return _Loaded(week, None if chosen is None else shifts.get(uow, chosen))


def _first(week: tuple[ShiftOfWeek, ...]) -> UUID | None:
    """Return the shift where work begins: the first that lacks marks, else the last whose day has come, else the first."""
    lacking = (one for one in week if one.is_due and one.unmarked)
    due = [one for one in week if one.is_due and not one.row.cancelled]
    found = next(lacking, due[-1] if due else next(iter(week), None))
    return None if found is None else found.row.id
