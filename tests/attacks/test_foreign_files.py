"""Files made to do harm end in one sentence, in a process that holds no key and may do nothing."""

import io
import json
import os
import struct
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from xlsxwriter import Workbook

from jobbpunkt.base.errors import UserError
from jobbpunkt.exchange.people import import_people
from jobbpunkt.foreign import asking, reading, spoken
from jobbpunkt.foreign.limits import FILES, MEMORY
from jobbpunkt.register.opening import Register
from models.person import Person
from tests.rules.tree import ROOT

HOSTILE = "../../etc/passwd\x00\u202exlsx.exe"
UNSAFE = "cannot be read safely"


def workbook(*cells: tuple[int, int, str]) -> bytes:
    """Return a workbook with these cells."""
    out = io.BytesIO()
    with Workbook(out, {"in_memory": True}) as book:
        page = book.add_worksheet()
        for row, column, text in cells:
            page.write_string(row, column, text)
    return out.getvalue()


def with_part(name: str, content: bytes) -> bytes:
    """Return a workbook in which one part is another."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook((0, 0, "Förnamn")))) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new,
    ):
        for one in old.namelist():
            new.writestr(one, content if one == name else old.read(one))
        new.writestr("../../../../tmp/escaped", b"x")
    return out.getvalue()


def _png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


FAR_CELL = workbook((0, 0, "Förnamn"), (1_048_575, 16_383, "x"))
SHEET = "xl/worksheets/sheet1.xml"


def test_a_cell_declared_beyond_reason_ends_nothing_but_the_reader(register: Register) -> None:
    """The finding: 1.7 kB ended the program, and the core dump held keys and password."""
    assert len(FAR_CELL) < 6000
    with pytest.raises(UserError, match=UNSAFE), register.writing() as uow:
        import_people(uow, FAR_CELL)
    with register.reading() as uow:
        assert uow.session.query(Person).count() == 0


@pytest.mark.parametrize(
    ("read", "content", "sentence"),
    [
        pytest.param(reading.photo, _png(30_000, 30_000), "too large", id="900 megapixels"),
        pytest.param(reading.resume, b"[" * 500_000, "not a CV", id="nested list"),
        pytest.param(reading.resume, b'{"basics":' * 900 + b"1" + b"}" * 900, "nested too deep", id="nested groups"),
    ],
)
def test_what_is_made_too_large_is_one_sentence(read: Callable[[bytes], object], content: bytes, sentence: str) -> None:
    with pytest.raises(UserError, match=sentence):
        read(content)


def test_a_bomb_of_a_workbook_bursts_where_it_does_no_harm() -> None:
    bomb = with_part(SHEET, b'<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>' + b"9" * 400_000_000)
    assert len(bomb) < 3_000_000
    with pytest.raises(UserError, match=UNSAFE):
        reading.PeopleList(bomb)


def test_nothing_comes_of_json_that_is_nested_without_end_or_of_what_is_no_pdf() -> None:
    assert reading.plain(b"[" * 500_000) is None
    assert reading.plain(b'{"a":' * 50 + b"1" + b"}" * 50) is None
    assert reading.pages(b"%PDF-1.7\n" + b"<<" * 100_000) == 0


def test_names_that_lead_out_of_an_archive_are_never_followed(tmp_path: Path) -> None:
    rows = list(reading.PeopleList(with_part("docProps/app.xml", b"<a/>")).rows())
    assert [row.cells for row in rows] == [("Förnamn",)]
    assert not Path("/tmp/escaped").exists()
    hostile = list(reading.PeopleList(workbook((0, 0, "Förnamn"), (1, 0, "../../etc/passwd\u202exlsx.exe"))).rows())
    assert hostile[1].cells == ("../../etc/passwd\u202exlsx.exe",), "a name is a text among others"


def _alone(code: str, *args: str) -> subprocess.CompletedProcess[str]:
    clean = {"PYTHONPATH": str(ROOT), "JOBBPUNKT_PASSWORD": "hemligt", "HOME": "/nowhere", "PATH": os.environ["PATH"]}
    return subprocess.run([sys.executable, "-c", code, *args], capture_output=True, text=True, env=clean, timeout=120)


@pytest.mark.skipif(sys.platform == "win32", reason="a job limits it there")
def test_the_reader_has_given_up_files_memory_and_dumps(tmp_path: Path) -> None:
    tries = """
import resource, sys
from jobbpunkt.foreign.limits import limit_myself
limit_myself()
told = [resource.getrlimit(getattr(resource, "RLIMIT_" + name)) for name in ("AS", "FSIZE", "NOFILE", "CORE")]
try:
    open(sys.argv[1], "wb", buffering=0).write(b"x")
except OSError:
    told.append("refused")
try:
    resource.setrlimit(resource.RLIMIT_FSIZE, (1, 1))
except (ValueError, OSError):
    told.append("for good")
print(told)
"""
    said = _alone(tries, str(tmp_path / "written")).stdout
    if os.geteuid() == 0:  # whoever may do everything may also take a limit back
        assert said.startswith(str([(MEMORY, MEMORY), (0, 0), (FILES, FILES), (0, 0), "refused"])[:-1])
    else:
        assert said.strip() == str([(MEMORY, MEMORY), (0, 0), (FILES, FILES), (0, 0), "refused", "for good"])
    assert not (tmp_path / "written").exists() or (tmp_path / "written").read_bytes() == b""


def test_the_reader_is_told_nothing_of_who_asks() -> None:
    watched = """
import sys
from jobbpunkt.foreign import reading
told = []
sys.addaudithook(lambda event, args: told.append(args) if event == "subprocess.Popen" else None)
reading.plain(b"{}")
(_, command, folder, environment), = told
print(sorted(environment), folder, "hemligt" in str(command))
"""
    assert _alone(watched).stdout.strip() == "[] None False"


def test_the_reader_loads_neither_window_nor_register() -> None:
    command = asking.command("list")
    at = command.index("-c")
    told = subprocess.run(
        [*command[:at], "-X", "importtime", *command[at:]], input=b"A;B\n1;2\n", capture_output=True, timeout=120
    )
    assert told.stdout.splitlines()[-1] == b'{"end": true}'
    loaded = told.stderr.decode()
    assert [
        name for name in ("PySide6", "sqlalchemy", "cryptography", "sqlcipher3", "typer", "subprocess") if name in loaded
    ] == []


def test_a_reader_that_was_taken_over_is_not_believed() -> None:
    whole = {"sentence": "The photo is {most}.", "fields": {"most": 4}, "field": None}
    assert spoken.refusal(whole).fields == {"most": 4}
    parts: tuple[dict[str, object], ...] = (
        {"sentence": "{most.__class__}"},
        {"sentence": "{most!r:>999999999}"},
        {"sentence": "{other}"},
        {"sentence": "x" * 501},
        {"fields": {"most": {"path": [{}]}}},
        {"fields": {"Most": 1}},
        {"field": 4},
    )
    for part in parts:
        with pytest.raises(ValueError, match=r"."):
            spoken.refusal({**whole, **part})
    with pytest.raises(UserError, match=UNSAFE):
        list(asking.lines(b"[" * 100_000 + b'\n{"end": true}\n'))
    refused = spoken.told(UserError("Not {typed}", typed=HOSTILE))
    assert spoken.refusal(json.loads(json.dumps(refused))).fields["typed"] == HOSTILE


def test_an_unknown_kind_or_a_killed_reader_is_a_refusal() -> None:
    with pytest.raises(UserError, match=UNSAFE):
        asking.answer("program", b"")
