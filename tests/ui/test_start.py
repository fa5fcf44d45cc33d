"""The window starts without what only some of the work needs, and loads that while nobody touches it."""

import os
import subprocess
import sys
from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.registers import SIGN_IN
from ui.ahead import QUIET_SECONDS, Ahead

PAPER = {"reportlab", "PIL", "uharfbuzz", "xlsxwriter", "python_calamine"}
HEAVY = PAPER | {"alembic", "babel", "jsonschema", "typer", "openpyxl", "psycopg", "phonenumbers", "difflib"}
# Parts of what is needed that are not.
LATER = {
    "PySide6.QtPdf",
    "PySide6.QtPdfWidgets",
    "PySide6.QtPrintSupport",
    "jobbpunkt.register.backup",
    "jobbpunkt.plans",
    "sqlalchemy.dialects.postgresql",
    "ui.coaching.meeting",
    "ui.drafts.form_draft",
    "ui.people.person",
    "ui.widgets.dialog",
    "ui.widgets.forms",
}
# Ours and those of packages. Whoever needs one more before the first page looks first whether another can wait.
# The signed members, the lock, pins and signatures of a register brought some thirty; the system's own lock Qt's D-Bus with ten.
# The gate for people, its question, the sitting and the covers that it asks brought four, of which two could be made up for;
# the veil over protected people and what is sealed of them two more.
# The closed lists are seven files since they outgrew one.
MOST = 420
START = """
import sys
from pathlib import Path
where, folder, login, password = sys.argv[1:]
from PySide6.QtWidgets import QApplication
from ui.app import Program
from jobbpunkt.register.opening import Credentials, Register
from jobbpunkt.base.settings import Settings
app = QApplication([])
program = Program(app, Settings(Path(folder) / "settings.json"))
program.start(opened=Register.open(where, Credentials(login, password)))
program.ahead.stop()
while not program.context.operations.idle:
    app.processEvents()
print(*sys.modules)
program.window.close()
"""


def run_apart(script: str, place: str, folder: Path) -> set[str]:
    """Return the words that a program of its own prints."""
    surroundings = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    arguments = (place, str(folder), SIGN_IN.login, SIGN_IN.password)
    run = subprocess.run([sys.executable, "-c", script, *arguments], capture_output=True, text=True, check=True, env=surroundings)
    return set(run.stdout.split())


def test_nothing_is_loaded_before_it_is_needed(sqlite_place: str, tmp_path: Path) -> None:
    loaded = run_apart(START, sqlite_place, tmp_path)
    assert {"sqlalchemy", "ui.today.page"} <= loaded
    assert {name.partition(".")[0] for name in loaded} & HEAVY == set()
    assert loaded & LATER == set()
    ours = {name for name in loaded if name.partition(".")[0] not in sys.stdlib_module_names}
    assert len(ours) <= MOST, sorted(ours)


AHEAD = """
import sys
from pathlib import Path
where, folder, login, password = sys.argv[1:]
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from ui.app import Program
from ui.pages import PAGES
from jobbpunkt.register.opening import Credentials, Register
from jobbpunkt.base.settings import Settings
app = QApplication([])
program = Program(app, Settings(Path(folder) / "settings.json"))
program.start(opened=Register.open(where, Credentials(login, password)))
while not program.ahead.done:
    program.ahead.look()
    QTest.qWait(1)
before = set(sys.modules)
for entry in PAGES:
    program.workspace.go(entry.key)
    while not program.context.operations.idle:
        app.processEvents()
print(*set(sys.modules) - before)
program.window.close()
"""


def test_what_the_pages_need_is_loaded_before_they_are_opened(sqlite_place: str, tmp_path: Path) -> None:
    loaded = run_apart(AHEAD, sqlite_place, tmp_path)
    # What only the work beside the window's thread loads may come when it is done.
    assert sorted(name for name in loaded if name.partition(".")[0] not in sys.stdlib_module_names) == []


def test_nothing_is_loaded_ahead_while_somebody_is_there(qtbot: QtBot) -> None:
    """Nor while something that was asked for has not come; and each turn of the loop loads one module."""
    quiet, idle = [0.0], [True]
    ahead = Ahead(lambda: quiet[0], lambda: idle[0], modules=("colorsys", "wave"))
    ahead.stop()
    for name in ("colorsys", "wave"):
        sys.modules.pop(name, None)
    ahead.look()
    quiet[0], idle[0] = QUIET_SECONDS, False
    ahead.look()
    assert "colorsys" not in sys.modules
    idle[0] = True
    ahead.look()
    assert ("colorsys" in sys.modules, "wave" in sys.modules, ahead.done) == (True, False, False)
    ahead.look()
    assert ("wave" in sys.modules, ahead.done) == (True, True)
