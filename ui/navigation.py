"""The rail to the left: one button per page, reachable by Ctrl and a digit."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from jobbpunkt.base.words import Words
from ui.dress import dress
from ui.icons import icon
from ui.pages import PageEntry
from ui.theme import scaled
from ui.widgets.buttons import make
from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import PlainLabel, plain_tip
from ui.widgets.page import scrolling

WIDTH = 216
EDGE = 12


class Rail(QWidget):
    """Shows where one is and where one can go; emits the key of a page that is wanted."""

    wanted = Signal(str)

    def __init__(self, words: Words, pages: Sequence[PageEntry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress(self)  # its width is that of its buttons as they are dressed
        self.setProperty("ground", "rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(words("Pages"))
        self._words = words
        self._buttons: dict[str, QPushButton] = {}
        self._names: dict[str, str] = {}
        self._column = QVBoxLayout()
        self._build(pages)
        self._wide = max(WIDTH, *(button.sizeHint().width() + 2 * EDGE for button in self._buttons.values()))
        self.set_narrow(narrow=False)
        self._area.verticalScrollBar().rangeChanged.connect(self._take_room)

    def set_narrow(self, *, narrow: bool) -> None:
        """Show only the pictures, where words would take the room from the page; their names are told on pointing."""
        self._narrow = narrow
        self._brand_name.setVisible(not narrow)
        for key, button in self._buttons.items():
            button.setText("" if narrow else self._fitting(button, self._names[key]))
        self._take_room()

    def _take_room(self) -> None:
        pictures = max(button.sizeHint().width() for button in self._buttons.values())
        bar = self._area.verticalScrollBar()
        # Where not all pages have room the bar stands beside the buttons, not upon them.
        beside = bar.sizeHint().width() if bar.maximum() else 0
        self.setFixedWidth((pictures + 2 * EDGE if self._narrow else self._wide) + beside)

    def rename(self, key: str, name: str) -> None:
        """Call a page otherwise from now on, as it is called after what it shows."""
        button = self._buttons.get(key)
        if button is not None:
            self._names[key] = name
            self._tell(key)
            self.set_narrow(narrow=self._narrow)

    def _tell(self, key: str) -> None:
        """Say a button's name where it is pointed at, and to who listens."""
        button, name = self._buttons[key], self._names[key]
        button.setAccessibleName(name)
        button.setToolTip(plain_tip(f"{name}  {button.property('keys')}".strip()))

    def _fitting(self, button: QPushButton, name: str) -> str:
        """Return a name cut to the width of the rail, as a button shows it."""
        room = self._wide - 2 * EDGE - (button.sizeHint().width() - button.fontMetrics().horizontalAdvance(button.text()))
        return button.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, room).replace("&", "&&")

    @property
    def keys(self) -> tuple[str, ...]:
        """Return the keys of the pages, in order."""
        return tuple(self._buttons)

    def show_current(self, key: str) -> None:
        """Mark the page that is shown."""
        for own, button in self._buttons.items():
            here = own == key
            button.setChecked(here)
            button.setIcon(icon(str(button.property("picture")), "accent_text" if here else "muted"))

    def _build(self, pages: Sequence[PageEntry]) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(EDGE, 16, EDGE, EDGE)
        outer.setSpacing(14)
        outer.addLayout(self._brand())
        holder = QWidget()
        holder.setLayout(self._column)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(3)
        for number, entry in enumerate(page for page in pages if not page.at_bottom):
            self._column.addWidget(self._button(entry, f"Ctrl+{number + 1}" if number < 9 else ""))
        self._column.addStretch(1)
        self._area: QScrollArea = scrolling(holder)
        outer.addWidget(self._area, 1)
        for entry in pages:
            if entry.at_bottom:
                outer.addWidget(self._button(entry, "Ctrl+," if entry.key == "settings" else ""))

    def _brand(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setContentsMargins(8, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(IconLabel("sprout", "accent_text", 22))
        self._brand_name = PlainLabel(self._words("Jobbpunkt Mimer"), "brand")
        line.addWidget(self._brand_name, 1)
        return line

    def _button(self, entry: PageEntry, keys: str) -> QPushButton:
        name = self._words(entry.title)
        button = make("rail", name, lambda: self.wanted.emit(entry.key), entry.icon)
        button.setProperty("picture", entry.icon)
        button.setIcon(icon(entry.icon, "muted"))
        button.setIconSize(QSize(scaled(26), scaled(19)))
        button.setCheckable(True)
        # Clicking the current page again must not look as if one had left it.
        button.clicked.connect(lambda: button.setChecked(True))
        if keys:
            QShortcut(QKeySequence(keys), self, lambda: self.wanted.emit(entry.key)).setContext(Qt.ShortcutContext.WindowShortcut)
        button.setProperty("keys", QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText))
        self._buttons[entry.key], self._names[entry.key] = button, name
        self._tell(entry.key)
        return button
