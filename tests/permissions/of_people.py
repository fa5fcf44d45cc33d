"""People, their enrolments, meetings, papers and applications."""

from dataclasses import replace
from uuid import UUID

from jobbpunkt import cases, closing, coaching, people, today
from jobbpunkt.applications import reading as application_lists
from jobbpunkt.applications import writing as application
from jobbpunkt.applications.fields import ApplicationData
from jobbpunkt.cases import CaseFacts, NewCase, NewOutcome
from jobbpunkt.closing import Ending
from jobbpunkt.coaching import access, booking, correcting, meeting, steps
from jobbpunkt.coaching import lists as meetings
from jobbpunkt.coaching import on_paper as sheet
from jobbpunkt.coaching import reading as session
from jobbpunkt.coaching.data import MeetingEnd, MeetingFacts, MeetingRecord, NewSession, StepWords
from jobbpunkt.exchange import people as importing
from jobbpunkt.palette import note_search
from jobbpunkt.people import caseload, details, lookup, notes, on_paper, opening, timeline
from jobbpunkt.people import history as person_history
from jobbpunkt.people.details import PersonData
from jobbpunkt.register import finding
from jobbpunkt.register.unit_of_work import Writing
from jobbpunkt.written import cvs, letters, versioned
from jobbpunkt.written.versioned import NewWritten
from models.vocabulary import (
    ApplicationStage,
    CaseStatus,
    ClosureReason,
    HistoryAction,
    OutcomeKind,
    Protection,
    Referrer,
    SessionStatus,
)
from tests.permissions.desk import DAY, NINE, Door, asks_first, let_in, may, one, other, sees

_ASA = PersonData(given_name="Åsa")
_HIDDEN = PersonData(given_name="Åsa", protection=Protection.CONFIDENTIALITY_MARKING)
_JOB = ApplicationData("Kafé Exempel", "Bagare")
_RESUME = {"basics": {"name": "Åsa"}}
_LETTER = letters.LetterContent(subject="Hej")
_RING = StepWords("Ring")
_LIST = "Förnamn;Efternamn\nÅsa;Exempel\n".encode()
_HOUR = MeetingFacts()

