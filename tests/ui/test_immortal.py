"""None, True and False outlive any number of calls into Qt."""

import subprocess
import sys

from PySide6.QtCore import QObject

CALLS = """
import sys
{first}
from PySide6.QtCore import QObject, Signal
class Rings(QObject):
    bell = Signal()
thing = Rings()
for _ in range(60_000):
    thing.setObjectName("x")
    thing.bell.emit()
print("alive")
"""


def run(first: str) -> str:
    done = subprocess.run([sys.executable, "-c", CALLS.format(first=first)], capture_output=True, text=True, check=False)
    return done.stdout.strip()


def test_a_long_day_of_calls_into_qt_ends_well() -> None:
    assert run("import ui") == "alive"


def test_the_constants_are_held_in_this_process() -> None:
    before = sys.getrefcount(None)
    for _ in range(20_000):
        QObject().setObjectName("x")
    assert sys.getrefcount(None) > before - 30_000 > 0
