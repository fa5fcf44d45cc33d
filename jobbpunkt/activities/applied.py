"""What a person applied for in a month, and the interviews they went to."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import select

from jobbpunkt.activities.month import ToldMonth
from jobbpunkt.documents.activities_data import Activity, Category
from jobbpunkt.register.unit_of_work import Reading
from models.application import Application, ApplicationStep
from models.vocabulary import ApplicationStage


def applied(uow: Reading, person_id: UUID, month: ToldMonth) -> Iterator[Activity]:
    """Yield the applications of a month, each with how far it had come when the month ended, and the interviews of the month."""
    rows = uow.session.scalars(select(Application).where(Application.person_id == person_id).order_by(Application.id)).all()
    steps = _steps(uow, person_id)
    for row in rows:
        reached = steps[row.id]
        sent = _sent_on(row, reached)
        if sent is not None and month.holds(sent):
            stage = _stage(reached, month.last)
            yield Activity(row.id, Category.APPLIED, sent, stage, row.position, row.employer)
        for step in reached:
            if step.stage is ApplicationStage.INTERVIEWED and month.holds(step.reached_on):
                yield Activity(step.id, Category.INTERVIEW, step.reached_on, None, row.position, row.employer)


def _steps(uow: Reading, person_id: UUID) -> defaultdict[UUID, list[ApplicationStep]]:
    """Return the stages that each application of a person reached, the earliest first."""
    query = select(ApplicationStep).join(Application, Application.id == ApplicationStep.application_id)
    query = query.where(Application.person_id == person_id).order_by(ApplicationStep.reached_on, ApplicationStep.id)
    found: defaultdict[UUID, list[ApplicationStep]] = defaultdict(list)
    for step in uow.session.scalars(query):
        found[step.application_id].append(step)
    return found


def _sent_on(row: Application, reached: Sequence[ApplicationStep]) -> date | None:
    """Return the day on which it was sent, as it was typed or noted as a stage; of one that nobody knows of, none."""
    if row.applied_on is not None:
        return row.applied_on
    return next((step.reached_on for step in reached if step.stage is ApplicationStage.SENT), None)


def _stage(reached: Sequence[ApplicationStep], last: date) -> ApplicationStage:
    """Return how far it had come by a day: what came later belongs to the sheet of a later month."""
    by_then = [step.stage for step in reached if step.reached_on <= last and step.stage is not ApplicationStage.PLANNED]
    return by_then[-1] if by_then else ApplicationStage.SENT
