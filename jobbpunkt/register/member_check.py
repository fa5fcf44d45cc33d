"""Whether who belongs, who holds which keys, who stands in the database, and what this computer had seen all fit together."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from sqlalchemy import Connection, select

from jobbpunkt.base.errors import UserError
from jobbpunkt.register import joining, witnesses
from jobbpunkt.register.folding import fold
from jobbpunkt.register.key_file import KeyFile
from jobbpunkt.register.members import RECOVERY, Members
from jobbpunkt.register.opening import Register
from jobbpunkt.register.slots import beside, read_copy
from jobbpunkt.register.upgrading import KnownUser
from models.account import User
from models.vocabulary import Role


def findings(register: Register, connection: Connection, folders: Iterable[Path] = ()) -> Iterator[UserError]:
    """Compare the chain of members with slots, seals and users, and all with what others noted, such as pins and receipts."""
    yield from _of_key_files(register)
    standing = register.keyring.standing
    file = register.slots.read()
    if standing is None or not isinstance(file, KeyFile):
        yield UserError("The key file is one from an older version of the program. Sign in as an administrator to renew it.")
        return
    try:
        # From its beginning: every signature is tried again, also those that this user has tried before.
        members = fold(file.chain, file.register_id, standing.identity.root)
    except UserError as error:
        yield error
        return
    yield from witnesses.compare(register.location, connection, members, folders)
    yield from _of_users(members, file, connection)


def _of_users(members: Members, file: KeyFile, connection: Connection) -> Iterator[UserError]:
    rows = connection.execute(select(User.id, User.login, User.roles, User.active)).all()
    users = [KnownUser(str(row.id), row.login, frozenset(map(Role.of, row.roles)), row.active) for row in rows]
    yield from joining.told_apart(members, users)
    sealed = file.sets[-1].seals if file.sets else {}
    for user in sorted(users, key=lambda user: user.login):
        member = members.people.get(user.id)
        entitled = member.keys if member is not None else frozenset()
        if user.active and (member is None or file.of_user(user.id) is None or set(sealed.get(user.id, ())) != entitled):
            yield UserError("The keys of the user {login} do not fit their roles. Reset their password.", login=user.login)
    known = {user.id for user in users if user.active} | {RECOVERY}
    left = {one.login for one in members.people.values() if one.active and one.id not in known}
    for login in sorted(left | {slot.login for slot in file.slots if slot.user not in known}):
        yield UserError("There are keys for {login}, who may not sign in. Reset their password, then shut them out.", login=login)


def _of_key_files(register: Register) -> Iterator[UserError]:
    path = register.location.path
    for copy in beside(path) if path is not None else ():
        if read_copy(copy) is None:
            yield UserError(
                "The copy {path} of the key file is damaged or missing. Change your password, which renews it.", path=copy
            )
