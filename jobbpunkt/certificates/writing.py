"""Writing down what a participant accepted, and taking it back when they change their mind."""

from uuid import UUID

from jobbpunkt.base import checks
from jobbpunkt.base.changes import Change
from jobbpunkt.base.errors import InvalidInput, Stale
from jobbpunkt.base.ids import new_id
from jobbpunkt.base.words import N_
from jobbpunkt.certificates import content
from jobbpunkt.certificates.data import NewCertificate
from jobbpunkt.certificates.proposing import proposed
from jobbpunkt.register import gate
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.unit_of_work import Writing
from models.certificate import Certificate


def accept(uow: Writing, new: NewCertificate) -> Change:
    """Write down what a participant accepted; refused where the register cannot stand for it any more."""
    gate.require_group(uow, Permission.RECORD_WORK, new.person_id, new.programme_id, key=True)
    checks.past_day(new.accepted_on, uow.clock.today(), field="accepted_on")
    found = proposed(uow, new.person_id, new.programme_id)
    if not new.lines:
        raise InvalidInput("Nothing is chosen. Choose at least one line that goes in.", field="lines")
    if set(new.lines) - {one.line for one in found.proposals}:
        raise Stale("Something has been recorded since you read it. Go through the lines again.")
    row = Certificate(id=new_id(), person_id=new.person_id, programme_id=new.programme_id, accepted_on=new.accepted_on)
    row.recorded_by, row.content = uow.user.id, content.kept(new.lines)
    return uow.change(uow.add(row), N_("What the participant accepted has been saved."))


def withdraw(uow: Writing, certificate_id: UUID, version: int) -> Change:
    """Take away what a participant had accepted; papers that were printed are theirs."""
    uow.require(Permission.RECORD_WORK)
    row = uow.fresh(Certificate, certificate_id, version)
    gate.require_group(uow, Permission.RECORD_WORK, row.person_id, row.programme_id, key=True)
    uow.remove(row)
    return uow.change_of(certificate_id, N_("The certificate has been removed."))
