"""Archives made to do harm: bombs, names that lead out, links, lies about sizes; each is read or refused, nothing is written."""

import random
import struct
import tempfile
import warnings
import zipfile
from io import BytesIO
from pathlib import Path

from jobbpunkt.base.clock import fixed
from tests.attacks.test_foreign_files import SHEET, workbook
from tests.registers import NOW, found, opened
from tests.trust.foreign_files import is_refused

_LINK = 0o120777 << 16  # how an archive says that an entry is a link
_LIST = ((0, 0, "Förnamn"), (0, 1, "Efternamn"), (1, 0, "Anna"), (1, 1, "Ett"))
_BEGIN, _END = b'<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>', b"</v></c></row></sheetData></worksheet>"
_HUGE = (20_000_000, 20_000_000, 20_000_000, 60_000_000, 300_000_000)  # bytes, unpacked
_STRINGS = "xl/sharedStrings.xml"
_ENDLESS = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(12))
_IN_HEAD, _IN_LIST = (b"PK\x03\x04", 22), (b"PK\x01\x02", 24)  # where an entry says how large it is unpacked

Parts = list[tuple[str | zipfile.ZipInfo, bytes]]


def row(count: int) -> str:
    """Bring in so many archives that were made to do harm; each is read or refused, and none writes a file."""
    chance, refused = random.Random(count), 0
    with tempfile.TemporaryDirectory() as folder:
        trap = Path(folder) / "trap"
        trap.mkdir()
        with opened(found(str(Path(folder) / "register.jobbpunkt")).place, fixed(NOW)) as register:
            assert not is_refused(register, "list", workbook(*_LIST)), "a list that does no harm is read"
            for number in range(count):
                refused += is_refused(register, "list", _KINDS[number % len(_KINDS)](chance, trap))
                assert not list(trap.iterdir()), f"archive {number} wrote a file"
    kinds = min(count, len(_KINDS))
    return f"{count} archives of {kinds} kinds: {refused} refused, 0 crashes, 0 partial, 0 files written elsewhere"


def _leading_out(chance: random.Random, trap: Path) -> bytes:
    up = chance.choice(("../", "..\\", "./../")) * chance.randint(0, 30)
    name = chance.choice((f"{up}{str(trap).lstrip('/')}/out", f"{trap}/out", f"xl/{up}{trap}/out", f"{up}out\x00.xml"))
    return _packed([*_parts(), (name, b"out")])


def _bomb(chance: random.Random, _trap: Path) -> bytes:
    return _packed(_with(SHEET, _BEGIN + b"9" * chance.choice(_HUGE) + chance.choice((b"", _END))))


def _strings_without_end(chance: random.Random, _trap: Path) -> bytes:
    text = f'<!DOCTYPE s [<!ENTITY a0 "x">{_ENDLESS}]><sst><si><t>&a{chance.randint(1, 12)};</t></si></sst>'
    return _packed(_with(_STRINGS, text.encode()))


def _file_of_the_computer(chance: random.Random, trap: Path) -> bytes:
    where = chance.choice(("file:///etc/passwd", "/etc/passwd", f"file://{trap}", "http://127.0.0.1:9/x"))
    return _packed(_with(_STRINGS, f'<!DOCTYPE s [<!ENTITY a SYSTEM "{where}">]><sst><si><t>&a;</t></si></sst>'.encode()))


def _many(chance: random.Random, _trap: Path) -> bytes:
    return _packed([*_parts(), *((f"xl/{number}.xml", b"") for number in range(chance.randrange(2_000, 12_000)))])


def _nested(chance: random.Random, _trap: Path) -> bytes:
    inner = workbook(*_LIST)
    for _ in range(chance.randint(1, 8)):
        inner = _packed([(chance.choice((SHEET, "inner.xlsx", "xl/workbook.xml")), inner)])
    return inner


def _linked(chance: random.Random, _trap: Path) -> bytes:
    link = zipfile.ZipInfo(chance.choice((SHEET, "xl/workbook.xml", "xl/link")))
    link.external_attr, link.create_system = _LINK, 3
    return _packed([*_with(link.filename, None), (link, chance.choice((b"/etc/passwd", b"../../../etc/passwd")))])


def _lying(chance: random.Random, _trap: Path) -> bytes:
    content = bytearray(workbook(*_LIST))
    for mark, at in (_IN_HEAD, _IN_LIST):
        begins = [place for place in range(len(content)) if content.startswith(mark, place)]
        for begin in chance.sample(begins, chance.randint(1, len(begins))):
            struct.pack_into("<I", content, begin + at, chance.choice((0, 1, 2**31, 2**32 - 1)))
    return bytes(content)


def _far(chance: random.Random, _trap: Path) -> bytes:
    return workbook(*_LIST, (chance.randrange(100_000, 1_048_576), chance.randrange(1_000, 16_384), "x"))


def _twice(chance: random.Random, _trap: Path) -> bytes:
    name = chance.choice((SHEET, "xl/workbook.xml", "[Content_Types].xml"))
    return _packed([*_parts(), (name, b"<x/>" * chance.randint(0, 9)), (name.upper(), b"")])


_KINDS = (
    *(_leading_out, _strings_without_end, _file_of_the_computer, _linked, _many),
    *(_nested, _lying, _far, _twice, _bomb),
)


def _parts() -> Parts:
    with zipfile.ZipFile(BytesIO(workbook(*_LIST))) as whole:
        return [(name, whole.read(name)) for name in whole.namelist()]


def _with(name: str, content: bytes | None) -> Parts:
    """Return the parts of a workbook of which one holds something else, or is not there."""
    others = [part for part in _parts() if part[0] != name]
    return others if content is None else [*others, (name, content)]


def _packed(parts: Parts) -> bytes:
    out = BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        warnings.simplefilter("ignore", UserWarning)  # two entries of one name are meant
        for name, content in parts:
            info = name if isinstance(name, zipfile.ZipInfo) else zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return out.getvalue()
