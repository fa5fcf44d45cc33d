"""Enrolments as they are shown, with their outcomes; and who may be their coach."""

from functools import cache
from uuid import UUID

from sqlalchemy import Select, bindparam, select

from jobbpunkt.cases import livelihood
from jobbpunkt.cases.data import CaseView, FollowUpView, OutcomeView
from jobbpunkt.register import gate
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.reads import depends_on
from jobbpunkt.register.unit_of_work import Reading
from models.account import User
from models.case import Case, Outcome, OutcomeFollowUp
from models.organisation import Organisation


@depends_on(Case, Organisation, Outcome, OutcomeFollowUp, User)
def of_person(uow: Reading, person_id: UUID) -> tuple[CaseView, ...]:
    """Return a person's enrolments, newest first."""
    gate.require_reading(uow, Permission.SEE_PEOPLE, person_id)
    rows = uow.session.execute(_enrolments(), {"person": person_id}).all()
    outcomes = _outcomes(uow, [case.id for case, _, _ in rows]) if rows else {}
    open_to_user = uow.user.may(Permission.SEE_NOTES)
    return tuple(
        _view(case, (coach or "", partner or ""), outcomes.get(case.id, ()), livelihood_too=open_to_user)
        for case, coach, partner in rows
    )


@cache
def _enrolments() -> Select[Case, str, str]:
    """Return the query for a person's enrolments; building it takes longer than its answer."""
    query = (
        select(Case, User.name, Organisation.name)
        .outerjoin(User, User.id == Case.coach_id)
        .outerjoin(Organisation, Organisation.id == Case.cooperation_id)
        .where(Case.person_id == bindparam("person"))
    )
    return query.order_by(Case.registered_on.desc(), Case.id.desc())


def coaches(uow: Reading) -> tuple[tuple[UUID, str], ...]:
    """Return the active coaches, by name, to choose from."""
    uow.require(Permission.SEE_PEOPLE)
    rows = uow.session.execute(select(User.id, User.name, User.roles).where(User.active.is_(True)).order_by(User.name))
    return tuple((row.id, row.name) for row in rows if "coach" in row.roles)


def _view(row: Case, names: tuple[str, str], outcomes: tuple[OutcomeView, ...], *, livelihood_too: bool) -> CaseView:
    coach, cooperation = names
    return CaseView(
        id=row.id,
        version=row.version,
        person_id=row.person_id,
        status=row.status,
        referrer=row.referrer,
        coach_id=row.coach_id,
        coach=coach,
        cooperation_id=row.cooperation_id,
        cooperation=cooperation,
        registered_on=row.registered_on,
        enrolled_on=row.enrolled_on,
        paused_until=row.paused_until,
        closed_on=row.closed_on,
        closure_reason=row.closure_reason,
        closure_note=row.closure_note,
        before=livelihood.read(row.before) if livelihood_too else (),
        after=livelihood.read(row.after) if livelihood_too else (),
        outcomes=outcomes,
    )


def _outcomes(uow: Reading, case_ids: list[UUID]) -> dict[UUID, tuple[OutcomeView, ...]]:
    rows = uow.session.scalars(select(Outcome).where(Outcome.case_id.in_(case_ids)).order_by(Outcome.starts_on)).all()
    if not rows:
        return {}  # as for most; nothing follows it up either
    follow_ups: dict[UUID, list[FollowUpView]] = {row.id: [] for row in rows}
    asked = select(OutcomeFollowUp).where(OutcomeFollowUp.outcome_id.in_(follow_ups)).order_by(OutcomeFollowUp.due_on)
    for row in uow.session.scalars(asked):
        follow_ups[row.outcome_id].append(FollowUpView(row.id, row.version, row.kind, row.due_on, row.asked_on, row.holds))
    found: dict[UUID, tuple[OutcomeView, ...]] = {}
    for outcome in rows:
        view = _outcome_view(outcome, tuple(follow_ups[outcome.id]))
        found[outcome.case_id] = (*found.get(outcome.case_id, ()), view)
    return found


def _outcome_view(row: Outcome, follow_ups: tuple[FollowUpView, ...]) -> OutcomeView:
    return OutcomeView(
        id=row.id,
        version=row.version,
        kind=row.kind,
        place=row.place,
        form=row.form,
        extent_percent=row.extent_percent,
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        note=row.note,
        lasted_month=row.lasted_month,
        student_finance=row.student_finance,
        follow_ups=follow_ups,
    )
