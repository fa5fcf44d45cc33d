"""Where a register is: a file, or a PostgreSQL address without its password."""

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from jobbpunkt.errors import UserError

_SERVER = ("postgresql://", "postgres://", "postgresql+psycopg://")
_LOCAL_HOSTS = frozenset({"", "localhost", "127.0.0.1", "::1"})
_SECRETS = ("password", "sslpassword")
# Names of settings kept elsewhere, which could lead to another machine than the address shows.
_INDIRECT = ("service", "servicefile", "passfile")


@dataclass(frozen=True, slots=True)
class Location:
    """A register's place; `path` for a file, `url` for a server (never both). `text` may be shown and logged."""

    text: str
    path: Path | None = None
    url: str | None = None

    @property
    def is_server(self) -> bool:
        """Whether the register is a PostgreSQL database."""
        return self.url is not None

    @property
    def file(self) -> Path:
        """Return the path of a register file; asking it of a server is a mistake of ours."""
        if self.path is None:
            raise ValueError(self.text)
        return self.path


def parse(text: str) -> Location:
    """Return the location that a person gave; refuses a password in an address, since addresses get shown and logged."""
    text = text.strip()
    if not text:
        raise UserError("Say which register to open: a file, or an address that begins with postgresql://.")
    if text.lower().startswith(_SERVER):
        return _server(text)
    if "\0" in text:
        raise UserError("This is not the name of a file. Check the name, or create a new register.")
    if text.startswith(("\\\\", "//")):
        raise UserError("A register file cannot stand in a network folder, which could damage it. Choose another folder.")
    try:
        path = Path(text).expanduser().absolute()
    except (OSError, RuntimeError):
        raise UserError("This is not the name of a file. Check the name, or create a new register.") from None
    return Location(str(path), path=path)


def _server(text: str) -> Location:
    try:
        address = urlsplit(text)
        query = {name.lower(): values for name, values in parse_qs(address.query, keep_blank_values=True).items()}
        user, secret = address.username, address.password
    except ValueError:
        raise UserError("This is not an address. Write it as postgresql://user@host/database.") from None
    if secret is not None or any(name in query for name in _SECRETS):
        raise UserError("Leave the password out of the address: PostgreSQL reads it from PGPASSWORD or from your password file.")
    if any(name in query for name in _INDIRECT) or (user and ":" in user):
        raise UserError("This is not an address. Write it as postgresql://user@host/database.")
    url = "postgresql+psycopg://" + text.split("://", 1)[1]
    if not all(_is_here(host) for host in _hosts(address.netloc, query)):
        url = _verified(url, query.get("sslmode", []))
    return Location(text, url=url)


def _hosts(netloc: str, query: dict[str, list[str]]) -> list[str]:
    """Return every machine that an address could lead to: it may name several, in three places."""
    named = [re.sub(r":\d*$", "", part) for part in netloc.rpartition("@")[2].split(",")]
    asked = [host for name in ("host", "hostaddr") for value in query.get(name, []) for host in value.split(",")]
    return [host.strip("[]").lower() for host in named + asked]


def _is_here(host: str) -> bool:
    return host in _LOCAL_HOSTS or host.startswith("/")


def _verified(url: str, given: list[str]) -> str:
    """Demand a verified TLS connection to any other machine."""
    if given:
        if set(given) != {"verify-full"}:
            raise UserError("A register on another machine needs a verified connection: use sslmode=verify-full.")
        return url
    return url + ("&" if "?" in url else "?") + "sslmode=verify-full"
