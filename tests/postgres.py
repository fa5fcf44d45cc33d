"""A real PostgreSQL server of our own for tests: started in under a second, gone without a trace."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

import psycopg
from psycopg import sql

from install import find_program
from tests import certificates

# Nothing here has to survive a power cut.
SPEED = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=100")
PATIENCE_SECONDS = 120
# The superuser is whoever runs the tests; everybody else needs their password.
_WHO = """
local all test trust
host all test 127.0.0.1/32 trust
host all test ::1/128 trust
local all all scram-sha-256
host all all 127.0.0.1/32 scram-sha-256
host all all ::1/128 scram-sha-256
"""


@dataclass(frozen=True, slots=True)
class Server:
    """A running server: the folder its socket stands in, or the port on this machine; `issuer` is who vouches for it there."""

    host: str
    port: int
    issuer: str = ""

    def url(self, database: str) -> str:
        """Return the address of one of its databases."""
        if self.host != "localhost":
            return f"postgresql://test@/{database}?host={self.host}"
        verified = f"?sslmode=verify-full&sslrootcert={quote(self.issuer)}" if self.issuer else ""
        return f"postgresql://test@localhost:{self.port}/{database}{verified}"

    def create(self, database: str, template: str = "template1") -> str:
        """Make a database as a copy of another one, which nobody may have open, and return its address."""
        self._execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(database), sql.Identifier(template)))
        return self.url(database)

    def drop(self, database: str) -> None:
        """Remove a database, cutting off whoever is still connected."""
        self._execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(database)))

    def _execute(self, statement: sql.Composed) -> None:
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(statement)


def _program(name: str) -> str:
    found = find_program(name)
    if found is None:
        raise RuntimeError(f"The tests need PostgreSQL's {name}. Run `make test`, which installs it.")
    # Debian's links in other folders hide where its libraries and templates are.
    return str(found.resolve())


def _as_nobody_special() -> dict[str, Any]:
    # PostgreSQL refuses to run as root; Debian's package made a user for it.
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return {"user": "postgres", "group": "postgres", "extra_groups": []} if is_root else {}


def _certified(folder: Path, data: Path, owner: dict[str, Any]) -> Path:
    """Give a cluster a certificate, and return the file of its issuer."""
    made = certificates.issuer()
    made.issue("localhost", data)
    if owner:
        shutil.chown(data / "server.key", owner["user"], owner["group"])
    return made.write(folder / "issuer.crt")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        return int(probe.getsockname()[1])


def _wait_for(server: Server, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            psycopg.connect(server.url("postgres")).close()
        except psycopg.OperationalError:
            if process.poll() is not None or time.monotonic() > deadline:
                raise
            time.sleep(0.02)
        else:
            return


@contextmanager
def _running(data: Path, server: Server, owner: dict[str, Any]) -> Iterator[None]:
    listen = "localhost" if server.host == "localhost" else ""
    options = [*SPEED, f"listen_addresses={listen}", f"port={server.port}", f"ssl={'on' if server.issuer else 'off'}"]
    if server.host != "localhost":
        options.append(f"unix_socket_directories={server.host}")
    command = [_program("postgres"), "-D", str(data), *(part for option in options for part in ("-c", option))]
    with (data.parent / "server.log").open("wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log, stdin=subprocess.DEVNULL, cwd=data.parent, **owner)
    try:
        _wait_for(server, process)
        yield
    finally:
        process.terminate()
        process.wait(PATIENCE_SECONDS)


@contextmanager
def serving(*, network: bool = sys.platform == "win32", tls: bool = True) -> Iterator[Server]:
    """Start a server with an empty cluster in a temporary folder, and remove both afterwards.

    It listens on a socket, or at a port of this machine: there with TLS and a certificate for `localhost`, if not told otherwise.
    """
    # Not pytest's folder: it is closed to other users, and its name is too long for a socket.
    folder = Path(tempfile.mkdtemp(prefix="pg"))
    owner = _as_nobody_special()
    try:
        if owner:
            shutil.chown(folder, owner["user"], owner["group"])
        data = folder / "data"
        init = [_program("initdb"), "-D", str(data), "-U", "test", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"]
        subprocess.run(init, check=True, capture_output=True, cwd=folder, **owner)
        (data / "pg_hba.conf").write_text(_WHO, encoding="utf-8")
        issuer = str(_certified(folder, data, owner)) if network and tls else ""
        server = Server("localhost", _free_port(), issuer) if network else Server(str(folder), 5432)
        with _running(data, server, owner):
            yield server
    finally:
        shutil.rmtree(folder, ignore_errors=True)
