"""A program that is killed while it writes leaves nothing in clear anywhere, and nothing at all after the next start."""

import os
import signal
import sys
import zlib
from pathlib import Path

import pytest

from jobbpunkt.base import files, unfinished
from jobbpunkt.cli.program import run
from jobbpunkt.people import details, notes
from jobbpunkt.people.details import PersonData
from jobbpunkt.register import location, sweeping
from jobbpunkt.register.opening import Register
from tests.registers import FOUNDER, PASSWORD

CANARY = "Kanariefågelsson"
# What touches a file by its name; each of these is a moment to die at.
TOUCHES = frozenset({"open", "os.rename", "os.link", "os.remove", "os.chmod", "os.mkdir"})
NOBODY = 2**22 + 1  # the number of a process that no Linux has


@pytest.fixture
def world(sqlite_register: Register, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A computer whose every folder that a program may write to lies in one, and a register with words to look for."""
    with sqlite_register.writing() as uow:
        person = details.create(uow, PersonData(CANARY, CANARY, street=CANARY, own_goal=CANARY)).record
        notes.add(uow, person, CANARY)
    sqlite_register.close()
    world = tmp_path / "world"
    for variable in ("TMPDIR", "TEMP", "TMP", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "HOME"):
        (world / variable).mkdir(parents=True)
        monkeypatch.setenv(variable, str(world / variable))
    monkeypatch.setenv("JOBBPUNKT_USER", FOUNDER.login)
    monkeypatch.setenv("JOBBPUNKT_PASSWORD", PASSWORD)
    monkeypatch.setenv("JOBBPUNKT_REGISTER", sqlite_register.location.text)
    (world / "ut").mkdir()
    (world / "person").write_text(str(person))
    return world


def ways(world: Path, person: str) -> dict[str, tuple[list[str], set[str]]]:
    """Return each way to write a file: the command, and what may stand in the folder once it is done."""
    out = world / "ut"
    errand = ["--to", "Arkivet", "--why", "Prov"]
    return {
        "export": (["export", "everything", "--out", str(out / "allt.zip"), *errand], {"allt.zip"}),
        "backup": (
            ["backup", "--to", str(out / "b.jobbpunkt")],
            {"b.jobbpunkt", "b.jobbpunkt.keys", "b.jobbpunkt.keys.copy", "b.jobbpunkt.receipt.json", "b.jobbpunkt.lock"},
        ),
        "print": (["print", "extract", "--id", person, "--out", str(out / "utdrag.pdf")], {"utdrag.pdf"}),
    }


def killed_at(point: int, command: list[str], world: Path) -> bool:
    """Carry out a command in a process that dies as it touches a file in `world` for the `point`th time; tell whether it died."""
    child = os.fork()
    if child == 0:
        left = point

        def count(event: str, given: tuple[object, ...]) -> None:
            nonlocal left
            if event in TOUCHES and any(str(world) in os.fsdecode(one) for one in given if isinstance(one, str | bytes | Path)):
                left -= 1
                if left == 0:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(count)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        os._exit(run(command, lambda: 0))
    _, status = os.waitpid(child, 0)
    if not os.WIFSIGNALED(status):
        assert os.waitstatus_to_exitcode(status) == 0
    return os.WIFSIGNALED(status)


def told_in_clear(file: Path) -> bool:
    """Tell whether a file says the word to whoever opens it: as it is, or packed as a PDF packs its pages."""
    content = file.read_bytes()
    for stream in content.split(b"stream\n")[1:]:
        packed = zlib.decompressobj()
        try:
            content += packed.decompress(stream)
        except zlib.error:
            continue
    return CANARY.encode() in content or content.startswith(b"%PDF")


@pytest.mark.parametrize("way", ["export", "backup", "print"])
def test_nothing_is_left_in_clear_and_nothing_at_all_after_the_next_start(
    way: str, world: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    person = (world / "person").read_text()
    command, may_stand = ways(world, person)[way]
    died, point = 0, 1
    while killed_at(point, command, world):
        died, point = died + 1, point + 1
        asked_for = world / "ut" / "utdrag.pdf"  # a whole paper that was asked for in clear
        in_clear = [file for file in world.rglob("*") if file.is_file() and file != asked_for and told_in_clear(file)]
        # A paper that is whole has its own name in the next step; half of one never has a name.
        assert [file for file in in_clear if not is_whole(file)] == []
        assert run(["list", "people"], lambda: 0) == 0
        assert {file.name for file in (world / "ut").iterdir()} <= may_stand
        assert list(world.rglob("*.new*")) == []
        assert list((world / "XDG_STATE_HOME" / "Jobbpunkt" / "unfinished").glob("*")) == []
        assert [list((world / name).iterdir()) for name in ("TMPDIR", "TEMP", "TMP", "XDG_CACHE_HOME", "HOME")] == [[]] * 5
        for file in (world / "ut").iterdir():
            file.unlink()
    assert died >= 4
    assert {file.name for file in (world / "ut").iterdir()} <= may_stand
    capsys.readouterr()


def is_whole(file: Path) -> bool:
    return file.read_bytes().rstrip().endswith(b"%%EOF")


def test_what_is_old_is_swept_also_if_another_program_has_its_number_now(tmp_path: Path) -> None:
    mine = tmp_path / f".papper.pdf.{os.getppid()}.new"
    for age, stays in ((60, True), (90_000, False)):
        mine.write_bytes(b"%PDF")
        os.utime(mine, (mine.stat().st_mtime - age,) * 2)
        files.sweep(tmp_path / "papper.pdf")
        assert mine.exists() is stays


def test_only_what_a_program_left_half_made_is_swept(tmp_path: Path) -> None:
    mine = [".papper.pdf.new", "papper.pdf.1.new", f".annat.pdf.{NOBODY}.new", ".papper.pdf.x.new", f"papper.{NOBODY}.new.pdf"]
    left = [f".papper.pdf.{NOBODY}.new", f".papper.pdf.{NOBODY}.new-journal", f".papper.pdf.keys.{NOBODY}.new"]
    for name in (*mine, *left):
        (tmp_path / name).write_text("x")
    files.sweep(tmp_path / "papper.pdf")
    assert sorted(file.name for file in tmp_path.iterdir() if file.is_file()) == sorted(mine)


def test_a_start_sweeps_the_programs_own_folders(world: Path) -> None:
    for folder in (unfinished.default_folder().parent / "pins", world / "XDG_CONFIG_HOME" / "Jobbpunkt"):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f".settings.json.{NOBODY}.new").write_text("{}")
    sweeping.sweep(location.parse(str(world / "r.jobbpunkt")))
    assert list(world.rglob("*.new")) == []


@pytest.mark.skipif(sys.platform != "linux", reason="only there a file can be without a name")
def test_a_paper_has_no_name_until_it_is_whole(tmp_path: Path, world: Path) -> None:
    folder = tmp_path / "papper"
    folder.mkdir()
    child = os.fork()
    if child == 0:
        sys.addaudithook(lambda event, _: os.kill(os.getpid(), signal.SIGKILL) if event == "os.link" else None)
        files.save(folder / "papper.pdf", b"%PDF" + CANARY.encode())
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status)
    assert list(folder.iterdir()) == []
    assert [file for file in world.rglob("*") if file.is_file() and CANARY.encode() in file.read_bytes()] == []
