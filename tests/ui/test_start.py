"""The window starts without what only some of the work needs: drawing paper, spreadsheets, migrations, formats of dates."""

import os
import subprocess
import sys

from tests.registers import SIGN_IN

PAPER = {"reportlab", "PIL", "uharfbuzz", "xlsxwriter", "python_calamine"}
HEAVY = PAPER | {"alembic", "babel", "jsonschema", "typer"}
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
print(*sorted({name.partition(".")[0] for name in sys.modules}))
program.window.close()
"""


def test_nothing_heavy_is_loaded_before_it_is_needed(sqlite_place: str, tmp_path: object) -> None:
    surroundings = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    arguments = (sqlite_place, str(tmp_path), SIGN_IN.login, SIGN_IN.password)
    run = subprocess.run([sys.executable, "-c", START, *arguments], capture_output=True, text=True, check=True, env=surroundings)
    loaded = set(run.stdout.split())
    assert "sqlalchemy" in loaded
    assert loaded & HEAVY == set()
