"""The paper that sums an enrolment up when it has ended."""

import json
from collections.abc import Iterator
from datetime import date
from uuid import UUID

from sqlalchemy import select

from jobbpunkt import cases, coaching, history
from jobbpunkt.cases import CaseView, OutcomeView, livelihood
from jobbpunkt.closing.ending import standing
from jobbpunkt.coaching import StepView, StepWords, access
from jobbpunkt.documents.closing_data import ClosingDocument, OutcomeLine
from jobbpunkt.documents.session_data import AgreedStepLine
from jobbpunkt.errors import UserError
from jobbpunkt.i18n import Words
from jobbpunkt.people import names
from jobbpunkt.permissions import Permission
from jobbpunkt.unit_of_work import UnitOfWork
from models.history import HistoryEntry
from models.vocabulary import CaseStatus, EmploymentForm, HistoryAction, Responsible

STEP, CASE = "agreed_step", "case_file"


def document(uow: UnitOfWork, person_id: UUID, words: Words) -> ClosingDocument:
    """Return the summary of a person's latest enrolment, which has ended; only for who may see their meetings."""
    uow.require(Permission.SEE_NOTES)
    case, name = _ended(uow, person_id), names(uow, [person_id])[person_id]
    found, steps = standing(uow, person_id), coaching.steps_of_person(uow, person_id)
    started = case.enrolled_on or case.registered_on
    done = [step for step in steps if step.done_on is not None and step.done_on >= started]
    return ClosingDocument(
        participant=name.shown(words),
        coach=case.coach,
        started_on=started,
        ended_on=case.closed_on or started,
        reason=words(case.closure_reason.label) if case.closure_reason else "",
        note=case.closure_note,
        held=found.held,
        missed=found.missed,
        before=livelihood.in_words(case.before, words),
        after=livelihood.in_words(case.after, words),
        outcomes=tuple(_outcome(outcome, words, places=not name.protected) for outcome in case.outcomes),
        done=tuple(_line(step.words, words, step.done_on) for step in sorted(done, key=_when)),
        undone=tuple(_line(step.words, words) for step in found.steps),
        dropped=tuple(_line(step, words) for step in _given_up(uow, case)),
    )


def printed(uow: UnitOfWork, person_id: UUID) -> None:
    """Note in the person's history that the summary was printed or saved."""
    uow.require(Permission.SEE_NOTES)
    case = _ended(uow, person_id)
    history.record(uow, HistoryAction.PRINTED, noun=CASE, record_id=case.id, person_id=person_id)


def _ended(uow: UnitOfWork, person_id: UUID) -> CaseView:
    access.known(uow, [person_id])
    found = cases.of_person(uow, person_id)
    if not found or found[0].status is not CaseStatus.CLOSED:
        raise UserError("This enrolment has not ended, so there is nothing to sum up yet.")
    return found[0]


def _when(step: StepView) -> date:
    return step.done_on or date.min


def _line(step: StepWords, words: Words, done: date | None = None) -> AgreedStepLine:
    return AgreedStepLine(step.text, words(step.responsible.label), step.due_on, done)


def _outcome(outcome: OutcomeView, words: Words, *, places: bool) -> OutcomeLine:
    """Return an outcome in words; where a protected person can be met stands on no paper."""
    form = "" if outcome.form is EmploymentForm.NOT_STATED else words(outcome.form.label)
    extent = words("{n} %", n=outcome.extent_percent) if outcome.extent_percent else ""
    answers = {None: "", True: words("still holds"), False: words("has ended")}
    return OutcomeLine(
        kind=words(outcome.kind.label),
        place=outcome.place if places else "",
        starts_on=outcome.starts_on,
        ends_on=outcome.ends_on,
        form=", ".join(part for part in (form, extent) if part),
        note=outcome.note,
        asked=tuple((words(one.kind.label), one.due_on, answers[one.holds]) for one in outcome.follow_ups),
    )


def _given_up(uow: UnitOfWork, case: CaseView) -> Iterator[StepWords]:
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
