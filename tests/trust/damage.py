"""Wrong passwords, flipped bits and cut files: refused, never made anew, never written over."""

import random
import shutil
import tempfile
from pathlib import Path

from jobbpunkt.base.clock import fixed
from jobbpunkt.base.errors import UserError
from jobbpunkt.register import database
from jobbpunkt.register.opening import Credentials, Register
from jobbpunkt.register.slots import beside
from tests.registers import FOUNDER, NOW, copy_file, found
from tests.services.test_register import read_everything

_NOTICED = ("damaged", "Restore the register from a backup", "a part of it is missing")


def wrong_keys(count: int) -> str:
    """Open a register with so many wrong raw keys; every one is refused and the file stays as it is, byte for byte."""
    chance = random.Random(count)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(found(str(Path(folder) / "register.jobbpunkt")).place)
        before = file.read_bytes()
        for _ in range(count):
            try:
                database.connect_file(file, chance.randbytes(32)).close()
            except Exception:  # noqa: BLE001 - the engine's own, whichever it is
                continue
            raise AssertionError("a wrong key opened the register")
        for number in range(min(count, 20)):
            try:
                Register.open(str(file), Credentials(FOUNDER.login, f"fel lösenord nummer {number}"), fixed(NOW)).close()
            except UserError:
                continue
            raise AssertionError("a wrong password opened the register")
        assert file.read_bytes() == before
    return f"{count} keys refused, the file unchanged"


def flipped(count: int) -> str:
    """Turn one bit anywhere in the register, so many times; what was changed is never read as data."""
    chance = random.Random(count)
    with tempfile.TemporaryDirectory() as folder:
        template = found(str(Path(folder) / "template.jobbpunkt"))
        for number in range(count):
            place = copy_file(template, Path(folder) / "flipped.jobbpunkt")
            content = bytearray(Path(place).read_bytes())
            content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
            Path(place).write_bytes(content)
            said = read_everything(place, fixed(NOW))
            assert any(word in said for word in _NOTICED), f"flip {number}: {said}"
    return f"{count} flips, {count} noticed"


def cut(count: int) -> str:
    """Cut the register off at so many lengths; it is refused or found damaged, and nothing is made anew in its place."""
    chance = random.Random(count)
    with tempfile.TemporaryDirectory() as folder:
        template = found(str(Path(folder) / "template.jobbpunkt"))
        whole = Path(template.place).read_bytes()
        for number in range(count):
            place = copy_file(template, Path(folder) / "cut.jobbpunkt")
            length = chance.randrange(len(whole))
            Path(place).write_bytes(whole[:length])
            said = read_everything(place, fixed(NOW))
            assert any(word in said for word in _NOTICED), f"cut {number} at {length}: {said}"
            assert Path(place).stat().st_size <= length or said == "a page is damaged"
    return f"{count} cuts, {count} noticed"


def key_files(count: int) -> str:
    """Damage both copies of the key file alike, at random places, so many times; nothing opens in silence."""
    chance, opened = random.Random(count), 0
    with tempfile.TemporaryDirectory() as folder:
        template = found(str(Path(folder) / "template.jobbpunkt"))
        for number in range(count):
            place = Path(copy_file(template, Path(folder) / "keys.jobbpunkt"))
            first, second = beside(place)
            content = bytearray(first.read_bytes())
            at = chance.randrange(len(content))
            changed = chance.choice([sign for sign in range(32, 127) if sign != content[at]])
            content[at] = changed
            first.write_bytes(content)
            shutil.copyfile(first, second)
            try:
                Register.open(str(place), Credentials(FOUNDER.login, FOUNDER.password), fixed(NOW)).close()
            except UserError:
                continue
            opened += 1
            assert chr(changed).isspace() or chr(template_sign(template.place, at)).isspace(), f"damage {number} at {at}"
    return f"{count} damaged, {count - opened} refused, {opened} only in the blanks between"


def template_sign(place: str, at: int) -> int:
    """Return the sign that stood there before."""
    return beside(Path(place))[0].read_bytes()[at]
