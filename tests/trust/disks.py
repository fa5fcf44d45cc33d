"""Disks of many sizes, most of them too small: what does not fit is told in a sentence, and what was there is whole."""

import subprocess
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import migrations
from jobbpunkt.base.clock import Clock, fixed
from jobbpunkt.base.errors import UserError
from jobbpunkt.base.words import Words
from jobbpunkt.exchange.everything import export
from jobbpunkt.register import backup, check, database
from jobbpunkt.register.opening import Register
from models.organisation import Organisation
from tests import old_registers
from tests.exported import ERRAND
from tests.registers import NOW, SIGN_IN, Template, copy_file, found, opened
from tests.services.test_drafts import draft, keep, kept

_ROUNDS, _AMPLE = 2, "64m"


def disks(count: int) -> str:
    """Work on so many disks of different sizes: save, type, back up, export, and bring an older register up to date."""
    if not count:
        return ""
    with tempfile.TemporaryDirectory() as folder:
        template = found(str(Path(folder) / "template.jobbpunkt"))
        return full_disks(count, Path(folder), template, fixed(NOW))


def full_disks(count: int, folder: Path, template: Template, clock: Clock) -> str:
    """Do the same with a register that is there already, in a folder of the caller's."""
    old, seen = _of_before(template, folder, clock), Counter[str]()
    size = sum(file.stat().st_size for file in (folder / "old").iterdir())
    for number in range(count):
        for work, source, most in ((_work_in, template, 4), (_upgrade_in, old, 4)):
            with _disk(folder / f"disk{number}", (size + number * most * size // count) // 1024 + 24) as disk:
                work(Desk(copy_file(source, disk / "r.jobbpunkt"), disk, clock, seen))
    return f"{count} sizes: {', '.join(f'{number} {name}' for name, number in sorted(seen.items()))}; 0 damaged, 0 lost"


@dataclass(slots=True)
class Desk:
    """A register on a small disk, what was seen on such so far, and what was done on this one."""

    place: str
    disk: Path
    clock: Clock
    seen: Counter[str]
    saved: int = 0
    typed: list[str] = field(default_factory=list)

    def attempts(self, register: Register) -> dict[str, Callable[[], object]]:
        """Return what is tried, by what it is called."""
        return {
            "saves": lambda: self._save(register),
            "drafts": lambda: self._type(register),
            "backups": lambda: backup.make(register, self.disk / "b.jobbpunkt"),
            "exports": lambda: export(register, self.disk / "allt.zip", ERRAND, Words("sv")),
        }

    def _save(self, register: Register) -> None:
        with register.writing() as uow:
            uow.add(Organisation(name="x" * 3000))
        self.saved += 1

    def _type(self, register: Register) -> None:
        text = f"{len(self.typed)} {'y' * 3000}"
        keep(register, self.disk / "drafts", draft(text=text))
        self.typed.append(text)


def _work_in(desk: Desk) -> None:
    register = Register.open(desk.place, SIGN_IN, desk.clock)
    desk.seen["only shown"] += register.only_read is not None
    for _ in range(_ROUNDS):
        for name, attempt in desk.attempts(register).items():
            before = _whole_files(desk.disk)
            try:
                attempt()
                desk.seen[f"{name} done"] += 1
            except UserError:
                desk.seen[f"{name} refused in words"] += 1
                assert _whole_files(desk.disk) == before, f"a refused one of the {name} changed what was there"
    with register.reading() as uow:
        assert uow.session.query(Organisation).count() == desk.saved
    register.close()
    assert not list(desk.disk.glob(".*")), "nothing half made is left"
    _make_room(desk.disk)
    _look_at(desk)


def _look_at(desk: Desk) -> None:
    """With room again all is there that was done: what was saved, what was typed, and the last good backup."""
    if (desk.disk / "b.jobbpunkt").exists():
        with opened(str(desk.disk / "b.jobbpunkt"), desk.clock) as copy:
            # Signing in to a copy makes its history another one than this computer has noted.
            assert all("older copy" in finding.sentence for finding in check.check(copy).findings)
    with opened(desk.place, desk.clock) as again:
        assert all("older copy" in finding.sentence for finding in check.check(again).findings)
        with again.reading() as uow:
            assert uow.session.query(Organisation).count() == desk.saved
        texts = [one.typed for found in kept(again, desk.disk / "drafts").drafts for one in found.fields]
        assert texts == desk.typed[-1:], "what was typed last and kept is there"


def _upgrade_in(desk: Desk) -> None:
    """Sign in to an older register: it is brought up to date or left as it was, and in the end it is there and up to date."""
    try:
        with opened(desk.place, desk.clock) as register:
            desk.seen["upgrades done"] += 1
            assert database.schema_version(register.engine) == migrations.HEAD
    except UserError:
        desk.seen["upgrades refused in words"] += 1
    assert not list(desk.disk.glob(".*")), "nothing half made is left"
    _make_room(desk.disk)
    with opened(desk.place, desk.clock) as register, register.reading() as uow:
        assert database.schema_version(register.engine) == migrations.HEAD
        assert uow.session.query(Organisation).one().name == "Före"


def _of_before(template: Template, folder: Path, clock: Clock) -> Template:
    """Return a register of the first schema with something in it."""
    (folder / "old").mkdir()
    place = copy_file(template, folder / "old" / "r.jobbpunkt")
    with opened(place, clock) as register:
        with register.writing() as uow:
            uow.add(Organisation(name="Före"))
        old_registers.downgrade(register.engine, "0001")
    return replace(template, place=place)


def _whole_files(disk: Path) -> dict[str, bytes]:
    """Return what must not change when something is refused: backups and exports."""
    return {file.name: file.read_bytes() for file in (*disk.glob("b.jobbpunkt"), *disk.glob("allt.zip"))}


@contextmanager
def _disk(folder: Path, kilobytes: int) -> Iterator[Path]:
    folder.mkdir(exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(folder)], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def _make_room(disk: Path) -> None:
    subprocess.run(["mount", "-o", f"remount,size={_AMPLE}", str(disk)], check=True)
