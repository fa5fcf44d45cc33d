"""A register with a key file of format 1, as the last program before the chain of members left it.

Made by that program; its rows are kept in clear, since everything in them is made up, and are encrypted anew with its own key.
Its users are admin, coach and handledare, and slutat, who was shut out; a coach wrote a plan for better health in it.
"""

import json
import lzma
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher

from jobbpunkt.register import copying, database, location, old_slots, places
from jobbpunkt.register.identity import Lock
from jobbpunkt.register.old_slots import OldKeyFile
from jobbpunkt.register.slots import beside, decode
from tests.registers import PASSWORD

KEPT = Path(__file__).parent / "data" / "keys-1"
RECOVERY_KEY = (KEPT / "recovery.txt").read_text().strip()
USERS = ("admin", "coach", "handledare")


def old_key_file() -> OldKeyFile:
    """Return the key file."""
    file = decode(json.loads((KEPT / "register.keys").read_text()))
    assert isinstance(file, OldKeyFile)
    return file


def old_key() -> bytes:
    """Return the register key, which everybody's password opens."""
    slot = old_key_file().find("admin")
    assert slot is not None
    return old_slots.open_keys(slot, old_slots.open_private(slot, Lock.of(slot, PASSWORD).wrapping)).register


def old_file(target: Path) -> str:
    """Put the register at `target` with its two key files, and return its place."""
    plain = target.with_suffix(".plain")
    plain.write_bytes(lzma.decompress((KEPT / "register.sqlite.xz").read_bytes()))
    connection = sqlcipher.connect(str(plain))
    connection.execute(f"ATTACH '{target}' AS sealed KEY \"x'{old_key().hex()}'\"")
    connection.execute("SELECT sqlcipher_export('sealed')")
    connection.execute("DETACH sealed")
    connection.close()
    plain.unlink()
    for file in beside(target):
        file.write_bytes((KEPT / "register.keys").read_bytes())
    return str(target)


@contextmanager
def old_server(address: str, folder: Path) -> Iterator[str]:
    """Put the register into the empty database at `address`, and give its place."""
    source = database.resting_engine(Path(old_file(folder / "source.jobbpunkt")), old_key())
    place = location.parse(address)
    with places.empty(place, b"") as engine:
        copying.file_to_server(source, engine)
        places.slot_store(place).write(old_key_file())
    source.dispose()
    yield address
