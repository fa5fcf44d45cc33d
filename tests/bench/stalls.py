"""How long the window's thread does not answer while pages are opened: `python -m tests.bench.stalls PLACE FOLDER`.

A process of its own, as a coach starts it who has looked at the first page for some seconds: the pages' modules are loaded, and
none of their widgets is made. Prints one JSON object: what was opened, and the longest time in seconds between two turns of the
event loop until it was painted.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from sqlalchemy import select

from jobbpunkt.base import settings
from jobbpunkt.base.settings import Settings
from jobbpunkt.register.opening import Register
from models.case import Case
from models.coaching import CoachingSession
from models.plan import Plan
from models.vocabulary import SessionStatus
from tests.bench.lives import Days
from tests.registers import SIGN_IN
from ui.app import Program
from ui.coaching.agenda import Agenda
from ui.coaching.page import CoachingPage
from ui.immortal import hold_constants
from ui.workspace import Workspace

QUIET_TURNS = 12  # turns of the loop without work, until what arrived last has been laid out and painted
CLOCKS = {"wall": time.perf_counter, "processor": time.thread_time}
Deed = Callable[[], object]


class Watcher:
    """Notes the longest time between two turns of the event loop."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._timer = QTimer(interval=0)
        self._timer.timeout.connect(self._turn)
        self._last = self.longest = 0.0

    def watch(self, deed: Deed, done: Callable[[], bool]) -> float:
        """Do it, wait until all of it is shown, and return the longest time without a turn."""
        self.longest, self._last = 0.0, self._clock()
        self._timer.start()
        QTimer.singleShot(0, deed)
        quiet = 0
        while quiet < QUIET_TURNS:
            QTest.qWait(1)
            quiet = quiet + 1 if done() else 0
        self._timer.stop()
        return self.longest

    def _turn(self) -> None:
        now = self._clock()
        self.longest, self._last = max(self.longest, now - self._last), now


def deeds(workspace: Workspace) -> Iterator[tuple[str, Deed]]:
    """Yield what is opened, in order: each page the first time, then what lies in them."""
    for key in workspace.rail.keys[1:]:
        yield f"Page {key}", lambda key=key: workspace.go(key)  # type: ignore[misc]
    for what, page, record in _records(workspace):
        yield what, lambda page=page, record=record: workspace.go(page, record)  # type: ignore[misc]
    yield "Back to the list of plans", lambda: workspace.rail.wanted.emit("plans")
    yield "Calendar, a week of one's own", lambda: workspace.rail.wanted.emit("coaching")
    agenda = _calendar(workspace)
    yield "Calendar, everybody's meetings", lambda: agenda.everybody.click()
    yield "Calendar, everybody's week before", lambda: agenda.before.click()


def _calendar(workspace: Workspace) -> Agenda:
    page = workspace.findChild(CoachingPage)
    assert isinstance(page, CoachingPage)
    return page.agenda


def _records(workspace: Workspace) -> list[tuple[str, str, UUID]]:
    """Return a person, a meeting and a plan of the coach's own, with the pages that show them."""
    context = workspace.context
    me = context.user.id
    with context.register.reading() as uow:
        person = uow.session.scalars(select(Case.person_id).where(Case.coach_id == me).limit(1)).one()
        booked = (CoachingSession.coach_id == me, CoachingSession.status == SessionStatus.BOOKED)
        meeting = uow.session.scalars(select(CoachingSession.id).where(*booked).limit(1)).one()
        plan = uow.session.scalars(select(Plan.id).where(Plan.coach_id == me).limit(1)).one()
    return [("Opening a person", "people", person), ("Opening a meeting", "coaching", meeting), ("Opening a plan", "plans", plan)]


def main(place: str, folder: Path, clock: str) -> None:
    """Open everything once and print what took how long."""
    app = QApplication([])
    hold_constants()
    gc.freeze()
    chosen = Settings(folder / "settings.json")
    chosen.set(settings.LAST_PAGE, "today")
    program = Program(app, chosen)
    program.start(opened=Register.open(place, SIGN_IN, Days().clock))
    assert program.context is not None
    assert program.workspace is not None
    assert program.ahead is not None
    operations, watcher = program.context.operations, Watcher(CLOCKS[clock])
    watcher.watch(lambda: None, lambda: operations.idle)
    while not program.ahead.done:
        program.ahead.look()
        QTest.qWait(1)
    found = {what: watcher.watch(deed, lambda: operations.idle) for what, deed in deeds(program.workspace)}
    sys.stdout.write(json.dumps(found) + "\n")
    program.window.close()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), sys.argv[3])
