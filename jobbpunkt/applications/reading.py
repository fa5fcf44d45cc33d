"""Applications in lists: one person's, or everybody's whom one may see."""

from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, ScalarSelect, Select, func, or_, select

from jobbpunkt.people import PersonName
from jobbpunkt.people.names import name_of
from jobbpunkt.register import finding, gate, index, need
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.reads import depends_on
from jobbpunkt.register.shield import visible
from jobbpunkt.register.unit_of_work import Reading
from models.account import User
from models.application import Application, ApplicationStep
from models.campaign import Campaign
from models.case import Case
from models.coaching import CoachingSession, SessionParticipant
from models.cover import Cover
from models.cv import Cv, CvVersion, Letter, LetterVersion
from models.person import Person
from models.plan import Plan
from models.search import SearchEntry
from models.vocabulary import ApplicationStage, CaseStatus, Protection

OPEN = (
    ApplicationStage.PLANNED,
    ApplicationStage.SENT,
    ApplicationStage.CALLED_TO_INTERVIEW,
    ApplicationStage.INTERVIEWED,
)
INTERVIEWS = (ApplicationStage.CALLED_TO_INTERVIEW, ApplicationStage.INTERVIEWED)


class ApplicationFilter(Enum):
    """The saved filters of the list of applications."""

    MINE = auto()
    OPEN = auto()
    INTERVIEWS = auto()
    ALL = auto()


@dataclass(frozen=True, slots=True)
class ApplicationRow:
    """An application in a list; `cv` and `letter` name the versions that were sent, 0 when none was."""

    id: UUID
    version: int
    person_id: UUID
    person: PersonName
    employer: str
    position: str
    stage: ApplicationStage
    reached_on: date | None
    applied_on: date | None
    answer_by: date | None
    campaign: str
    cv: str
    cv_number: int
    letter: str
    letter_number: int


@dataclass(frozen=True, slots=True)
class StepRow:
    """A stage that an application reached."""

    id: UUID
    version: int
    stage: ApplicationStage
    reached_on: date
    note: str


@depends_on(Application, ApplicationStep, Campaign, Cv, CvVersion, Letter, LetterVersion, Person)
def of_person(uow: Reading, person_id: UUID) -> tuple[ApplicationRow, ...]:
    """Return a person's applications, the latest stage first."""
    gate.require_reading(uow, Permission.SEE_NOTES, person_id)
    return _rows(uow, _query(uow).where(Application.person_id == person_id))


@depends_on(CoachingSession, Cover, Plan, SessionParticipant, User)  # whose applications are listed
@depends_on(Application, ApplicationStep, Campaign, Case, Cv, CvVersion, Letter, LetterVersion, Person)
def everyones(
    uow: Reading, shown: ApplicationFilter = ApplicationFilter.MINE, words: str = "", limit: int = 500
) -> tuple[ApplicationRow, ...]:
    """Return applications whose employer, position or person match what was typed, the latest stage first; at most `limit`."""
    uow.require(Permission.SEE_NOTES)
    wanted = select(Application.id, _reached().label("reached")).join(Person, Person.id == Application.person_id)
    wanted = wanted.where(visible(uow), need.within_reach(uow), *_conditions(uow, shown))
    wanted = wanted.order_by(_reached().desc(), Application.id.desc())
    typed = index.tokens(words)
    if not typed:
        return _rows(uow, _of_page(uow, wanted.limit(limit)))
    # The index says which may fit, and also knows numbers and notes that are not looked for here.
    likely = _rows(uow, _of_page(uow, wanted.where(*(_likely(uow, token) for token in typed))))
    return tuple(row for row in likely if _matches(row, typed))[:limit]


def _of_page(uow: Reading, wanted: Select[UUID, date | None]) -> Select[*tuple[Any, ...]]:
    """Return the query for these applications with all that their rows show, which is asked of no others."""
    page = wanted.subquery("page")
    return _query(uow).where(Application.id.in_(select(page.c.id)))


