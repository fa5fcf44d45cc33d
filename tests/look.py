"""Pictures of everything: `python -m tests.look FOLDER [light|dark] [sv|en] [percent] [WIDTHxHEIGHT] [user] [brief]`.

Walks through the demo register's window as one of its users and saves each page, record, tab and dialog, the ways into the
register, the lock, drafts and errors, and a text with what does not fit, lost the keyboard or was said in the wrong language.
The folder must lie outside the tree. A `brief` walk passes over what only repeats a view, and keeps no pictures.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QElapsedTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jobbpunkt import demo
from jobbpunkt.base import settings
from jobbpunkt.base.settings import Settings
from jobbpunkt.demo.stage import COACH
from jobbpunkt.register.opening import Credentials, Register
from tests.ui import apart
from tests.ui.everywhere import Look, View, Walk
from tests.ui.measure import faults_in
from tests.ui.rings import Rings
from tests.ui.wording import Wording
from ui.app import Program
from ui.immortal import hold_constants
from ui.widgets.pdf_view import PdfView

# Qt draws a page on a thread of its own and does not say when it stands.
DRAWN_MS = 250
PAPER_MS = 20_000
LOCK_MINUTES = 60


class Waiter:
    """Waits in the event loop, as the tests' own bot does."""

    def waitUntil(self, done: Callable[[], bool], timeout: int = 60_000) -> None:
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


@dataclass(frozen=True, slots=True)
class Looks:
    """How the window looks, and who sits before it."""

    mode: str = "light"
    language: str = "sv"
    percent: int = 100
    size: tuple[int, int] = (1280, 800)
    login: str = COACH
    brief: bool = False

    def chosen(self, file: Path) -> Settings:
        """Return settings that look so."""
        made = Settings(file)
        made.set(settings.THEME, self.mode)
        made.set(settings.LANGUAGE, self.language)
        made.set(settings.TEXT_SIZE, self.percent)
        # A walk on a busy machine is longer than the program would wait for a sign of somebody.
        made.set(settings.LOCK_MINUTES, LOCK_MINUTES)
        return made


@dataclass(slots=True)
class Findings:
    """What was seen, and what was wrong with it."""

    views: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def walk_through(program: Program, place: str, looks: Looks, bot: QtBot, seen: Look | None = None) -> Findings:
    """Sign in, go everywhere and back, and measure each view; `seen` may keep a picture of it."""
    found, rings, wording = Findings(), Rings(), Wording(looks.language)
    wording.learn([*apart.WRITTEN, place, looks.login, *Path(place).parts])

    def look(view: View) -> None:
        found.views.append(view.name)
        if seen is not None:
            papers = [pdf for pdf in view.widget.findChildren(PdfView) if pdf.isVisible()]
            if papers:
                # Beside what one types the paper comes a moment later.
                bot.waitUntil(lambda: all(pdf.page_count for pdf in papers), timeout=PAPER_MS)
                bot.wait(DRAWN_MS)
            seen(view)
        wrong = [*faults_in(view.widget, looks.size), *wording.strangers(view.widget), *rings.missing(view.widget)]
        found.faults += [f"{view.name}: {fault}" for fault in wrong]

    def settle() -> None:
        bot.waitUntil(lambda: program.operations.idle)
        bot.wait(1)

    with wording.listening():
        program.window.resize(*looks.size)
        program.window.show()
        program.window.activateWindow()
        apart.entrances(program, place, looks.login, look, settle)
        register = Register.open(place, Credentials(looks.login, demo.PASSWORD))
        wording.learn_from(register)
        person = apart.person_with_most(register)
        program.enter(register)
        walk = Walk(bot, program, look, brief=looks.brief)
        walk.settle()
        walk.everywhere()
        if "people" in walk.workspace.rail.keys and person:
            walk.at_person(UUID(person))
        apart.things_apart(walk, person)
        apart.locked(walk, demo.PASSWORD, look)
    found.faults += walk.lost
    return found


def look_at(folder: Path, looks: Looks) -> Findings:
    """Walk and keep a picture of each view in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    place = folder / "look.jobbpunkt"
    if not place.exists():
        demo.make(str(place))
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    hold_constants()
    program = Program(app, looks.chosen(folder / "settings.json"))
    numbers = iter(range(1, 10_000))

    def keep(view: View) -> None:
        name = re.sub(r"[^\w]+", "_", view.name)[-90:]
        view.widget.grab().save(str(folder / f"{next(numbers):03}{name}.png"))

    found = walk_through(program, str(place), looks, Waiter(), None if looks.brief else keep)  # type: ignore[arg-type] # waits like the bot
    program.window.close()
    return found


def looks_of(arguments: list[str]) -> Looks:
    """Read how the window shall look; what is left out is as the program begins."""
    usual = Looks()
    given = dict(enumerate(arguments))
    width, height = given.get(3, "1280x800").split("x")
    size = (int(width), int(height))
    login = given.get(4, usual.login)
    mode, language, percent = given.get(0, usual.mode), given.get(1, usual.language), int(given.get(2, "100"))
    return Looks(mode, language, percent, size, login, brief=given.get(5) == "brief")


def main(arguments: list[str]) -> int:
    """Look, write down what was found, and tell how much; 1 if anything was wrong."""
    folder = Path(arguments[0])
    found = look_at(folder, looks_of(arguments[1:]))
    (folder / "faults.txt").write_text("".join(f"{fault}\n" for fault in found.faults), encoding="utf-8")
    sys.stdout.write(f"{len(found.views)} views, {len(found.faults)} faults, in {folder / 'faults.txt'}\n")
    return int(bool(found.faults))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
