"""An export takes out what its maker may see, encrypted, and leaves nothing in clear, also when it is killed."""

import os
import signal
import subprocess
import sys
import time as clock
from datetime import date, time
from pathlib import Path

import pytest

from jobbpunkt.base.words import Words
from jobbpunkt.coaching import MeetingFacts, NewSession, book
from jobbpunkt.exchange.everything import export
from jobbpunkt.exchange.titles import titles
from jobbpunkt.people import details, notes
from jobbpunkt.people.details import PersonData
from jobbpunkt.register.opening import Register
from models.vocabulary import Role, SessionKind
from tests.colleagues import EVERY_KEY, colleague
from tests.exported import ERRAND, read
from tests.registers import FOUNDER, PASSWORD
from tests.rules.tree import ROOT

CANARY = "Kanariefågelsson"
NUMBER = "19980504-2398"
LEFT = ".allt.zip.999999999.new"


@pytest.fixture
def filled(register: Register) -> Register:
    with register.writing() as uow:
        person = details.create(uow, PersonData(CANARY, CANARY, identity_number=NUMBER, street=CANARY, own_goal=CANARY)).record
        notes.add(uow, person, CANARY)
        facts = MeetingFacts(SessionKind.COACHING, 45, CANARY)
        book(uow, NewSession((person,), date(2020, 6, 16), time(9), facts))
    return register


def test_an_administrator_takes_out_nothing_that_the_role_may_not_see(filled: Register, tmp_path: Path, words_sv: Words) -> None:
    """The finding: `list people` was refused, and the export gave everybody, with numbers and notes."""
    with colleague(filled, [Role.ADMINISTRATOR], EVERY_KEY) as administrator:
        done = export(administrator, tmp_path / "allt.zip", ERRAND, words_sv)
    everything = b"".join(read(done).values())
    for word in (CANARY, NUMBER, NUMBER.replace("-", "")):
        assert word.encode() not in everything
    for name in ("person", "person_note", "coaching_session", "plan", "cv_version"):
        table = titles("sv").table(name)
        assert table in done.left_out[0]
        assert table not in done.rows
    with colleague(filled, [Role.ADMINISTRATOR, Role.COACH], EVERY_KEY) as both:
        whole = read(export(both, tmp_path / "mer.zip", ERRAND, words_sv))
    assert CANARY.encode() in b"".join(whole.values())


EXPORTING = """
import sys
from pathlib import Path
from jobbpunkt.base.words import Words
from jobbpunkt.exchange import everything
from jobbpunkt.register.opening import Credentials, Register
where, login, password, target = sys.argv[1:]
with open(target + ".ready", "w") as ready:
    register = Register.open(where, Credentials(login, password))
    ready.write("1")
for _ in range(1000):
    everything.export(register, Path(target), everything.Errand("Arkivet", "Prov"), Words("sv"))
"""


def test_a_killed_export_leaves_nothing_in_clear_and_what_it_left_is_swept(
    filled: Register, tmp_path: Path, words_sv: Words
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    target = folder / "allt.zip"
    own = {"TMPDIR": str(folder), "XDG_CACHE_HOME": str(folder), "PYTHONPATH": str(ROOT)}
    given = [filled.location.text, FOUNDER.login, PASSWORD, str(target)]
    for round_ in range(3):
        with subprocess.Popen([sys.executable, "-c", EXPORTING, *given], env={**os.environ, **own}) as exporting:
            while not (folder / "allt.zip.ready").exists() or not any(folder.glob(".allt.zip.*.new")):
                assert exporting.poll() is None
                clock.sleep(0.002)
            clock.sleep(0.01 * round_)
            exporting.send_signal(signal.SIGKILL)
        (folder / "allt.zip.ready").unlink()
        for file in folder.rglob("*"):
            assert CANARY.encode() not in file.read_bytes(), file
    (folder / LEFT).write_bytes(b"half of an export")
    export(filled, target, ERRAND, words_sv)
    assert sorted(file.name for file in folder.iterdir() if file.is_file()) == ["allt.zip"]
