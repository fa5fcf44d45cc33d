"""`make migration` and `make pictures`: what the models gained is written down rightly, and README shows what is made."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests import pictures
from tests.rules.tree import ROOT

GAINED = '    contact_note: Mapped[str] = mapped_column(default="")\n'
CONDITION = """Index("ix_person_shoes", "shoes", sqlite_where=text("shoes > 30")),\n        """
# As the test of the newest schema compares them, in the copy: both ways, and what is left to tell.
COMPARED = """
import sqlcipher3.dbapi2 as sqlcipher
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import StaticPool, create_engine
import migrations
from migrations import difference, runner
from models.tables import metadata

engine = create_engine("sqlite+pysqlite://", module=sqlcipher, poolclass=StaticPool)
runner.upgrade(engine)
runner.downgrade(engine, f"{int(migrations.HEAD) - 1:04}")
runner.upgrade(engine)
with engine.connect() as connection:
    context = MigrationContext.configure(connection, opts={"compare_type": True, "include_object": difference.is_compared})
    print(compare_metadata(context, metadata()))
"""


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The models and migrations in a folder of their own."""
    for name in ("models", "migrations"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def gain(copy: Path, column: str, index: str = "") -> None:
    """Give a person one more column, and perhaps an index with a condition."""
    file = copy / "models" / "person.py"
    source = file.read_text(encoding="utf-8")
    assert GAINED in source
    source = source.replace(GAINED, f"{GAINED}    {column}\n").replace('Index("ix_person_name"', f'{index}Index("ix_person_name"')
    file.write_text(source, encoding="utf-8")


def start(copy: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Start Python in the copy, which stands before everything else on its path."""
    return subprocess.run([sys.executable, *arguments], cwd=copy, capture_output=True, text=True, check=False)


def migrated(copy: Path, sentence: str) -> subprocess.CompletedProcess[str]:
    """Make a migration in the copy."""
    return start(copy, "-m", "migrations.making", sentence)


def head(copy: Path) -> int:
    """Return the number of the newest schema."""
    found = re.search(r'HEAD = "(\d{4})"', (copy / "migrations" / "__init__.py").read_text(encoding="utf-8"))
    assert found
    return int(found[1])


def test_what_the_models_gained_becomes_the_next_migration(copy: Path) -> None:
    before = head(copy)
    gain(copy, 'shoes: Mapped[Sex] = mapped_column(default=Sex.NOT_STATED, server_default="")', CONDITION)
    told = migrated(copy, "People have shoes.")
    assert told.returncode == 0, told.stderr
    assert head(copy) == before + 1
    made = copy / "migrations" / "versions" / f"{before + 1:04}_people_have_shoes.py"
    assert told.stdout.startswith(f"migrations/versions/{made.name}")
    text = made.read_text(encoding="utf-8")
    assert text.startswith('"""People have shoes."""\n')
    assert "'shoes', sa.String(length=40), server_default=''" in text
    assert "postgresql_where=sa.text('shoes > 30')" in text
    compared = start(copy, "-c", COMPARED)
    assert (compared.stdout, compared.returncode) == ("[]\n", 0), compared.stderr


def test_a_column_that_rows_would_lack_is_refused_and_nothing_written(copy: Path) -> None:
    before = sorted(copy.rglob("*.py")), head(copy)
    gain(copy, 'shoes: Mapped[str] = mapped_column(default="")')
    told = migrated(copy, "People have shoes")
    assert told.returncode == 1
    assert told.stderr.startswith("person.shoes would be empty in the rows that exist")
    assert told.stderr.count("\n") == 1
    assert (sorted(copy.rglob("*.py")), head(copy)) == before


def test_a_migration_has_its_sentence(copy: Path) -> None:
    assert migrated(copy, " ").returncode == 1


@pytest.mark.skipif(shutil.which("make") is None, reason="no make here")
def test_make_hands_the_sentence_on_whole_and_to_nothing_else() -> None:
    def told(target: str) -> str:
        run = ["make", "-n", target, "NAME=People have shoes", "PYTHON=python"]
        # As one types it, be it that these tests themselves were begun by make.
        alone = {name: value for name, value in os.environ.items() if name not in {"MAKEFLAGS", "MAKELEVEL", "MFLAGS"}}
        return subprocess.run(run, cwd=ROOT, env=alone, capture_output=True, text=True, check=True).stdout.strip()

    assert told("migration") == 'python install.py migration "People have shoes"'
    assert told("pictures") == "python install.py pictures"


def test_readme_shows_the_pictures_that_are_made_and_no_others() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = re.findall(r"!\[[^\]]+\]\(resources/pictures/([\w.-]+)\)", readme)
    assert sorted(shown) == sorted(picture.file for picture in pictures.PICTURES)
    assert sorted(file.name for file in pictures.HOME.iterdir()) == sorted(shown)
