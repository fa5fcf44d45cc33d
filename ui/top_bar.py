"""The bar over the page: search, who is signed in, and the lock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from jobbpunkt.base.words import Words
from ui.lock_key import LOCK_KEYS
from ui.search_words import prompt
from ui.theme import scaled
from ui.widgets.buttons import icon_button, make
from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import ElidedLabel, PlainLabel, plain_tip

if TYPE_CHECKING:
    from jobbpunkt.register.unit_of_work import SignedIn

SEARCH_KEYS = "Ctrl+K"


class TopBar(QWidget):
    """Emits what is wanted: the search, or the lock."""

    search_wanted = Signal()
    lock_wanted = Signal()
    drafts_wanted = Signal()

    def __init__(self, words: Words, user: SignedIn, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.search = make("search", "", self.search_wanted.emit, "")
        self.search.setAccessibleName(words("Search everything"))
        self.lock = icon_button("lock", words("Lock the program"), self.lock_wanted.emit)
        self.drafts = make("quiet", "", self.drafts_wanted.emit, "history")
        self.drafts.hide()
        self._name = PlainLabel(user.name, "muted", wrap=False)
        self._name.setAccessibleName(words("Signed in: {name}", name=user.name))
        self._build(words, prompt(words, user))
        for keys, signal in ((SEARCH_KEYS, self.search_wanted), (LOCK_KEYS, self.lock_wanted)):
            QShortcut(QKeySequence(keys), self, signal.emit)

    def show_drafts(self, said: str) -> None:
        """Say how many drafts wait; nothing hides the button."""
        self.drafts.setText(said)
        self.drafts.setAccessibleName(said)
        self.drafts.setVisible(bool(said))

    def _build(self, words: Words, wanted: str) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(32, 14, 24, 6)
        layout.setSpacing(10)
        self.search.setMinimumSize(scaled(120), scaled(36))
        self.search.setMaximumWidth(scaled(460))
        # In a narrow window the words give way to the keys beside them.
        said = ElidedLabel(wanted, "muted")
        inner = QHBoxLayout(self.search)
        inner.setContentsMargins(12, 0, 12, 0)
        inner.setSpacing(8)
        inner.addWidget(IconLabel("search", "muted", 16))
        inner.addWidget(said, 1)
        inner.addWidget(PlainLabel(_native(SEARCH_KEYS), "small", wrap=False))
        self.lock.setToolTip(plain_tip("  ".join((words("Lock the program"), _native(LOCK_KEYS)))))
        layout.addWidget(self.search, 3)
        layout.addStretch(1)
        layout.addWidget(self.drafts)
        layout.addWidget(IconLabel("user", "muted", 18))
        layout.addWidget(self._name)
        layout.addSpacing(6)
        layout.addWidget(self.lock)


def _native(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
