"""A walk through the whole window: every page, record, tab and dialog that a role can open, found by pressing what is there.

Nothing is listed by hand: pages come from `PAGES`, records from the rows of their tables, dialogs from the buttons.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QPushButton, QStackedWidget, QTabWidget, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from ui.app import Program
from ui.focus import leads_back, stops_in
from ui.widgets.over import LaidOver
from ui.widgets.page import Page
from ui.widgets.row_table import RowTable
from ui.workspace import Workspace

# What ends the walk (the lock), leaves the program, or is pressed by the walk itself.
NOT_PRESSED = ("rail", "back", "segment", "bar")
# Whose words tell what they are about rather than what they do: of those that begin alike a brief walk presses one.
ALIKE = ("icon", "choice", "link", "quiet")


@dataclass(frozen=True, slots=True)
class View:
    """Something that is on the screen: the window at one place, or a dialog over it."""

    name: str
    widget: QWidget
    is_dialog: bool = False


Look = Callable[[View], None]


class Walk:
    """Goes everywhere once and lets `look` see each view; a `brief` one does not press what only another row repeats."""

    def __init__(self, qtbot: QtBot, program: Program, look: Look, *, brief: bool = False) -> None:
        assert program.workspace is not None
        assert program.context is not None
        self.qtbot, self.program, self.context = qtbot, program, program.context
        self.workspace: Workspace = program.workspace
        self.window = program.window
        self._look = look
        self._brief = brief
        # A second round, at another record, is a place of its own.
        self._round = ""
        self._pressed: set[str] = set()
        self.seen: list[str] = []
        self.lost: list[str] = []

    def everywhere(self) -> None:
        """Go through every page of the rail."""
        for entry in self.workspace.rail.keys:
            self._go(entry)
            page = self.workspace.current
            assert page is not None
            self._visit(page, entry)

    def at_person(self, person: UUID) -> None:
        """Go to a person's page, and everywhere from there."""
        self._round = "@"
        self.workspace.go("people", person)
        self.settle()
        page = self.workspace.current
        assert page is not None
        self._visit(page, "people")
        self._round = ""

    def see(self, name: str, widget: QWidget) -> None:
        """Look at something that was opened by other hands."""
        self.seen.append(name)
        self._look(View(name, widget, is_dialog=widget is not self.window))

    def settle(self) -> None:
        """Wait until everything that was asked for has arrived and is drawn."""
        # Of areas that scroll in one another the inner one is laid out a round before the outer one.
        for _ in range(6):
            self.qtbot.waitUntil(lambda: self.context.operations.idle)
            self.qtbot.wait(1)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def _go(self, key: str) -> None:
        self.workspace.rail.wanted.emit(key)
        self.settle()
        page = self.workspace.current
        assert page is not None
        for _ in range(4):
            if page.go_back():
                self.settle()

    def _visit(self, page: Page, name: str) -> None:
        """Look at a place, at each of its tabs, at what its buttons open, and at the record behind its first row."""
        for number in range(self._tabs(page)):
            self._turn(page, number)
            here = f"{name}{self._round}/{self._place(page)}"
            if here in self.seen:
                continue
            self.seen.append(here)
            self._look(View(here, self.window))
            self._press_all(page, name, number)
            self._open_rows(page, name, number)
            self._other_views(page, name, number)

    def _other_views(self, page: Page, name: str, number: int) -> None:
        """Go to the views of a tab that lie behind chips, of which one is chosen; a chip that only sorts out shows no other."""
        chips = [one for one in page.findChildren(QPushButton) if one.isVisible() and _is_one_of_many(one)]
        for chip in [one for one in chips if not one.isChecked()]:
            if not (isValid(chip) and chip.isVisible()):
                continue
            before = next((one for one in chips if isValid(one) and one.isChecked() and one.group() is chip.group()), None)
            chip.click()
            self.settle()
            here = f"{name}{self._round}/{self._place(page)}"
            if here not in self.seen:
                self.seen.append(here)
                self._look(View(here, self.window))
                self._press_all(page, name, number)
                self._open_rows(page, name, number)
            if before is not None and isValid(before):
                before.click()
                self.settle()

    def _tabs(self, page: QWidget) -> int:
        found = self._tab_widget(page)
        return max(1, found.count()) if found is not None else 1

    def _tab_widget(self, page: QWidget) -> QTabWidget | None:
        return next((tabs for tabs in page.findChildren(QTabWidget) if tabs.isVisible()), None)

    def _turn(self, page: QWidget, number: int) -> None:
        tabs = self._tab_widget(page)
        if tabs is not None and tabs.currentIndex() != number:
            tabs.setCurrentIndex(number)
            self.settle()

    def _place(self, page: QWidget) -> str:
        """Return which of the views that lie in a place is seen: class by class inwards."""
        inner = [
            type(stack.currentWidget()).__name__
            for stack in page.findChildren(QStackedWidget)
            if stack.isVisible() and stack.currentWidget() is not None and stack.objectName() != "qt_tabwidget_stackedwidget"
        ]
        tabs = self._tab_widget(page)
        return "/".join([type(page).__name__, *inner, *([tabs.tabText(tabs.currentIndex())] if tabs is not None else [])])

    def _buttons(self, page: QWidget) -> Iterator[QPushButton]:
        for stop in stops_in(page):
            if isinstance(stop, QPushButton) and stop.property("kind") not in NOT_PRESSED and not stop.isCheckable():
                yield stop

    def _sign(self, here: str, button: QAbstractButton) -> str:
        """Return what tells a button from others; rows of one kind are alike."""
        around = next((type(one).__name__ for one in _ancestors(button) if type(one).__module__.startswith("ui.")), "")
        words = "" if button.property("kind") == "row" else button.accessibleName() or button.text()
        if self._brief and button.property("kind") in ALIKE:
            words = re.sub(r"\d+", "#", words).split(" ")[0]
        return f"{self._round}{here}|{around}|{type(button).__name__}|{words}"

    def _press_all(self, page: Page, name: str, tab: int) -> None:
        here = self._place(page)
        while True:
            self._turn(page, tab)
            fresh = next((one for one in self._buttons(page) if self._sign(here, one) not in self._pressed), None)
            if fresh is None:
                return
            self._pressed.add(self._sign(here, fresh))
            self._press(page, name, fresh, here)
            if self._place(page) != here or self.workspace.current is not page:
                self._return_to(page, name, here, tab)
                if self._place(page) != here:
                    return

    def _press(self, page: Page, name: str, button: QPushButton, here: str) -> None:
        sign = self._sign(here, button)
        if button.menu() is not None:
            self._run_menu(button.menu(), name, sign)
            return
        button.setFocus()
        if not button.hasFocus():
            self.window.activateWindow()
            button.setFocus()
        pressed: list[bool] = []
        button.clicked.connect(lambda: pressed.append(True))
        QTest.keyClick(button, Qt.Key.Key_Return)
        if not pressed:
            self.lost.append(f"Enter does not press {sign}")
        self.settle()
        self._after(page, name, sign, here)

    def _run_menu(self, menu: QMenu, name: str, sign: str) -> None:
        menu.popup(self.window.mapToGlobal(self.window.rect().center()))
        self.see(f"{name}/menu {sign.rpartition('|')[2]}", menu)
        menu.close()
        # What an action does may fill the menu anew; the words tell which ones were run.
        done: set[str] = set()
        while isValid(menu):
            left = [one for one in menu.actions() if one.isVisible() and one.isEnabled() and one.text() not in ("", *done)]
            if not left:
                return
            words = left[0].text()
            done.add(words)
            left[0].trigger()
            self.settle()
            self.close_dialogs(name, f"{sign}|{words}")

    def _leave_what_fills(self, name: str, sign: str) -> None:
        """Look at a view that fills the whole window, and leave it with Escape."""
        over = (one for one in self.window.findChildren(LaidOver) if one.isVisible() and not self.workspace.isAncestorOf(one))
        for view in list(over):
            self.see(f"{name}/whole window|{sign.rpartition('|')[2]}", self.window)
            QTest.keyClick(QApplication.focusWidget() or view, Qt.Key.Key_Escape)
            self.settle()
            if isValid(view) and view.isVisible():
                self.lost.append(f"Escape does not leave what fills the window after {sign}")
                view.leave()
                self.settle()
            self._check_focus(f"after the whole window of {sign}")

    def _after(self, page: Page, name: str, sign: str, here: str) -> None:
        self._leave_what_fills(name, sign)
        self.close_dialogs(name, sign)
        current = self.workspace.current
        if current is page and self._place(page) != here:
            self._visit(page, name)

    def close_dialogs(self, name: str, sign: str) -> None:
        """Look at each dialog that is open, and close it with Escape."""
        for _ in range(5):
            dialog = next(iter(self.dialogs()), None)
            if dialog is None:
                return
            called = f"{name}/dialog {dialog.windowTitle()}|{sign.rpartition('|')[2]}"
            if called not in self.seen:
                self.seen.append(called)
                self._look(View(called, dialog, is_dialog=True))
            QTest.keyClick(dialog, Qt.Key.Key_Escape)
            if isValid(dialog) and dialog.isVisible():
                dialog.close()
            self.settle()
            self._check_focus(f"after {called}")

    def dialogs(self) -> list[QWidget]:
        """Return what is open over the window, the newest first."""
        tops = [one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not self.window]
        return [one for one in reversed(tops) if one.parent() is not None and not one.inherits("QTipLabel")]

    def _open_rows(self, page: Page, name: str, tab: int) -> None:
        here = self._place(page)
        for table in [one for one in page.findChildren(RowTable) if one.isVisible() and one.rows]:
            if not isValid(table):
                continue
            table.selectRow(0)
            table.setFocus()
            self.settle()
            if f"{self._round}{here}|row chosen" not in self.seen:
                self.seen.append(f"{self._round}{here}|row chosen")
                self._look(View(f"{name}{self._round}/{here} chosen", self.window))
                self._press_all(page, name, tab)
            if not isValid(table) or not table.isVisible() or not table.rows:
                continue
            table.selectRow(0)
            QTest.keyClick(table, Qt.Key.Key_Return)
            self.settle()
            self._after(page, name, f"{here}|row", here)
            self._return_to(page, name, here, tab)

    def _return_to(self, page: Page, name: str, here: str, tab: int) -> None:
        if self.workspace.current is not page:
            self.workspace.go(name)
            self.settle()
        # On the way one may have come to another tab, where there is nothing to go back from.
        self._turn(page, tab)
        for _ in range(4):
            if self._place(page) == here or not page.go_back():
                break
            self.settle()
            self.close_dialogs(name, f"{here}|left")
        self._turn(page, tab)
        self._check_focus(f"back to {name}/{here}")

    def _check_focus(self, when: str) -> None:
        now = QApplication.focusWidget()
        if not self.window.isActiveWindow() and not self.dialogs():
            self.window.activateWindow()
            self.settle()
            now = QApplication.focusWidget()
        if now is None or leads_back(now) or not now.isVisible():
            self.lost.append(f"{when}: the keyboard is at {now and (type(now).__name__, now.accessibleName())}")


def _is_one_of_many(button: QPushButton) -> bool:
    group = button.group()
    return button.property("kind") == "chip" and group is not None and group.exclusive()


def _ancestors(widget: QWidget) -> Iterator[QWidget]:
    above = widget.parentWidget()
    while above is not None:
        yield above
        above = above.parentWidget()
