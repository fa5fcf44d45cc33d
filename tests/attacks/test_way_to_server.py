"""Whoever can change what surrounds the program, or take a port, leads it to no other server and changes no session."""

import contextlib
import os
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from jobbpunkt.base.clock import Clock
from jobbpunkt.base.errors import UserError
from jobbpunkt.register.opening import Register
from tests import certificates
from tests.postgres import Server, serving
from tests.registers import SIGN_IN, Template, found, opened

AWAY = "192.0.2.1"


@pytest.fixture(scope="module")
def secure() -> Iterator[Server]:
    """A server at a port of this machine, with TLS."""
    with serving(network=True) as server:
        yield server


@pytest.fixture(scope="module")
def secure_register(secure: Server) -> Template:
    """A register on it."""
    return found(secure.create("register"))


class Stranger:
    """Listens at a port and keeps what it is told."""

    def __init__(self) -> None:
        self.heard: list[bytes] = []
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = self._socket.getsockname()[1]
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                caller, _ = self._socket.accept()
                with caller:
                    self.heard.append(caller.recv(4096))
                    caller.sendall(b"N")  # "no TLS here": a client that does not mind goes on in clear
                    self.heard.append(caller.recv(4096))

    def close(self) -> None:
        """Listen no more."""
        self._socket.close()


@pytest.fixture
def stranger() -> Iterator[Stranger]:
    """Somebody else's server."""
    listening = Stranger()
    yield listening
    listening.close()


def refused(where: str, clock: Clock) -> str:
    with pytest.raises(UserError) as refusal:
        Register.open(where, SIGN_IN, clock)
    return refusal.value.sentence


def test_no_variable_leads_to_a_strangers_server(
    postgres_place: str, secure_register: Template, stranger: Stranger, monkeypatch: pytest.MonkeyPatch, clock: Clock
) -> None:
    for place in (postgres_place, secure_register.place):
        for name, value in (
            ("PGHOSTADDR", "127.0.0.1"),
            ("PGHOST", "127.0.0.1"),
            ("PGPORT", str(stranger.port)),
            ("PGSSLMODE", "disable"),
            ("PGPASSWORD", "hemligt"),
        ):
            monkeypatch.setenv(name, value)
        with opened(place, clock) as register, register.reading() as uow:
            assert uow.session.connection().exec_driver_sql("SELECT count(*) FROM user_account").scalar() == 1
        assert "PGHOSTADDR" not in os.environ
    assert stranger.heard == []


def test_no_variable_changes_what_a_session_does(postgres_place: str, monkeypatch: pytest.MonkeyPatch, clock: Clock) -> None:
    """An empty schema before ours would make the program read, and write, another person's tables."""
    with psycopg.connect(postgres_place) as connection:
        connection.execute("CREATE SCHEMA theirs")
        connection.execute("CREATE TABLE theirs.user_account AS TABLE public.user_account")
    monkeypatch.setenv("PGOPTIONS", "-csearch_path=theirs,public -csession_replication_role=replica")
    with opened(postgres_place, clock) as register, register.reading() as uow:
        within = uow.session.connection()
        assert within.exec_driver_sql("SHOW search_path").scalar() == "public"
        assert within.exec_driver_sql("SHOW session_replication_role").scalar() == "origin"


@pytest.mark.parametrize("options", ["-csession_replication_role%3Dreplica", "-csearch_path%3Dtheirs%2Cpublic", "-crole%3Dother"])
def test_no_address_changes_what_a_session_does(postgres_place: str, options: str, clock: Clock) -> None:
    assert "not an address" in refused(f"{postgres_place}&options={options}", clock)


def test_over_a_network_the_register_opens_with_a_verified_server(secure_register: Template, clock: Clock) -> None:
    with opened(secure_register.place, clock) as register, register.reading() as uow:
        encrypted = "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()"
        assert uow.session.connection().exec_driver_sql(encrypted).scalar() is True


@pytest.mark.parametrize("sslmode", ["disable", "allow", "prefer", "require", "verify-ca"])
def test_nothing_less_than_a_verified_server_is_asked_for(secure_register: Template, sslmode: str, clock: Clock) -> None:
    assert "verify-full" in refused(secure_register.place.replace("verify-full", sslmode), clock)


def test_a_program_at_the_port_is_told_nothing(stranger: Stranger, secure: Server, clock: Clock) -> None:
    """Whoever works at the same computer may take the port while the server is down."""
    said = refused(f"postgresql://coach@localhost:{stranger.port}/register?sslrootcert={secure.issuer}", clock)
    assert "does not speak TLS" in said
    assert not any(b"coach" in heard for heard in stranger.heard)


def test_a_server_without_tls_is_told(secure: Server, clock: Clock) -> None:
    with serving(network=True, tls=False) as plain:
        said = refused(f"{plain.url('postgres')}?sslrootcert={secure.issuer}", clock)
    assert "does not speak TLS" in said


def test_a_certificate_of_another_issuer_is_told(secure_register: Template, tmp_path: Path, clock: Clock) -> None:
    other = certificates.issuer("Others").write(tmp_path / "issuer.crt")
    place = secure_register.place.partition("?")[0]
    assert "not the right one" in refused(f"{place}?sslrootcert={other}", clock)


def test_a_certificate_for_another_name_is_told(secure_register: Template, clock: Clock) -> None:
    assert "not the right one" in refused(secure_register.place.replace("@localhost", "@127.0.0.1"), clock)


def test_a_missing_file_of_the_issuer_is_told(secure_register: Template, tmp_path: Path, clock: Clock) -> None:
    place = secure_register.place.partition("?")[0]
    assert "sslrootcert=FILE" in refused(f"{place}?sslrootcert={tmp_path / 'none.crt'}", clock)
