"""What can be chosen in the palette, under a heading for each kind of thing; headings are passed over."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from ui.acts.act import Act, Section
from ui.icons import icon
from ui.theme import scaled
from ui.widgets.act_delegate import HEADING, ActDelegate
from ui.widgets.labels import plain_tip


class ActList(QListWidget):
    """Acts in sections; the keyboard stays in the line above, which moves the mark here."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "plain")
        self.setIconSize(QSize(scaled(18), scaled(18)))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setItemDelegate(ActDelegate(self))
        self.setMinimumHeight(320)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @property
    def chosen(self) -> Act | None:
        """Return what the mark stands on."""
        return act_of(self.currentItem())

    def show_sections(self, sections: Sequence[Section], nothing: str) -> None:
        """Show these instead of what stood here, the mark on the first; where there are none, the sentence that says so."""
        self.clear()
        for section in sections:
            if section.acts:
                self._add_words(section.title, heading=True)
            for act in section.acts:
                self._add(act)
        if self._choosable():
            self.setCurrentRow(self._choosable()[0])
            self.scrollToTop()
        else:
            self._add_words(nothing, heading=False)

    def move_mark(self, steps: int) -> None:
        """Move the mark so many things down, or up, as far as there are things."""
        rows = self._choosable()
        if not rows:
            return
        at = rows.index(self.currentRow()) if self.currentRow() in rows else 0
        row = rows[max(0, min(len(rows) - 1, at + steps))]
        self.setCurrentRow(row)
        above = self.item(row - 1)
        if above is not None and above.data(HEADING):
            self.scrollToItem(above)
            self.scrollToItem(self.item(row))

    def _choosable(self) -> list[int]:
        return [row for row in range(self.count()) if act_of(self.item(row)) is not None]

    def _add(self, act: Act) -> None:
        item = QListWidgetItem(icon(act.icon, "muted"), act.text)
        item.setData(Qt.ItemDataRole.UserRole, act)
        said = ". ".join(filter(None, (act.text, act.detail, act.mark)))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
        item.setToolTip(plain_tip(said))
        self.addItem(item)

    def _add_words(self, words: str, *, heading: bool) -> None:
        item = QListWidgetItem(words)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setData(HEADING, heading)
        self.addItem(item)


def act_of(item: QListWidgetItem | None) -> Act | None:
    """Return what a line does; headings do nothing."""
    act = None if item is None else item.data(Qt.ItemDataRole.UserRole)
    return act if isinstance(act, Act) else None
