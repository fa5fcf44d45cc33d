"""Buttons: one primary per view, the rest quieter; each has a name that a screen reader can say."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QWidget

from ui.icons import icon
from ui.theme import current, scaled
from ui.widgets.labels import plain_tip

Pressed = Callable[[], object] | None
ICON_COLOURS = {
    "primary": "on_accent",
    "danger": "bad",
    "quiet": "accent_text",
    "back": "accent_text",
    "link": "accent_text",
    "bar": "bar_accent",
}
# What stands on a ground where the ring alone could not be seen: always, or as long as they are checked.
FILLED, FILLED_WHEN_CHECKED = ("primary", "bar"), ("chip", "segment")
# The ring of the style sheet is two pixels wide; the line within it begins there.
RING = 2.0


class Button(QPushButton):
    """A button that Enter presses as Space does, wherever it stands; Ctrl+Enter is left to the page or dialog around it."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        # In a dialog Enter in a field presses the default, not the button that was last looked at.
        self.setAutoDefault(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press on Enter, which Qt's own button does only in some dialogs."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            # A key that is held down is one wish.
            if not event.isAutoRepeat():
                self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a line within the ring, in the other colour, where the ground is too much like the ring's own."""
        super().paintEvent(event)
        if self.hasFocus() and self._filled():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(current().ring_inner), RING))
            radius = min(self.height() / 2, 14.0 if self.property("kind") == "chip" else 7.0) - RING
            inset = RING * 1.5
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), radius, radius)
            painter.end()

    def _filled(self) -> bool:
        kind = self.property("kind")
        return kind in FILLED or (kind in FILLED_WHEN_CHECKED and self.isChecked())


def primary(text: str, pressed: Pressed = None, *, icon: str = "") -> QPushButton:
    """Return the button for what one most likely wants to do here."""
    return make("primary", text, pressed, icon)


def secondary(text: str, pressed: Pressed = None, *, icon: str = "") -> QPushButton:
    """Return an ordinary button."""
    return make("secondary", text, pressed, icon)


def quiet(text: str, pressed: Pressed = None, *, icon: str = "") -> QPushButton:
    """Return a button without a frame, for what is seldom needed."""
    return make("quiet", text, pressed, icon)


def back(text: str, pressed: Pressed = None) -> QPushButton:
    """Return the button that leads back to where one was; its arrow stands in line with the title below it."""
    return make("back", text, pressed, "chevron-left")


def link(text: str, pressed: Pressed = None) -> QPushButton:
    """Return a button that reads as a link in running text."""
    return make("link", text, pressed, "")


def danger(text: str, pressed: Pressed = None, *, icon: str = "") -> QPushButton:
    """Return the button for what takes something away."""
    return make("danger", text, pressed, icon)


def icon_button(icon: str, name: str, pressed: Pressed = None) -> QPushButton:
    """Return a button that shows only an icon; `name` is its tooltip and what a screen reader says."""
    button = make("icon", "", pressed, icon)
    button.setAccessibleName(name)
    button.setToolTip(plain_tip(name))
    return button


def toggle(text: str, toggled: Callable[[bool], object] | None = None, *, checked: bool = False) -> QPushButton:
    """Return a rounded button that stays pressed, for filters."""
    button = make("chip", text, None, "")
    button.setCheckable(True)
    button.setChecked(checked)
    if toggled is not None:
        button.toggled.connect(toggled)
    return button


def hide_unless(button: QPushButton, *, allowed: bool) -> QPushButton:
    """Hide what the user may not do; never show anything, for a button without a place yet would open as a window."""
    if not allowed:
        button.hide()
    return button


def make(kind: str, text: str, pressed: Pressed, icon_name: str) -> QPushButton:
    """Return a button of a kind that the style sheet knows."""
    # A single ampersand would become an underline.
    button = Button(text.replace("&", "&&"))
    button.setProperty("kind", kind)
    button.setAccessibleName(text)
    if icon_name:
        button.setIcon(icon(icon_name, ICON_COLOURS.get(kind, "text")))
        button.setIconSize(QSize(scaled(22 if text else 18), scaled(18)))
    if pressed is not None:
        button.clicked.connect(lambda: pressed())
    return button
