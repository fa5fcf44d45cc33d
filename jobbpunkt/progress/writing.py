"""Writing questions, beginning to ask about a person, and answering; the next round is due 90 days later."""

import json
from collections.abc import Mapping
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import func, select

from jobbpunkt.base import checks
from jobbpunkt.base.changes import Change
from jobbpunkt.base.errors import InvalidInput, UserError
from jobbpunkt.base.ids import new_id
from jobbpunkt.base.words import N_, Words
from jobbpunkt.coaching import access
from jobbpunkt.progress.data import DAYS_BETWEEN, QuestionWords
from jobbpunkt.progress.reading import of_person
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.unit_of_work import Writing
from models.progress import ProgressQuestion, ProgressRound
from models.types import SealedText
from models.vocabulary import Rater

# Of our own wording; each can be put in other words, or be asked no longer.
FIRST = (
    (
        N_("Confidence in getting a job"),
        N_("How sure am I that I will get a job?"),
        N_("How sure am I that the participant will get a job?"),
    ),
    (
        N_("Knowledge of the labour market"),
        N_("How well do I know which jobs there are and what they ask for?"),
        N_("How well does the participant know which jobs there are and what they ask for?"),
    ),
    (
        N_("Looking for work"),
        N_("How well does my search for work go?"),
        N_("How well does the participant look for work?"),
    ),
    (
        N_("Working with others"),
        N_("How easy is it for me to work together with others?"),
        N_("How easily does the participant work together with others?"),
    ),
)


def add_question(uow: Writing, words: QuestionWords) -> Change:
    """Add a question after the others."""
    uow.require(Permission.SEE_NOTES)
    row = ProgressQuestion(id=new_id(), position=(uow.session.scalar(select(func.max(ProgressQuestion.position))) or 0) + 1)
    _write(row, words)
    return uow.change(uow.add(row), N_("The question has been added."))


def change_question(uow: Writing, question_id: UUID, version: int, words: QuestionWords) -> Change:
    """Put a question in other words; what was answered stays."""
    uow.require(Permission.SEE_NOTES)
    row = uow.fresh(ProgressQuestion, question_id, version)
    _write(row, words)
    return uow.change(row, N_("The question has been saved."))


def retire_question(uow: Writing, question_id: UUID, version: int, *, retired: bool = True) -> Change:
    """Ask a question no longer, or again; what was answered stays."""
    uow.require(Permission.SEE_NOTES)
    row = uow.fresh(ProgressQuestion, question_id, version)
    row.retired_on = uow.clock.today() if retired else None
    return uow.change(row, N_("The question is asked no longer.") if retired else N_("The question is asked again."))


def begin(uow: Writing, person_id: UUID, words: Words) -> Change:
    """Begin to ask about a person: of both, today. The first questions of all are made when there are none."""
    seen = of_person(uow, person_id)
    if seen.rounds:
        raise UserError("It has begun already. Answer the round that is due.")
    if not seen.questions:
        for area, participant, coach in FIRST:
            add_question(uow, QuestionWords(words(area), words(participant), words(coach)))
            uow.flush()
    rows = [uow.add(_round(person_id, by, uow.clock.today())) for by in (Rater.PARTICIPANT, Rater.COACH)]
    return uow.change(rows[0], N_("The first questions can be asked."))


def answer(uow: Writing, round_id: UUID, version: int, values: Mapping[UUID, int], *, on: date) -> Change:
    """Note what one of the two answered on a day, or put it right; the first time the next round is made, 90 days later."""
    row = uow.get(ProgressRound, round_id)
    asked = {one.id: one for one in of_person(uow, row.person_id).questions}
    row = uow.fresh(ProgressRound, round_id, version)
    if not values:
        raise UserError("Answer at least one question.")
    said = {}
    for key, value in values.items():
        question = asked[key]
        least, most = question.words.scale.ends
        if not least <= value <= most:
            raise InvalidInput("Write a number from {least} to {most}.", field=f"question-{key}", least=least, most=most)
        said[str(key)] = {"area": question.words.area, "value": value}
    is_new = row.answered_on is None
    row.answered_on = checks.past_day(on, uow.clock.today(), field="answered_on")
    row.body = SealedText(json.dumps(said, ensure_ascii=False, sort_keys=True))
    if is_new:
        uow.add(_round(row.person_id, row.by, on + timedelta(days=DAYS_BETWEEN)))
    return uow.change(row, N_("The answers have been saved."))


def remove_round(uow: Writing, round_id: UUID, version: int) -> Change:
    """Take away a round that was answered by mistake."""
    uow.require(Permission.SEE_NOTES)
    access.known(uow, [uow.get(ProgressRound, round_id).person_id])
    row = uow.fresh(ProgressRound, round_id, version)
    uow.remove(row)
    return uow.change(row, N_("The round has been removed."))


def _round(person_id: UUID, by: Rater, due_on: date) -> ProgressRound:
    return ProgressRound(id=new_id(), person_id=person_id, by=by, due_on=due_on, body=SealedText("{}"))


def _write(row: ProgressQuestion, words: QuestionWords) -> None:
    row.area = checks.line(words.area, field="area", longest=checks.NAME, required=True)
    row.asks_participant = checks.line(words.asks_participant, field="asks_participant")
    row.asks_coach = checks.line(words.asks_coach, field="asks_coach")
    if not (row.asks_participant or row.asks_coach):
        raise InvalidInput("Write how the participant or the coach is asked.", field="asks_participant")
    row.scale = words.scale
