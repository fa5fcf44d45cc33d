"""My text beside somebody else's: only what differs is asked, from the keyboard, and nothing is thrown away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QShortcut, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QDialog, QFrame, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from jobbpunkt.base.words import Words
from ui.drafts.form_draft import Difference, FormDraft
from ui.drafts.merging import Choice, Piece, joined, pieces, words_apart
from ui.dress import dress
from ui.theme import current
from ui.widgets.buttons import primary, quiet
from ui.widgets.dialog_size import open_at
from ui.widgets.labels import PlainLabel, heading, muted, small
from ui.widgets.layouts import boxed, column, row
from ui.widgets.notice import Notice
from ui.widgets.page import scrolling

if TYPE_CHECKING:
    from ui.context import Context

WIDTH, HEIGHT, NARROW = 900, 640, 640
ORDER: tuple[Choice, ...] = ("mine", "both", "theirs")


def choose(
    parent: QWidget,
    context: Context,
    draft: FormDraft,
    differences: Sequence[Difference],
    done: Callable[[], None] | None = None,
) -> BothTexts:
    """Ask what shall stand in each field that two people changed; what is chosen stands in the form, to be saved there.

    Theirs is in the history. Mine, where it is not chosen, is kept among the drafts until one throws it away.
    """
    asking = BothTexts(context.words, differences, parent)

    def take(results: dict[str, object]) -> None:
        lost = {one.name: one for one in differences if results[one.name] == one.theirs}
        draft.set_aside({key: one.mine for key, one in lost.items()}, {key: one.mine_text for key, one in lost.items()})
        for name, value in results.items():
            draft.set_field(name, value)
        if done is not None:
            done()

    asking.chosen.connect(take)
    asking.open()
    return asking


class _Side(QFrame):
    """One of the two texts of a piece, with the words that differ marked; a click chooses it."""

    picked = Signal()

    def __init__(self, text: str, marks: Sequence[tuple[int, int]], name: str) -> None:
        super().__init__()
        self.setProperty("role", "side")
        self.setAccessibleName(name)
        self._text = QPlainTextEdit(text.rstrip("\n") or "–")
        self._text.setReadOnly(True)
        self._text.setFrameShape(QFrame.Shape.NoFrame)
        self._text.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._text.setAccessibleName(name)
        self._text.setProperty("role", "plain")
        # Only then are the letters as large as they will be shown.
        self._text.ensurePolished()
        lines = min(max(self._text.document().lineCount() + text.count("\n"), 2), 8)
        self._text.setFixedHeight(self._text.fontMetrics().lineSpacing() * lines + 14)
        self._mark(marks)
        inside = column(self._text)
        inside.setContentsMargins(8, 6, 8, 6)
        self.setLayout(inside)

    def choose(self, *, chosen: bool) -> None:
        """Show whether this side is chosen."""
        self.setProperty("chosen", "true" if chosen else "false")
        self.style().unpolish(self)
        self.style().polish(self)

    def _mark(self, marks: Sequence[tuple[int, int]]) -> None:
        look = QTextCharFormat()
        look.setFontWeight(700)
        look.setForeground(QColor(current().warn))
        look.setBackground(QColor(current().warn_soft))
        cursor = QTextCursor(self._text.document())
        for start, length in marks:
            cursor.setPosition(start)
            cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(look)


class _Asked(QFrame):
    """One thing to choose: two sides, and three buttons for those who use the mouse or a screen reader."""

    changed = Signal()

    def __init__(self, words: Words, piece: Piece, *, both: bool) -> None:
        super().__init__()
        self.setProperty("role", "asked")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.piece, self._both = piece, both
        self.choice: Choice = "mine"
        marks = words_apart(piece.mine, piece.theirs)
        self.sides = (_Side(piece.mine, marks[0], words("Your text")), _Side(piece.theirs, marks[1], words("Their text")))
        names = {"mine": words("Yours"), "both": words("Both"), "theirs": words("Theirs")}
        self.buttons = {choice: self._button(choice, names[choice]) for choice in ORDER if both or choice != "both"}
        beside = row(*self.sides, spacing=10)
        beside.setStretch(0, 1)
        beside.setStretch(1, 1)
        inside = column(beside, row(*self.buttons.values(), None, spacing=6), spacing=6)
        inside.setContentsMargins(8, 8, 8, 8)
        self.setLayout(inside)
        self.setAccessibleName(words("Choose: left is yours, right is theirs, B is both"))
        self.take("mine")

    def take(self, choice: Choice) -> None:
        """Choose."""
        if choice == "both" and not self._both:
            return
        self.choice = choice
        self.sides[0].choose(chosen=choice in ("mine", "both"))
        self.sides[1].choose(chosen=choice in ("theirs", "both"))
        for own, button in self.buttons.items():
            button.setChecked(own == choice)
        self.changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with left, right and B; down and up go to the next and the one before."""
        keys: dict[int, Choice] = {Qt.Key.Key_Left: "mine", Qt.Key.Key_Right: "theirs", Qt.Key.Key_B: "both"}
        choice = keys.get(event.key())
        if choice is not None:
            self.take(choice)
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def _button(self, choice: Choice, name: str) -> QPushButton:
        button = quiet(name, partial(self.take, choice))
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return button


