"""A new recovery key in place of the one that there is: when its sheet was lost, or somebody saw it."""

from dataclasses import replace

from jobbpunkt.register import due, identity, keys
from jobbpunkt.register.identity import Lock
from jobbpunkt.register.links import Kind
from jobbpunkt.register.members import RECOVERY
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.roster import Roster, said_of
from jobbpunkt.register.unit_of_work import Writing
from models.vocabulary import HistoryAction


def renew(uow: Writing) -> str:
    """Give the recovery key a successor and return how it is printed; the one before opens nothing sealed from now on.

    Only who holds every key can do this, since the recovery key opens all of them.
    """
    uow.require(Permission.MANAGE_USERS)
    roster = Roster(uow)
    secret, printed = keys.new_recovery()
    new = identity.new(RECOVERY, keys.RECOVERY_LOGIN, roster.members.root, Lock.of_recovery(secret))
    known = roster.members.people.get(RECOVERY)
    if known is not None and known.active:
        roster.sign(Kind.RESET, user=RECOVERY, **said_of(new.pair.halves))
    else:
        roster.sign(Kind.APPOINT, user=RECOVERY, login=keys.RECOVERY_LOGIN, roles=[], **said_of(new.pair.halves))
    roster.seal(RECOVERY)
    roster.put(replace(new, seen=roster.members.seen).slot(roster.file.register_id))
    roster.save()
    due.note(uow)
    uow.note(HistoryAction.RECOVERY_RENEWED, noun="user_account", record_id=uow.user.id)
    return printed
