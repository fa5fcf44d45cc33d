"""Counting on site: big buttons, digits, undo, the latest counts, feedback, visitors by name and exhibitors."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jobbpunkt import campaigns
from jobbpunkt.base.errors import UserError
from jobbpunkt.campaigns import Answers, Campaign, Entry, Results, Week
from jobbpunkt.register.arriving import is_field
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.unit_of_work import Reading
from ui import asking, messages
from ui.campaigns.count_forms import several_dialog
from ui.campaigns.feedback_card import FeedbackCard
from ui.campaigns.latest_counts import WIDTH as LATEST_WIDTH
from ui.campaigns.latest_counts import LatestCounts
from ui.campaigns.read import week_name
from ui.campaigns.reflow import Reflow
from ui.campaigns.stand_lines import ExhibitorsDialog
from ui.campaigns.tile import CountButton
from ui.campaigns.visitor_form import open_visitor_form
from ui.context import Context
from ui.theme import scaled
from ui.widgets.beside import Beside
from ui.widgets.buttons import hide_unless, secondary
from ui.widgets.choice_fields import ChoiceField
from ui.widgets.empty import EmptyState
from ui.widgets.flow import flow
from ui.widgets.labels import muted
from ui.widgets.layouts import boxed, column
from ui.widgets.live import Live
from ui.widgets.page import part, scrolling

if TYPE_CHECKING:
    from jobbpunkt.base.changes import Change
    from jobbpunkt.register.unit_of_work import Writing

Found = tuple[Results, tuple[Entry, ...], tuple[Answers, ...]]
ACROSS = 3
LETTERS, LARGE_LETTERS = 24, 28
LATEST = 30


class OnSiteTab(QWidget):
    """Counts with one press or one digit; Z, Backspace or Ctrl+Z takes the latest count back, plus counts several.

    It is for who may count: a tab of the campaign, and `large` what fills the window meanwhile. `saving` is emitted when
    something is on its way to the disk, and `saved` when it is there, or the refusal came.
    """

    saving = Signal()
    saved = Signal(bool)
    full_wanted = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None, *, large: bool = False) -> None:
        super().__init__(parent)
        self.context, self.words, self._large = context, context.words, large
        self._campaign: Campaign | None = None
        self.buttons: list[CountButton] = []
        self.live = Live(self, context, self._load)
        self._build()
        self._connect()

    def show_campaign(self, campaign: Campaign) -> None:
        """Show a campaign as it now is; the week stays chosen."""
        known = self._campaign
        self._campaign = campaign
        self.feedback.show_campaign(campaign)
        if known is None or known.measures != campaign.measures:
            self._make_buttons(campaign)
        if known is None or known.weeks != campaign.weeks:
            self.week.set_choices([(week.id, week_name(week, self.words)) for week in campaign.weeks])
        if known is None:
            first = self._week_to_begin_with(campaign)
            self.week.set_value(first.id if first is not None else None)
        self._load()

    def take_key(self, event: QKeyEvent) -> bool:
        """Do what a key means here; False leaves it to others."""
        alone = event.key() == Qt.Key.Key_Z and not event.modifiers()
        if alone or event.matches(QKeySequence.StandardKey.Undo) or event.key() == Qt.Key.Key_Backspace:
            self.undo()
            return True
        if event.key() == Qt.Key.Key_Plus:
            self.count_several()
            return True
        return self._take_digit(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Count by digit."""
        if not self.take_key(event):
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Take Ctrl+Z before the window's undo bar does: here it means the latest count."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            event.setAccepted(event.matches(QKeySequence.StandardKey.Undo))
            return event.isAccepted()
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let keys count while the list of counts has the keyboard."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and self.take_key(event):
            return True
        return super().eventFilter(watched, event)

    def count(self, measure_id: UUID) -> None:
        """Count one of a measure, in the chosen week."""
        if self._campaign is None:
            return
        week_id = self._other_week()
        for button in self.buttons:
            button.show_latest(latest=self._large and button.measure.id == measure_id)
        self._write(lambda uow: campaigns.count(uow, measure_id, week_id=week_id))

    def count_several(self) -> None:
        """Open the form that counts several at once."""
        if self._campaign is None or not self._campaign.measures:
            return
        focused = next((button.measure.id for button in self.buttons if button.hasFocus()), None)
        several_dialog(self, self.context, self._campaign, measure_id=focused, week_id=self._other_week()).open()

    def undo(self) -> None:
        """Take back the latest count of one's own."""
        campaign = self._campaign
        if campaign is not None:
            self._write(lambda uow: campaigns.undo_last(uow, campaign.id))

    def name_visitor(self) -> None:
        """Ask which visitor wants to be counted by name."""
        if self._campaign is not None:
            open_visitor_form(self, self.context, self._campaign.id, self._other_week())

    def mark_exhibitors(self) -> None:
        """Say of the exhibitors at the fair who came."""
        if self._campaign is not None:
            ExhibitorsDialog(self, self.context, self._campaign).open()

    def _write(self, work: Callable[[Writing], Change]) -> None:
        self.saving.emit()
        asking.write(self, self.context, work, lambda _change: self.saved.emit(True), self._not_saved)

    def _not_saved(self, error: UserError) -> None:
        self.saved.emit(False)
        messages.refuse(self, error, self.words)

    def _build(self) -> None:
        words = self.words
        self.week: ChoiceField[UUID] = ChoiceField()
        self.week.box.setAccessibleName(words("Week to count in"))
        self.week.setFixedWidth(scaled(300))
        self.several = secondary(words("Count several"), self.count_several, icon="plus")
        self.hint = muted(words("Press a button or its digit to count one. Plus counts several. Z takes back."))
        self.grid = Reflow(letters=LARGE_LETTERS if self._large else LETTERS, across=ACROSS, spacing=12)
        self.nothing = EmptyState("list-checks", words("Nothing to count yet"), words("Add what to count under Set-up."))
        self.nothing.hide()
        self.latest = LatestCounts(self.context)
        self.feedback = FeedbackCard(self.context)
        self._make_deeds()
        left = column(self.nothing, scrolling(boxed(self._around_grid())), spacing=12)
        left.setStretch(left.count() - 1, 1)
        left.insertLayout(left.count() if self._large else 0, self.deeds)
        if not self._large:  # which says its keys below
            left.insertWidget(1, self.hint)
        beside = column(self.latest, self.feedback, spacing=12)
        beside.setStretch(0, 1)
        outer = column(scrolling(Beside(left, part(boxed(beside)), LATEST_WIDTH, least=590, tall=420)))
        outer.setContentsMargins(0, 14, 0, 0)
        self.setLayout(outer)

    def _around_grid(self) -> QVBoxLayout:
        around = column(self.grid)
        if not self._large:
            around.addStretch(1)
        return around

    def _make_deeds(self) -> None:
        words, user = self.words, self.context.user
        self.full = secondary(words("Fill the window"), self.full_wanted.emit, icon="presentation")
        self.visitor = secondary(words("Visitor by name"), self.name_visitor, icon="user-plus")
        self.exhibitors = secondary(words("Exhibitors"), self.mark_exhibitors, icon="handshake")
        hide_unless(self.full, allowed=not self._large)
        knows_people = user.may(Permission.SEE_PEOPLE) and not is_field(self.context.register.facts)
        hide_unless(self.visitor, allowed=knows_people)
        self.deeds = flow(self.week, self.full, self.several, self.visitor, self.exhibitors)

    def _connect(self) -> None:
        self.week.changed.connect(self._load)
        self.latest.undo_wanted.connect(self.undo)
        self.feedback.written.connect(lambda: self.saved.emit(True))
        self.latest.table.installEventFilter(self)

    def _make_buttons(self, campaign: Campaign) -> None:
        held = next((button.measure.id for button in self.buttons if button.hasFocus()), None)
        self.buttons = [
            CountButton(self.words, measure, number, large=self._large) for number, measure in enumerate(campaign.measures, 1)
        ]
        for button in self.buttons:
            button.clicked.connect(lambda _checked=False, button=button: self.count(button.measure.id))
        self.grid.show_items(self.buttons)
        if held is not None and self.buttons:  # else the keys would count no more once somebody changes the campaign
            next((button for button in self.buttons if button.measure.id == held), self.buttons[0]).setFocus()
        self.nothing.setVisible(not self.buttons)

    def _week_to_begin_with(self, campaign: Campaign) -> Week | None:
        today = self.context.clock.today()
        now = campaign.week_of(today)
        if now is not None or not campaign.weeks:
            return now
        return campaign.weeks[0] if today < campaign.weeks[0].starts_on else campaign.weeks[-1]

    def _other_week(self) -> UUID | None:
        """Return the chosen week unless it is the one of today, whose counts are made now."""
        now = self._campaign.week_of(self.context.clock.today()) if self._campaign is not None else None
        chosen = self.week.value()
        return None if now is not None and chosen == now.id else chosen

    def _load(self) -> None:
        campaign = self._campaign
        if campaign is None:
            return

        def work(uow: Reading) -> Found:
            entries = campaigns.entries(uow, campaign.id, limit=LATEST)
            return campaigns.results(uow, campaign.id), entries, campaigns.feedback(uow, campaign.id)

        self.live.read(work, self._show)

    def _show(self, found: Found) -> None:
        results, entries, answers = found
        place = next((number for number, week in enumerate(results.weeks) if week.id == self.week.value()), None)
        now = self._other_week() is None
        for button in self.buttons:
            row_of = next((row for row in results.rows if row.measure.id == button.measure.id), None)
            if row_of is not None and place is not None:
                when = self.words("Today") if now else self.words("Week {number}", number=results.weeks[place].number)
                button.show_figures(row_of.today if now else row_of.weeks[place], row_of.total, when)
        self.feedback.show_answers(answers)
        if self._campaign is not None:
            self.latest.show_entries(self._campaign.id, entries)

    def _take_digit(self, event: QKeyEvent) -> bool:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        number = event.key() - Qt.Key.Key_1
        if not plain or event.isAutoRepeat() or not 0 <= number < min(9, len(self.buttons)):
            return False
        self.buttons[number].setFocus()
        self.count(self.buttons[number].measure.id)
        return True