def _likely(uow: Reading, token: str) -> ColumnElement[bool]:
    """Return the condition on Application and Person that what was typed may begin a word of it."""

    def found(kind: str) -> Select[UUID]:
        return select(SearchEntry.record_id).where(finding.matching(uow, token), SearchEntry.kind == kind)

    return or_(
        Application.id.in_(found("application")),
        Application.person_id.in_(found("person")),
        Application.campaign_id.in_(found("campaign")),
        # Of protected people no words stand in the index.
        Person.protection != Protection.NONE,
    )


@depends_on(Application, ApplicationStep, Person)
def steps(uow: Reading, application_id: UUID) -> tuple[StepRow, ...]:
    """Return the stages of an application in the order they were reached."""
    gate.reading(uow, Permission.SEE_NOTES, Application, application_id)
    visible_step = select(ApplicationStep).join(Application, Application.id == ApplicationStep.application_id)
    query = visible_step.join(Person, Person.id == Application.person_id).where(Application.id == application_id, visible(uow))
    found = uow.session.scalars(query.order_by(ApplicationStep.reached_on, ApplicationStep.id))
    return tuple(StepRow(step.id, step.version, step.stage, step.reached_on, step.note) for step in found)


def _query(uow: Reading) -> Select[*tuple[Any, ...]]:
    reached = _reached()
    person = (Person.given_name, Person.family_name, Person.reference, Person.protection)
    written = (Cv.title, CvVersion.number, Letter.title, LetterVersion.number)
    return (
        select(Application, reached, *person, Campaign.name, *written)
        .join(Person, Person.id == Application.person_id)
        .outerjoin(Campaign, Campaign.id == Application.campaign_id)
        .outerjoin(CvVersion, CvVersion.id == Application.cv_version_id)
        .outerjoin(Cv, Cv.id == CvVersion.cv_id)
        .outerjoin(LetterVersion, LetterVersion.id == Application.letter_version_id)
        .outerjoin(Letter, Letter.id == LetterVersion.letter_id)
        .where(visible(uow))
        .order_by(reached.desc(), Application.id.desc())
    )


def _reached() -> ScalarSelect[date]:
    last = select(func.max(ApplicationStep.reached_on)).where(ApplicationStep.application_id == Application.id)
    return last.correlate(Application).scalar_subquery()


def _rows(uow: Reading, query: Select[*tuple[Any, ...]]) -> tuple[ApplicationRow, ...]:
    return tuple(_row(*row) for row in uow.session.execute(query))


def _row(row: Application, reached: date | None, *more: Any) -> ApplicationRow:
    given, family, reference, protection, campaign, cv, cv_number, letter, letter_number = more
    return ApplicationRow(
        id=row.id,
        version=row.version,
        person_id=row.person_id,
        person=name_of(given, family, reference, protection),
        employer=row.employer,
        position=row.position,
        stage=row.stage,
        reached_on=reached,
        applied_on=row.applied_on,
        answer_by=row.answer_by,
        campaign=campaign or "",
        cv=cv or "",
        cv_number=cv_number or 0,
        letter=letter or "",
        letter_number=letter_number or 0,
    )


def _conditions(uow: Reading, shown: ApplicationFilter) -> list[ColumnElement[bool]]:
    coached = select(Case.person_id).where(Case.coach_id == uow.user.id, Case.status != CaseStatus.CLOSED)
    conditions: dict[ApplicationFilter, list[ColumnElement[bool]]] = {
        ApplicationFilter.MINE: [Application.person_id.in_(coached)],
        ApplicationFilter.OPEN: [Application.stage.in_(OPEN)],
        ApplicationFilter.INTERVIEWS: [Application.stage.in_(INTERVIEWS)],
    }
    return conditions.get(shown, [])


def _matches(row: ApplicationRow, typed: list[str]) -> bool:
    own = index.tokens(f"{row.employer} {row.position} {row.person.text} {row.person.reference} {row.campaign}")
    return all(any(word.startswith(token) for word in own) for token in typed)
