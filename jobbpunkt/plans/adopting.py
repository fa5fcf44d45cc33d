"""Adopting a plan: its paper is rendered, frozen with a digest, and signed."""

import hashlib
from datetime import date
from uuid import UUID

from sqlalchemy import func, select

from jobbpunkt.base import checks
from jobbpunkt.base.changes import Change
from jobbpunkt.base.errors import InvalidInput, UserError
from jobbpunkt.base.ids import new_id
from jobbpunkt.base.words import N_, Words
from jobbpunkt.plans import access, body, reading
from jobbpunkt.plans.data import PlanRow, PlanView, Standing
from jobbpunkt.plans.frozen import content
from jobbpunkt.plans.frozen import text as said
from jobbpunkt.plans.on_paper import paper
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.unit_of_work import Reading, Writing
from models.plan import Plan, PlanGoal, PlanSignature, PlanVersion
from models.vocabulary import HistoryAction, PlanKind, PlanStatus, SignatureRole


def adopt(uow: Writing, *, plan_id: UUID, version: int, words: Words) -> Change:
    """Freeze the plan as it stands, as a new version with its PDF; earlier versions stay as they are."""
    # What draws the paper is imported when a paper is drawn: the first page of the window reads plans too.
    from jobbpunkt.documents.plan import render_plan
    from jobbpunkt.documents.setting import spoken

    access.editable(uow, plan_id)
    plan = uow.fresh(Plan, plan_id, version)
    if not uow.session.scalar(select(func.count(PlanGoal.id)).where(PlanGoal.plan_id == plan.id)):
        raise UserError("A plan needs a goal before it can be adopted. Add one first.")
    number = (uow.session.scalar(select(func.max(PlanVersion.number)).where(PlanVersion.plan_id == plan.id)) or 0) + 1
    today = uow.clock.today()
    view = reading.view(uow, plan_id)
    data = paper(view, words, today, Standing(number, today))
    pdf = render_plan(data, spoken(data.language))
    frozen = PlanVersion(id=new_id(), plan_id=plan.id, number=number, adopted_at=uow.clock.now(), adopted_by=uow.user.id)
    frozen.pdf = _stored(uow, plan, frozen.id, pdf)
    # Of what is stored: the digest of a health plan's plain PDF would let anybody confirm a guess at what it says.
    frozen.digest = hashlib.sha256(frozen.pdf).hexdigest()
    frozen.body = body.stored(uow, plan.kind, frozen, said(content(view)))
    plan.status = PlanStatus.ADOPTED
    return uow.change(uow.add(frozen), N_("The plan has been adopted."), undoable=False)


def version_pdf(uow: Writing, version_id: UUID) -> bytes:
    """Return the PDF of an adopted version, exactly as it was; of a health plan the reading is noted first."""
    frozen, plan = access.found_part(uow, PlanVersion, version_id)
    whole(frozen)
    access.opened(uow, plan.id)
    if plan.kind is PlanKind.HEALTH:
        return uow.vault.health.open_bytes(frozen.pdf, table=frozen.__tablename__, row=frozen.id, column="pdf")
    return frozen.pdf


def whole(frozen: PlanVersion) -> None:
    """Refuse a version whose kept pages are not those that were adopted."""
    if hashlib.sha256(frozen.pdf).hexdigest() != frozen.digest:
        raise UserError("The kept copy of this version is damaged. Restore the register from a backup.")


def note_printed(uow: Writing, plan_id: UUID) -> None:
    """Note that a plan was printed or saved as a file."""
    plan = access.found(uow, plan_id)
    uow.note(HistoryAction.PRINTED, noun="plan", record_id=plan.id, person_id=plan.person_id)


def file_name(plan: PlanRow | PlanView, words: Words) -> str:
    """Return what a plan's file is called; of a health plan or a protected person, nothing but the reference number."""
    if plan.kind is PlanKind.HEALTH or plan.person.protected:
        return words("Plan {reference}", reference=plan.person.reference) + ".pdf"
    return " ".join((words(plan.kind.label), plan.person.shown(words))) + ".pdf"


def sign(uow: Writing, *, version_id: UUID, role: SignatureRole, signed_on: date, name: str = "") -> Change:
    """Note that somebody signed a version on paper; a coach without a name is the signed-in user, an interpreter is named."""
    frozen, plan = access.found_part(uow, PlanVersion, version_id)
    checks.past_day(signed_on, uow.clock.today(), field="signed_on")
    signer = _signer(uow, role, name)
    row = PlanSignature(id=new_id(), version_id=frozen.id, role=role, signed_on=signed_on)
    _once(uow, row, signer)
    body.close(uow, plan.kind, row, signer)
    return uow.change(uow.add(row), N_("The signature has been noted."))


def change_signature(
    uow: Writing, *, signature_id: UUID, version: int, role: SignatureRole, signed_on: date, name: str = ""
) -> Change:
    """Put right who signed a version on paper, and when."""
    uow.require(Permission.SEE_PLANS)  # before it is looked for
    _, plan = access.found_part(uow, PlanVersion, uow.get(PlanSignature, signature_id).version_id)
    row = uow.fresh(PlanSignature, signature_id, version)
    checks.past_day(signed_on, uow.clock.today(), field="signed_on")
    signer = _signer(uow, role, name)
    row.role, row.signed_on = role, signed_on
    _once(uow, row, signer)
    body.close(uow, plan.kind, row, signer)
    return uow.change(row, N_("The signature has been put right."))


def remove_signature(uow: Writing, *, signature_id: UUID) -> Change:
    """Take away a signature noted by mistake."""
    uow.require(Permission.SEE_PLANS)  # before it is looked for
    row = uow.get(PlanSignature, signature_id)
    access.found_part(uow, PlanVersion, row.version_id)
    uow.remove(row)
    return uow.change_of(signature_id, N_("The signature has been removed."))


def _stored(uow: Reading, plan: Plan, version_id: UUID, pdf: bytes) -> bytes:
    if plan.kind is PlanKind.HEALTH:
        return uow.vault.health.seal_bytes(pdf, table=PlanVersion.__tablename__, row=version_id, column="pdf")
    return pdf


def _once(uow: Reading, row: PlanSignature, name: str) -> None:
    others = select(PlanSignature).where(PlanSignature.version_id == row.version_id, PlanSignature.id != row.id)
    same_role = uow.session.scalars(others.where(PlanSignature.role == row.role))
    if any(body.signed(uow, other) == name for other in same_role):
        raise InvalidInput("This signature is already noted on the version.", field="role")


def _signer(uow: Reading, role: SignatureRole, name: str) -> str:
    if role is SignatureRole.PARTICIPANT:
        return ""  # the plan tells whose it is; a protected person's name is written nowhere else
    typed = checks.line(name, field="name", longest=checks.NAME, required=role is SignatureRole.INTERPRETER)
    return typed or uow.user.name
