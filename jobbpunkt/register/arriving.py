"""Who signed in: the user as the register knows them, with the roles that the chain of members gives them."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Engine, select

from jobbpunkt.base.errors import NotAllowed, UserError
from jobbpunkt.register import entering
from jobbpunkt.register.entering import Entry
from jobbpunkt.register.old_slots import OldKeyFile
from jobbpunkt.register.unit_of_work import SignedIn
from jobbpunkt.register.upgrading import KnownUser
from models.account import RegisterInfo, User
from models.vocabulary import Role

DEMO_DAY = "demo_day"
REGISTER_ID = "register_id"
FIELD_FILE = "field_file"  # which field file this is, of the register that HOME names
HOME = "field_home"
KEY_FORMAT = "key_format"  # of the key file, so that an older one cannot be put back


@dataclass(frozen=True, slots=True)
class Stay:
    """Who signed in, and what the register told about itself."""

    user: SignedIn
    users: tuple[KnownUser, ...]
    facts: Mapping[str, str]


def is_field(facts: Mapping[str, str]) -> bool:
    """Tell from what a register knows of itself whether it is a field file, made to count in."""
    return FIELD_FILE in facts


def signed_in_as(engine: Engine, entry: Entry) -> Stay:
    """Return the user with the roles that the chain of members gives them; the database's own say matters only before it."""
    with engine.connect() as connection:
        rows = connection.execute(select(User.id, User.login, User.name, User.roles, User.active)).all()
        facts = {fact.key: fact.value for fact in connection.execute(select(RegisterInfo.key, RegisterInfo.value))}
    if facts.get(REGISTER_ID) != entry.file.register_id:
        raise UserError(
            "The key file belongs to another register. Put the key file of this register's latest backup beside it instead."
        )
    if isinstance(entry.file, OldKeyFile) and KEY_FORMAT in facts:
        raise entering.put_back()
    row = next((row for row in rows if row.login == entry.login), None)
    if row is None or not row.active or entry.user not in (None, str(row.id)):
        raise NotAllowed("This user can no longer sign in. Ask an administrator.")
    users = tuple(KnownUser(str(one.id), one.login, frozenset(map(Role.of, one.roles)), one.active) for one in rows)
    standing, held = entry.keyring.standing, entry.keyring.keys
    mine = next(one for one in users if one.id == str(row.id))
    roles = standing.members.member(mine.id).roles if standing is not None else mine.roles
    user = SignedIn(row.id, row.login, row.name, roles, held.health is not None, held.protected is not None, frozenset(row.roles))
    return Stay(user, users, facts)
