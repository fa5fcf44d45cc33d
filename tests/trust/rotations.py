"""Killed while the keys are being changed: exactly one set of keys opens the register, and it says what it said."""

import multiprocessing
import random
import tempfile
import time
from multiprocessing.connection import Connection
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher

from jobbpunkt.base.clock import fixed
from jobbpunkt.base.words import Words
from jobbpunkt.register import check, database, rotating, sealing
from jobbpunkt.register.key_file import KeyFile
from jobbpunkt.register.opening import Register
from jobbpunkt.register.slots import SlotFile
from tests import sealed
from tests.registers import NOW, SIGN_IN, found, opened
from tests.trust.processes import begun

_LOOKED_THROUGH = 10  # the whole register is looked through after each so many kills


def rotations(count: int) -> str:
    """Kill a process that changes the keys of one register, so many times, at all moments of it."""
    chance, seen = random.Random(count), {"before": 0, "after": 0, "two sets in the key file": 0, "a copy left behind": 0}
    with tempfile.TemporaryDirectory() as folder:
        place = found(str(Path(folder) / "rotated.jobbpunkt")).place
        with opened(place, fixed(NOW)) as register:
            sealed.fill(register, Words("sv"))
            said, epoch = sealed.said(register), register.data_keys.epoch
        lasts = 0.0
        for number in range(count + 1):
            heard, told = multiprocessing.Pipe(duplex=False)
            child = begun(rotate_once, place, told)
            heard.recv()
            child.join(chance.uniform(0.3, 1.2) * lasts if number else None)  # the first one is only measured
            child.kill()
            child.join()
            lasts = lasts or heard.recv()
            now = _look(place, said, whole=number % _LOOKED_THROUGH == 0, seen=seen)
            assert now in {epoch, epoch + 1}, (epoch, now)
            if number:
                seen["before" if now == epoch else "after"] += 1
                lasts *= 1.07 if now == epoch else 0.93  # so that about as many come before the change counts as after it
            epoch = now
    told_of = ", ".join(f"{number} {name}" for name, number in seen.items())
    return f"{count} kills: {told_of}; exactly one set of keys opened each time"


def rotate_once(place: str, told: Connection) -> None:
    """Open a register, say so, change its keys, and say how long that took."""
    register = Register.open(place, SIGN_IN, fixed(NOW))
    told.send("open")
    began = time.monotonic()
    rotating.rotate(register)
    told.send(time.monotonic() - began)


def _look(place: str, said: dict[sealed.Place, object], *, whole: bool, seen: dict[str, int]) -> int:
    """Show that one set of keys opens the register and that it says what it said; return its epoch."""
    path = Path(place)
    file = SlotFile(path).read()
    assert isinstance(file, KeyFile)
    seen["two sets in the key file"] += len(file.sets) == 2
    seen["a copy left behind"] += path.with_name(path.name + ".next").exists()
    with opened(place, fixed(NOW)) as register:
        standing = register.keyring.standing
        assert standing is not None
        held = [sealing.open_seals(standing.members, standing.identity, one) for one in file.sets]
        assert [_opens(path, keys.register) for keys in held].count(True) == 1
        assert sealed.said(register) == said
        if whole:
            assert check.check(register).findings == ()
        return register.data_keys.epoch


def _opens(path: Path, key: bytes) -> bool:
    try:
        database.connect_file(path, key).close()
    except sqlcipher.DatabaseError:
        return False
    return True
