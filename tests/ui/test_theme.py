"""The look: readable in light and dark, and every name in the style sheet exists."""

import re
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QFontDatabase, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

import resources
from jobbpunkt.register.opening import Register
from models.vocabulary import ActivityStatus, ApplicationStage, CaseStatus, PlanStatus, SessionStatus
from tests.ui.conftest import shown
from tests.ui.contrast import contrast
from ui import theme as looks
from ui.app import Program
from ui.icons import icon
from ui.pages import PAGES, visible_to
from ui.theme import Theme
from ui.tokens import DARK, LIGHT, Colours
from ui.tones import TONES, tone_of
from ui.widgets.buttons import make
from ui.widgets.completing import completer

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

    def __init__(self, app: QApplication, changes: tuple[QEvent.Type, ...] = CHANGES) -> None:
        super().__init__(app)
        self.count, self._changes = 0, changes
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count, and stop nothing."""
        self.count += isinstance(watched, QWidget) and event.type() in self._changes
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
        around = QWidget()
        around.setStyleSheet(f"background: {looks.current().bar}" if kind == "bar" else "")
        QVBoxLayout(holder).addWidget(around)
        button = make(kind, "Spara", None, "")
        button.setCheckable(kind in ("chip", "segment"))
        button.setChecked(kind in ("chip", "segment"))
        elsewhere, column = QLineEdit(), QVBoxLayout(around)
        for widget in (elsewhere, button):
            column.addWidget(widget)
        shown(qtbot, holder, 240, 120)
        elsewhere.setFocus()
        calm = holder.grab().toImage()
        button.setFocus()
        ringed = holder.grab().toImage()
        at = button.mapTo(holder, QPoint(button.width() // 2, 0))
        top, across = at.y(), at.x()
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


def text_in(page: QWidget) -> str:
    """Return the colour in which a page's title is written."""
    title = next(label for label in page.findChildren(QLabel) if label.property("role") == "title")
    return title.palette().color(QPalette.ColorRole.WindowText).name()


def test_with_all_pages_open_only_what_is_seen_is_dressed_at_once(
    qtbot: QtBot, qapp: QApplication, program: Program, sqlite_register: Register
) -> None:
    """Another page is dressed when one turns to it before its turn, and the others in the turns of the loop that come."""
    program.start(opened=sqlite_register)
    workspace = program.workspace
    assert workspace is not None
    for entry in PAGES:
        workspace.go(entry.key)
    pages = {key: page for key in ("today", "reports", "settings") if (page := workspace.page(key)) is not None}
    seen = [widget for widget in program.window.findChildren(QWidget) if widget.isVisible()]
    try:
        assert changes_at(program.theme, qapp, "dark") <= 20 * len(seen)
        assert {key: text_in(page) for key, page in pages.items()} == {
            "today": LIGHT.text,
            "reports": LIGHT.text,
            "settings": DARK.text,
        }
        workspace.go("reports")
        assert text_in(pages["reports"]) == DARK.text
        qtbot.waitUntil(lambda: text_in(pages["today"]) == DARK.text)
    finally:
        program.theme.choose("light", 100)
    workspace.go("today")
    assert text_in(pages["today"]) == LIGHT.text


def test_a_page_is_not_dressed_again_for_all_that_it_stands_in(
    qtbot: QtBot, qapp: QApplication, program: Program, sqlite_register: Register
) -> None:
    """It is built from the inside out, and dressed once, where it stands."""
    program.start(opened=sqlite_register)
    workspace = program.workspace
    assert workspace is not None
    for entry in visible_to(sqlite_register.user)[1:]:
        ear = Changes(qapp, (QEvent.Type.StyleChange,))
        workspace.go(entry.key)
        qapp.removeEventFilter(ear)
        page = workspace.page(entry.key)
        assert page is not None
        assert ear.count <= 2 * len(page.findChildren(QWidget)), entry.key


def test_what_stands_in_nothing_is_dressed_too(qtbot: QtBot, theme: Theme) -> None:
    """The list under a line is a window of its own, which Qt lets stand in nothing."""
    line = QLineEdit()
    offered = completer(["Bäckby Livs", "Hotell Arosen"], line)
    line.setCompleter(offered)
    shown(qtbot, line, 300, 40)
    QTest.keyClicks(line, "aro")
    popup = offered.popup()
    assert popup is not None
    qtbot.waitUntil(popup.isVisible)
    theme.choose("dark", 100)
    try:
        assert popup.palette().color(QPalette.ColorRole.Base).name() == DARK.surface
    finally:
        theme.choose("light", 100)
        popup.hide()


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


def test_whatever_has_a_status_has_a_tone() -> None:
    assert set(TONES) == {
        one for kind in (ActivityStatus, ApplicationStage, CaseStatus, PlanStatus, SessionStatus) for one in kind
    }
    assert tone_of(None) == "neutral"
