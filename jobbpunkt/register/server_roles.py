"""What the roles of a register are called on its server, where several registers may stand side by side."""

import hashlib
import re
from collections.abc import Mapping

from jobbpunkt.base.errors import UserError
from models.vocabulary import Role

OWNER, UPGRADE, KEEPER, MEMBER, BACKUP = "owner", "upgrade", "keeper", "member", "backup"
GROUPS = tuple(role.value for role in Role)
_PLAIN = re.compile(r"[a-z0-9_]{1,45}")
_IN_BRACES = re.compile(r"\{([a-z_]+)\}")


def names_for(database: str) -> dict[str, str]:
    """Return what each role is called, by what it is: never longer than a server keeps, and in need of no quotes."""
    end = database if _PLAIN.fullmatch(database) else hashlib.blake2b(database.encode(), digest_size=16).hexdigest()
    return {kind: f"jp_{kind}_{end}" for kind in (OWNER, UPGRADE, KEEPER, MEMBER, BACKUP, *GROUPS)}


def names_within(owner: str) -> dict[str, str]:
    """Return the same for a register whose owner is known: one that was copied keeps the names of its original."""
    end = owner.removeprefix(f"jp_{OWNER}_")
    if end == owner:
        raise UserError("The schema jp of this database is not Jobbpunkt's. Ask who runs the server.")
    return {kind: f"jp_{kind}_{end}" for kind in (OWNER, UPGRADE, KEEPER, MEMBER, BACKUP, *GROUPS)}


def named(script: str, names: Mapping[str, str]) -> str:
    """Return SQL in which each name in braces is what it stands for."""
    return _IN_BRACES.sub(lambda found: names[found[1]], script)


def login_of(database: str, login: str) -> str:
    """Return what a user's own login is called on the server; `jp.login_of` there says the same."""
    return "jp_u_" + hashlib.sha256(f"{database}\n{login}".encode()).hexdigest()[:32]
