"""The gate for people: whoever reads a person, or anything of theirs, by id goes through here.

It knows right, need and protection. It writes who looks before anything of a protected person is shown, at each record once a
sitting; of others one row a sitting. docs/trust.md says who has need of whom.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, TypeVar
from uuid import UUID

from jobbpunkt.base import checks
from jobbpunkt.base.changes import Change
from jobbpunkt.base.errors import InvalidInput, Shut, UserError, gone
from jobbpunkt.base.words import N_
from jobbpunkt.register import need, shield
from jobbpunkt.register.history import Happening
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.unit_of_work import Reading, Writing
from models.base import Record
from models.case import Case, Outcome, OutcomeFollowUp
from models.person import Person
from models.vocabulary import HistoryAction, Protection

R = TypeVar("R", bound=Record)

PERSON, MEETING = "person", "coaching_session"
FEWEST_WORDS = 2
_PROTECTED = N_(
    "This person has a protected identity, and you lack the right or the key to open them. Ask an"
    " administrator if you need it for your work."
)
_OF_A_COLLEAGUE = N_("This is a participant of {coach}. Say why you open them.")
_NO_TASK = N_("You have no task with this person. Say why you open them.")


@dataclass(frozen=True, slots=True)
class Way:
    """How a person stands to the signed-in user; `covered` for their coach, `open` without a reason, `needed` in any office."""

    protected: bool
    coach: str
    covered: bool
    needed: bool
    open: bool


def way(uow: Reading, person_id: UUID) -> Way:
    """Return how a person stands to the signed-in user; raises NotFound for nobody."""
    protection, coach, covered, mine, of_nobody, office_open = _asked(uow, person_id)
    protected, coaches = protection is not Protection.NONE, uow.user.may(Permission.SEE_NOTES)
    let_in = any(person_id in those for those in (uow.sitting.let_in, uow.sitting.followed, uow.let_in))
    needed = bool(mine or let_in or (of_nobody and coaches))
    return Way(protected, coach or "", bool(covered), needed, open=needed or bool(coaches and office_open and not protected))


def _asked(uow: Reading, person_id: UUID) -> Any:
    """Ask how it stands; a reader sees one moment, so that once is enough for all that it reads of a person."""
    found = uow.known.get(person_id)
    if found is None:
        reads = {"coaches": uow.user.may(Permission.SEE_NOTES), "people": uow.user.may(Permission.SEE_PEOPLE)}
        found = need.asked(**reads).first(uow, person=person_id, **need.values(uow))
    if found is None:
        raise gone()
    if not isinstance(uow, Writing):
        uow.known[person_id] = found
    return found


def require_need(uow: Reading, right: Permission, person_id: UUID, *, health: bool = False) -> Way:
    """Refuse whoever lacks the right, the key to a protected person, or need of the person; for what changes, and notes itself.

    What is of health takes need also where the office is open among its coaches.
    """
    uow.require(right)
    return _needed(uow, person_id, health=health)


def _needed(uow: Reading, person_id: UUID, *, health: bool = False) -> Way:
    return _let_through(uow, person_id, way(uow, person_id), health=health)


def _let_through(uow: Reading, person_id: UUID, found: Way, *, health: bool = False) -> Way:
    _demand_key(uow, person_id, found)
    if found.needed if health else found.open:
        return found
    if not uow.sitting.why:
        raise _shut(person_id, found)
    _note(uow, _opened(person_id, uow.sitting.why), must=True)
    _let_in(uow, person_id)
    return found


def require_reading(
    uow: Reading, right: Permission, person_id: UUID, *, noun: str = PERSON, record: UUID | None = None, health: bool = False
) -> Way:
    """Like `require_need`, for what is shown: the look is written first. `noun` and `record` tell what of theirs it is."""
    found = require_need(uow, right, person_id, health=health)
    _look(uow, person_id, found, noun, record)
    return found


def reading(uow: Reading, right: Permission, model: type[R], record_id: UUID) -> R:
    """Return a record of somebody's, to be shown: right and need are asked, and the look is written first."""
    uow.require(right)
    row = uow.get(model, record_id)
    person_id = whose(uow, row)
    _look(uow, person_id, _needed(uow, person_id), model.__tablename__, record_id)
    return row


def changing(uow: Writing, right: Permission, model: type[R], record_id: UUID, version: int | None = None) -> R:
    """Return a record of somebody's, to be changed: right and need are asked, and Stale when somebody saved since `version`."""
    uow.require(right)
    row = uow.get(model, record_id) if version is None else uow.fresh(model, record_id, version)
    _needed(uow, whose(uow, row))
    return row


def whose(uow: Reading, row: Record) -> UUID:
    """Return whose a record is, by itself or by what it belongs to."""
    if isinstance(row, Person):
        return row.id
    if isinstance(row, Outcome):
        return uow.get(Case, row.case_id).person_id
    if isinstance(row, OutcomeFollowUp):
        return whose(uow, uow.get(Outcome, row.outcome_id))
    person_id: UUID = getattr(row, "person_id")  # noqa: B009 - a record that is nobody's is a mistake of ours
    return person_id


