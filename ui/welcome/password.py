"""The password fields of the welcome views: seen on demand, Caps Lock noticed, strength shown."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QProgressBar, QWidget

from jobbpunkt.base.words import N_, Words
from jobbpunkt.register.strength import Strength, strength
from ui.widgets.labels import small
from ui.widgets.text_fields import PasswordField

SAID = {
    Strength.TOO_SHORT: N_("Too short: at least 10 characters."),
    Strength.WEAK: N_("Weak. Add a word or two that do not belong together."),
    Strength.FAIR: N_("Fair. One more word makes it good."),
    Strength.GOOD: N_("Good."),
    Strength.STRONG: N_("Strong."),
}
TONES = {Strength.TOO_SHORT: "bad", Strength.WEAK: "bad", Strength.FAIR: "warn", Strength.GOOD: "good", Strength.STRONG: "good"}


def password_field(words: Words, label: str, *, hint: str = "") -> PasswordField:
    """Return a password field that says when Caps Lock is on."""
    field = PasswordField(label, show=words("Show the password"), hide=words("Hide the password"), hint=hint)
    watch = _CapsLockWatch(field, hint, words("Caps Lock is on."))
    field.line.installEventFilter(watch)
    return field


class _CapsLockWatch(QObject):
    """Reads Caps Lock off the letters themselves: a capital without Shift, or a small letter with it."""

    def __init__(self, field: PasswordField, usual: str, warning: str) -> None:
        super().__init__(field)
        self._field, self._usual, self._warning = field, usual, warning

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at each letter as it is typed; never keep it."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.text().isalpha():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._field.set_hint(self._warning if event.text().isupper() != shift else self._usual)
        return super().eventFilter(watched, event)


class NewPasswordField(PasswordField):
    """A password to choose, with a meter of how hard it is to guess."""

    def __init__(self, words: Words, label: str, parent: QWidget | None = None) -> None:
        super().__init__(label, show=words("Show the password"), hide=words("Hide the password"), parent=parent)
        self._words = words
        self._meter = QProgressBar()
        self._meter.setRange(0, int(Strength.STRONG))
        self._meter.setTextVisible(False)
        self._meter.setAccessibleName(words("Strength of the password"))
        self._said = small(words("A sentence of four words is easy to remember and hard to guess."))
        self.column.addWidget(self._meter)
        self.column.addWidget(self._said)
        self.line.textChanged.connect(self._judge)

    def _judge(self, typed: str) -> None:
        grade = strength(typed)
        self._meter.setValue(int(grade) if typed else 0)
        self._meter.setProperty("tone", TONES[grade])
        self._meter.style().unpolish(self._meter)
        self._meter.style().polish(self._meter)
        self._said.setText(self._words(SAID[grade]))
