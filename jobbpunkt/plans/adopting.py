"""Adopting a plan: its paper is rendered, frozen with a digest, and signed."""

import hashlib
from datetime import date
from uuid import UUID

from sqlalchemy import func, select

from jobbpunkt import checks, history
from jobbpunkt.changes import Change
from jobbpunkt.errors import InvalidInput, UserError
from jobbpunkt.i18n import N_, Words
from jobbpunkt.ids import new_id
from jobbpunkt.permissions import Permission
from jobbpunkt.plans import access, reading
from jobbpunkt.plans.paper import Adoption, paper
from jobbpunkt.unit_of_work import UnitOfWork
from models.plan import Plan, PlanGoal, PlanSignature, PlanVersion
from models.vocabulary import HistoryAction, PlanKind, PlanStatus, SignatureRole


def adopt(uow: UnitOfWork, *, plan_id: UUID, version: int, words: Words) -> Change:
    """Freeze the plan as it stands, as a new version with its PDF; earlier versions stay as they are."""
    # What draws the paper is imported when a paper is drawn: the first page of the window reads plans too.
    from jobbpunkt.documents.plan import render_plan

    access.editable(uow, plan_id)
    plan = uow.fresh(Plan, plan_id, version)
    if not uow.session.scalar(select(func.count(PlanGoal.id)).where(PlanGoal.plan_id == plan.id)):
        raise UserError("A plan needs a goal before it can be adopted. Add one first.")
    number = (uow.session.scalar(select(func.max(PlanVersion.number)).where(PlanVersion.plan_id == plan.id)) or 0) + 1
    adoption = Adoption(number, uow.clock.today())
    pdf = render_plan(paper(reading.view(uow, plan_id), words, adoption), words)
    frozen = PlanVersion(id=new_id(), plan_id=plan.id, number=number, adopted_at=uow.clock.now(), adopted_by=uow.user.id)
    frozen.pdf = _stored(uow, plan, frozen.id, pdf)
    # Of what is stored: the digest of a health plan's plain PDF would let anybody confirm a guess at what it says.
    frozen.digest = hashlib.sha256(frozen.pdf).hexdigest()
    plan.status = PlanStatus.ADOPTED
    return uow.change(uow.add(frozen), N_("The plan has been adopted."), undoable=False)


def version_pdf(uow: UnitOfWork, version_id: UUID) -> bytes:
    """Return the PDF of an adopted version, exactly as it was; of a health plan the reading is noted first."""
    frozen, plan = access.found_part(uow, PlanVersion, version_id)
    if hashlib.sha256(frozen.pdf).hexdigest() != frozen.digest:
        raise UserError("The kept copy of this version is damaged. Restore the register from a backup.")
    access.opened(uow, plan.id)
    if plan.kind is PlanKind.HEALTH:
        return uow.vault.health.open_bytes(frozen.pdf, table=frozen.__tablename__, row=frozen.id, column="pdf")
    return frozen.pdf


def note_printed(uow: UnitOfWork, plan_id: UUID) -> None:
    """Note that a plan was printed or saved as a file."""
    plan = access.found(uow, plan_id)
    history.record(uow, HistoryAction.PRINTED, noun="plan", record_id=plan.id, person_id=plan.person_id)


def sign(uow: UnitOfWork, *, version_id: UUID, role: SignatureRole, signed_on: date, name: str = "") -> Change:
    """Note that somebody signed a version on paper; a coach without a name is the signed-in user, an interpreter is named."""
    uow.require(Permission.EDIT_PLANS)
    frozen, _ = access.found_part(uow, PlanVersion, version_id)
    checks.past_day(signed_on, uow.clock.today(), field="signed_on")
    row = PlanSignature(id=new_id(), version_id=frozen.id, role=role, signed_on=signed_on, name=_signer(uow, role, name))
    twice = select(PlanSignature.id).where(
        PlanSignature.version_id == frozen.id, PlanSignature.role == role, PlanSignature.name == row.name
    )
    if uow.session.scalar(twice) is not None:
        raise InvalidInput("This signature is already noted on the version.", field="role")
    return uow.change(uow.add(row), N_("The signature has been noted."))


def remove_signature(uow: UnitOfWork, *, signature_id: UUID) -> Change:
    """Take away a signature noted by mistake."""
    uow.require(Permission.EDIT_PLANS)
    row = uow.get(PlanSignature, signature_id)
    access.found_part(uow, PlanVersion, row.version_id)
    uow.remove(row)
    return uow.change_of(signature_id, N_("The signature has been removed."))


def _stored(uow: UnitOfWork, plan: Plan, version_id: UUID, pdf: bytes) -> bytes:
    if plan.kind is PlanKind.HEALTH:
        return uow.vault.health.seal_bytes(pdf, table=PlanVersion.__tablename__, row=version_id, column="pdf")
    return pdf


def _signer(uow: UnitOfWork, role: SignatureRole, name: str) -> str:
    if role is SignatureRole.PARTICIPANT:
        return ""  # the plan tells whose it is; a protected person's name is written nowhere else
    typed = checks.line(name, field="name", longest=checks.NAME, required=role is SignatureRole.INTERPRETER)
    return typed or uow.user.name
