"""Where a register is: a file, or a PostgreSQL address without its password."""

import re
import sys
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from jobbpunkt.base.errors import UserError

_SERVER = ("postgresql://", "postgres://", "postgresql+psycopg://")
_SECRETS = ("password", "sslpassword")
# Names of settings kept elsewhere, which could lead to another machine than the address shows.
_INDIRECT = ("service", "servicefile", "passfile")
USUAL_SCHEMA = "public"
# The one thing that an address may say of the session: in which schema the register is.
_IN_SCHEMA = re.compile(r"-csearch_path=([a-z_][a-z0-9_]*)")


@dataclass(slots=True)
class ServerLogin:
    """What one user signs in to the server with: a name there, and a password made from their own, which they may change."""

    name: str
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Location:
    """A register's place; `path` for a file, `url` for a server (never both). `text` may be shown and logged.

    `names_user` tells that the address names a login, which is that of who runs the server; `login` is that of a signed-in user.
    """

    text: str
    path: Path | None = None
    url: str | None = None
    schema: str = USUAL_SCHEMA
    names_user: bool = False
    login: ServerLogin | None = field(default=None, compare=False)

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
        raise UserError(
            "Leave the password out of the address, where others can see it. It is read from"
            " PGPASSWORD or from your password file."
        )
    asked = query.get("options", [f"-csearch_path={USUAL_SCHEMA}"])
    schema = _IN_SCHEMA.fullmatch(asked[0]) if len(asked) == 1 else None
    if any(name in query for name in _INDIRECT) or (user and ":" in user) or schema is None:
        raise UserError("This is not an address. Write it as postgresql://user@host/database.")
    url = "postgresql+psycopg://" + text.split("://", 1)[1]
    if not all(_is_socket(host) for host in _hosts(address.netloc, query)):
        url = _verified(url, query.get("sslmode", []))
    return Location(text, url=url, schema=schema[1], names_user=bool(user) or "user" in query)


def _hosts(netloc: str, query: dict[str, list[str]]) -> list[str]:
    """Return every machine or socket that an address could lead to: it may name several, in three places."""
    named = [re.sub(r":\d*$", "", part) for part in netloc.rpartition("@")[2].split(",")]
    asked = [host for name in ("host", "hostaddr") for value in query.get(name, []) for host in value.split(",")]
    named = [host for host in named if host] if any(asked) else named
    return [host.strip("[]").lower() for host in named + asked]


def _is_socket(host: str) -> bool:
    """Tell whether a host is a folder of sockets on this computer; where none is named, one is meant, but for Windows."""
    return host.startswith("/") or (not host and sys.platform != "win32")


def _verified(url: str, given: list[str]) -> str:
    """Demand a verified TLS connection over any network, that within this computer too: another user can take a free port."""
    if given:
        if set(given) != {"verify-full"}:
            raise UserError(
                "The program must be sure that it is the right server. Write sslmode=verify-full in"
                " the address, or ask who runs the server for the right address."
            )
        return url
    return url + ("&" if "?" in url else "?") + "sslmode=verify-full"
