"""What ships is whole: every file of the floors is in the package that is built from them."""

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from tests.rules.tree import FLOORS, ROOT, kept_files, relative


def test_the_built_package_holds_every_file_of_the_floors(tmp_path: Path) -> None:
    files = [file for file in kept_files() if relative(file).partition("/")[0] in (*FLOORS, "pyproject.toml", "README.md")]
    for file in files:
        copy = tmp_path / "source" / relative(file)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, copy)
    build = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-index", "--no-build-isolation"]
    subprocess.run([*build, "-w", str(tmp_path), str(tmp_path / "source")], cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    packed = set(zipfile.ZipFile(wheel).namelist())
    assert [relative(file) for file in files if "/" in relative(file) and relative(file) not in packed] == []
