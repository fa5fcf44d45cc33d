"""The look: readable in light and dark, and every name in the style sheet exists."""

import re
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

import resources
from jobbpunkt.register import Register
from tests.ui.conftest import shown
from ui import theme as looks
from ui.app import Program
from ui.icons import icon
from ui.pages import PAGES
from ui.theme import Theme
from ui.tokens import DARK, LIGHT, Colours, contrast
from ui.widgets.buttons import make

ON = {
    "text": ("ground", "surface", "rail", "hover", "accent_soft", "neutral_soft"),
    "muted": ("ground", "surface", "rail", "hover", "neutral_soft"),
    "accent_text": ("ground", "surface", "hover", "accent_soft"),
    "on_accent": ("accent", "accent_hover"),
    "good": ("surface", "ground", "good_soft"),
    "warn": ("surface", "ground", "warn_soft"),
    "bad": ("surface", "ground", "bad_soft"),
    "on_bar": ("bar",),
    "bar_accent": ("bar",),
}

PLAIN_GROUNDS = (
    "ground",
    "surface",
    "rail",
    "hover",
    "line",
    "accent_soft",
    "neutral_soft",
    "good_soft",
    "warn_soft",
    "bad_soft",
)
CHANGES = (QEvent.Type.StyleChange, QEvent.Type.FontChange, QEvent.Type.PaletteChange)


class Changes(QObject):
    """Counts how often widgets are told that their look has changed."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.count = 0
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count, and stop nothing."""
        self.count += isinstance(watched, QWidget) and event.type() in CHANGES
        return False


def changes_at(theme: Theme, app: QApplication, mode: str, percent: int = 100) -> int:
    """Return how often widgets are told of a change of look at one choice."""
    ear = Changes(app)
    theme.choose(mode, percent)
    app.removeEventFilter(ear)
    return ear.count


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_text_is_readable_on_every_ground_it_stands_on(colours: Colours) -> None:
    poor = [
        (ink, ground)
        for ink, grounds in ON.items()
        for ground in grounds
        if contrast(getattr(colours, ink), getattr(colours, ground)) < 4.5
    ]
    assert poor == []


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_borders_and_the_focus_ring_can_be_seen(colours: Colours) -> None:
    pairs = [(ink, ground) for ink in ("line_strong", "accent") for ground in ("surface", "ground")]
    pairs += [("accent", ground) for ground in ("rail", "hover", "accent_soft", "neutral_soft")] + [("bar_accent", "bar")]
    # The ring stands between what is around a widget and its own ground; where that is filled, a line lies within the ring.
    pairs += [("ring", ground) for ground in PLAIN_GROUNDS]
    pairs += [("ring", "ring_inner"), *(("ring_inner", ground) for ground in ("accent", "accent_hover"))]
    assert [pair for pair in pairs if contrast(getattr(colours, pair[0]), getattr(colours, pair[1])) < 3] == []
    on_bar = max(contrast(ring, colours.bar) for ring in (colours.ring, colours.ring_inner))
    assert on_bar >= 3


def test_contrast_is_counted_as_wcag_counts_it() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_focus_is_visible_on_every_kind_of_button() -> None:
    sheet = resources.path("theme.qss").read_text(encoding="utf-8")
    kinds = set(re.findall(r'kind="(\w+)"', sheet))
    assert kinds == set(re.findall(r'kind="(\w+)"\]:focus { border: 2px solid \$ring', sheet))


