"""A prepared server, where policies hide rows from each user's own login, beside one where a single login does everything."""

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from functools import cache
from pathlib import Path

import psycopg

from jobbpunkt.register import location, restoring, server_login, server_preparing
from jobbpunkt.register.opening import Register
from tests.bench.areas.gate import SEARCH, Read, asking, reads
from tests.bench.entry import CLOCKS, Entry, Work
from tests.bench.lives import Days
from tests.bench.stock import Bench
from tests.postgres import serving
from tests.registers import SIGN_IN, Template
from tests.servers import own_way

AT_MOST = 1.2


def entries(bench: Bench) -> Iterator[Entry]:
    """Yield each read by a login of one's own, beside the same where one login does everything; restored when first asked."""
    with ExitStack() as stack:
        both = cache(lambda: stack.enter_context(_served(bench)))
        for name, read in reads(bench).items():
            own, shared = _timed(bench, lambda: both()[0], read), _timed(bench, lambda: both()[1], read)
            yield Entry(
                f"A server's policies, {name}", own, "the same, not prepared", shared, AT_MOST, timed=True, grows=name == SEARCH
            )


@contextmanager
def _served(bench: Bench) -> Iterator[tuple[Register, Register]]:
    """Give the register of the bench on a prepared server and on one that is not, opened at each by the same coach."""
    with serving() as server, ExitStack() as stack:
        shared = server.create("shared")
        restoring.restore(bench.closed_copy("served"), shared, SIGN_IN, Days().clock)
        own = server.create("own", "shared")
        server_preparing.prepare(location.parse(own))
        server_login.realign(location.parse(own), SIGN_IN.login, SIGN_IN.password)
        for address in (own, shared):
            with psycopg.connect(address, autocommit=True) as connection:
                connection.execute("VACUUM ANALYZE")
        opened = [Register.open(address, SIGN_IN, Days().clock) for address in (own_way(Template(own, "")), shared)]
        for register in opened:
            stack.enter_context(closing(register))
        yield opened[0], opened[1]


def _timed(bench: Bench, register: Callable[[], Register], read: Read) -> Work:
    """Return what tells how long a read took; in the processor's time, that of the server's process belongs to it."""

    @cache
    def backend() -> Path:
        with register().reading() as uow:
            number = uow.asking().exec_driver_sql("SELECT pg_backend_pid()").scalar_one()
        return Path("/proc") / str(number) / "schedstat"

    def now() -> float:
        if bench.clock == "wall":
            return CLOCKS["wall"]()
        time.sleep(0.002)  # what a process has used is told once it waits
        return CLOCKS["processor"]() + int(backend().read_text().split()[0]) / 1e9

    def work() -> float:
        asked = asking(register(), read)
        began = now()
        asked()
        return now() - began

    return work
