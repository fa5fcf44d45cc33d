"""The timeline: all that happened around one person, newest first, as far as the reader may see."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select

from jobbpunkt.base.clock import day_of
from jobbpunkt.base.words import N_
from jobbpunkt.people import notes
from jobbpunkt.register import gate, shield
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.reads import depends_on
from jobbpunkt.register.unit_of_work import Reading
from models.account import User
from models.application import Application, ApplicationStep
from models.case import Case, Outcome
from models.coaching import AgreedStep, CoachingSession, SessionParticipant
from models.cv import Cv, CvVersion, Letter, LetterVersion
from models.person import PersonNote
from models.plan import Plan, PlanVersion
from models.programme import Programme, ProgrammeEnrolment
from models.vocabulary import PlanKind, SessionStatus


@dataclass(frozen=True, slots=True)
class Moment:
    """One thing that happened: `title` and `status` are gettext labels, `text` the words people typed about it."""

    on: date
    noun: str
    record: UUID
    title: str
    text: str = ""
    status: str = ""


@depends_on(
    AgreedStep,
    Application,
    ApplicationStep,
    Case,
    CoachingSession,
    Cv,
    CvVersion,
    Letter,
    LetterVersion,
    Outcome,
    PersonNote,
    Plan,
    PlanVersion,
    Programme,
    ProgrammeEnrolment,
    SessionParticipant,
    User,
)
def timeline(uow: Reading, person_id: UUID) -> tuple[Moment, ...]:
    """Return everything around a person, newest first."""
    gate.require_reading(uow, Permission.SEE_PEOPLE, person_id)
    sources: list[Callable[[Reading, UUID], Iterator[Moment]]] = [_cases, _outcomes, _programmes]
    if uow.user.may(Permission.SEE_NOTES):
        sources += [_sessions, _steps, _notes, _cvs, _letters, _applications]
    if uow.user.may(Permission.SEE_PLANS):
        sources.append(_plans)
    moments = [moment for source in sources for moment in source(uow, person_id)]
    return tuple(sorted(moments, key=lambda moment: (moment.on, str(moment.record)), reverse=True))


def _cases(uow: Reading, person_id: UUID) -> Iterator[Moment]:
    for case in uow.session.scalars(select(Case).where(Case.person_id == person_id)):
        yield Moment(case.registered_on, "case_file", case.id, N_("Registered"))
        if case.enrolled_on is not None:
            yield Moment(case.enrolled_on, "case_file", case.id, N_("Enrolled"))
        if case.closed_on is not None:
            reason = case.closure_reason.label if case.closure_reason else N_("Closed")
            yield Moment(case.closed_on, "case_file", case.id, reason, case.closure_note)


def _outcomes(uow: Reading, person_id: UUID) -> Iterator[Moment]:
    for row in uow.session.scalars(select(Outcome).join(Case, Case.id == Outcome.case_id).where(Case.person_id == person_id)):
        yield Moment(row.starts_on, "outcome", row.id, row.kind.label, row.place)


def _programmes(uow: Reading, person_id: UUID) -> Iterator[Moment]:
    query = select(ProgrammeEnrolment, Programme.name).join(Programme, Programme.id == ProgrammeEnrolment.programme_id)
    for row, name in uow.session.execute(query.where(ProgrammeEnrolment.person_id == person_id)):
        yield Moment(row.starts_on, "programme_enrolment", row.id, N_("Joined a programme"), name)


def _sessions(uow: Reading, person_id: UUID) -> Iterator[Moment]:
    query = select(CoachingSession).join(SessionParticipant, SessionParticipant.session_id == CoachingSession.id)
    for row in uow.session.scalars(query.where(SessionParticipant.person_id == person_id)):
        text = row.summary or row.note or row.reason
        status = "" if row.status is SessionStatus.HELD else row.status.label
        yield Moment(day_of(row.starts_at), "coaching_session", row.id, row.kind.label, text, status)


def _steps(uow: Reading, person_id: UUID) -> Iterator[Moment]:
    done = select(AgreedStep).where(AgreedStep.person_id == person_id, AgreedStep.done_on.is_not(None))
    for row in uow.session.scalars(done):
        if row.done_on is not None:
            yield Moment(row.done_on, "agreed_step", row.id, N_("Step done"), row.text)


def _notes(uow: Reading, person_id: UUID) -> Iterator[Moment]:
    for note in notes.of_person(uow, person_id):
        yield Moment(note.noted_on, "person_note", note.id, N_("Note"), note.text)


def _cvs(uow: Reading, person_id: UUID) -> Iterator[Moment]:
    query = select(CvVersion.made_at, Cv.id, Cv.title, CvVersion.number).join(Cv, Cv.id == CvVersion.cv_id)
    for row in uow.session.execute(query.where(Cv.person_id == person_id)):
        label = N_("CV written") if row.number == 1 else N_("CV changed")
        yield Moment(day_of(row.made_at), "cv", row.id, label, row.title)


def _letters(uow: Reading, person_id: UUID) -> Iterator[Moment]:
    query = select(LetterVersion.made_at, Letter.id, Letter.title).join(Letter, Letter.id == LetterVersion.letter_id)
    for row in uow.session.execute(query.where(Letter.person_id == person_id, LetterVersion.number == 1)):
        yield Moment(day_of(row.made_at), "letter", row.id, N_("Personal letter written"), row.title)


def _applications(uow: Reading, person_id: UUID) -> Iterator[Moment]:
    query = select(ApplicationStep, Application).join(Application, Application.id == ApplicationStep.application_id)
    for step, row in uow.session.execute(query.where(Application.person_id == person_id)):
        yield Moment(step.reached_on, "application", row.id, step.stage.label, f"{row.position}, {row.employer}")


def _plans(uow: Reading, person_id: UUID) -> Iterator[Moment]:
    query = select(Plan, PlanVersion.adopted_at).outerjoin(PlanVersion, PlanVersion.plan_id == Plan.id)
    for plan, adopted_at in uow.session.execute(query.where(Plan.person_id == person_id)):
        if plan.kind is PlanKind.HEALTH and not (shield.sees_health(uow) and gate.knows(uow, person_id)):
            continue
        yield Moment(day_of(adopted_at) if adopted_at else plan.starts_on, "plan", plan.id, plan.kind.label)
