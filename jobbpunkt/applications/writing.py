"""Making and changing applications, and noting the stages they reach."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import literal, select

from jobbpunkt import organisations
from jobbpunkt.applications.fields import FIELDS, ApplicationData
from jobbpunkt.base import checks, fields
from jobbpunkt.base.changes import Change
from jobbpunkt.base.errors import NotFound, UserError
from jobbpunkt.base.words import N_
from jobbpunkt.people import PersonName, names
from jobbpunkt.register import gate
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.unit_of_work import Reading, Writing
from models.application import Application, ApplicationStep
from models.campaign import Campaign
from models.cv import Cv, CvVersion, Letter, LetterVersion
from models.vocabulary import ApplicationStage


@dataclass(frozen=True, slots=True)
class ApplicationDetails:
    """An application opened for changing."""

    id: UUID
    version: int
    person_id: UUID
    person: PersonName
    stage: ApplicationStage
    data: ApplicationData


@dataclass(frozen=True, slots=True)
class Choice:
    """Something an application can refer to; `number` is the version of a CV or letter, 0 for a campaign, which may run today."""

    id: UUID
    title: str
    number: int = 0
    runs: bool = False


@dataclass(frozen=True, slots=True)
class Choices:
    """What the form of an application offers for one person."""

    cvs: tuple[Choice, ...]
    letters: tuple[Choice, ...]
    campaigns: tuple[Choice, ...]


def create(
    uow: Writing,
    person_id: UUID,
    data: ApplicationData,
    stage: ApplicationStage = ApplicationStage.SENT,
    on: date | None = None,
) -> Change:
    """Add an application that stands at `stage` since `on` (the day it was sent, or today)."""
    gate.require_need(uow, Permission.EDIT_PEOPLE, person_id)
    row = uow.add(Application(person_id=person_id, stage=stage, **_checked(uow, person_id, data)))
    uow.flush()  # the first step refers to it
    reached = _reached(uow, on or data.applied_on)
    uow.add(ApplicationStep(application_id=row.id, stage=stage, reached_on=reached))
    return uow.change(row, N_("The application has been added."))


def change(uow: Writing, application_id: UUID, version: int, data: ApplicationData) -> Change:
    """Save what is typed about an application; its stage is changed by `reach`."""
    row = gate.changing(uow, Permission.EDIT_PEOPLE, Application, application_id, version)
    fields.put(row, _checked(uow, row.person_id, data))
    return uow.change(row, N_("The application has been saved."))


def reach(
    uow: Writing, application_id: UUID, version: int, stage: ApplicationStage, on: date | None = None, note: str = ""
) -> Change:
    """Note that an application reached a stage; the row shows the stage that was reached last by date."""
    row = gate.changing(uow, Permission.EDIT_PEOPLE, Application, application_id, version)
    day = _reached(uow, on)
    last = uow.session.scalars(_latest_first(row.id)).first()
    step = ApplicationStep(application_id=row.id, stage=stage, reached_on=day, note=checks.text(note, field="note"))
    uow.add(step)
    if last is None or day >= last.reached_on:
        row.stage = stage
        _sent(row, stage, day)
    return uow.change(row, N_("The stage has been noted."))


def change_step(
    uow: Writing, step_id: UUID, version: int, stage: ApplicationStage, on: date | None = None, note: str = ""
) -> Change:
    """Put right which stage was reached, and when; the row shows the stage that was reached last by date."""
    step, row = _step(uow, step_id, version)
    day = _reached(uow, on)
    if step.stage is stage is ApplicationStage.SENT and row.applied_on == step.reached_on:
        row.applied_on = day
    step.stage, step.reached_on, step.note = stage, day, checks.text(note, field="note")
    return _stand(uow, row, N_("The stage has been saved."))


def remove_step(uow: Writing, step_id: UUID, version: int) -> Change:
    """Take away a stage that was noted by mistake; it can be undone."""
    step, row = _step(uow, step_id, version)
    if len(uow.session.scalars(_latest_first(row.id)).all()) == 1:
        raise UserError("An application has at least one stage. Change this one, or remove the application.")
    uow.remove(step)
    return _stand(uow, row, N_("The stage has been removed."))


def remove(uow: Writing, application_id: UUID, version: int) -> Change:
    """Remove an application with its steps; undo brings it back."""
    row = gate.changing(uow, Permission.EDIT_PEOPLE, Application, application_id, version)
    for step in uow.session.scalars(_latest_first(row.id)):
        uow.remove(step)
    uow.flush()  # the steps refer to it
    uow.remove(row)
    return uow.change_of(application_id, N_("The application has been removed."))


def get(uow: Reading, application_id: UUID) -> ApplicationDetails:
    """Return an application to be changed."""
    row = gate.reading(uow, Permission.SEE_NOTES, Application, application_id)
    data = ApplicationData(**fields.taken(FIELDS, row))
    return ApplicationDetails(row.id, row.version, row.person_id, names(uow, {row.person_id})[row.person_id], row.stage, data)


def choices(uow: Reading, person_id: UUID) -> Choices:
    """Return the person's CV and letter versions, newest first, and the campaigns, the latest first."""
    gate.require_reading(uow, Permission.SEE_NOTES, person_id)
    cvs = select(CvVersion.id, Cv.title, CvVersion.number).join(Cv, Cv.id == CvVersion.cv_id).where(Cv.person_id == person_id)
    letters = select(LetterVersion.id, Letter.title, LetterVersion.number).join(Letter, Letter.id == LetterVersion.letter_id)
    today = uow.clock.today()
    runs = (Campaign.starts_on <= today) & (Campaign.ends_on >= today)
    campaigns = select(Campaign.id, Campaign.name, literal(0), runs).order_by(Campaign.starts_on.desc())
    return Choices(
        _choices(uow, cvs.order_by(CvVersion.made_at.desc(), CvVersion.number.desc())),
        _choices(uow, letters.where(Letter.person_id == person_id).order_by(LetterVersion.made_at.desc())),
        _choices(uow, campaigns),
    )


