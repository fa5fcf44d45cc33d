"""One pair of hands at the real window: does something at random, again and again, until the time is over."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QFileDialog, QMessageBox, QWidget

from jobbpunkt import demo
from tests.soak.ears import Ears
from tests.soak.errands import Errands, place_of
from tests.soak.hands import Deed, deeds
from ui.app import Program
from ui.welcome.sign_in import SignIn
from ui.widgets.palette import Palette

BEAT_MS = 10
LONGEST_PAUSE_MS = 700
# How often the hands begin something on purpose, and how often something comes over whatever is open.
ERRANDS, AT_ANY_TIME = 0.2, 0.02


class Player:
    """Does one deed after another, each after a pause of its own, and writes down which before it does it."""

    def __init__(self, program: Program, place: str, login: str, seed: int, diary: Path) -> None:
        self.program, self.place, self.login = program, place, login
        self.seed, self.rng = seed, Random(seed)
        self.ears = Ears()
        self.done: Counter[str] = Counter()
        self.windows: set[str] = set()
        self.stalls: list[tuple[float, str]] = []
        self._diary = diary.open("a", encoding="utf-8", buffering=1)
        self._beat, self._last = time.perf_counter(), "start"
        self._over = False
        self._errands = Errands(program, self.rng, diary.with_suffix(".seen.json"))
        self._errand: Iterator[Deed] = iter(())
        self.least = 0
        """How many deeds there must be, even if that takes longer."""
        self.left = 0
        """How many times more a plan is to be opened, for who does only that."""

    def play(self, seconds: float) -> None:
        """Begin, and end the program when the time is over."""
        self.ears.open()
        self.program.operations.crashed.connect(self.ears.on_crash)
        heart = QTimer(self.program, interval=BEAT_MS)
        heart.timeout.connect(self._feel)
        heart.start()
        QTimer.singleShot(int(seconds * 1000), self.program, self._time_is_over)
        QTimer.singleShot(50, self.program, self._next)

    def _time_is_over(self) -> None:
        """End, unless a busy machine has let us do less than was asked."""
        if self.done.total() >= self.least:
            self.stop()
        else:
            QTimer.singleShot(BEAT_MS, self.program, self._time_is_over)

    def stop(self) -> None:
        """Close the window as a person does, whatever is open over it."""
        self._over = True
        self._errands.remember()
        for window in QApplication.topLevelWidgets():
            if window is not self.program.window and window.isVisible():
                window.hide()
        self.program.window.close()
        QTimer.singleShot(50, self.program, QCoreApplication.quit)

    def _next(self) -> None:
        if self._over or self.ears.faults or not self.program.window.isVisible():
            self.stop()
            return
        # Before the deed: one that waits in a loop of its own, as a menu does, is answered by the next.
        QTimer.singleShot(self.pause(), self.program, self._next)
        deed = self.chosen()
        if deed is not None:
            self.done[deed.name] += 1
            self._last = deed.name
            self._diary.write(f"{deed.name}\n")
            deed.do()

    def pause(self) -> int:
        """Return how long to wait before the next deed, in milliseconds."""
        return self.rng.choice((0, 0, 20, 60, 150, self.rng.randint(150, LONGEST_PAUSE_MS)))

    def chosen(self) -> Deed | None:
        """Return what to do next."""
        window = _reachable(self.program.window)
        own = window is self.program.window
        self.windows.add(place_of(self.program.workspace) if own else _described(window))
        if self.program.welcome.view is not None:
            return Deed("sign in", self._sign_in)
        if isinstance(window, QFileDialog) or type(window).__name__ == "QPrintDialog":
            return Deed(f"leave {type(window).__name__}", window.reject if isinstance(window, QDialog) else window.close)
        if isinstance(window, QMessageBox):
            return self._answer(window)
        if (planned := self._planned(free=own or isinstance(window, Palette))) is not None:
            return planned
        possible = deeds(window, self.rng)
        # What was done seldom is tried first, so that the whole program is seen.
        weights = [(1 + self.done[deed.name]) ** -1.5 * (0.3 if ": key " in deed.name else 1) for deed in possible]
        return self.rng.choices(possible, weights)[0] if possible else None

    def _planned(self, *, free: bool) -> Deed | None:
        """Return the next deed of an errand, if one is under way or begins; what lies over the window ends it."""
        if self.rng.random() < AT_ANY_TIME:
            return self._errands.at_any_time()
        deed = next(self._errand, None) if free else None
        if deed is None:
            begins = free and self.rng.random() < ERRANDS
            self._errand = self._errands.next() if begins else iter(())
            deed = next(self._errand, None)
        return deed

    def _answer(self, box: QMessageBox) -> Deed:
        button: QAbstractButton = self.rng.choice(box.buttons())
        return Deed(f"box: {button.text()}", button.click)

    def _sign_in(self) -> None:
        view = self.program.welcome.view
        if not isinstance(view, SignIn):
            self.program.welcome.sign_in(self.place, self.login)
        elif view.isEnabled():
            view.user.set_value(self.login)
            view.password.set_value(demo.PASSWORD)
            view.sign_in()

    def _feel(self) -> None:
        now = time.perf_counter()
        waited, self._beat = now - self._beat, now
        self.stalls = sorted([*self.stalls, (waited * 1000 - BEAT_MS, self._last)], reverse=True)[:8]


def _reachable(window: QWidget) -> QWidget:
    """Return what lies on top: a menu, a dialog, or the window itself."""
    loose = [one for one in QApplication.topLevelWidgets() if one.isVisible() and one.isWindow() and one is not window]
    on_top = QApplication.activePopupWidget() or QApplication.activeModalWidget()
    return on_top or (loose[-1] if loose else window)


def _described(window: QWidget) -> str:
    """Return the kind of a window and its title, or for one without a title what is in it."""
    inside = ", ".join(sorted({type(child).__name__ for child in window.findChildren(QWidget)})[:4])
    return f"{type(window).__name__}: {window.windowTitle() or inside}"
