"""A person who types in one form until somebody ends the process; afterwards the one who looks what is still there.

`python -m tests.soak.typist`, started by `tests.soak.killing`. Each line written says what stands in every field, and since when.
"""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from jobbpunkt.base.settings import Settings
from jobbpunkt.register.drafts import Draft
from jobbpunkt.register.opening import Credentials, Register
from tests.soak.drafted import SCENES
from tests.soak.ears import Ears
from tests.soak.killing import queued
from tests.soak.spots import forms_of, holdings, opens, spots_of, undrafted
from tests.ui.keys import type_text
from ui.app import Program
from ui.context import Context
from ui.drafts.list_dialog import DraftsDialog
from ui.drafts.naming import DraftName
from ui.drafts.ways import ON_PAGE
from ui.widgets.field import Field
from ui.widgets.forms import DateField, LineField, LongTextField, NumberField, TimeField
from ui.workspace import Workspace

BEAT_MS = 5
LIFETIME_MS = 300_000
FASTEST, SLOWEST = 0.04, 0.14
PHRASES = (
    "Vill bli undersköterska. ",
    "ringa Åsa på måndag ",
    "lärling 50 %, två dagar ",
    "läser svenska på kvällen\n",
    "överlämning ",
)
Beat = Callable[[], bool] | float
"""What is waited for: until it is true, or some seconds."""


def tell(**said: Any) -> None:
    """Say one thing to whoever started us; it has left this process when this returns."""
    os.write(1, f"{json.dumps(said, ensure_ascii=False, default=str)}\n".encode())


