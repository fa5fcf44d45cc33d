"""Recording a consent, putting a record right, and withdrawing it with what follows from that."""

from uuid import UUID

from sqlalchemy import select

from jobbpunkt.base import checks
from jobbpunkt.base.changes import Change
from jobbpunkt.base.errors import InvalidInput, UserError, stale
from jobbpunkt.base.ids import new_id
from jobbpunkt.base.words import N_, Words
from jobbpunkt.consents import access, body, texts
from jobbpunkt.consents.data import GivenConsent, Withdrawal
from jobbpunkt.register.unit_of_work import Reading, Writing
from models.consent import Consent
from models.plan import Plan
from models.vocabulary import ConsentForm, ConsentPurpose, PlanKind, PlanStatus


def give(uow: Writing, person_id: UUID, purpose: ConsentPurpose, given: GivenConsent, words: Words) -> Change:
    """Record that a person consented upon the text that holds now; it takes the place of one that stands."""
    access.require(uow, purpose)
    access.known(uow, person_id, purpose)
    said = _checked(uow, given)
    text = texts.newest(uow, purpose, words)
    earlier = access.standing(uow, person_id, purpose)
    if earlier is not None:
        earlier.stands = False
        body.write(uow, earlier, body.read(uow, earlier) | {"replaced_on": given.given_on.isoformat()})
    row = Consent(id=new_id(), person_id=person_id, purpose=purpose, stands=True)
    of_text = {"number": text.number, "text": "\n".join(text.paragraphs)}
    body.write(uow, row, {**said, **of_text, "recorded_by": uow.user.name})
    return uow.change(uow.add(row), N_("The consent has been recorded."), undoable=False)


def correct(uow: Writing, consent_id: UUID, version: int, given: GivenConsent) -> Change:
    """Put right the day, the way or the witness of a consent that stands; the text that it was given upon stays."""
    row = _found(uow, consent_id, version)
    body.write(uow, row, body.read(uow, row) | _checked(uow, given))
    return uow.change(row, N_("The consent has been put right."), undoable=False)


def withdraw(uow: Writing, consent_id: UUID, version: int, taken: Withdrawal) -> Change:
    """Record that a consent was taken back, and shut what rests on it: such plans are completed and opened by nobody."""
    row = _found(uow, consent_id, version)
    checks.past_day(taken.withdrawn_on, uow.clock.today(), field="withdrawn_on")
    before = body.read(uow, row)
    if taken.withdrawn_on.isoformat() < before["given_on"]:
        raise InvalidInput("This is before the consent was given. Write the day it was taken back.", field="withdrawn_on")
    ended = {
        "withdrawn_on": taken.withdrawn_on.isoformat(),
        "withdrawn_how": taken.how.value,
        "withdrawn_witness": _witness(taken.how, taken.witness),
        "withdrawn_recorded_by": uow.user.name,
    }
    row.stands = False
    body.write(uow, row, before | ended)
    if row.purpose is ConsentPurpose.HEALTH_PLAN:
        _complete_plans(uow, row.person_id)
    return uow.change(row, N_("The consent is withdrawn, and what rests on it is shut."), undoable=False)


def _complete_plans(uow: Writing, person_id: UUID) -> None:
    """Complete the plans for better health, without opening them: they stay sealed."""
    ongoing = (Plan.person_id == person_id, Plan.kind == PlanKind.HEALTH, Plan.status != PlanStatus.CLOSED)
    for plan in uow.session.scalars(select(Plan).where(*ongoing)):
        plan.status = PlanStatus.CLOSED


def _found(uow: Reading, consent_id: UUID, version: int) -> Consent:
    row = access.found(uow, consent_id)
    if row.version != version:
        raise stale()
    if not row.stands:
        raise UserError("This consent does not stand any more, and stays as it was recorded.")
    return row


def _checked(uow: Reading, given: GivenConsent) -> dict[str, str]:
    checks.past_day(given.given_on, uow.clock.today(), field="given_on")
    witness = _witness(given.how, given.witness)
    return {"given_on": given.given_on.isoformat(), "how": given.how.value, "witness": witness}


def _witness(how: ConsentForm, name: str) -> str:
    """Return the witness's name; what was said aloud needs one."""
    if how is ConsentForm.PAPER:
        return ""
    return checks.line(name, field="witness", longest=checks.NAME, required=True)
