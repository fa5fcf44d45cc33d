"""The paper that sums an enrolment up when it has ended."""

import json
from collections.abc import Iterator
from datetime import date
from uuid import UUID

from sqlalchemy import select

from jobbpunkt import cases, coaching
from jobbpunkt.base.errors import UserError
from jobbpunkt.base.words import Words
from jobbpunkt.cases import CaseView, OutcomeView
from jobbpunkt.closing.ending import standing
from jobbpunkt.coaching import StepView, StepWords
from jobbpunkt.documents.closing_data import AskedLine, ClosingDocument, OutcomeLine
from jobbpunkt.documents.session_data import AgreedStepLine
from jobbpunkt.people import names
from jobbpunkt.register import gate
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.unit_of_work import Reading, Writing
from models.history import HistoryEntry
from models.person import Person
from models.vocabulary import CaseStatus, HistoryAction, Responsible

STEP, CASE = "agreed_step", "case_file"


def document(uow: Reading, person_id: UUID, words: Words) -> ClosingDocument:
    """Return the summary of a person's latest enrolment, which has ended; only for who may see their meetings."""
    gate.require_reading(uow, Permission.SEE_NOTES, person_id)
    case, name = _ended(uow, person_id), names(uow, [person_id])[person_id]
    found, steps = standing(uow, person_id), coaching.steps_of_person(uow, person_id)
    started = case.enrolled_on or case.registered_on
    done = [step for step in steps if step.done_on is not None and step.done_on >= started]
    return ClosingDocument(
        participant=name.shown(words),
        coach=case.coach,
        started_on=started,
        ended_on=case.closed_on or started,
        reason=case.closure_reason,
        note=case.closure_note,
        held=found.held,
        missed=found.missed,
        before=tuple(case.before),
        after=tuple(case.after),
        outcomes=tuple(_outcome(outcome, places=not name.protected) for outcome in case.outcomes),
        done=tuple(_line(step.words, step.done_on) for step in sorted(done, key=_when)),
        undone=tuple(_line(step.words) for step in found.steps),
        dropped=tuple(_line(step) for step in _given_up(uow, case)),
        speaks=uow.session.scalar(select(Person.language).where(Person.id == person_id)) or "",
    )


def note_printed(uow: Writing, person_id: UUID) -> None:
    """Note in the person's history that the summary was printed or saved."""
    gate.require_need(uow, Permission.SEE_NOTES, person_id)
    case = _ended(uow, person_id)
    uow.note(HistoryAction.PRINTED, noun=CASE, record_id=case.id, person_id=person_id)


def _ended(uow: Reading, person_id: UUID) -> CaseView:
    found = cases.of_person(uow, person_id)
    if not found or found[0].status is not CaseStatus.CLOSED:
        raise UserError("This enrolment has not ended, so there is nothing to sum up yet.")
    return found[0]


def _when(step: StepView) -> date:
    return step.done_on or date.min


def _line(step: StepWords, done: date | None = None) -> AgreedStepLine:
    return AgreedStepLine(step.text, step.responsible, step.due_on, done)


def _outcome(outcome: OutcomeView, *, places: bool) -> OutcomeLine:
    """Return an outcome; where a protected person can be met stands on no paper."""
    return OutcomeLine(
        kind=outcome.kind,
        place=outcome.place if places else "",
        starts_on=outcome.starts_on,
        ends_on=outcome.ends_on,
        form=outcome.form,
        extent_percent=outcome.extent_percent,
        note=outcome.note,
        asked=tuple(AskedLine(one.kind, one.due_on, one.holds) for one in outcome.follow_ups),
    )


def _given_up(uow: Reading, case: CaseView) -> Iterator[StepWords]:
    """Yield the steps that were dropped in the same change as the enrolment ended: only the history still has them."""
    of_case = (HistoryEntry.noun == CASE, HistoryEntry.record_id == case.id, HistoryEntry.action == HistoryAction.CHANGED)
    query = select(HistoryEntry.transaction_id, HistoryEntry.after).where(*of_case).order_by(HistoryEntry.number.desc())
    closed = CaseStatus.CLOSED.value
    ended = next((one for one, after in uow.session.execute(query) if json.loads(after or "{}").get("status") == closed), None)
    gone = (HistoryEntry.noun == STEP, HistoryEntry.action == HistoryAction.REMOVED, HistoryEntry.transaction_id == ended)
    for before in uow.session.scalars(select(HistoryEntry.before).where(*gone).order_by(HistoryEntry.number)):
        was = json.loads(before or "{}")
        due = was.get("due_on")
        who = next(one for one in Responsible if one.value == was["responsible"])
        yield StepWords(was["text"], who, date.fromisoformat(due) if due else None)
