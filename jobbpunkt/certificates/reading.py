"""The certificates that have been accepted."""

from uuid import UUID

from sqlalchemy import select

from jobbpunkt.certificates.data import CertificateRow, OwnedCertificate
from jobbpunkt.people.names import name_of
from jobbpunkt.register import gate
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.reads import depends_on
from jobbpunkt.register.shield import visible
from jobbpunkt.register.unit_of_work import Reading
from models.account import User
from models.certificate import Certificate
from models.person import Person
from models.programme import Programme


@depends_on(Certificate, Person, Programme, User)
def of_person(uow: Reading, person_id: UUID) -> tuple[CertificateRow, ...]:
    """Return what a person has accepted, the latest first."""
    gate.require_group(uow, Permission.SEE_WORK, person_id, None)
    row = Certificate
    query = (
        select(row.id, row.version, row.programme_id, Programme.name, row.accepted_on, User.name)
        .join(Programme, Programme.id == row.programme_id)
        .join(User, User.id == row.recorded_by)
        .join(Person, Person.id == row.person_id)
        .where(row.person_id == person_id, visible(uow))
        .order_by(row.accepted_on.desc(), row.id.desc())
    )
    return tuple(CertificateRow(*found) for found in uow.session.execute(query))


def of_everybody(uow: Reading) -> tuple[OwnedCertificate, ...]:
    """Return every certificate that the user may see, the latest accepted first."""
    uow.require(Permission.SEE_WORK)
    row = Certificate
    person = (Person.given_name, Person.family_name, Person.reference, Person.protection)
    query = (
        select(row.id, Programme.name, row.accepted_on, *person)
        .join(Programme, Programme.id == row.programme_id)
        .join(Person, Person.id == row.person_id)
        .where(visible(uow))
        .order_by(row.accepted_on.desc(), row.id.desc())
    )
    found = uow.session.execute(query)
    return tuple(OwnedCertificate(one[0], name_of(*one[3:]), one[1], one[2]) for one in found)
