"""What the editors of CVs and letters share: the head, saving as a new version, leaving, and the paper beside."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Generic, TypeVar
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QSplitter, QVBoxLayout, QWidget

from jobbpunkt.changes import Change
from jobbpunkt.cvs import CvView
from jobbpunkt.errors import Stale, UserError
from jobbpunkt.letters import LetterView
from ui import messages, operation
from ui.context import Context
from ui.cvs.paper_preview import Draw, PaperPreview
from ui.tokens import Tone
from ui.widgets.buttons import back, icon_button, primary
from ui.widgets.chips import chip, set_tone
from ui.widgets.labels import heading
from ui.widgets.layouts import row
from ui.widgets.notice import Notice
from ui.widgets.over import LaidOver
from ui.widgets.page import MARGIN

if TYPE_CHECKING:
    from jobbpunkt.unit_of_work import UnitOfWork

V = TypeVar("V", CvView, LetterView)
Work = Callable[["UnitOfWork"], Change]


class PaperEditor(LaidOver, Generic[V]):
    """Edits one paper on top of a version; what is typed stays until it is saved or given up on purpose."""

    def __init__(self, context: Context, paper_id: UUID, number: int | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.context, self.words, self.paper_id = context, context.words, paper_id
        self.view: V | None = None
        self._number, self._edits, self._saved_edits, self._saving = number, 0, 0, False
        self.preview = PaperPreview(context, self.drawing)
        self.notice = Notice(self.words)
        self._build()
        self._connect()
        operation.look(self, context, self.fetch, self._loaded)

    def fetch(self, uow: UnitOfWork) -> V:
        """Return the version to be edited."""
        raise NotImplementedError

    def fill(self, view: V) -> None:
        """Show a version in the fields."""
        raise NotImplementedError

    def writing(self, view: V, based_on: int) -> Work | None:
        """Return the work that saves what is typed, or None after showing what must be corrected first."""
        raise NotImplementedError

    def noting(self) -> Work:
        """Return the work that notes a printout."""
        raise NotImplementedError

    def drawing(self) -> tuple[Draw, str]:
        """Return the work that draws the paper, and the file name it gets."""
        raise NotImplementedError

    def fields(self) -> QWidget:
        """Return the widget in which one types."""
        raise NotImplementedError

    def menu_of(self, menu: QMenu) -> None:
        """Add what is seldom wanted to the menu."""

    def show_refusal(self, error: UserError) -> bool:  # noqa: ARG002 - for editors with a field for it
        """Show a refusal at the field it is about; False when there is no such field."""
        return False

    @property
    def dirty(self) -> bool:
        """Whether something typed is not yet saved."""
        return self._edits != self._saved_edits

    @property
    def number(self) -> int | None:
        """Return which version is asked for; None means the latest."""
        return self._number

    def show_notice(self, text: str, tone: Tone = "neutral") -> None:
        """Show one sentence above the fields."""
        self.notice.say(text, tone)

    def typed(self) -> None:
        """Note that the person changed something."""
        self._edits += 1
        self._show_state()
        self.preview.later()

    def save(self) -> None:
        """Save what is typed as a new version; on a refusal everything stays and is said why."""
        view = self.view
        if view is None or self._saving:
            return
        self.notice.hide()
        work = self.writing(view, view.latest)
        if work is None:
            return
        self._saving = True
        sent = self._edits
        operation.write(self, self.context, work, lambda change: self._saved(change, sent), self._refused)

    def leave(self, then: Callable[[], None] | None = None) -> None:
        """Go back; what was typed is given up only if the person says so."""
        leave = partial(super().leave, then)
        if not self.dirty:
            leave()
            return
        question = self.words("Close without saving? What you have typed here is then lost.")
        yes = self.words("Close without saving")
        messages.ask(self, question, self.words, yes=yes, then=leave, danger=True)

    def _build(self) -> None:
        words = self.words
        self.back = back("", self.leave)
        self.title = heading("")
        self.title.setWordWrap(False)
        self.version, self.state = chip(""), chip("")
        self.more = icon_button("ellipsis", words("More"))
        menu = QMenu(self.more)
        self.menu_of(menu)
        self.more.setMenu(menu)
        if menu.isEmpty():
            self.more.hide()
        self.save_button = primary(words("Save as new version"), self.save, icon="save")
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.fields())
        split.addWidget(self.preview)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(20)
        split.setSizes([590, 430])
        outer = QVBoxLayout(self)
        outer.setContentsMargins(MARGIN - 12, 12, MARGIN - 12, 16)
        outer.setSpacing(10)
        actions = (self.more, self.save_button)
        outer.addLayout(row(self.back, self.title, self.version, self.state, None, *actions, spacing=10))
        outer.addWidget(self.notice)
        outer.addWidget(split, 1)

    def _connect(self) -> None:
        QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self, self.save)
        self.preview.pdf.taken.connect(lambda: operation.write(self, self.context, self.noting()))
        # After an error nobody foresaw what is typed is still here, and can be saved again.
        self.context.operations.crashed.connect(self._give_up)

    def _give_up(self, _error: BaseException) -> None:
        self._saving = False

    def _loaded(self, view: V) -> None:
        self.view = view
        self.back.setText(view.person.shown(self.words).replace("&", "&&"))
        self.fill(view)
        self._show_state()
        self.preview.draw()

    def _saved(self, change: Change, sent: int) -> None:
        self._saving = False
        self._saved_edits = sent
        if change.nouns:
            self.reload()
        self._show_state()

    def reload(self) -> None:
        """Load the head anew, after another title; what is typed stays."""
        operation.look(self, self.context, self._fetch_latest, self._renumbered)

    def _fetch_latest(self, uow: UnitOfWork) -> V:
        self._number = None
        return self.fetch(uow)

    def _renumbered(self, view: V) -> None:
        self.view = view
        self._show_state()

    def _refused(self, error: UserError) -> None:
        self._saving = False
        if not isinstance(error, Stale):
            if self.show_refusal(error):
                return
            self.show_notice(error.text(self.words), "bad")
            return
        operation.look(self, self.context, self._fetch_latest, self._offer_both)

    def _offer_both(self, theirs: V) -> None:
        question = self.words(
            "Somebody else has saved version {number} since you opened this. Theirs is kept. Save yours as the newest version?",
            number=theirs.latest,
        )

        def go_on() -> None:
            self._renumbered(theirs)
            self.save()

        messages.ask(self, question, self.words, yes=self.words("Save mine as the newest"), then=go_on)

    def _show_state(self) -> None:
        if self.view is None:
            return
        self.title.setText(self.view.title)
        number, latest = self.view.number, self.view.latest
        old = self.words("Version {number} of {latest}", number=number, latest=latest)
        self.version.setText(self.words("Version {number}", number=number) if number == latest else old)
        self.state.setText(self.words("Not saved yet") if self.dirty else self.words("Saved"))
        set_tone(self.state, "warn" if self.dirty else "good")
