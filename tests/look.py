"""Pictures of everything: `python -m tests.look FOLDER [light|dark] [sv|en] [percent] [WIDTHxHEIGHT] [user]`.

Walks through the demo register's window as one of its users and saves each page, record, tab and dialog, and a text with what
does not fit. The folder must lie outside the tree.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QElapsedTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from jobbpunkt import demo, settings
from jobbpunkt.demo.stage import COACH
from jobbpunkt.register import Credentials, Register
from jobbpunkt.settings import Settings
from tests.ui.everywhere import View, Walk
from tests.ui.measure import faults_in
from ui.app import Program
from ui.immortal import hold_constants


class _Wait:
    """Waits in the event loop, as the tests' own bot does."""

    def waitUntil(self, done: Callable[[], bool], timeout: int = 20_000) -> None:
        """Run the event loop until `done` says so."""
        clock = QElapsedTimer()
        clock.start()
        while not done():
            if clock.elapsed() > timeout:
                raise TimeoutError
            QTest.qWait(2)

    def wait(self, milliseconds: int) -> None:
        """Run the event loop for a while."""
        QTest.qWait(milliseconds)


def look(folder: Path, mode: str, language: str, percent: int, size: tuple[int, int], user: str) -> list[str]:
    """Save the pictures and return what does not fit."""
    folder.mkdir(parents=True, exist_ok=True)
    place = folder / "look.jobbpunkt"
    if not place.exists():
        demo.make(str(place))
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    hold_constants()
    chosen = Settings(folder / "settings.json")
    chosen.set(settings.THEME, mode)
    chosen.set(settings.LANGUAGE, language)
    chosen.set(settings.TEXT_SIZE, percent)
    program = Program(app, chosen)
    program.start(opened=Register.open(str(place), Credentials(user, demo.PASSWORD)))
    program.window.resize(*size)
    program.window.activateWindow()
    found: list[str] = []
    number = 0

    def save(view: View) -> None:
        nonlocal number
        number += 1
        name = re.sub(r"[^\w]+", "_", view.name)[-90:]
        view.widget.grab().save(str(folder / f"{number:03}{name}.png"))
        found.extend(f"{view.name}: {fault}" for fault in faults_in(view.widget, size))

    walk = Walk(_Wait(), program, save)  # type: ignore[arg-type] # waits like the bot
    walk.everywhere()
    program.window.close()
    return [*found, *walk.lost]


def main(arguments: list[str]) -> None:
    """Read the arguments, look, and write down what was found."""
    given = dict(enumerate(arguments))
    folder = Path(given[0])
    width, height = given.get(4, "1280x800").split("x")
    size = (int(width), int(height))
    found = look(folder, given.get(1, "light"), given.get(2, "sv"), int(given.get(3, "100")), size, given.get(5, COACH))
    (folder / "faults.txt").write_text("\n".join(found) + "\n", encoding="utf-8")
    sys.stdout.write(f"{len(found)} faults, in {folder / 'faults.txt'}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
