"""The recovery key: shown once, to be printed or written down before one goes on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QHBoxLayout

from jobbpunkt.i18n import N_, Words
from ui.welcome.frame import WelcomeFrame
from ui.widgets.buttons import primary, secondary
from ui.widgets.forms import TickField
from ui.widgets.labels import PlainLabel, muted

GROUPS_PER_LINE = 5
SAID = N_(
    "If every password is lost, this key is the only way into the register. "
    "Print it or write it down, and keep it locked away from the computer."
)


class RecoverySheet(WelcomeFrame):
    """Shows the key; going on takes a tick that says it is kept."""

    kept = Signal()
    print_wanted = Signal()

    def __init__(self, words: Words, key: str) -> None:
        explanation = words(SAID)
        super().__init__(words, words("Recovery key"), explanation, width=580)
        self.key = PlainLabel(lines_of(key), wrap=False)
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        self.key.setProperty("role", "key")
        self.key.setFont(fixed)
        self.key.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.key.setAccessibleName(words("Recovery key"))
        self.tick = TickField(words("I have printed the key or written it down"))
        self.go_on = primary(words("Continue"), self.kept.emit)
        self.go_on.setEnabled(False)
        self.tick.changed.connect(lambda: self.go_on.setEnabled(self.tick.value()))
        self.body.addWidget(self.key)
        self.body.addWidget(muted(words("It is not shown again, and nobody can make a copy of it.")))
        self.body.addWidget(self.tick)
        line = QHBoxLayout()
        line.addWidget(secondary(words("Print"), self.print_wanted.emit, icon="printer"))
        line.addStretch(1)
        line.addWidget(self.go_on)
        self.body.addLayout(line)


def lines_of(key: str) -> str:
    """Return the key's groups, a few per line, so that they can be compared one by one."""
    groups = key.split("-")
    rows = [groups[at : at + GROUPS_PER_LINE] for at in range(0, len(groups), GROUPS_PER_LINE)]
    return "\n".join("-".join(row) for row in rows)
