"""Fuzzed files, each through the process that reads it and into a register: none crashes the program, none is half written."""

import io
import json
import random
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PIL import Image
from xlsxwriter import Workbook

from jobbpunkt.base.clock import fixed
from jobbpunkt.base.errors import UserError
from jobbpunkt.exchange.people import import_people
from jobbpunkt.foreign import reading
from jobbpunkt.register.opening import Register
from models.person import Person
from tests.registers import NOW, found, opened

DATA = Path(__file__).parents[1] / "data"


def row(count: int) -> str:
    """Put so many damaged files in, and say what came of them."""
    with tempfile.TemporaryDirectory() as folder:
        template = found(str(Path(folder) / "register.jobbpunkt"))
        with opened(template.place, fixed(NOW)) as register:
            refused = sum(is_refused(register, kind, content) for kind, content in files(count))
    return f"{count:,} fuzzed files: 0 crashes, 0 partial, {refused:,} refused"


def files(count: int, seed: int = 8) -> Iterator[tuple[str, bytes]]:
    """Yield so many damaged files with their kinds, the same ones each time."""
    chance = random.Random(seed)
    whole = _whole()
    for _ in range(count):
        kind, content = chance.choice(whole)
        yield kind, _damaged(content, chance)


def is_refused(register: Register, kind: str, content: bytes) -> bool:
    """Have a file read, a list into the register too, and tell whether it was refused; anything but a refusal in words raises."""
    ways: dict[str, Callable[[bytes], object]] = {"resume": reading.resume, "photo": reading.photo, "pdf": reading.pages}
    ways["list"] = partial(_bring, register)
    try:
        ways[kind](content)
    except UserError:
        return True
    return False


def _bring(register: Register, content: bytes) -> None:
    """Bring a list in; as many people more as it says, or none."""
    before, created = _people(register), 0
    try:
        with register.writing() as uow:
            created = import_people(uow, content).created
    finally:
        assert _people(register) == before + created, content


def _people(register: Register) -> int:
    with register.reading() as uow:
        return uow.session.query(Person).count()


def _damaged(content: bytes, chance: random.Random) -> bytes:
    made = bytearray(content) or bytearray(b";")
    for _ in range(chance.randint(1, 8)):
        at, length = chance.randrange(len(made)), chance.randint(0, 40)
        match chance.randrange(4):
            case 0:
                made[at : at + length] = chance.randbytes(length)
            case 1:
                del made[at : at + length]
            case 2:
                made[at:at] = made[at : at + length] * chance.randint(1, 50)
            case _:
                made[at] = chance.choice((0, 0x7F, 0xFF, ord('"'), ord(";"), ord("[")))
        made = made or bytearray(b";")
    return bytes(made)


def _whole() -> list[tuple[str, bytes]]:
    lists = [file.read_bytes() for file in sorted((DATA / "import").iterdir())]
    cvs = [file.read_bytes() for file in sorted((DATA / "resume").glob("*.json"))]
    photos = [_photo(kind) for kind in ("JPEG", "PNG", "WEBP")]
    return [
        *(("list", content) for content in (*lists, _workbook())),
        *(("resume", content) for content in (*cvs, json.dumps({"basics": {"name": "Åsa"}}).encode())),
        *(("photo", content) for content in photos),
        ("pdf", _pdf()),
    ]


def _workbook() -> bytes:
    out = io.BytesIO()
    with Workbook(out, {"in_memory": True}) as book:
        page = book.add_worksheet()
        for number, line in enumerate((("Förnamn", "Efternamn"), ("Anna", "Ett"), ("Bo", "Två"))):
            page.write_row(number, 0, line)
    # Unpacked, so that damage reaches what is inside.
    plain = io.BytesIO()
    with zipfile.ZipFile(out) as packed, zipfile.ZipFile(plain, "w") as stored:
        for name in packed.namelist():
            stored.writestr(name, packed.read(name))
    return plain.getvalue()


def _photo(kind: str) -> bytes:
    out = io.BytesIO()
    Image.effect_noise((60, 40), 40).convert("RGB").save(out, kind)
    return out.getvalue()


def _pdf() -> bytes:
    import pikepdf

    out = io.BytesIO()
    made = pikepdf.new()
    made.add_blank_page()
    made.save(out)
    return out.getvalue()
