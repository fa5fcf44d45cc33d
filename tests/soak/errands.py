"""What people do on purpose and random hands seldom hit upon: into a record, to a tab of it; change the look; search; lock."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from random import Random
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QStackedWidget, QTabWidget, QWidget

from jobbpunkt.base import settings
from tests.soak.hands import Deed
from tests.ui.keys import type_text
from ui.app import Program
from ui.settings.look_card import TEXT_SIZES, LookCard
from ui.widgets.page import Page
from ui.widgets.row_table import RowTable
from ui.workspace import Workspace

W = TypeVar("W", bound=QWidget)
SCHEMES = ("light", "dark")
LANGUAGES = ("sv", "en")
# Behind these pages lies so many times more than behind the others.
DEEP = {"people": 4, "campaigns": 2, "coaching": 2, "plans": 2}
NO_DEPTHS: Mapping[str, int] = {}
SOUGHT = ("Samira", "boka Samira fredag 10", "ny person", "cv", "lager", "kampanj")


class Errands:
    """Makes one errand after another for a program; each is a row of deeds, done with pauses between them.

    What was seen is remembered in a file, so that the next sitting goes elsewhere.
    """

    def __init__(self, program: Program, rng: Random, memory: Path) -> None:
        self.program, self.rng, self._memory = program, rng, memory
        self.seen: Counter[str] = Counter(json.loads(memory.read_text(encoding="utf-8")) if memory.exists() else {})

    def remember(self) -> None:
        """Keep for the next sitting what was seen."""
        self._memory.write_text(json.dumps(self.seen, ensure_ascii=False), encoding="utf-8")

    def next(self) -> Iterator[Deed]:
        """Return an errand: mostly into the program where it was seen least, sometimes around it."""
        workspace = self.program.workspace
        if workspace is None:
            return iter(())
        errands: tuple[Callable[[Workspace], Iterator[Deed]], ...] = (self._dive, self._look, self._search)
        [chosen] = self.rng.choices(errands, (10, 2, 1))
        return chosen(workspace)

    def at_any_time(self) -> Deed:
        """Return what happens whatever is open: the computer turns dark in the evening, or the program is locked."""
        dress, lock = Deed("light or dark", self._choose_scheme), Deed("lock", self.program.lock)
        return dress if self.rng.random() < 0.75 else lock

    def _dive(self, workspace: Workspace) -> Iterator[Deed]:
        key = self._rarest("page", workspace.rail.keys, DEEP)
        yield Deed(f"to {key}", lambda: workspace.rail.wanted.emit(key))
        yield Deed(f"open a row of {key}", self._open_row)
        if self.rng.random() < 0.3:
            yield Deed("back at once", self._back)
            return
        for _ in range(self.rng.randint(1, 3)):
            yield Deed(f"turn to a tab of {key}", self._turn)
            yield Deed(f"press what was pressed least in {key}", self._press)
        if self.rng.random() < 0.5:
            yield Deed("back", self._back)

    def _look(self, workspace: Workspace) -> Iterator[Deed]:
        """Change language or size of text as one does, in the settings, whatever is open on the other pages."""
        yield Deed("to settings", lambda: workspace.rail.wanted.emit("settings"))
        yield Deed("language or size of text", self._choose_look)

    def _search(self, workspace: Workspace) -> Iterator[Deed]:
        yield Deed("search", workspace.bar.search_wanted.emit)
        yield Deed("type in the search", lambda: self._type(self.rng.choice(SOUGHT)))
        yield Deed("take what the search found", lambda: self._key(Qt.Key.Key_Return))

    def _rarest(self, kind: str, names: tuple[str, ...], depths: Mapping[str, int] = NO_DEPTHS) -> str:
        name = min(names, key=lambda one: (self.seen[f"{kind} {one}"] / depths.get(one, 1), self.rng.random()))
        self.seen[f"{kind} {name}"] += 1
        return name

    def _page(self) -> Page | None:
        workspace = self.program.workspace
        return workspace.current if workspace is not None else None

    def _open_row(self) -> None:
        tables = [table for table in self._inside(RowTable) if table.rows]
        if tables:
            table = self.rng.choice(tables)
            table.selectRow(self.rng.randrange(len(table.rows)))
            table.setFocus()
            QTest.keyClick(table, Qt.Key.Key_Return)

    def _turn(self) -> None:
        for tabs in self._inside(QTabWidget):
            names = tuple(tabs.tabText(number) for number in range(tabs.count()))
            tabs.setCurrentIndex(names.index(self._rarest("tab", names)))

    def _press(self) -> None:
        place = place_of(self.program.workspace)
        buttons = {f"{place}: {_words(one)}": one for one in self._inside(QPushButton) if one.isEnabled()}
        if buttons:
            buttons[self._rarest("button", tuple(buttons))].click()

    def _back(self) -> None:
        if (page := self._page()) is not None:
            page.go_back()

    def _choose_look(self) -> None:
        for card in self._inside(LookCard):
            if self.rng.random() < 0.4:
                card.language.set_value(self.rng.choice(LANGUAGES))
            else:
                card.text_size.set_value(self.rng.choice(TEXT_SIZES))
            card.language.changed.emit()

    def _choose_scheme(self) -> None:
        if (context := self.program.context) is not None:
            context.settings.set(settings.THEME, self.rng.choice(SCHEMES))
            context.restyled.emit()

    def _inside(self, kind: type[W]) -> list[W]:
        page = self._page()
        return [one for one in page.findChildren(kind) if one.isVisible()] if page is not None else []

    def _type(self, text: str) -> None:
        if (focused := QApplication.focusWidget()) is not None:
            type_text(focused, text)

    def _key(self, key: Qt.Key) -> None:
        if (focused := QApplication.focusWidget()) is not None:
            QTest.keyClick(focused, key)


def place_of(workspace: Workspace | None) -> str:
    """Return the page that is shown, what lies over or in it, and its tab."""
    page = workspace.current if workspace is not None else None
    if page is None:
        return "sign in"
    shown = [stack.currentWidget() for stack in page.findChildren(QStackedWidget) if stack.isVisible()]
    return "/".join(dict.fromkeys(kind for one in (page, *shown) if (kind := _kind(one))))


def _kind(one: QWidget | None) -> str:
    """Return what a part of a page is; a bare box is what lies in it."""
    bare = [child for child in one.children() if isinstance(child, QWidget)] if one is not None and type(one) is QWidget else []
    return type(bare[0] if bare else one).__name__ if one is not None else ""


def _words(button: QPushButton) -> str:
    return button.accessibleName() or button.text()