def test_there_is_one_ring_everywhere() -> None:
    """Whatever can have the keyboard says so by the same border; nothing says it in a colour of its own."""
    sheet = resources.path("theme.qss").read_text(encoding="utf-8")
    rings = re.findall(r"([^}]*:focus[^{]*){([^}]*)}", sheet)
    assert [where.strip() for where, look in rings if "border: 2px solid $ring;" not in look] == []
    # A rule of the same weight that stands further down would paint another border over the ring.
    later = re.findall(r"\[(?:invalid|kind)=\"(\w+)\"\] { [^}]*border(?:-color)?: [^;]*\$bad", sheet)
    assert [one for one in later if not re.search(rf'="{one}"\]:focus', sheet.split(f'="{one}"] {{', 1)[1])] == []


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize(
    "kind", ["primary", "bar", "chip", "segment", "secondary", "danger", "quiet", "link", "back", "row", "icon"]
)
def test_the_ring_can_be_seen_on_a_button(qtbot: QtBot, theme: Theme, mode: str, kind: str) -> None:
    """On the picture, from the edge of the button inwards, two colours meet that differ by three to one."""
    theme.choose(mode, 100)
    try:
        holder = QWidget()
        holder.setProperty("ground", "page")
        holder.setStyleSheet(f"background: {looks.current().bar}" if kind == "bar" else "")
        button = make(kind, "Spara", None, "")
        button.setCheckable(kind in ("chip", "segment"))
        button.setChecked(kind in ("chip", "segment"))
        elsewhere, column = QLineEdit(), QVBoxLayout(holder)
        for widget in (elsewhere, button):
            column.addWidget(widget)
        shown(qtbot, holder, 240, 120)
        elsewhere.setFocus()
        calm = holder.grab().toImage()
        button.setFocus()
        ringed = holder.grab().toImage()
        top, across = button.y(), button.geometry().center().x()
        now, before = ([picture.pixelColor(across, top + down).name() for down in range(-2, 7)] for picture in (ringed, calm))
        assert max(contrast(one, other) for one, other in pairwise(now)) >= 3, now
        assert max(contrast(one, other) for one, other in zip(now, before, strict=True)) >= 3, (before, now)
    finally:
        theme.choose("light", 100)


def test_the_window_changes_between_light_and_dark(qtbot: QtBot, qapp: QApplication, theme: Theme) -> None:
    label = QLabel("Text")
    qtbot.addWidget(label)
    label.show()
    try:
        theme.choose("dark", 100)
        assert looks.current() == DARK
        assert label.palette().color(QPalette.ColorRole.WindowText).name() == DARK.text
        theme.choose("light", 200)
        assert looks.current() == LIGHT
        assert label.fontMetrics().height() > 30
    finally:
        theme.choose("light", 100)
    assert label.font().family() == "Noto Sans"


def test_a_change_of_look_costs_as_much_as_there_are_widgets(qtbot: QtBot, qapp: QApplication, theme: Theme) -> None:
    """A widget deep within others is not dressed again for each of them."""
    nest = [QWidget() for _ in range(40)]
    qtbot.addWidget(nest[0])
    for outer, inner in pairwise(nest):
        QVBoxLayout(outer).addWidget(inner)
    nest[0].show()
    try:
        for mode, percent in (("dark", 100), ("dark", 150), ("light", 100)):
            assert changes_at(theme, qapp, mode, percent) <= 10 * len(qapp.allWidgets()), (mode, percent)
        assert changes_at(theme, qapp, "light") == 0
    finally:
        theme.choose("light", 100)


def test_all_pages_open_are_dressed_once_each(qapp: QApplication, program: Program, sqlite_register: Register) -> None:
    program.start(opened=sqlite_register)
    workspace = program.workspace
    assert workspace is not None
    for entry in PAGES:
        workspace.go(entry.key)
    try:
        for mode in ("dark", "light"):
            assert changes_at(program.theme, qapp, mode) <= 10 * len(qapp.allWidgets()), mode
    finally:
        program.theme.choose("light", 100)


def test_fonts_are_ours(theme: Theme) -> None:
    looks.load_other_scripts()
    assert set(looks.FAMILIES) <= set(QFontDatabase.families())


def test_every_icon_is_drawn_in_the_colour_asked_for(theme: Theme) -> None:
    for file in sorted(resources.path("icons").glob("*.svg")):
        image = icon(file.stem, "bad").pixmap(96, 96).toImage()
        inks = {image.pixelColor(x, y).name() for x in range(96) for y in range(96) if image.pixelColor(x, y).alpha() == 255}
        assert inks, file.name
        if not file.name.startswith("field-"):
            assert LIGHT.bad in inks, file.name
