"""Reading the questions, and what was answered about one person."""

import json
from uuid import UUID

from sqlalchemy import select

from jobbpunkt.progress.data import ProgressView, QuestionView, QuestionWords, RoundView
from jobbpunkt.register import gate
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.reads import depends_on
from jobbpunkt.register.unit_of_work import Reading
from models.progress import ProgressQuestion, ProgressRound


@depends_on(ProgressQuestion)
def questions(uow: Reading) -> tuple[QuestionView, ...]:
    """Return every question in order, those that are asked no longer last."""
    uow.require(Permission.SEE_NOTES)
    order = (ProgressQuestion.retired_on.is_not(None), ProgressQuestion.position, ProgressQuestion.id)
    return tuple(
        QuestionView(
            row.id, row.version, QuestionWords(row.area, row.asks_participant, row.asks_coach, row.scale), row.retired_on
        )
        for row in uow.session.scalars(select(ProgressQuestion).order_by(*order))
    )


@depends_on(ProgressQuestion, ProgressRound)
def of_person(uow: Reading, person_id: UUID) -> ProgressView:
    """Return what was asked and answered about a person."""
    gate.require_reading(uow, Permission.SEE_NOTES, person_id)
    found = questions(uow)
    query = select(ProgressRound).where(ProgressRound.person_id == person_id)
    rows = uow.session.scalars(query.order_by(ProgressRound.due_on, ProgressRound.id))
    return ProgressView(found, tuple(map(_round, rows)))


def _round(row: ProgressRound) -> RoundView:
    said = {UUID(key): one for key, one in json.loads(row.body).items()}
    values, areas = ({key: one[name] for key, one in said.items()} for name in ("value", "area"))
    return RoundView(row.id, row.version, row.by, row.due_on, row.answered_on, values, areas)
