"""Where a register is: a file, or a PostgreSQL address without its password."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from jobbpunkt.errors import UserError

_SERVER = ("postgresql://", "postgres://", "postgresql+psycopg://")
_LOCAL_HOSTS = frozenset({"", "localhost", "127.0.0.1", "::1"})


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


def parse(text: str) -> Location:
    """Return the location that a person gave; refuses a password in an address, since addresses get shown and logged."""
    text = text.strip()
    if not text:
        raise UserError("Say which register to open: a file, or an address that begins with postgresql://.")
    if text.lower().startswith(_SERVER):
        return _server(text)
    path = Path(text).expanduser().absolute()
    return Location(str(path), path=path)


def _server(text: str) -> Location:
    address = urlsplit(text)
    query = parse_qs(address.query)
    if address.password is not None or "password" in query:
        raise UserError("Leave the password out of the address: PostgreSQL reads it from PGPASSWORD or from your password file.")
    url = "postgresql+psycopg://" + text.split("://", 1)[1]
    host = query.get("host", [address.hostname or ""])[0]
    if host not in _LOCAL_HOSTS and not host.startswith("/"):
        url = _verified(url, query.get("sslmode", []))
    return Location(text, url=url)


def _verified(url: str, given: list[str]) -> str:
    """Demand a verified TLS connection to any other machine."""
    if given:
        if given != ["verify-full"]:
            raise UserError("A register on another machine needs a verified connection: use sslmode=verify-full.")
        return url
    return url + ("&" if "?" in url else "?") + "sslmode=verify-full"
