"""What the office has chosen: whether its coaches open each other's ordinary participants without a reason."""

from uuid import UUID

from jobbpunkt.base.changes import Change
from jobbpunkt.base.words import N_
from jobbpunkt.register.history import Happening, canonical
from jobbpunkt.register.need import OPEN_AMONG_COACHES, YES
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.unit_of_work import Reading, Writing
from models.account import RegisterInfo
from models.vocabulary import HistoryAction

NOUN, NO = "register_info", "no"


def is_open_among_coaches(uow: Reading) -> bool:
    """Tell what was chosen; a register that nobody has chosen for is not open."""
    uow.require(Permission.MANAGE_REGISTER)
    return _kept(uow) == YES


def choose(uow: Writing, *, open_among_coaches: bool) -> Change:
    """Choose it for everybody from now on; protected people and health plans take need or a reason all the same."""
    uow.require(Permission.MANAGE_REGISTER)
    register_id, before, after = UUID(uow.any_key_file().register_id), _kept(uow), YES if open_among_coaches else NO
    uow.put_fact(OPEN_AMONG_COACHES, after)
    told = (canonical({OPEN_AMONG_COACHES: one}) for one in (before, after))
    uow.note_all([Happening(HistoryAction.CHANGED, NOUN, register_id, None, *told)])
    return uow.change_of(register_id, N_("The choice holds from now on, for everybody."), undoable=False)


def _kept(uow: Reading) -> str:
    row = uow.session.get(RegisterInfo, OPEN_AMONG_COACHES)
    return row.value if row is not None else NO
