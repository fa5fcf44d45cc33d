"""The window starts without what only some of the work needs: drawing paper, spreadsheets, migrations, formats of dates."""

import os
import subprocess
import sys
from pathlib import Path

from tests.registers import SIGN_IN

PAPER = {"reportlab", "PIL", "uharfbuzz", "xlsxwriter", "python_calamine"}
HEAVY = PAPER | {"alembic", "babel", "jsonschema", "typer", "openpyxl", "psycopg", "phonenumbers", "difflib"}
# Parts of what is needed that are not.
LATER = {
    "PySide6.QtPdf",
    "PySide6.QtPdfWidgets",
    "PySide6.QtPrintSupport",
    "jobbpunkt.backup",
    "jobbpunkt.plans",
    "sqlalchemy.dialects.postgresql",
    "ui.coaching.meeting",
    "ui.drafts.form_draft",
    "ui.people.person",
    "ui.widgets.dialog",
    "ui.widgets.forms",
}
# Ours and those of packages. Whoever needs one more before the first page looks first whether another can wait.
MOST = 355
START = """
import sys
from pathlib import Path
where, folder, login, password = sys.argv[1:]
from PySide6.QtWidgets import QApplication
from ui.app import Program
from jobbpunkt.register import Credentials, Register
from jobbpunkt.settings import Settings
app = QApplication([])
program = Program(app, Settings(Path(folder) / "settings.json"))
program.start(opened=Register.open(where, Credentials(login, password)))
while not program.context.operations.idle:
    app.processEvents()
print(*sys.modules)
program.window.close()
"""


def loaded_at_start(place: str, folder: Path) -> set[str]:
    surroundings = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    arguments = (place, str(folder), SIGN_IN.login, SIGN_IN.password)
    run = subprocess.run([sys.executable, "-c", START, *arguments], capture_output=True, text=True, check=True, env=surroundings)
    return set(run.stdout.split())


def test_nothing_is_loaded_before_it_is_needed(sqlite_place: str, tmp_path: Path) -> None:
    loaded = loaded_at_start(sqlite_place, tmp_path)
    assert {"sqlalchemy", "ui.today.page"} <= loaded
    assert {name.partition(".")[0] for name in loaded} & HEAVY == set()
    assert loaded & LATER == set()
    ours = {name for name in loaded if name.partition(".")[0] not in sys.stdlib_module_names}
    assert len(ours) <= MOST, sorted(ours)
