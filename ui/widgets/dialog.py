"""A dialog around a form: it closes when the register has said yes, and until then keeps everything typed."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from jobbpunkt.base.changes import Change
from jobbpunkt.base.errors import InvalidInput, Stale, UserError
from ui import asking, messages
from ui.context import Context
from ui.drafts.choosing import choose
from ui.drafts.form_draft import Difference, FormDraft
from ui.drafts.naming import DraftName, NotKept
from ui.drafts.restored import RestoredBar
from ui.drafts.ways import Made, Sought, way_of
from ui.dress import dress
from ui.theme import scaled
from ui.tokens import Tone
from ui.widgets.buttons import link, primary, secondary
from ui.widgets.dialog_size import height_at, room_over
from ui.widgets.forms import Form
from ui.widgets.labels import heading, muted, small
from ui.widgets.notice import Notice
from ui.widgets.page import page_around, scrolling

if TYPE_CHECKING:
    from jobbpunkt.register.unit_of_work import Writing

# What a form can do with.
LEAST = 160
Work = Callable[["Writing"], Change]


class FormDialog(QDialog):
    """Shows a form and saves it through `prepare`, which reads the form and returns the writing to be done.

    InvalidInput, from reading or from writing, is shown at its field; any other refusal at the top. Open it with
    `open()`: it never blocks. `saved` is emitted with the Change.

    `draft` names under what is kept what one types, or says why nothing is. After somebody else's save, the same dialog is
    made upon what the register holds then, and the draft stands beside their text. `given` names the fields that whoever
    opened the dialog has filled: what is kept of a draft holds them too, since the way back does not know them. `tall` is
    how high the dialog is at 100 % where the window has the room, for what comes to stand in the form later.
    """

    saved = Signal(object)

    def __init__(
        self,
        parent: QWidget,
        context: Context,
        title: str,
        form: Form,
        prepare: Callable[[], Work],
        *,
        draft: DraftName | NotKept,
        given: Collection[str] = (),
        explanation: str = "",
        save: str = "",
        width: int = 560,
        tall: int = 0,
    ) -> None:
        super().__init__(parent)
        dress(self)
        self._tall = tall
        self.context, self.words, self.form = context, context.words, form
        self._prepare, self._over = prepare, parent.window()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumWidth(min(scaled(width), room_over(self._over)[0]))
        self.notice = Notice(self.words)
        self._save = primary(save or self.words("Save"), self.save)
        self._save.setDefault(True)
        self._cancel = secondary(self.words("Cancel"), self.reject)
        self.bar = RestoredBar(self.words)
        self._kept, self._throw = small(self.words("The draft is kept encrypted while you type.")), link(self.words("Throw away"))
        self._build(title, explanation)
        self.draft = FormDraft(context, draft, form.fields, self.bar, title, self) if isinstance(draft, DraftName) else None
        if self.draft is not None:
            self.draft.give(given)
            self._connect_draft(self.draft)
        # After an error nobody foresaw the form is still here, and can be saved again.
        context.operations.crashed.connect(self._may_save_again)
        for keys in ("Ctrl+Return", "Ctrl+S"):
            QShortcut(QKeySequence(keys), self, self.save)
        form.focus_first()

    def _build(self, title: str, explanation: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 24)
        column.setSpacing(14)
        column.addWidget(heading(title))
        if explanation:
            column.addWidget(muted(explanation))
        column.addWidget(self.bar)
        column.addWidget(self.notice)
        self._area = scrolling(self.form)
        self.form.setContentsMargins(2, 2, 6, 2)
        column.addWidget(self._area, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for widget in (self._kept, self._throw):
            widget.hide()
        buttons.addStretch(1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._save)
        # A line of their own: beside the buttons large letters would have no room.
        kept = QHBoxLayout()
        kept.addWidget(self._kept, 1)
        kept.addWidget(self._throw)
        column.addLayout(kept)
        column.addLayout(buttons)

    def _connect_draft(self, draft: FormDraft) -> None:
        self.form.changed.connect(self._show_kept)
        self._throw.clicked.connect(draft.throw_away)
        draft.thrown_away.connect(self._forget)
        draft.clashed.connect(self._ask_both)

    def _may_save_again(self, _error: BaseException) -> None:
        self._save.setEnabled(True)

    def _ask_both(self, differences: list[Difference]) -> None:
        draft = self.draft
        if draft is not None:
            # Not before this dialog itself is seen, or it would come to lie over the question.
            QTimer.singleShot(0, self, lambda: choose(self, self.context, draft, differences))

    def showEvent(self, event: QShowEvent) -> None:
        """Bring back what was typed earlier, now that the form shows what the register holds."""
        super().showEvent(event)
        self._give_room()
        if self.draft is not None and not self.draft.begun:
            self._make_way()
            self.draft.begin()
            self._give_room()

    def _make_way(self) -> None:
        """Let the form give way to what is shown next: Qt lays a dialog out in the midst of showing something in it."""
        self._area.setMinimumHeight(1)

    def _give_room(self) -> None:
        """Let the whole form be seen, if the window has the room beside all else that is shown now."""
        if not self.isVisible():
            return
        self._make_way()
        wanted = height_at(self._area.widget(), self._area.width())
        around = height_at(self, self.width(), least=True)
        room = room_over(self._over)[1] - around
        self._area.setMinimumHeight(min(max(wanted, scaled(self._tall) - around), max(LEAST, room)))
        # Qt lets a window grow to its least height, in which a text that breaks counts as one line.
        least = height_at(self, self.width(), least=True)
        self.resize(self.width(), max(self.height(), min(least, room_over(self._over)[1])))

    def show_notice(self, text: str, tone: Tone = "neutral") -> None:
        """Show one sentence above the form."""
        self._make_way()
        self.notice.say(text, tone)
        self._give_room()

    def save(self) -> None:
        """Read the form and have it written; on a refusal the dialog stays as it is and says why."""
        if not self._save.isEnabled():
            return
        self.form.clear_errors()
        self.notice.hide()
        try:
            self.form.check()
            work = self._prepare()
        except UserError as error:
            self._refused(error)
            return
        self._save.setEnabled(False)
        self._carry_out(work)

    def _carry_out(self, work: Work) -> None:
        asking.write(self, self.context, work, self._done, self._refused)

    def reject(self) -> None:
        """Close; the draft is kept. Where none is, what was typed is given up only if the person says so."""
        if self.draft is not None:
            self.draft.flush()
        if self.draft is not None or not self.form.dirty:
            self._close()
            return
        messages.ask(
            self,
            self.words("Close without saving? What you have typed here is then lost."),
            self.words,
            yes=self.words("Close without saving"),
            then=self._close,
            danger=True,
        )

    def _close(self) -> None:
        super().reject()

    def _done(self, change: Change) -> None:
        self.form.dirty = False
        if self.draft is not None:
            self.draft.drop()
        self.saved.emit(change)
        self.accept()

    def _refused(self, error: UserError) -> None:
        self._save.setEnabled(True)
        if isinstance(error, Stale) and self.draft is not None:
            self._begin_anew(self.draft, error)
            return
        if not (isinstance(error, InvalidInput) and self.form.show_error(error)):
            self._tell(error)

    def _tell(self, error: UserError) -> None:
        self.show_notice(error.text(self.words), "bad")

    def _begin_anew(self, draft: FormDraft, error: Stale) -> None:
        """Read again what the form is about, and go on upon that."""
        name, way = draft.name, way_of(draft.name.form)
        if way is None:
            self._tell(error)
            return
        sought = Sought(page_around(self), self.context, name.record, name.person, name.place)
        asking.look(
            self, self.context, lambda uow: way(uow, sought), lambda make: self._open_anew(make, draft, error), self._tell
        )

    def _open_anew(self, make: Callable[[], Made], draft: FormDraft, error: Stale) -> None:
        """Go on in a dialog upon what the register holds now; the draft brings over what was typed here."""
        draft.flush()
        again = make()
        if not isinstance(again, FormDialog) or again.draft is None or again.draft.name.of != draft.name.of:
            # What has become protected meanwhile is opened with a reason, by whoever wants it; the draft waits.
            again.deleteLater()
            self._tell(error)
            return
        again.saved.connect(self.saved)
        again.finished.connect(self.done)
        self.hide()
        again.open()
        again.show_notice(
            self.words("Somebody else saved while you typed. Nothing is lost: look it over and save again."), "warn"
        )

    def _show_kept(self) -> None:
        dirty = self.form.dirty
        if self._kept.isHidden() is not dirty:
            return
        self._make_way()
        self._kept.setVisible(dirty)
        self._throw.setVisible(dirty)
        self._give_room()
        self._cancel.setText(self.words("Close, keep the draft") if dirty else self.words("Cancel"))

    def _forget(self) -> None:
        self.form.dirty = False
        self._show_kept()
