"""The window of whoever may not see health is the same with a health plan in the register as without: every word of it.

Names for screen readers, hints, lists, titles and what the search finds are words too.
"""

from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from jobbpunkt.base.settings import Settings
from jobbpunkt.base.words import Words
from jobbpunkt.register.index import fold
from models.plan import Plan
from tests.permissions.desk import Desk, one
from tests.permissions.planted import WORD
from tests.permissions.told import alike
from tests.permissions.twins import Twins, keys, twins
from tests.registers import Template, copy_file
from tests.ui.conftest import settle_all, shown
from ui.context import Context
from ui.theme import Theme
from ui.widgets.palette import Palette
from ui.workspace import Workspace

# A supervisor, one who may do all that anybody may who lacks the right, and one who lacks only the key.
WHO = ("S", "every role without the right", "every role without the key")
TYPED = (WORD, "person", "plan", "skriv ut plan person")
ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
PROPERTIES = ("text", "toolTip", "accessibleName", "accessibleDescription", "windowTitle", "placeholderText", "title")


@pytest.fixture(scope="module")
def both(sqlite_template: Template, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Twins]:
    """The register with the planted plan, and its twin."""
    folders = [tmp_path_factory.mktemp(name) for name in ("with", "without")]
    places = [copy_file(sqlite_template, folder / "register.opening.jobbpunkt") for folder in folders]
    with twins(places, folders) as made:
        yield made


@pytest.mark.parametrize("who", WHO)
def test_the_window_says_nothing_of_a_health_plan(
    qtbot: QtBot, theme: Theme, both: Twins, words_sv: Words, tmp_path: Path, who: str
) -> None:
    code = _code(both[0])
    seen, bare = (_everything(qtbot, made, who, words_sv, tmp_path / made.folder.name, code) for made in both)
    assert len(seen) > len(TYPED), "the walk has gone somewhere"
    for place, said in seen.items():
        assert WORD not in fold(said), place
        assert not any(key in said for key in keys(both[0])), place
    assert _differing(seen, bare) == []


def test_who_may_see_it_is_shown_it(qtbot: QtBot, theme: Theme, both: Twins, words_sv: Words, tmp_path: Path) -> None:
    """Else the walk would look where nothing is shown."""
    code = _code(both[0])
    seen, bare = (_everything(qtbot, made, "C", words_sv, tmp_path / made.folder.name, code) for made in both)
    assert WORD in seen["plans of the plan"]
    assert WORD not in bare["plans of the plan"]
    assert alike(seen[f"search {code}"]) != alike(bare[f"search {code}"])


def _code(made: Desk) -> str:
    """Return what stands on the paper of the planted plan, to be typed into the search."""
    with made.registers["C"].reading() as uow:
        return uow.get(Plan, made.made["health_plan"]).code


def _differing(seen: dict[str, str], bare: dict[str, str]) -> list[str]:
    """Return the lines that stand in one window and not in the other, with their place."""
    assert seen.keys() == bare.keys()
    pairs = ((place, alike(bare[place]).split("\n"), alike(said).split("\n")) for place, said in seen.items())
    return [f"{place}: {line}" for place, one, other in pairs for line in unified_diff(one, other, lineterm="", n=0)]


def _everything(qtbot: QtBot, made: Desk, who: str, words: Words, folder: Path, code: str) -> dict[str, str]:
    """Return all that the window says, by place; where one was is kept in the settings, so that each twin has its own."""
    folder.mkdir()
    context = Context(made.registers[who], words, Settings(folder / "settings.json"), drafts_folder=folder / "drafts")
    window = shown(qtbot, Workspace(context), 1280, 800)
    said = {}
    for key in window.rail.keys:
        window.go(key)
        settle_all(qtbot, context)
        said[key] = _words_of(window)
    if "people" in said:
        said |= _person(qtbot, context, window)
    if "plans" in said:
        window.go("plans", made.made["health_plan"])
        settle_all(qtbot, context)
        qtbot.wait(20)
        said["plans of the plan"] = _words_of(window)
    said |= _found(qtbot, context, window, code)
    window.close()
    context.close()
    file = made.registers[who].location.text
    return {place: found.replace(file, "") for place, found in said.items()}


def _person(qtbot: QtBot, context: Context, window: Workspace) -> dict[str, str]:
    context.register.sitting.let_in.add(one("person"))  # as a reason or the figure of a report does
    window.go("people", one("person"))
    settle_all(qtbot, context)
    assert window.current is not None
    tabs = next(found for found in window.current.findChildren(QTabWidget) if found.isVisible())
    said = {}
    for number in range(tabs.count()):
        tabs.setCurrentIndex(number)
        settle_all(qtbot, context)
        said[f"person {tabs.tabText(number)}"] = _words_of(window)
    return said


def _found(qtbot: QtBot, context: Context, window: Workspace, code: str) -> dict[str, str]:
    from ui.pages import PAGES

    palette = Palette(context, PAGES, window)
    palette.show()
    said = {}
    for typed in (*TYPED, code):
        palette.line.setText(typed)
        palette._search()
        settle_all(qtbot, context)
        said[f"search {typed}"] = "\n".join(_items(palette.list))
    palette.close()
    return said


def _words_of(window: QWidget) -> str:
    """Return every word of a window, one a line."""
    lines = [line for widget in (window, *window.findChildren(QWidget)) for line in _lines(widget)]
    lines += [action.text() for action in window.findChildren(QAction)]
    return "\n".join(line for line in lines if line)


def _lines(widget: QWidget) -> Iterator[str]:
    for name in PROPERTIES:
        value = widget.property(name)
        if isinstance(value, str):
            yield value
    if isinstance(widget, QAbstractItemView):
        yield from _items(widget)
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(number) for number in range(widget.count()))
    if isinstance(widget, QPlainTextEdit):
        yield widget.toPlainText()
    if isinstance(widget, QLineEdit):
        yield widget.text()


def _items(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    if model is None:
        return
    for row in range(model.rowCount(QModelIndex())):
        columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(QModelIndex())
        for column in range(columns):
            yield from (str(model.index(row, column).data(role) or "") for role in ROLES)
