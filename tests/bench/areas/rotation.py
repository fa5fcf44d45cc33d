"""New keys for the register, beside the engine's plain copy of its file under another key, which nothing looks at."""

import secrets
from collections.abc import Iterator
from contextlib import ExitStack, closing
from functools import cache

from jobbpunkt.register import database, rotating
from jobbpunkt.register.keys import KEY_BYTES
from jobbpunkt.register.opening import Register
from tests.bench.entry import Entry
from tests.bench.lives import Days
from tests.bench.stock import Bench
from tests.registers import SIGN_IN

AT_MOST = 3.0


def entries(bench: Bench) -> Iterator[Entry]:
    """Yield the rotation of a copy of the register, again and again, beside the engine's own way to another key."""
    key, bare = bench.register.data_keys.register, bench.folder / "bare.jobbpunkt"
    with ExitStack() as stack:

        @cache
        def copied() -> Register:
            place = str(bench.closed_copy("rotated"))
            return stack.enter_context(closing(Register.open(place, SIGN_IN, Days().clock)))

        def rotate() -> None:
            rotating.rotate(copied())

        def copy() -> None:
            bare.unlink(missing_ok=True)
            bare.touch()
            with closing(database.connect_file(bench.register.location.file, key)) as connection:
                connection.execute(f"ATTACH DATABASE ? AS bare KEY \"x'{secrets.token_hex(KEY_BYTES)}'\"", (str(bare),))
                connection.execute("PRAGMA bare.synchronous = OFF")
                connection.execute("SELECT sqlcipher_export('bare')").fetchall()

        yield Entry("New keys", rotate, "sqlcipher_export", copy, AT_MOST, grows=True)
