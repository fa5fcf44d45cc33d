"""The meeting: one screen for the conversation, worked from the keyboard.

Left what was agreed before, in the middle what is written, right what surrounds the person. Ctrl+Enter ends it: the note is
kept, the next meeting booked and the participant's sheet shown, in one go. F6 moves between the three parts.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jobbpunkt import coaching
from jobbpunkt.base.changes import Change
from jobbpunkt.base.errors import InvalidInput, Stale, UserError
from jobbpunkt.base.words import N_
from jobbpunkt.coaching import MeetingEnd, SessionDetails, SessionRow, StepWords
from models.vocabulary import SessionStatus
from ui import asking
from ui.coaching.about import about
from ui.coaching.around_panel import WIDTH as AROUND
from ui.coaching.around_panel import Around, AroundPanel, read_around
from ui.coaching.before_panel import WIDTH as BEFORE
from ui.coaching.before_panel import BeforePanel
from ui.coaching.booking import reschedule_dialog
from ui.coaching.correcting import correct_dialog
from ui.coaching.ending_early import cancel_dialog, no_show_dialog
from ui.coaching.meeting_head import MeetingHead
from ui.coaching.note_saver import NoteSaver, Texts
from ui.coaching.sheet import SheetDialog
from ui.coaching.writing_panel import WritingPanel
from ui.context import Context
from ui.drafts.choosing import choose
from ui.drafts.form_draft import Difference, FormDraft
from ui.drafts.naming import DraftName
from ui.drafts.restored import RestoredBar
from ui.tokens import Tone
from ui.widgets.beside import Beside
from ui.widgets.dialog import FormDialog
from ui.widgets.labels import small
from ui.widgets.live import Live
from ui.widgets.notice import Notice
from ui.widgets.page import MARGIN, part, scrolling

if TYPE_CHECKING:
    from jobbpunkt.register.unit_of_work import Reading, Writing

UNSAVED = N_("Not saved yet. The draft is kept.")

Dialog = Callable[[QWidget, Context, SessionRow], FormDialog]


@dataclass(frozen=True, slots=True)
class _Loaded:
    details: SessionDetails
    around: Around


class MeetingView(QWidget):
    """One meeting; `left` is emitted when one wants back, after everything typed is in the register."""

    left = Signal()

    def __init__(self, context: Context, session_id: UUID, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context, self.words, self.session_id = context, context.words, session_id
        self.details: SessionDetails | None = None
        self.sheet: SheetDialog | None = None
        self._ending = False
        self.live = Live(self, context, self.refresh)
        self.head = MeetingHead(context)
        self.notice = Notice(self.words)
        self.before = part(BeforePanel(context, self.head.end))
        self.writing = WritingPanel(context)
        self.around = part(AroundPanel(context))
        part(self.writing.note)
        part(self.writing.entry)
        self.bar = RestoredBar(self.words)
        name = DraftName("meeting", session_id, page="coaching", place=session_id)
        self.draft = FormDraft(context, name, self.writing.fields, self.bar, self.words("Note"), self)
        self.saver = NoteSaver(context, session_id, (self.writing.note, self.writing.summary), self.draft, self)
        self._build()
        self._connect()

    def refresh(self) -> None:
        """Load the meeting anew; what is being typed stays."""
        self.live.read(self._read, self._show)

    def show_notice(self, text: str, tone: Tone = "neutral") -> None:
        """Show one sentence under the head."""
        self.notice.say(text, tone)

    def leave(self) -> None:
        """Save what was typed, then go back."""
        self.saver.settle(self.left.emit)

    def end(self) -> None:
        """End the meeting: save the note, book the next time and show the participant's sheet."""
        if self._ending or self.details is None or self.details.row.status is not SessionStatus.BOOKED:
            return
        if self.saver.flying:
            self.saver.settle(self._hold)
        else:
            self._hold()

    def show_sheet(self) -> None:
        """Show the participant's sheet."""
        if self.details is not None:
            self.sheet = SheetDialog(self, self.context, self.details.row)
            self.sheet.open()

    def _build(self) -> None:
        hint = small(self.words("F6 moves between the parts. Ctrl+Enter ends the meeting."))
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 12, MARGIN, 12)
        column.setSpacing(8)
        column.addWidget(self.head)
        column.addWidget(self.notice)
        column.addWidget(self.bar)
        writing = Beside(self.writing, self.before, BEFORE, least=420, tall=260, spacing=16, first=True)
        whole = Beside(writing, self.around, AROUND, least=420 + BEFORE + 16, tall=200, spacing=16)
        column.addWidget(scrolling(whole), 1)
        column.addWidget(hint)

    def _connect(self) -> None:
        head = self.head
        head.left.connect(self.leave)
        head.end_wanted.connect(self.end)
        head.sheet_wanted.connect(self.show_sheet)
        head.move_wanted.connect(self._move)
        head.cancel_wanted.connect(lambda: self._ask(cancel_dialog))
        head.no_show_wanted.connect(lambda: self._ask(no_show_dialog))
        head.correct_wanted.connect(lambda: self._ask(correct_dialog))
        head.other_wanted.connect(lambda session_id: self.context.go("coaching", session_id))
        self.writing.entry.agreed.connect(self._agree)
        self.saver.saved.connect(lambda: self._tell_state(N_("Saved {time}")))
        self.saver.saving.connect(lambda: self._tell_state(N_("Saving …")))
        self.saver.unsaved.connect(lambda: self._tell_state(UNSAVED))
        self.saver.waiting.connect(lambda: self._tell_state(UNSAVED))
        self.saver.clashed.connect(self._ask_both)
        self.draft.clashed.connect(self._ask_both)
        self.saver.refused.connect(lambda error: self.show_notice(error.text(self.words), "bad"))
        self.context.operations.crashed.connect(self._may_end_again)
        for keys, run in (
            ("Ctrl+Return", self.end),
            ("Ctrl+Enter", self.end),
            ("Ctrl+S", self.saver.flush),
            ("Ctrl+P", self._print),
        ):
            QShortcut(QKeySequence(keys), self, run)

    def _read(self, uow: Reading) -> _Loaded:
        found = coaching.details(uow, self.session_id)
        return _Loaded(found, read_around(uow, tuple(person.id for person in found.row.people)))

    def _show(self, loaded: _Loaded) -> None:
        first, self.details = self.details is None, loaded.details
        self.saver.show(loaded.details)
        self.head.show_details(loaded.details)
        self.before.show_details(loaded.details)
        self.writing.show_details(loaded.details)
        self.around.show_around(loaded.around)
        if first:
            self._begin_draft(loaded.details.row)
            self.writing.note.setFocus()

    def _begin_draft(self, session: SessionRow) -> None:
        self.draft.name = replace(self.draft.name, person=about(session))
        self.draft.begin()

    def _ask_both(self, differences: list[Difference]) -> None:
        choose(self, self.context, self.draft, differences)

    def hideEvent(self, event: QHideEvent) -> None:
        """Save when one turns to another page: that ends a sitting. A window put away for a moment does not."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.saver.flush()

    def _tell_state(self, sentence: str) -> None:
        now = self.words.moment(self.context.clock.now(), "time")
        self.writing.state.setText(self.words(sentence, time=now))

    def _agree(self, words: StepWords) -> None:
        if self.details is None:
            return
        people = [person.id for person in self.details.row.people]
        session_id = self.session_id

        def add(uow: Writing) -> Change:
            changes = [coaching.add_step(uow, person, words, session_id=session_id) for person in people]
            return changes[-1]

        asking.write(self, self.context, add, failed=partial(self.writing.entry.take_back, words))

    def _hold(self) -> None:
        entry = self.writing.entry
        try:
            # A step that was typed but not entered is part of what was agreed.
            steps = () if entry.empty else (entry.step(),)
        except InvalidInput:
            return
        try:
            coming = self.writing.next.booking()
        except InvalidInput as error:
            self.writing.next.show_error(error)
            return
        texts, version, session_id = self.saver.typed, self.saver.version, self.session_id
        end = MeetingEnd(texts.note, texts.summary, steps, coming)
        self._ending = True
        asking.write(
            self,
            self.context,
            lambda uow: coaching.hold(uow, session_id, version, end),
            lambda _change: self._held(texts),
            self._not_held,
        )

    def _held(self, texts: Texts) -> None:
        self._ending = False
        self.saver.held(texts)
        self.writing.entry.clear()
        self.draft.drop()
        self.show_sheet()
        if self.sheet is not None:
            self.sheet.finished.connect(lambda _result: self.leave())

    def _may_end_again(self, _error: BaseException) -> None:
        self._ending = False

    def _not_held(self, error: UserError) -> None:
        self._ending = False
        if isinstance(error, Stale):
            self.saver.reload()
        shown = isinstance(error, InvalidInput) and (self.writing.next.show_error(error) or self.writing.entry.show_error(error))
        if not shown:
            self.show_notice(error.text(self.words), "bad")

    def _move(self) -> None:
        self._ask(reschedule_dialog, lambda change: self.context.go("coaching", change.record))

    def _ask(self, make: Dialog, saved: Callable[[Change], None] | None = None) -> None:
        """Open a dialog about the meeting as it stands in the register, once what was typed is there too."""

        def ask() -> None:
            asking.read(self, self.context, lambda uow: coaching.details(uow, self.session_id).row, show)

        def show(session: SessionRow) -> None:
            dialog = make(self, self.context, session)
            if saved is not None:
                dialog.saved.connect(saved)
            dialog.open()

        self.saver.settle(ask)

    def _print(self) -> None:
        if self.details is not None and self.details.row.status is SessionStatus.HELD:
            self.show_sheet()