def require_group(uow: Reading, right: Permission, person_id: UUID, programme_id: UUID | None, *, key: bool = False) -> None:
    """Ask for what is recorded of a person's work in a programme, or in any: who may see the group's has need of those in it.

    What tells who somebody is takes the `key` too, if they are protected.
    """
    uow.require(right)
    found = way(uow, person_id)
    if key:
        _demand_key(uow, person_id, found)
    if not need.takes_part(uow, person_id, programme_id):
        found = _needed(uow, person_id)
    _look(uow, person_id, found, PERSON, None)


def require_all(uow: Reading, people: Collection[UUID]) -> None:
    """Ask for several people one after another, for what changes: NotFound unless all are there, and need of each of them."""
    for person_id in sorted(set(people)):
        found = way(uow, person_id)
        if found.protected and not shield.sees_protected(uow):
            raise gone()
        _let_through(uow, person_id, found)


def require_one(uow: Reading, people: Collection[UUID]) -> dict[UUID, Way]:
    """Ask for what several people share: need of one of them is enough, but of each protected one need and key are asked for."""
    ways = {person_id: way(uow, person_id) for person_id in people}
    for person_id in (one for one, found in ways.items() if found.protected):
        _needed(uow, person_id)
    if not any(found.open for found in ways.values()):
        _needed(uow, next(iter(people)))
    return ways


def require_meeting(uow: Reading, people: Collection[UUID], session_id: UUID) -> None:
    """Ask for a meeting to be shown: as `require_one`, and the look is written at each of those who take part."""
    for person_id, found in require_one(uow, people).items():
        _look(uow, person_id, found, MEETING, session_id)


def knows(uow: Reading, person_id: UUID) -> bool:
    """Tell whether the user has need of a person, or has given a reason: what is of health is told to nobody else."""
    return way(uow, person_id).needed


def open_anyway(uow: Writing, person_id: UUID, why: str) -> Change:
    """Let the user in to a person they have no need of, for this sitting: the reason is written and stays."""
    uow.require(Permission.SEE_PEOPLE)
    found = way(uow, person_id)
    _demand_key(uow, person_id, found)
    uow.note_all([_opened(person_id, reason(why))])
    _let_in(uow, person_id)
    return uow.change_of(person_id, N_("It has been noted why you opened this person."), undoable=False)


def follow(uow: Reading, figure: str, people: Collection[UUID]) -> None:
    """Let the user in to the people behind a figure of a report: the figure is the reason that is noted when one is opened."""
    for person_id in people:
        uow.sitting.followed.setdefault(person_id, figure)


def reason(typed: str) -> str:
    """Return why somebody is opened in spite of no need; a word alone says nothing."""
    why = checks.line(typed, field="why", required=True)
    if len(why.split()) < FEWEST_WORDS:
        raise InvalidInput("Say in a few words why you open this person.", field="why")
    return why


def _demand_key(uow: Reading, person_id: UUID, found: Way) -> None:
    if found.protected and not shield.sees_protected(uow):
        raise Shut(_PROTECTED, person_id, asks_why=False)


def _shut(person_id: UUID, found: Way) -> Shut:
    if found.coach:
        return Shut(_OF_A_COLLEAGUE, person_id, asks_why=True, coach=found.coach)
    return Shut(_NO_TASK, person_id, asks_why=True)


def _opened(person_id: UUID, why: str) -> Happening:
    return Happening(HistoryAction.OPENED_ANYWAY, PERSON, person_id, person_id, reason=reason(why))


def _let_in(uow: Reading, person_id: UUID) -> None:
    """Let the user in: within this transaction at once, and for the sitting when the row about it is kept."""
    uow.let_in.add(person_id)
    if isinstance(uow, Writing):
        uow.when_kept(lambda: uow.sitting.let_in.add(person_id))
    else:
        uow.sitting.let_in.add(person_id)


def _look(uow: Reading, person_id: UUID, found: Way, noun: str, record: UUID | None) -> None:
    """Write that the person was looked at, unless this sitting did; of a protected one each record, or nothing is shown."""
    look = (noun, record or person_id) if found.protected else (PERSON, person_id)
    if look in uow.sitting.seen or look in uow.looked:
        return
    figure = uow.sitting.followed.get(person_id) if look[0] == PERSON else None
    _note(uow, Happening(HistoryAction.READ, *look, person_id, reason=figure), must=found.protected)
    uow.looked.add(look)
    if isinstance(uow, Writing):
        uow.when_kept(lambda: uow.sitting.seen.add(look))
    else:
        uow.sitting.seen.add(look)


def _note(uow: Reading, happening: Happening, *, must: bool) -> None:
    """Write a row: with a writer's own transaction, apart for a reader."""
    if isinstance(uow, Writing):
        uow.note_all([happening])
        return
    try:
        uow.sitting.write(happening)
    except UserError:
        if must:
            raise
        # One's work is not stopped by a full disk or a register that is only read: the row is written with the next that can be.
        uow.sitting.owed.append(happening)