DOORS: dict[str, tuple[Door, ...]] = {
    "applications.reading.everyones": (may("CK", lambda u, _: application_lists.everyones(u)),),
    "applications.reading.of_person": (may("CK", lambda u, _: application_lists.of_person(u, one("person"))),),
    "applications.reading.steps": (may("CK", lambda u, _: application_lists.steps(u, one("application"))),),
    "applications.writing.change": (
        may("CK", lambda u, _: application.change(u, one("application"), 1, _JOB)),
        may("C", lambda u, d: application.change(u, d.protected_application, 1, _JOB)),
    ),
    "applications.writing.change_step": (
        may("CK", lambda u, _: application.change_step(u, one("application_step"), 1, ApplicationStage.SENT, DAY)),
        may("C", lambda u, d: application.change_step(u, d.protected_stage, 1, ApplicationStage.SENT, DAY)),
        # There is no such stage: whether there is one is told to nobody else.
        asks_first("CK", lambda u, _: application.change_step(u, one("person"), 1, ApplicationStage.SENT, DAY)),
    ),
    "applications.writing.remove_step": (asks_first("CK", lambda u, _: application.remove_step(u, one("application_step"), 1)),),
    "applications.writing.choices": (may("CK", lambda u, _: application.choices(u, one("person"))),),
    "applications.writing.create": (
        may("CK", lambda u, _: application.create(u, one("person"), _JOB)),
        may("C", lambda u, d: application.create(u, d.protected, _JOB)),
    ),
    "applications.writing.get": (
        may("CK", lambda u, _: application.get(u, one("application"))),
        may("C", lambda u, d: application.get(u, d.protected_application)),
    ),
    "applications.writing.reach": (
        may("CK", lambda u, _: application.reach(u, one("application"), 1, ApplicationStage.OFFERED)),
        may("C", lambda u, d: application.reach(u, d.protected_application, 1, ApplicationStage.OFFERED)),
    ),
    "applications.writing.remove": (
        may("CK", lambda u, _: application.remove(u, one("application"), 1)),
        may("C", lambda u, d: application.remove(u, d.protected_application, 1)),
    ),
    "cases.outcomes.add_outcome": (
        may("CK", lambda u, _: cases.add_outcome(u, NewOutcome(one("case_file"), OutcomeKind.WORK, "Kafé", DAY))),
    ),
    "cases.outcomes.answer_follow_up": (
        may("CK", lambda u, _: cases.answer_follow_up(u, one("outcome_follow_up"), 1, holds=True, on=DAY)),
    ),
    "cases.enrolment.assign": (
        may("CK", lambda u, _: cases.assign(u, [one("case_file")], None)),
        may("CK", lambda u, _: cases.assign(let_in(u), [one("case_file")], None)),
        may("", lambda u, d: cases.assign(u, [d.colleagues_case], None)),
    ),
    "cases.outcomes.change_outcome": (
        may(
            "CK",
            lambda u, _: cases.change_outcome(u, one("outcome"), 1, NewOutcome(one("case_file"), OutcomeKind.WORK, "K", DAY)),
        ),
    ),
    "cases.ending.close": (may("CK", lambda u, _: cases.close(u, one("case_file"), 1, on=DAY, reason=ClosureReason.MOVED)),),
    "cases.reading.coaches": (may("CKL", lambda u, _: cases.coaches(u)),),
    "cases.enrolment.correct": (
        may("CK", lambda u, _: cases.correct(u, one("case_file"), 1, CaseFacts(DAY, Referrer.SELF, DAY))),
    ),
    "cases.outcomes.correct_follow_up": (
        may(
            "CK",
            lambda u, _: cases.correct_follow_up(u, one("outcome_follow_up"), 1, due_on=DAY, holds=True, asked_on=DAY),
        ),
    ),
    "cases.enrolment.enrol": (may("CK", lambda u, _: cases.enrol(u, NewCase(other("person"), DAY))),),
    "cases.enrolment.enrol_newcomers": (may("CK", lambda u, _: cases.enrol_newcomers(u, [NewCase(other("person"), DAY)])),),
    "cases.reading.of_person": (
        may("CK", lambda u, _: cases.of_person(u, one("person"))),
        may("CKL", lambda u, _: cases.of_person(let_in(u), one("person"))),
    ),
    "cases.outcomes.remove_follow_up": (may("CK", lambda u, _: cases.remove_follow_up(u, one("outcome_follow_up"), 1)),),
    "cases.outcomes.remove_outcome": (may("CK", lambda u, _: cases.remove_outcome(u, one("outcome"), 1)),),
    # The enrolment is open, which is said only to those who may open one again.
    "cases.ending.reopen": (asks_first("CK", lambda u, _: cases.reopen(u, one("case_file"), 1)),),
    "cases.enrolment.set_status": (may("CK", lambda u, _: cases.set_status(u, one("case_file"), 1, CaseStatus.PAUSED)),),
    # Steps are open that nothing was decided about, which is said only to those who may end an enrolment.
    "closing.ending.end": (
        asks_first("CK", lambda u, _: closing.end(u, one("case_file"), 1, Ending(DAY, ClosureReason.MOVED))),
        # There is no such enrolment: that too is said only to them, before anything is looked up.
        asks_first("CK", lambda u, _: closing.end(u, one("person"), 1, Ending(DAY, ClosureReason.MOVED))),
    ),
    "closing.ending.standing": (
        may("CK", lambda u, _: closing.standing(u, one("person"))),
        may("CKL", lambda u, _: closing.standing(let_in(u), one("person"))),
    ),
    "coaching.access.booked": (may("CK", lambda u, _: access.booked(u, one("coaching_session"), 1)),),
    "coaching.access.found": (
        may("CK", lambda u, _: access.found(u, one("coaching_session"))),
        may("CK", lambda u, _: access.found(let_in(u), one("coaching_session"))),
        sees("C", lambda u, d: access.found(u, d.protected_meeting)),
        may("", lambda u, d: access.found(u, d.colleagues_session)),
    ),
    "coaching.access.fresh": (may("CK", lambda u, _: access.fresh(u, one("coaching_session"), 1)),),
    "coaching.access.step": (
        may("CK", lambda u, _: access.step(u, one("agreed_step"), 1)),
        may("CK", lambda u, _: access.step(let_in(u), one("agreed_step"), 1)),
        sees("C", lambda u, d: access.step(u, d.protected_step, 1)),
    ),
    "coaching.booking.add": (
        may("CK", lambda u, _: booking.add(u, NewSession((one("person"),), DAY, NINE))),
        may("CK", lambda u, _: booking.add(let_in(u), NewSession((one("person"),), DAY, NINE))),
        may("", lambda u, d: booking.add(u, NewSession((d.colleagues,), DAY, NINE))),
    ),
    # The enrolment is open, which is said only to those who may see meetings, whoever else was let in.
    "closing.on_paper.document": (
        asks_first("CK", lambda u, d: closing.document(u, one("person"), d.words)),
        asks_first("CK", lambda u, d: closing.document(let_in(u), one("person"), d.words)),
    ),
    "closing.on_paper.note_printed": (
        asks_first("CK", lambda u, _: closing.note_printed(u, one("person"))),
        asks_first("CK", lambda u, _: closing.note_printed(let_in(u), one("person"))),
    ),
    "coaching.booking.book": (
        may("CK", lambda u, _: booking.book(u, NewSession((one("person"),), DAY, NINE))),
        sees("C", lambda u, d: booking.book(u, NewSession((d.protected,), DAY, NINE))),
    ),
    "coaching.booking.cancel": (
        may("CK", lambda u, _: booking.cancel(u, one("coaching_session"), 1, by=SessionStatus.CANCELLED_BY_COACH)),
    ),
    "coaching.booking.change": (may("CK", lambda u, _: booking.change(u, one("coaching_session"), 1, _HOUR)),),
    "coaching.booking.clashes": (
        may("CK", lambda u, _: booking.clashes(u, person_ids=[one("person")], day=DAY, at=NINE, minutes=60)),
    ),
    "coaching.booking.no_show": (may("CK", lambda u, _: booking.no_show(u, one("coaching_session"), 1)),),
    "coaching.booking.reschedule": (
        may("CK", lambda u, _: booking.reschedule(u, one("coaching_session"), 1, day=DAY, at=NINE, facts=_HOUR)),
    ),
    "coaching.correcting.correct": (
        may("CK", lambda u, _: correcting.correct(u, _cancelled(u), 2, MeetingRecord(DAY, NINE, SessionStatus.HELD))),
    ),
    "coaching.lists.between": (may("CK", lambda u, _: meetings.between(u, DAY, DAY)),),
    "coaching.lists.next_of": (may("CK", lambda u, _: meetings.next_of(u, [one("person")], u.clock.now())),),
    "coaching.lists.of_person": (may("CK", lambda u, _: meetings.of_person(u, one("person"))),),
    "coaching.meeting.hold": (may("CK", lambda u, _: meeting.hold(u, one("coaching_session"), 1, MeetingEnd(steps=(_RING,)))),),
    "coaching.meeting.save_note": (
        may("CK", lambda u, _: meeting.save_note(u, one("coaching_session"), 1, note="Hej", summary="")),
    ),
    "coaching.on_paper.document": (
        may("CK", lambda u, d: sheet.document(u, one("coaching_session"), d.words)),
        sees("C", lambda u, d: sheet.document(u, d.protected_meeting, d.words)),
    ),
    "coaching.on_paper.note_printed": (may("CK", lambda u, _: sheet.note_printed(u, one("coaching_session"))),),
    "coaching.reading.details": (
        may("CK", lambda u, _: session.details(u, one("coaching_session"))),
        may("CK", lambda u, _: session.details(let_in(u), one("coaching_session"))),
        sees("C", lambda u, d: session.details(u, d.protected_meeting)),
        may("", lambda u, d: session.details(u, d.colleagues_session)),
    ),
    "coaching.steps.add_step": (
        may("CK", lambda u, _: steps.add_step(u, one("person"), _RING)),
        may("CK", lambda u, _: steps.add_step(let_in(u), one("person"), _RING)),
        may("", lambda u, d: steps.add_step(u, d.colleagues, _RING)),
        sees("C", lambda u, d: steps.add_step(u, d.protected, _RING)),
    ),
    "coaching.steps.change_step": (may("CK", lambda u, _: steps.change_step(u, one("agreed_step"), 1, _RING, done_on=None)),),
    "coaching.steps.drop_step": (may("CK", lambda u, _: steps.drop_step(u, one("agreed_step"), 1)),),
    "coaching.steps.open_steps": (may("CK", lambda u, _: steps.open_steps(u, one("person"))),),
    "coaching.steps.steps_of_person": (may("CK", lambda u, _: steps.steps_of_person(u, one("person"))),),
    "coaching.steps.move_steps": (
        may("CK", lambda u, _: steps.move_steps(u, {one("agreed_step"): 1}, to=DAY)),
        may("CK", lambda u, _: steps.move_steps(let_in(u), {one("agreed_step"): 1}, to=DAY)),
        sees("C", lambda u, d: steps.move_steps(u, {d.protected_step: 1}, to=DAY)),
    ),
    "coaching.steps.postpone_step": (may("CK", lambda u, _: steps.postpone_step(u, one("agreed_step"), 1)),),
    "coaching.steps.tick_step": (may("CK", lambda u, _: steps.tick_step(u, one("agreed_step"), 1)),),
    "written.cvs.blank": (
        may("CK", lambda u, _: cvs.blank(u, one("person"))),
        may("CKL", lambda u, _: cvs.blank(let_in(u), one("person"))),
    ),
    "written.cvs.create": (may("CK", lambda u, _: cvs.create(u, NewWritten(one("person"), "CV"))),),
    "written.cvs.document": (
        may("CK", lambda u, _: cvs.document(u, one("cv"))),
        may("C", lambda u, d: cvs.document(u, d.protected_cv)),
    ),
    "written.cvs.export": (
        may("CK", lambda u, _: cvs.export(u, one("cv"))),
        may("C", lambda u, d: cvs.export(u, d.protected_cv)),
    ),
    "written.cvs.get": (may("CK", lambda u, _: cvs.get(u, one("cv"))), may("C", lambda u, d: cvs.get(u, d.protected_cv))),
    "written.cvs.import_resume": (may("CK", lambda u, _: cvs.import_resume(u, one("person"), b'{"basics":{"name":"Hej"}}')),),
    "written.cvs.of_everybody": (may("CK", lambda u, _: cvs.of_everybody(u)),),
    "written.cvs.of_person": (may("CK", lambda u, _: cvs.of_person(u, one("person"))),),
    "written.cvs.note_printed": (may("CK", lambda u, _: cvs.note_printed(u, one("cv"))),),
    "written.cvs.rename": (may("CK", lambda u, _: cvs.rename(u, one("cv"), 1, "Hej")),),
    "written.cvs.restore": (may("CK", lambda u, _: cvs.restore(u, one("cv"), 1, 1)),),
    "written.cvs.save": (
        may("CK", lambda u, _: cvs.save(u, one("cv"), 1, _RESUME)),
        may("C", lambda u, d: cvs.save(u, d.protected_cv, 1, {"basics": {"name": "Ny"}})),
    ),
    "written.cvs.versions": (may("CK", lambda u, _: cvs.versions(u, one("cv"))),),
    "exchange.people.import_people": (
        may("CK", lambda u, _: importing.import_people(u, _LIST)),
        may("CK", lambda u, _: importing.import_people(u, _LIST, dry_run=True)),
    ),
    "written.letters.blank": (
        may("CK", lambda u, _: letters.blank(u, one("person"))),
        may("CKL", lambda u, _: letters.blank(let_in(u), one("person"))),
    ),
    "written.letters.create": (may("CK", lambda u, _: letters.create(u, NewWritten(one("person"), "Brev"))),),
    "written.letters.document": (
        may("CK", lambda u, _: letters.document(u, one("letter"))),
        may("C", lambda u, d: letters.document(u, d.protected_letter)),
    ),
    "written.letters.get": (
        may("CK", lambda u, _: letters.get(u, one("letter"))),
        may("C", lambda u, d: letters.get(u, d.protected_letter)),
    ),
    "written.letters.of_everybody": (may("CK", lambda u, _: letters.of_everybody(u)),),
    "written.letters.of_person": (may("CK", lambda u, _: letters.of_person(u, one("person"))),),
    "written.letters.note_printed": (may("CK", lambda u, _: letters.note_printed(u, one("letter"))),),
    "written.letters.rename": (may("CK", lambda u, _: letters.rename(u, one("letter"), 1, "Hej")),),
    "written.letters.restore": (may("CK", lambda u, _: letters.restore(u, one("letter"), 1, 1)),),
    "written.letters.save": (
        may("CK", lambda u, _: letters.save(u, one("letter"), 1, _LETTER)),
        may("C", lambda u, d: letters.save(u, d.protected_letter, 1, letters.LetterContent(subject="Nytt"))),
    ),
    "written.letters.versions": (may("CK", lambda u, _: letters.versions(u, one("letter"))),),
    "written.versioned.add": (
        may("CK", lambda u, _: versioned.add(u, cvs.KIND, NewWritten(one("person"), "CV"), "{}")),
        may("C", lambda u, d: versioned.add(u, cvs.KIND, NewWritten(d.protected, "CV"), "{}")),
    ),
    "written.versioned.noted": (may("CK", lambda u, _: versioned.noted(u, cvs.KIND, one("cv"), HistoryAction.PRINTED)),),
    "written.versioned.of_everybody": (may("CK", lambda u, _: versioned.of_everybody(u, cvs.KIND)),),
    "written.versioned.of_person": (may("CK", lambda u, _: versioned.of_person(u, cvs.KIND, one("person"))),),
    "written.versioned.opened": (
        may("CK", lambda u, _: versioned.opened(u, cvs.KIND, one("cv"), str)),
        may("C", lambda u, d: versioned.opened(u, cvs.KIND, d.protected_cv, str)),
        may("C", lambda u, d: versioned.opened(u, cvs.KIND, d.unsealed_cv, str)),
    ),
    "written.versioned.rename": (may("CK", lambda u, _: versioned.rename(u, cvs.KIND, one("cv"), 1, "Hej")),),
    "written.versioned.save": (may("CK", lambda u, _: versioned.save(u, cvs.KIND, one("cv"), 1, '{"basics":{}}')),),
    "written.versioned.versions": (may("CK", lambda u, _: versioned.versions(u, cvs.KIND, one("cv"))),),
    "people.caseload.caseload": (may("CKL", lambda u, _: caseload.caseload(u, words="a")),),
    "people.caseload.next_meeting": (
        may("CK", lambda u, _: caseload.next_meeting(u, one("person"))),
        may("CKL", lambda u, _: caseload.next_meeting(let_in(u), one("person"))),
    ),
    "people.details.change": (
        # Nobody else is told whether there is such a person.
        asks_first("CK", lambda u, _: details.change(u, one("programme"), 1, _ASA)),
        may("CK", lambda u, _: details.change(u, one("person"), 1, _ASA)),
        may("C", lambda u, _: details.change(u, one("person"), 1, _HIDDEN)),
        may("C", lambda u, d: details.change(u, d.protected, 1, _ASA)),
        # A name is missing: who lacks the key is told that, and not to put the form right.
        asks_first("C", lambda u, _: details.change(u, one("person"), 1, replace(_HIDDEN, given_name=""))),
    ),
    "people.details.create": (
        may("CK", lambda u, _: details.create(u, _ASA)),
        may("C", lambda u, _: details.create(u, _HIDDEN)),
    ),
    "people.details.create_all": (may("CK", lambda u, _: details.create_all(u, [_ASA])),),
    "people.details.details": (
        may("CK", lambda u, _: details.details(u, one("person"))),
        may("CKL", lambda u, _: details.details(let_in(u), one("person"))),
        may("C", lambda u, d: details.details(u, d.protected)),
    ),
    "people.opening.standing": (may("CKL", lambda u, _: opening.standing(u, one("person"))),),
    "people.details.reveal": (
        may("C", lambda u, d: details.reveal(u, d.protected, "Hembesök")),
        may("C", lambda u, _: details.reveal(u, one("person"), "Hembesök")),
        may("", lambda u, d: details.reveal(u, d.colleagues_protected, "Hembesök")),
    ),
    "people.history.of_person": (
        may("CK", lambda u, _: person_history.of_person(u, one("person"))),
        may("C", lambda u, d: person_history.of_person(u, d.protected)),
    ),
    "people.on_paper.document": (may("CK", lambda u, d: on_paper.document(u, d.words)),),
    "people.on_paper.note_printed": (may("CK", lambda u, _: on_paper.note_printed(u)),),
    "people.lookup.called": (may("CKL", lambda u, _: lookup.called(u, [one("person")])),),
    "people.lookup.meant": (may("CKL", lambda u, _: lookup.meant(u, "a", limit=4)),),
    "people.lookup.person": (may("CKL", lambda u, _: lookup.person(u, str(one("person")))),),
    "people.notes.add": (may("CK", lambda u, _: notes.add(u, one("person"), "Hej")),),
    "people.notes.change": (may("CK", lambda u, _: notes.change(u, one("person_note"), 1, "Hej")),),
    "people.notes.of_person": (may("CK", lambda u, _: notes.of_person(u, one("person"))),),
    "people.notes.remove": (may("CK", lambda u, _: notes.remove(u, one("person_note"), 1)),),
    "palette.note_search.find": (may("CK", lambda u, _: note_search.find(u, "avtal")),),
    "people.timeline.timeline": (
        may("CK", lambda u, _: timeline.timeline(u, one("person"))),
        may("CKL", lambda u, _: timeline.timeline(let_in(u), one("person"))),
    ),
    "register.finding.find": (may("CKLSA", lambda u, _: finding.find(u, "a")),),
    "today.today": (may("CK", lambda u, _: today.today(u)),),
}
INNER: dict[str, str] = {
    "cases.ending.refuse_second": "a check within enrolling and opening again, which have asked",
    "cases.ending.write_end": "a part of closing and correcting, which have asked",
    "coaching.access.known": "tells only whether people are there, to services that have asked",
    "coaching.access.visible": "a condition for queries",
    "coaching.lists.near": "tells of what the lists have read, which have asked, only what each may be told",
    "coaching.lists.rows": "reads for the lists, which have asked",
    "coaching.steps.add": "writes for the meeting that ends, which has asked",
    "coaching.steps.rows": "reads for the lists, which have asked",
    "people.names.names": "names what lists show, which have asked; the window asks `lookup.called`",
    "register.finding.matching": "a condition for queries",
}
_ = (coaching, people)


def _cancelled(uow: Writing) -> UUID:
    """Return a meeting that is no longer booked: only such a one is put right."""
    return booking.cancel(uow, one("coaching_session"), 1, by=SessionStatus.CANCELLED_BY_COACH).record
