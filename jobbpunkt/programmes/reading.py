"""Programmes as they are read, who takes part, and a person's places."""

from uuid import UUID

from sqlalchemy import func, select

from jobbpunkt.base.errors import NotFound
from jobbpunkt.base.fields import taken
from jobbpunkt.people import names
from jobbpunkt.programmes.data import Extension, Participation, Place, ProgrammePartner, ProgrammeView
from jobbpunkt.programmes.fields import FIELDS, ProgrammeData
from jobbpunkt.register import gate
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.reads import depends_on
from jobbpunkt.register.unit_of_work import Reading
from models.organisation import Organisation
from models.person import Person
from models.programme import Programme, ProgrammeEnrolment, ProgrammeExtension
from models.programme import ProgrammePartner as PartnerRow


@depends_on(Organisation, PartnerRow, Programme, ProgrammeEnrolment, ProgrammeExtension)
def programmes(uow: Reading) -> tuple[ProgrammeView, ...]:
    """Return every programme, by name."""
    uow.require(Permission.SEE_PEOPLE)
    taking_part = func.count(func.distinct(ProgrammeEnrolment.person_id))
    counts = uow.session.execute(select(ProgrammeEnrolment.programme_id, taking_part).group_by(ProgrammeEnrolment.programme_id))
    counted = dict(counts.all())
    moved: dict[UUID, tuple[Extension, ...]] = {}
    for row in uow.session.scalars(select(ProgrammeExtension).order_by(ProgrammeExtension.new_end)):
        seen = Extension(row.id, row.version, row.new_end, row.reason, row.decided_on)
        moved[row.programme_id] = (*moved.get(row.programme_id, ()), seen)
    found = uow.session.scalars(select(Programme).order_by(Programme.name))
    with_whom = partners(uow)
    return tuple(
        ProgrammeView(
            row.id,
            row.version,
            _data(row),
            moved.get(row.id, ()),
            counted.get(row.id, 0),
            row.stated_participants,
            with_whom.get(row.id, ()),
        )
        for row in found
    )


@depends_on(Programme)
def described(uow: Reading) -> tuple[tuple[UUID, ProgrammeData], ...]:
    """Return what is written of each programme, by name, for whoever sees what is done and not who takes part."""
    uow.require(Permission.SEE_CAMPAIGNS)
    return tuple((row.id, _data(row)) for row in uow.session.scalars(select(Programme).order_by(Programme.name)))


@depends_on(Organisation, PartnerRow)
def partners(uow: Reading) -> dict[UUID, tuple[ProgrammePartner, ...]]:
    """Return who works in each programme or pays for it, by programme and name."""
    uow.require(Permission.SEE_CAMPAIGNS)
    found: dict[UUID, tuple[ProgrammePartner, ...]] = {}
    query = select(PartnerRow, Organisation.name).join(Organisation).order_by(Organisation.name)
    for row, name in uow.session.execute(query):
        seen = ProgrammePartner(row.id, row.version, row.organisation_id, name, row.role, row.responsibility)
        found[row.programme_id] = (*found.get(row.programme_id, ()), seen)
    return found


def _data(row: Programme) -> ProgrammeData:
    return ProgrammeData(**taken(FIELDS, row))


def find(uow: Reading, wanted: str) -> UUID:
    """Return the programme with this key or name, capitals apart; NotFound when there is none."""
    typed = " ".join(wanted.split()).casefold()
    for found in programmes(uow):
        if typed in {str(found.id), found.data.name.casefold()}:
            return found.id
    raise NotFound("There is no project called {name}. See the list of projects for their names.", name=wanted[:100])


@depends_on(Person, ProgrammeEnrolment)
def participants(uow: Reading, programme_id: UUID) -> tuple[Participation, ...]:
    """Return who takes part in a programme, by name."""
    uow.require(Permission.SEE_PEOPLE)
    rows = uow.session.scalars(select(ProgrammeEnrolment).where(ProgrammeEnrolment.programme_id == programme_id)).all()
    called = names(uow, [row.person_id for row in rows])
    found = (Participation(row.id, row.version, row.person_id, called[row.person_id], row.starts_on, row.ends_on) for row in rows)
    return tuple(sorted(found, key=lambda row: row.name.key))


def places(uow: Reading, person_id: UUID | None = None) -> dict[UUID, tuple[Place, ...]]:
    """Return the places in programmes of one person, or of everybody who has one, by person; the latest begun first."""
    uow.require(Permission.SEE_PEOPLE)
    if person_id is not None:
        gate.require_reading(uow, Permission.SEE_PEOPLE, person_id)
    row = ProgrammeEnrolment
    query = select(row.person_id, Programme.id, Programme.name, row.starts_on, row.ends_on).join(Programme)
    if person_id is not None:
        query = query.where(row.person_id == person_id)
    found: dict[UUID, tuple[Place, ...]] = {}
    for person, programme, name, first, last in uow.session.execute(query.order_by(row.starts_on.desc(), Programme.name)):
        found[person] = (*found.get(person, ()), Place(programme, name, first, last))
    return found
