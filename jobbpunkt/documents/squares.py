"""A text as squares that a camera reads (a QR code), as rows of dark and light, and as a picture for files that draw no lines."""

import re
import struct
import zlib
from functools import lru_cache

Squares = tuple[tuple[bool, ...], ...]
_SMALL = re.compile(r"[0-9A-Z $%*+./:-]{1,40}")
QUIET = 4  # squares of white that a reader needs around the code
_DOTS = 8  # of a picture, to a square


def fits(text: str) -> bool:
    """Tell whether a text is one of those that make a small code: some letters and figures."""
    return bool(_SMALL.fullmatch(text))


@lru_cache(maxsize=256)
def squares(text: str) -> Squares:
    """Return the code of a text, row by row from the top, dark being true; a quarter of it may be dirty or torn."""
    from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

    made = QRCode(None, QRErrorCorrectLevel.Q)
    made.addData(text)
    made.make()
    across = range(made.getModuleCount())
    return tuple(tuple(bool(made.isDark(row, column)) for column in across) for row in across)


def picture(text: str) -> bytes:
    """Return the code of a text as a picture (PNG) in black and white, with the white that a reader needs around it."""
    code = squares(text)
    side = (len(code) + 2 * QUIET) * _DOTS
    blank = [False] * QUIET
    white = [[False] * (len(code) + 2 * QUIET)] * QUIET
    rows = [*white, *([*blank, *row, *blank] for row in code), *white]
    lines = b"".join((b"\0" + _packed(row)) * _DOTS for row in rows)
    header = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    parts = (_chunk(b"IHDR", header), _chunk(b"IDAT", zlib.compress(lines, 9)), _chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def _packed(row: "list[bool]") -> bytes:
    # A square is eight dots wide, and so one byte: white where all its bits are set.
    return bytes(0x00 if dark else 0xFF for dark in row)


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
