"""What the editors of CVs and letters share: the head, saving as a new version, leaving, and the paper beside."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Generic, TypeVar
from uuid import UUID, uuid5

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QMenu, QSplitter, QVBoxLayout, QWidget

from jobbpunkt.base.changes import Change
from jobbpunkt.base.errors import Stale, UserError
from jobbpunkt.documents.drawing import Drawing
from jobbpunkt.documents.setting import Setting
from jobbpunkt.written.cvs import CvView
from jobbpunkt.written.letters import LetterView
from ui import asking
from ui.context import Context
from ui.drafts.choosing import choose
from ui.drafts.form_draft import Difference, FormDraft
from ui.drafts.naming import DraftName
from ui.drafts.restored import RestoredBar
from ui.theme import scaled
from ui.tokens import Tone
from ui.widgets.beside import Columns
from ui.widgets.buttons import back, icon_button, primary, secondary
from ui.widgets.chips import chip, set_tone
from ui.widgets.field import Field
from ui.widgets.labels import heading
from ui.widgets.layouts import boxed, row
from ui.widgets.note_print import Note
from ui.widgets.notice import Notice
from ui.widgets.over import LaidOver
from ui.widgets.page import MARGIN
from ui.widgets.paper_preview import PaperPreview
from ui.widgets.setting_bar import PLAIN, Offer

if TYPE_CHECKING:
    from jobbpunkt.register.unit_of_work import Writing

# What the paper, and each half of the head, needs at 100 %.
LEAST_PAPER, HALF_HEAD = 280, 330
V = TypeVar("V", CvView, LetterView)
Work = Callable[["Writing"], Change]


def version_record(written_id: UUID, number: int) -> UUID:
    """Return under what is kept the draft upon one older version of a CV or letter."""
    return uuid5(written_id, str(number))


class WrittenEditor(LaidOver, Generic[V]):
    """Edits a CV or letter on top of a version; what is typed is kept as a draft until it is saved or thrown away on purpose."""

    def __init__(self, context: Context, written_id: UUID, number: int | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.context, self.words, self.written_id = context, context.words, written_id
        self.view: V | None = None
        self._number, self._edits, self._saved_edits, self._saving = number, 0, 0, False
        self._narrow = False
        self.preview = PaperPreview(context, self.drawing, self.noting, offer=self.offer())
        self.notice, self.bar = Notice(self.words), RestoredBar(self.words)
        self.draft: FormDraft | None = None
        self._build()
        self._connect()
        asking.look(self, context, self.fetch, self._loaded)

    def fetch(self, uow: Writing) -> V:
        """Return the version to be edited."""
        raise NotImplementedError

    def fill(self, view: V) -> None:
        """Show a version in the fields."""
        raise NotImplementedError

    def writing(self, view: V, based_on: int) -> Work | None:
        """Return the work that saves what is typed, or None after showing what must be corrected first."""
        raise NotImplementedError

    def noting(self) -> Note:
        """Return what notes a printout."""
        raise NotImplementedError

    def drawing(self) -> tuple[Drawing[Any], str]:
        """Return the work that draws the paper, and the file name it gets."""
        raise NotImplementedError

    def offer(self) -> Offer:
        """Return what is offered of its paper beside the language."""
        return PLAIN

    def fields(self) -> QWidget:
        """Return the widget in which one types."""
        raise NotImplementedError

    def drafted(self) -> Mapping[str, Field[Any]]:
        """Return every field in which one types, by name."""
        raise NotImplementedError

    def draft_name(self, view: V) -> DraftName:
        """Return under which name is kept what one types upon a version."""
        raise NotImplementedError

    def draft_record(self, view: V) -> UUID:
        """Return what the draft is of: the CV or letter, or one older version of it, which nobody has changed meanwhile."""
        return self.written_id if view.number == view.latest else version_record(self.written_id, view.number)

    def menu_of(self, menu: QMenu) -> None:
        """Add what is seldom wanted to the menu."""

    def show_refusal(self, error: UserError) -> bool:  # noqa: ARG002 - for editors with a field for it
        """Show a refusal at the field it is about; False when there is no such field."""
        return False

    def setting(self) -> Setting:
        """Return how its paper is set: in its language, which is not the window's."""
        return Setting(self.view.language if self.view else self.words.language)

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
        edits, sent = self._edits, self.draft.sending() if self.draft is not None else {}
        asking.write(self, self.context, work, lambda change: self._saved(change, edits, sent), self._refused)

    def leave(self, then: Callable[[], None] | None = None) -> None:
        """Go back; what was typed and not saved stays a draft."""
        if self.draft is not None:
            self.draft.flush()
        super().leave(then)

    def throw_away(self) -> None:
        """Throw away what was typed since the last saving; the strip offers to undo that."""
        if self.draft is not None:
            self.draft.throw_away()

    def _build(self) -> None:
        words = self.words
        self.back = back("", self.leave)
        self.title = heading("")
        self.title.setWordWrap(False)
        self.version, self.state = chip(""), chip("")
        self.more = icon_button("ellipsis", words("More"))
        menu = QMenu(self.more)
        self.menu_of(menu)
        menu.addSeparator()
        self.throw = QAction(words("Throw away what was typed"), menu)
        self.throw.triggered.connect(self.throw_away)
        menu.addAction(self.throw)
        self.more.setMenu(menu)
        self.save_button = primary(words("Save as new version"), self.save, icon="save")
        self.paper = secondary(words("Paper"), icon="file-text")
        self.paper.setAccessibleDescription(words("Shows the printed page beside the fields, or in their place."))
        self.paper.setCheckable(True)
        self.paper.setChecked(True)
        self.typing = self.fields()
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.typing)
        split.addWidget(self.preview)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(20)
        split.setSizes([590, 430])
        outer = QVBoxLayout(self)
        outer.setContentsMargins(MARGIN - 12, 12, MARGIN - 12, 16)
        outer.setSpacing(10)
        which = boxed(row(self.back, self.title, self.version, self.state, None, spacing=10))
        outer.addWidget(Columns((which, boxed(row(None, self.paper, self.more, self.save_button))), HALF_HEAD, spacing=10))
        outer.addWidget(self.bar)
        outer.addWidget(self.notice)
        outer.addWidget(split, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the fields whole: with large letters in a small window the paper gives way until it is asked for."""
        super().resizeEvent(event)
        needed = self.typing.minimumSizeHint().width() + scaled(LEAST_PAPER)
        narrow = needed > self.width() - 2 * MARGIN
        if narrow is not self._narrow:
            self._narrow = narrow
            self.paper.setChecked(not narrow)
            self._show_paper(self.paper.isChecked())

    def _show_paper(self, shown: bool) -> None:  # noqa: FBT001 - a signal's argument
        self.preview.setVisible(shown)
        self.typing.setVisible(not (shown and self._narrow))

    def _connect(self) -> None:
        self.paper.toggled.connect(self._show_paper)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self, self.save)
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
        self._begin_draft(view)

    def _begin_draft(self, view: V) -> None:
        name = self.draft_name(view)
        draft = self.draft = FormDraft(self.context, name, self.drafted(), self.bar, name.title, self)
        draft.thrown_away.connect(self._unedited)
        draft.clashed.connect(self._ask_both)
        draft.begin()

    def _unedited(self) -> None:
        self._saved_edits = self._edits
        self._show_state()

    def _ask_both(self, differences: list[Difference]) -> None:
        if self.draft is not None:
            choose(self, self.context, self.draft, differences)

    def _saved(self, change: Change, edits: int, sent: Mapping[str, tuple[Any, str]]) -> None:
        self._saving = False
        self._saved_edits = edits
        if self.draft is not None:
            self.draft.arrived(sent)
        if change.nouns:
            self.reload()
        self._show_state()

    def reload(self) -> None:
        """Load the head anew, after another title or language; what is typed stays."""
        asking.look(self, self.context, self._fetch_latest, self._renumbered)

    def _fetch_latest(self, uow: Writing) -> V:
        self._number = None
        return self.fetch(uow)

    def _renumbered(self, view: V) -> None:
        self.view = view
        self.preview.draw()  # the headings may be in another language now
        if self.draft is not None:
            self.draft.rename(self.draft_name(view))
            self.draft.flush()
        self._show_state()

    def _refused(self, error: UserError) -> None:
        self._saving = False
        if not isinstance(error, Stale):
            if self.show_refusal(error):
                return
            self.show_notice(error.text(self.words), "bad")
            return
        asking.look(self, self.context, self._fetch_latest, self._go_on_upon)

    def _go_on_upon(self, theirs: V) -> None:
        """Show somebody else's version, and upon it what was typed here; where both changed the same, one chooses."""
        self._renumbered(theirs)
        self.fill(theirs)
        self._unedited()
        self.show_notice(self.words("Somebody else saved while you typed. Nothing is lost: look it over and save again."), "warn")
        if self.draft is not None:
            self.draft.begin()

    def _show_state(self) -> None:
        if self.view is None:
            return
        self.title.setText(self.view.title)
        number, latest = self.view.number, self.view.latest
        old = self.words("Version {number} of {latest}", number=number, latest=latest)
        self.version.setText(self.words("Version {number}", number=number) if number == latest else old)
        self.throw.setEnabled(self.dirty)
        self.state.setText(self.words("Not saved yet") if self.dirty else self.words("Saved"))
        set_tone(self.state, "warn" if self.dirty else "good")
