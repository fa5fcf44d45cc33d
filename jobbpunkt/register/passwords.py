"""One's own password: tried, and changed."""

from typing import TYPE_CHECKING

from jobbpunkt.base.errors import InvalidInput, UserError

if TYPE_CHECKING:
    from jobbpunkt.register.key_file import KeyFile
    from jobbpunkt.register.opening import Register


def change_own(register: "Register", old: str, new: str) -> None:
    """Give the signed-in user a new password; the old one must be right. The history says that it happened."""
    from jobbpunkt.register import due, server_login
    from jobbpunkt.register.identity import Lock
    from jobbpunkt.register.keys import Pair
    from jobbpunkt.register.links import Kind
    from jobbpunkt.register.roster import Roster, said_of, standing_of
    from jobbpunkt.register.typed_access import check_password
    from models.vocabulary import HistoryAction

    try:
        check_password(new)
    except UserError as error:
        raise InvalidInput(error.sentence, field="new", **error.fields) from error
    with register.writing() as uow:
        me = standing_of(uow).identity
        roster = Roster(uow)
        if not _is_right(roster.file, me.user, old) or me.lock.cost is None:
            raise InvalidInput("The password is wrong. Try again.", field="old")
        # A new pair: an old key file with the old password must not open what is sealed from now on. The own secret goes on,
        # so that what is kept under it (drafts, on any computer) opens with the new password too.
        renewed = me.renewed(Pair.new(), Lock.new(new, me.lock.cost))
        roster.sign(Kind.SUCCEED, user=me.user, **said_of(renewed.pair.halves))
        roster.seal_own()
        standing = roster.save(renewed)
        due.note(uow)
        server_login.change_own(uow, register.location, new)
        uow.note(HistoryAction.CHANGED, noun="user_account", record_id=register.user.id)
    server_login.remember(register.location, register.user.login, new)
    register.stand(standing)


def demand_own(register: "Register", password: str) -> None:
    """Refuse what is not the signed-in user's password."""
    from jobbpunkt.register.key_file import KeyFile

    file, standing = register.slots.read(), register.keyring.standing
    if standing is None or not isinstance(file, KeyFile) or not _is_right(file, standing.identity.user, password):
        raise InvalidInput("The password is wrong. Try again.", field="password")


def _is_right(file: "KeyFile", user: str, password: str) -> bool:
    from jobbpunkt.register import identity
    from jobbpunkt.register.identity import Lock

    slot = file.of_user(user)
    try:
        return slot is not None and bool(identity.open_slot(slot, file.register_id, Lock.of(slot, password)))
    except UserError:
        return False
