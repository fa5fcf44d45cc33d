"""Two programs started at the same moment on one file: one works, the other is told who does, and only reads."""

import multiprocessing
import tempfile
from collections import Counter
from collections.abc import Sequence
from multiprocessing.connection import Connection
from pathlib import Path

from jobbpunkt.base.clock import fixed
from jobbpunkt.base.errors import UserError
from jobbpunkt.register import check
from jobbpunkt.register.opening import Register
from models.organisation import Organisation
from tests.registers import NOW, SIGN_IN, found, opened
from tests.trust.processes import begun

_BOTH = 2


def row(count: int) -> str:
    """Start two programs so many times on one register, at once and never in the same order; both try to write."""
    if not count:
        return ""
    with tempfile.TemporaryDirectory() as folder:
        place = found(str(Path(folder) / "shared.jobbpunkt")).place
        first = Counter(_start_two(place, number) for number in range(count))
        with opened(place, fixed(NOW)) as register:
            with register.reading() as uow:
                assert uow.session.query(Organisation).count() == count
            assert check.check(register).findings == ()
    won = " and ".join(str(first[which]) for which in range(_BOTH))
    return f"{count} times two starts at once: one worked ({won} times the one and the other), one was told and read; 0 lost"


def _start_two(place: str, number: int) -> int:
    """Start two programs, let both try to write and leave; return which of them worked."""
    pipes = [multiprocessing.Pipe() for _ in range(_BOTH)]
    children = [begun(start, place, number, theirs) for _, theirs in pipes]
    for _, theirs in pipes:
        theirs.close()  # so that one which dies is heard of
    said = {moment: _together([mine for mine, _ in pipes]) for moment in ("ready", "opened", "wrote")}
    for child in children:
        child.join()
        assert child.exitcode == 0
    assert sorted(said["opened"]) == ["reads", "works"], f"start {number}: {said}"
    works = said["opened"].index("works")
    assert said["wrote"] == ["saved" if which == works else "refused" for which in range(_BOTH)], f"start {number}: {said}"
    return works


def _together(pipes: Sequence[Connection]) -> list[str]:
    """Hear what each has to say, and then let both go on."""
    said = [pipe.recv() for pipe in pipes]
    for pipe in pipes:
        pipe.send("go")
    return said


def start(place: str, number: int, told: Connection) -> None:
    """Be one of the programs: open, say how, try to write, say what came of it, and leave; each when told to go on."""
    _said(told, "ready")
    register = Register.open(place, SIGN_IN, fixed(NOW), sole=True)
    _said(told, "reads" if register.only_read else "works")
    try:
        with register.writing() as uow:
            uow.add(Organisation(name=f"Start {number}"))
        done = "saved"
    except UserError:
        done = "refused"
    with register.reading() as uow:
        assert uow.session.query(Organisation).count() >= number
    _said(told, done)
    register.close()


def _said(told: Connection, word: str) -> None:
    told.send(word)
    told.recv()