class Typist:
    """Goes through its errands one beat after another, without ever holding up the window."""

    def __init__(self, program: Program, given: dict[str, Any]) -> None:
        self.program, self.given, self.rng = program, given, Random(given["seed"])
        self.threads: list[int] = []
        self.ears = Ears()
        self.ears.open()
        program.operations.crashed.connect(self.ears.on_crash)
        self._way = self._errands()
        self._wait: Beat = 0.0
        self._since = time.monotonic()
        self._timer = QTimer(program, interval=BEAT_MS)
        self._timer.timeout.connect(self._beat)
        self._timer.start()
        # Nobody is left behind when whoever started us is gone.
        QTimer.singleShot(LIFETIME_MS, program, lambda: os._exit(1))

    @property
    def workspace(self) -> Workspace:
        """Return the window's inside."""
        assert self.program.workspace is not None
        return self.program.workspace

    @property
    def context(self) -> Context:
        """Return the stay."""
        return self.workspace.context

    def _beat(self) -> None:
        wait = self._wait
        if not (wait() if callable(wait) else time.monotonic() - self._since >= wait):
            return
        try:
            self._wait, self._since = next(self._way), time.monotonic()
        except StopIteration:
            self._end()
        except Exception as error:  # noqa: BLE001 - whatever it is, it is told to who started us
            self.ears.on_crash(error)
            self._end()

    def _end(self) -> None:
        self._timer.stop()
        tell(faults=self.ears.faults)
        os._exit(0)

    def _errands(self) -> Iterator[Beat]:
        yield lambda: self.context.drafts.is_ready and self.context.operations.idle
        if self.given["recall"]:
            yield from self._recall(self._draft_of(self.given["recall"]))
        if self.given["type"]:
            yield from self._type(self._draft_of(self.given["type"]))

    def _draft_of(self, scene: str) -> Draft:
        with self.context.register.reading() as uow:
            return SCENES[scene].draft(uow)

    def _recall(self, draft: Draft) -> Iterator[Beat]:
        """Sign in was before; now go on with what the program offers, as one does with the keyboard."""
        offered = next((one for one in self.context.drafts.waiting() if not one.of.aside and opens(draft, _name(one))), None)
        if offered is None:
            self.workspace.go_on(draft)
        else:
            yield lambda: not self.workspace.bar.drafts.isHidden()
            self.workspace.bar.drafts.click()
            yield lambda: any(one.list.count() for one in self.workspace.findChildren(DraftsDialog))
            listed = self.workspace.findChildren(DraftsDialog)[-1]
            yield lambda: self.context.operations.idle
            listed.list.setCurrentRow(self.context.drafts.waiting().index(offered))
            yield lambda: listed.chosen is not None and listed.chosen.of == offered.of
            QTest.keyClick(listed.list, Qt.Key.Key_Return)
        yield from self._until_open(draft)
        tell(recalled=holdings(forms_of(draft)), offered=None if offered is None else offered.of.text)
        if draft.of.form in ON_PAGE:
            # A plan is not left before all of it can be saved, and half a day cannot.
            for form in forms_of(draft):
                form.throw_away()
        for window in list(QApplication.topLevelWidgets()):
            if window.isVisible() and window is not self.program.window:
                window.close()
        yield 0.05

    def _until_open(self, draft: Draft) -> Iterator[Beat]:
        yield lambda: bool(forms_of(draft)) and self.context.operations.idle
        yield 0.1
        yield lambda: self.context.operations.idle

    def _type(self, draft: Draft) -> Iterator[Beat]:
        self.workspace.go_on(draft)
        yield from self._until_open(draft)
        self._make_room(draft)
        self.threads = way_to_the_disk()
        tell(begun=holdings(forms_of(draft)), missing=undrafted(forms_of(draft)), threads=self.threads)
        while True:
            spots = spots_of(forms_of(draft))
            key, field, editor = self.rng.choice(spots)
            editor.setFocus()
            yield 0.03
            if isinstance(editor, QComboBox):
                yield from self._press(draft, key, editor)
            else:
                yield from self._write(draft, key, field, editor)
            yield self.rng.uniform(0.05, 0.4)

    def _make_room(self, draft: Draft) -> None:
        """In a CV, add a post to one of the sections: there is nothing to type in an empty one."""
        if draft.of.form != "cv":
            return
        from ui.cvs.editor import CvEditor

        for one in forms_of(draft):
            if isinstance(editor := one.parent(), CvEditor):
                number = self.rng.randrange(len(editor.sections) + 1)
                editor.rail.setCurrentRow(number)
                if number:
                    editor.sections[number - 1].add_button.click()

    def _press(self, draft: Draft, key: str, editor: QWidget) -> Iterator[Beat]:
        at, waited = time.monotonic(), self._queued()
        QTest.keyClick(editor, self.rng.choice((Qt.Key.Key_Down, Qt.Key.Key_Up)))
        tell(at=at, key=key, holds=holdings(forms_of(draft)), queued=waited)
        yield self.rng.uniform(FASTEST, SLOWEST)

    def _write(self, draft: Draft, key: str, field: Field[Any], editor: QLineEdit | QPlainTextEdit) -> Iterator[Beat]:
        if isinstance(field, DateField | TimeField | NumberField):
            editor.selectAll()
            text = self.rng.choice(("2020-12-24", "10:30", "75"))
        else:
            _to_the_end(editor)
            text = self.rng.choice(PHRASES)
        for sign in text if isinstance(editor, QPlainTextEdit) else text.strip("\n"):
            before, at, waited = _text(editor), time.monotonic(), self._queued()
            type_text(editor, sign)
            tell(at=at, key=key, holds=holdings(forms_of(draft)), queued=waited)
            if isinstance(field, LineField | LongTextField) and not editor.isReadOnly() and _text(editor) != before + sign:
                self.ears.faults.append(f"{key}: {sign!r} after {before!r} gave {_text(editor)!r}")
            yield self.rng.uniform(FASTEST, SLOWEST)

    def _queued(self) -> float:
        return queued(os.getpid(), self.threads)


def way_to_the_disk() -> list[int]:
    """Return the threads that a key passes through until it is kept: the window's and the one that writes drafts."""
    return [thread.native_id or 0 for thread in threading.enumerate() if thread.name in ("MainThread", "drafts_0")]


def _name(draft: Draft) -> DraftName:
    return DraftName(draft.of.form, draft.of.record, draft.person, draft.page, draft.place)


def _text(editor: QLineEdit | QPlainTextEdit) -> str:
    return editor.text() if isinstance(editor, QLineEdit) else editor.toPlainText()


def _to_the_end(editor: QLineEdit | QPlainTextEdit) -> None:
    if isinstance(editor, QLineEdit):
        editor.end(False)
    else:
        editor.moveCursor(editor.textCursor().MoveOperation.End)


def main(given: dict[str, Any]) -> int:
    """Sit down as the user of the scene, once whoever started us says so."""
    sys.stdin.read()
    app = QApplication(["typist"])
    program = Program(app, Settings(Path(given["settings"])))
    program.start(opened=Register.open(given["place"], Credentials(given["login"], given["password"])))
    typist = Typist(program, given)
    code = app.exec()
    del typist
    return code


if __name__ == "__main__":
    sys.exit(main(json.loads(sys.argv[1])))