class _Question(QWidget):
    """One field: what is alike in both texts, and what has to be chosen."""

    def __init__(self, words: Words, difference: Difference) -> None:
        super().__init__()
        self.setProperty("ground", "none")
        self.difference = difference
        self._long = isinstance(difference.mine, str) and isinstance(difference.theirs, str)
        mine, theirs = difference.mine_text, difference.theirs_text
        self._pieces = pieces(mine, theirs) if self._long else (Piece(mine, theirs),)
        self.asked = [_Asked(words, piece, both=self._long) for piece in self._pieces if not piece.alike]
        layout = column(PlainLabel(difference.label, "field"), spacing=6)
        asked = iter(self.asked)
        for piece in self._pieces:
            layout.addWidget(muted(piece.mine.rstrip("\n")) if piece.alike else next(asked))
        self.setLayout(layout)

    def result(self) -> object:
        """Return what shall stand in the field."""
        asked = iter(self.asked)
        choices: list[Choice] = ["mine" if piece.alike else next(asked).choice for piece in self._pieces]
        if self._long:
            return joined(self._pieces, choices)
        return self.difference.theirs if choices[0] == "theirs" else self.difference.mine


class BothTexts(QDialog):
    """Asks field by field; `chosen` is emitted with what shall stand in each. Closing it leaves mine in the form."""

    chosen = Signal(object)

    def __init__(self, words: Words, differences: Sequence[Difference], parent: QWidget) -> None:
        super().__init__(parent)
        dress(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.words = words
        self.questions = [_Question(words, difference) for difference in differences]
        self.asked = [one for question in self.questions for one in question.asked]
        title = words("Two versions of the same")
        self.setWindowTitle(title)
        open_at(self, WIDTH, HEIGHT)
        self._build(title)
        for keys in ("Ctrl+Return", "Ctrl+S"):
            QShortcut(QKeySequence(keys), self, self.take)
        if self.asked:
            self.asked[0].setFocus()

    def take(self) -> None:
        """Close with what is chosen."""
        self.chosen.emit({question.difference.name: question.result() for question in self.questions})
        self.accept()

    def all_of(self, choice: Choice) -> None:
        """Choose the same everywhere."""
        for one in self.asked:
            one.take(choice)

    def _build(self, title: str) -> None:
        words = self.words
        notice = Notice(words)
        notice.say(words("Somebody else saved while you typed. Nothing is lost: choose what shall stand."), "warn")
        heads = row(PlainLabel(words("Your text"), "strong"), PlainLabel(words("Their text"), "strong"), spacing=10)
        heads.setStretch(0, 1)
        heads.setStretch(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 24, 28, 24)
        layout.setSpacing(12)
        layout.addWidget(heading(title))
        layout.addWidget(notice)
        layout.addLayout(heads)
        layout.addWidget(scrolling(boxed(column(*self.questions, None, spacing=16))), 1)
        layout.addWidget(small(words("Left: yours. Right: theirs. B: both. Down: the next difference.")))
        layout.addWidget(small(words("Theirs stays in the history; yours stays among your drafts if you do not choose it.")))
        mine, theirs = (
            quiet(words("Only mine"), lambda: self.all_of("mine")),
            quiet(words("Only theirs"), lambda: self.all_of("theirs")),
        )
        layout.addLayout(row(None, mine, theirs, primary(words("Take this"), self.take)))
