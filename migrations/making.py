"""A new migration from what the models say and the newest schema lacks: `python -m migrations.making "What changes"`."""

import contextlib
import io
import re
import sys
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher
from alembic import command
from alembic.script import Script
from sqlalchemy import StaticPool, create_engine

import migrations
from migrations import runner

HOME = Path(migrations.__file__)


def make(sentence: str) -> Path:
    """Write the next migration, name it as the newest schema, and return its file, for a person to read and mend."""
    number = f"{int(migrations.HEAD) + 1:04}"
    engine = create_engine("sqlite+pysqlite://", module=sqlcipher, poolclass=StaticPool)
    runner.upgrade(engine)
    with engine.connect() as connection:
        settings = runner.config(connection)
        settings.set_main_option("file_template", "%%(rev)s_%%(slug)s")
        with contextlib.redirect_stdout(io.StringIO()):  # Alembic tells each of its own steps
            made = command.revision(settings, sentence.strip().rstrip("."), autogenerate=True, rev_id=number)
    if not isinstance(made, Script):
        raise TypeError(type(made))
    file = Path(made.path)
    file.write_text(re.sub(r" *# ### .*\n?", "", file.read_text(encoding="utf-8")), encoding="utf-8")
    source = HOME.read_text(encoding="utf-8")
    HOME.write_text(re.sub(r'(?m)^HEAD = ".*"$', f'HEAD = "{number}"', source), encoding="utf-8")
    return file


def main(arguments: list[str]) -> int:
    """Make a migration and tell where it stands; 1 with a sentence where a person must say more first."""
    if not " ".join(arguments).strip():
        sys.stderr.write('Say in a sentence what changes: make migration NAME="People have a second telephone".\n')
        return 1
    try:
        made = make(" ".join(arguments))
    except ValueError as refused:
        sys.stderr.write(f"{refused}\n")
        return 1
    sys.stdout.write(f"migrations/versions/{made.name}: read it, and mend what it could not know.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