def _choices(uow: Reading, query: Any) -> tuple[Choice, ...]:
    return tuple(Choice(*row) for row in uow.session.execute(query))


def _latest_first(application_id: UUID) -> Any:
    steps = select(ApplicationStep).where(ApplicationStep.application_id == application_id)
    return steps.order_by(ApplicationStep.reached_on.desc(), ApplicationStep.id.desc())


def _step(uow: Writing, step_id: UUID, version: int) -> tuple[ApplicationStep, Application]:
    uow.require(Permission.EDIT_PEOPLE)
    step = uow.fresh(ApplicationStep, step_id, version)
    return step, gate.changing(uow, Permission.EDIT_PEOPLE, Application, step.application_id)


def _stand(uow: Writing, row: Application, sentence: str) -> Change:
    """Let the row show the stage that was reached last, now that its stages are others."""
    uow.flush()
    latest: ApplicationStep = uow.session.scalars(_latest_first(row.id).limit(1)).one()
    row.stage = latest.stage
    return uow.change(row, sentence)


def _reached(uow: Reading, on: date | None) -> date:
    today = uow.clock.today()
    return checks.past_day(on or today, today, field="reached_on")


def _sent(row: Application, stage: ApplicationStage, day: date) -> None:
    if stage is ApplicationStage.SENT and row.applied_on is None:
        row.applied_on = day


def _checked(uow: Reading, person_id: UUID, data: ApplicationData) -> dict[str, Any]:
    _own_written(uow, CvVersion, Cv, CvVersion.cv_id, data.cv_version_id, person_id)
    _own_written(uow, LetterVersion, Letter, LetterVersion.letter_id, data.letter_version_id, person_id)
    values = fields.checked(FIELDS, data)
    checks.past_day(data.applied_on, uow.clock.today(), field="applied_on")
    # The employer as an organisation of the register, where one has that name; it follows the name whenever that is put right.
    return values | {"organisation_id": organisations.find(uow, data.employer)}


def _own_written(uow: Reading, version: Any, written: Any, owner: Any, version_id: UUID | None, person_id: UUID) -> None:
    if version_id is None:
        return
    found = uow.session.scalar(select(written.person_id).join(version, owner == written.id).where(version.id == version_id))
    if found != person_id:
        raise NotFound("The CV or letter belongs to somebody else. Choose one of this person's own.")
