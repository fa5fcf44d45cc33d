"""One look on every system: Qt's Fusion style with our palette, our style sheet and our fonts, light or dark."""

from string import Template

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

import resources
from ui.dress import wardrobe
from ui.tokens import TYPE_SCALE, Colours, Scheme, colours, substitutions

SCRIPTS = ("Naskh Arabic", "Sans Ethiopic", "Sans Thai", "Sans Hebrew", "Sans Armenian", "Sans Georgian", "Sans Devanagari")
FAMILIES = ["Noto Sans", *(f"Noto {script}" for script in SCRIPTS)]
FIRST_FONTS = ("NotoSans-Regular.ttf", "NotoSans-Medium.ttf", "NotoSans-SemiBold.ttf", "NotoSans-Bold.ttf")


class Theme(QObject):
    """Dresses the application, and dresses it anew when the system or the user changes between light and dark."""

    def __init__(self, app: QApplication, mode: str = "system", percent: int = 100) -> None:
        super().__init__(app)
        self._app = app
        self._mode = mode
        self._percent = percent
        app.setStyle("Fusion")
        load_fonts()
        self._apply()
        app.styleHints().colorSchemeChanged.connect(self._apply)
        QTimer.singleShot(0, self, load_other_scripts)

    @property
    def scheme(self) -> Scheme:
        """Return which of the two schemes is on the screen."""
        if self._mode in ("light", "dark"):
            return "dark" if self._mode == "dark" else "light"
        return "dark" if self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark else "light"

    def choose(self, mode: str, percent: int) -> None:
        """Change to `system`, `light` or `dark`, with text at `percent` of its normal size."""
        self._mode, self._percent = mode, percent
        self._apply()

    def _apply(self) -> None:
        scheme = self.scheme
        sheet = style_sheet(scheme, self._percent)
        worn = wardrobe()
        if sheet == worn.sheet:
            return
        worn.take_off()
        font = QFont(FAMILIES)
        font.setPixelSize(round(TYPE_SCALE["body"] * self._percent / 100))
        if font != self._app.font():
            self._app.setFont(font)
        self._app.setPalette(palette(colours(scheme)))
        worn.change(sheet)


def current() -> Colours:
    """Return the colours that are on the screen now, for what paints itself."""
    dark = QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < 128
    return colours("dark" if dark else "light")


def scaled(pixels: int) -> int:
    """Return a length that grows with the text: what is 18 pixels at 100 % is 36 at 200 %."""
    size = QGuiApplication.font().pixelSize()
    return pixels if size <= 0 else round(pixels * size / TYPE_SCALE["body"])


def palette(tokens: Colours) -> QPalette:
    """Return the Qt palette of a scheme, for everything that the style sheet does not paint."""
    role = QPalette.ColorRole
    chosen = {
        role.Window: tokens.ground,
        role.WindowText: tokens.text,
        role.Base: tokens.surface,
        role.AlternateBase: tokens.ground,
        role.Text: tokens.text,
        role.Button: tokens.surface,
        role.ButtonText: tokens.text,
        role.BrightText: tokens.on_accent,
        role.Highlight: tokens.accent,
        role.HighlightedText: tokens.on_accent,
        role.Accent: tokens.accent,
        role.Link: tokens.accent_text,
        role.LinkVisited: tokens.accent_text,
        role.PlaceholderText: tokens.muted,
        role.ToolTipBase: tokens.bar,
        role.ToolTipText: tokens.on_bar,
        role.Mid: tokens.line,
        role.Dark: tokens.line_strong,
    }
    made = QPalette()
    for key, colour in chosen.items():
        made.setColor(key, QColor(colour))
    for key in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, key, QColor(tokens.line_strong))
    return made


def style_sheet(scheme: Scheme, percent: int = 100) -> str:
    """Return the style sheet with a scheme's colours and sizes filled in."""
    sheet = Template(resources.path("theme.qss").read_text(encoding="utf-8"))
    icon_folder = resources.path("icons").as_posix()
    return sheet.substitute(substitutions(scheme, percent), icons=icon_folder, scheme=scheme)


def load_fonts() -> None:
    """Make our Latin fonts known to Qt, so that the window looks the same everywhere."""
    for name in FIRST_FONTS:
        _load(name)


def load_other_scripts() -> None:
    """Make the remaining fonts known, for names in Arabic, Ethiopic, Thai and others; after the window is up."""
    for file in sorted(resources.path("fonts").glob("*.ttf")):
        if not file.name.startswith("NotoSans-"):
            _load(file.name)


def _load(name: str) -> None:
    file = resources.path("fonts", name)
    if file.exists() and QGuiApplication.instance() is not None:
        QFontDatabase.addApplicationFont(str(file))
