"""Search everything and go anywhere, from the keyboard alone (Ctrl+K)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ui import operation
from ui.acts.act import Act, leads_to
from ui.context import Context
from ui.icons import icon
from ui.pages import PageEntry
from ui.theme import scaled
from ui.widgets.act_delegate import ActDelegate
from ui.widgets.collation import swedish
from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import plain_tip, rule, small

if TYPE_CHECKING:
    from jobbpunkt.unit_of_work import UnitOfWork

WAIT_MS = 120
WIDTH = 620


class Palette(QDialog):
    """A line to type in, and under it what can be reached; Enter goes there, Escape goes back."""

    def __init__(self, context: Context, pages: Sequence[PageEntry], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self._context, self._words, self._pages = context, context.words, tuple(pages)
        self._asked, self._over = operation.Latest(), parent
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("ground", "surface")
        self.setAccessibleName(self._words("Search everything"))
        self.line = QLineEdit()
        self.list = QListWidget()
        self._hint = small(
            self._words(
                "Arrows choose, Enter opens, Escape closes. Try: new person, book Anna friday 10, count, print plan Anna."
            )
        )
        self._timer = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._build()
        self._connect()
        self._show(self._commands(""))

    def _build(self) -> None:
        self.setFixedWidth(scaled(WIDTH))
        self.line.setProperty("role", "palette")
        self.line.setPlaceholderText(self._words("Search for a person, plan, campaign ..."))
        self.line.setAccessibleName(self._words("Search everything"))
        self.list.setProperty("role", "plain")
        self.list.setIconSize(QSize(scaled(18), scaled(18)))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setItemDelegate(ActDelegate(self.list))
        self.list.setMinimumHeight(320)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
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
        self.line.textEdited.connect(lambda _text: self._timer.start())
        self._timer.timeout.connect(self._search)
        self.list.itemActivated.connect(self._choose)
        self.list.itemClicked.connect(self._choose)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows move in the list while one types in the line."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._on_key(Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def _on_key(self, key: Qt.Key) -> bool:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
        if key in steps and self.list.count():
            wanted = self.list.currentRow() + steps[key]
            self.list.setCurrentRow(max(0, min(self.list.count() - 1, wanted)))
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.list.currentItem())
            return True
        return False

    def _search(self) -> None:
        typed = self.line.text()
        if not typed.strip():
            self._asked.drop()
            self._show(self._commands(""))
            return

        def work(uow: UnitOfWork) -> tuple[Act, ...]:
            from ui.acts import acts
            from ui.acts.finding import notes, records

            # What one asked to have done comes first; who types a name wants the person, and Enter then opens the first.
            return (
                *acts(uow, self._words, typed),
                *records(uow, self._words, self._pages, typed),
                *notes(uow, self._words, typed),
            )

        # An answer to what one has already typed over would make the list jump.
        found = operation.read(self, self._context, work, lambda acts: self._show([*acts, *self._commands(typed)]))
        self._asked.keep(found)

    def _commands(self, typed: str) -> list[Act]:
        wanted = swedish(typed.strip())
        names = [(page, self._words(page.title)) for page in self._pages]
        return [
            Act(self._words("Go to {page}", page=name), page.icon, leads_to(page.key))
            for page, name in names
            if wanted in swedish(name)
        ]

    def _show(self, acts: Sequence[Act]) -> None:
        self.list.clear()
        for act in acts:
            item = QListWidgetItem(icon(act.icon, "muted"), act.text)
            item.setData(Qt.ItemDataRole.UserRole, act)
            said = ". ".join(filter(None, (act.text, act.detail, act.mark)))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
            item.setToolTip(plain_tip(said))
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        if not acts:
            item = QListWidgetItem(self._words("Nothing was found. Try fewer letters."))
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(item)

    def _choose(self, item: QListWidgetItem | None) -> None:
        act = None if item is None else item.data(Qt.ItemDataRole.UserRole)
        if isinstance(act, Act):
            self.close()
            act.run(self._over, self._context)
