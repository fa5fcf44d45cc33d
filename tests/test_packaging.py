"""What ships is whole: every file of the floors is in the package that is built from them, and the package runs by itself."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from jobbpunkt import __version__
from tests.rules.tree import FLOORS, kept_files, relative

CATALOGUE = "resources/locale/sv/LC_MESSAGES/jobbpunkt.mo"
COMMAND = "from jobbpunkt.__main__ import main; main()"
WINDOW = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel
from jobbpunkt.base.settings import Settings
from ui.app import Program
app = QApplication([])
program = Program(app, Settings(Path(sys.argv[1]) / "settings.json"))
program.start()
QTimer.singleShot(0, app.quit)
app.exec()
print(*(label.text() for label in program.window.findChildren(QLabel)), sep="\\n")
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package as it is built from what git keeps: a clone in which nothing was compiled."""
    folder = tmp_path_factory.mktemp("wheel")
    for file in shipped():
        copy = folder / "source" / relative(file)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, copy)
    build = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-index", "--no-build-isolation"]
    subprocess.run([*build, "-w", str(folder), str(folder / "source")], cwd=folder, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the package in it, and nothing else."""
    folder = tmp_path_factory.mktemp("installed")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def shipped() -> list[Path]:
    return [file for file in kept_files() if relative(file).partition("/")[0] in (*FLOORS, "pyproject.toml", "README.md")]


def run_in(installed: Path, code: str, *arguments: str) -> str:
    """Run code that sees the installed package and the libraries, but not the tree that it was built from."""
    alone = f"import sys; from pathlib import Path; sys.path.insert(0, {str(installed)!r})\n{code}"
    known = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "JOBBPUNKT"))}
    known |= {"QT_QPA_PLATFORM": "offscreen", "PYTHONIOENCODING": "utf-8", "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-c", alone, *arguments]
    done = subprocess.run(command, cwd=installed, env=known, check=False, capture_output=True, text=True, encoding="utf-8")
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_the_built_package_holds_every_file_of_the_floors_and_the_translations(wheel: Path) -> None:
    packed = set(zipfile.ZipFile(wheel).namelist())
    assert [relative(file) for file in shipped() if "/" in relative(file) and relative(file) not in packed] == []
    assert CATALOGUE in packed
    assert f"jobbpunkt-{__version__}.dist-info/METADATA" in packed


def test_the_installed_package_speaks_swedish_and_says_its_version(installed: Path) -> None:
    assert str(installed) in run_in(installed, "import resources; print(resources.path('locale'))")
    assert "Säkerhetskopiera" in run_in(installed, COMMAND, "--help", "--language", "sv")
    assert run_in(installed, COMMAND, "--version") == f"jobbpunkt {__version__}\n"


def test_the_installed_package_opens_its_window(installed: Path, tmp_path: Path) -> None:
    assert "Prova med påhittade personer" in run_in(installed, WINDOW, str(tmp_path))
