"""The window ready for work on the demo register, beside a bare QMainWindow and the import of sqlalchemy.orm.

Each is a fresh process, as a coach starts it; each measures itself, so that the key derivation can be left out.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from itertools import count

from jobbpunkt import demo
from tests.bench.entry import CLOCKS, Entry
from tests.bench.stock import Bench

AT_MOST = 1.5
FLOOR = """
import time; began = time.perf_counter()
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([]); window = QMainWindow(); window.resize(1280, 800); window.show(); app.processEvents()
import sqlalchemy.orm
print(time.perf_counter() - began)
"""
WINDOW = """
import sys, time
from pathlib import Path
where, folder, password = sys.argv[1:]
began = time.perf_counter()
from PySide6.QtWidgets import QApplication
from ui.app import Program
from jobbpunkt import keys
from jobbpunkt.register.opening import Credentials, Register
from jobbpunkt.base.settings import Settings
app = QApplication([])
real, spent = keys.hash_secret_raw, []
def timed(*args, **named):
    start = time.perf_counter()
    try:
        return real(*args, **named)
    finally:
        spent.append(time.perf_counter() - start)
keys.hash_secret_raw = timed
register = Register.open(where, Credentials("coach", password))
program = Program(app, Settings(Path(folder) / "settings.json"))
program.start(opened=register)
while not program.context.operations.idle or not program.window.isVisible():
    app.processEvents()
app.processEvents()
print(time.perf_counter() - began - sum(spent))
program.window.close()
"""


def entries(bench: Bench) -> Iterator[Entry]:
    """Yield the start of the program; the demo is made once."""
    place, run = str(bench.folder / "demo.jobbpunkt"), count()
    demo.make(place)

    def window() -> float:
        return _run(bench, WINDOW, place, str(bench.folder / f"settings{next(run)}"), demo.PASSWORD)

    yield Entry("Start, to work", window, "a bare window and sqlalchemy.orm", lambda: _run(bench, FLOOR), AT_MOST, timed=True)


def _run(bench: Bench, code: str, *arguments: str) -> float:
    code = code.replace("perf_counter", CLOCKS[bench.clock].__name__)
    surroundings = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    # As installed: Python keeps what it has compiled. The first round writes it, the best one counts.
    surroundings.pop("PYTHONDONTWRITEBYTECODE", None)
    run = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True, env=surroundings)
    return float(run.stdout.split()[-1])
