"""Search everything and go anywhere, from the keyboard alone (Ctrl+K)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QListWidgetItem, QVBoxLayout, QWidget

from jobbpunkt.base.errors import UserError
from ui import asking, search_words, threads
from ui.acts.act import Act, Section, leads_to
from ui.context import Context
from ui.dress import dress
from ui.pages import PageEntry
from ui.theme import scaled
from ui.widgets.act_list import ActList, act_of
from ui.widgets.collation import swedish
from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import rule, small

if TYPE_CHECKING:
    from jobbpunkt.register.unit_of_work import Reading

WAIT_MS = 120
WIDTH, EDGES = 620, 32
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
# To hold one of these down is not to want something else.
HELD = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta, Qt.Key.Key_CapsLock)


class Palette(QDialog):
    """A line to type in, and under it what can be reached; Enter goes there, Escape goes back.

    Arrows and Enter are about what was typed, never about the list that the words before it found: where the list is behind,
    they wait for its answer, and what is typed meanwhile takes them back.
    """

    def __init__(self, context: Context, pages: Sequence[PageEntry], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        dress(self)
        self._context, self._words, self._pages = context, context.words, tuple(pages)
        self._question, self._over = threads.Latest(), parent
        self._asked: str | None = None
        self._listed = ""
        self._waiting: list[Qt.Key] = []
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("ground", "surface")
        self.setAccessibleName(self._words("Search everything"))
        self.line = QLineEdit()
        self.list = ActList()
        self._hint = small(search_words.how(self._words, context.user))
        self._timer = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._build()
        self._connect()
        self._show("", [self._to_pages("")])

    def _build(self) -> None:
        self.setFixedWidth(min(scaled(WIDTH), self._over.width() - EDGES))
        self.line.setProperty("role", "palette")
        self.line.setPlaceholderText(search_words.prompt(self._words, self._context.user))
        self.line.setAccessibleName(self._words("Search everything"))
        top = QHBoxLayout()
        top.setContentsMargins(16, 0, 12, 0)
        top.addWidget(IconLabel("search", "muted", 20))
        top.addWidget(self.line, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 8)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(rule())
        column.addWidget(self.list, 1)
        self._hint.setContentsMargins(16, 4, 16, 0)
        column.addWidget(self._hint)
        self.line.setFocus()

    def _connect(self) -> None:
        self.line.installEventFilter(self)
        self.line.textChanged.connect(lambda _text: self._typed())
        self._timer.timeout.connect(self._search)
        self.list.itemActivated.connect(self._choose)
        self.list.itemClicked.connect(self._choose)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows move in the list while one types in the line."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._on_key(Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Want nothing any more once one has gone elsewhere."""
        super().hideEvent(event)
        self._timer.stop()
        self._forget()

    def _on_key(self, key: Qt.Key) -> bool:
        if key not in HELD and key not in ENTER:
            self._waiting = [waiting for waiting in self._waiting if waiting not in ENTER]
        if key not in STEPS and key not in ENTER:
            return False
        if self._listed == self.line.text():
            self._do(key)
        elif not set(ENTER) & set(self._waiting):  # what is held down chooses once
            self._waiting.append(key)
            if self._asked != self.line.text():
                self._search()
        return True

    def _do(self, key: Qt.Key) -> None:
        if key in ENTER:
            self._choose(self.list.currentItem())
        else:
            self.list.move_mark(STEPS[key])

    def _typed(self) -> None:
        self._forget()
        self._timer.start()

    def _forget(self) -> None:
        """Drop what was asked, and what waits for its answer."""
        self._question.drop()
        self._asked = None
        self._waiting = []

    def _search(self) -> None:
        self._timer.stop()
        typed = self.line.text()
        if not typed.strip():
            self._show(typed, [self._to_pages("")])
            return

        def work(uow: Reading) -> tuple[Section, ...]:
            from ui.acts import acts
            from ui.acts.finding import notes, papers, records

            # What one asked to have done comes first; who types a name wants the person, and Enter then opens the first.
            return (
                Section(self._words("Do"), (*papers(uow, self._words, typed), *acts(uow, self._words, typed))),
                *records(uow, self._words, self._pages, typed),
                Section(self._words("Notes"), notes(uow, self._words, typed)),
            )

        def found(sections: tuple[Section, ...]) -> None:
            self._show(typed, [*sections, self._to_pages(typed)])

        self._asked = typed
        self._question.keep(asking.read(self, self._context, work, found, self._refused))

    def _refused(self, error: UserError) -> None:
        self._forget()
        self._context.operations.refused.emit(self, error)

    def _to_pages(self, typed: str) -> Section:
        wanted = swedish(typed.strip())
        names = [(page, self._words(page.title)) for page in self._pages]
        found = (
            Act(self._words("Go to {page}", page=name), page.icon, leads_to(page.key))
            for page, name in names
            if wanted in swedish(name)
        )
        return Section(self._words("Pages"), tuple(found))

    def _show(self, typed: str, sections: Sequence[Section]) -> None:
        """Show what was found for the words that were typed, and then do what waited for it."""
        self.list.show_sections(sections, self._words("Nothing was found. Try fewer letters."))
        self._listed, waiting = typed, self._waiting
        self._asked, self._waiting = None, []
        for key in waiting:
            self._do(key)

    def _choose(self, item: QListWidgetItem | None) -> None:
        act = act_of(item)
        if act is not None:
            self.close()
            act.run(self._over, self._context)
