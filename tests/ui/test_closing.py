"""Ending an enrolment in the window: guided, whole, and never without an outcome or a reason."""

from datetime import date, time
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from jobbpunkt import cases, coaching, organisations
from jobbpunkt.cases import CaseView, NewCase, NewOutcome
from jobbpunkt.closing import Fate
from jobbpunkt.coaching import MeetingFacts, NewSession, StepWords
from jobbpunkt.people import details, notes
from jobbpunkt.people.details import PersonData
from models.history import HistoryEntry
from models.vocabulary import (
    CaseStatus,
    ClosureReason,
    FollowUpKind,
    HistoryAction,
    Livelihood,
    OutcomeKind,
    Responsible,
    SessionKind,
)
from tests.ui.conftest import settle_all, shown
from tests.ui.dialogs import form_over
from tests.ui.keys import type_text
from ui.context import Context
from ui.people.closing.paper import ClosingPaper
from ui.people.closing.view import ClosingView
from ui.people.page import PeoplePage


@pytest.fixture
def person(context: Context) -> UUID:
    with context.register.writing() as uow:
        key = details.create(uow, PersonData("Samira", "Exempel")).record
        cases.enrol(uow, NewCase(key, date(2020, 1, 14), coach_id=uow.user.id))
        coaching.book(uow, NewSession((key,), date(2020, 6, 17), time(9), MeetingFacts(SessionKind.COACHING, 60)))
        coaching.add_step(uow, key, StepWords("Öva intervju", Responsible.PARTICIPANT, None))
        organisations.find_or_create(uow, "Svenska kyrkan")
    return key


@pytest.fixture
def page(qtbot: QtBot, context: Context, person: UUID) -> PeoplePage:
    made = shown(qtbot, PeoplePage(context), 1064, 800)
    made.show_record(person)
    settle_all(qtbot, context)
    return made


def _press(page: PeoplePage, text: str) -> None:
    found = [button for button in page.findChildren(QPushButton) if button.isVisible() and button.text() == text]
    assert len(found) == 1, (text, len(found))
    QTest.keyClick(found[0], Qt.Key.Key_Space)


def _press_named(page: PeoplePage, name: str) -> None:
    found = [button for button in page.findChildren(QPushButton) if button.isVisible() and button.accessibleName() == name]
    assert len(found) == 1, (name, len(found))
    QTest.keyClick(found[0], Qt.Key.Key_Space)


def _closing(qtbot: QtBot, page: PeoplePage, context: Context) -> ClosingView:
    _press(page, "Avsluta")
    settle_all(qtbot, context)
    assert isinstance(page.over, ClosingView)
    return page.over


def _noted(qtbot: QtBot, context: Context, person: UUID) -> None:
    with context.register.writing() as uow:
        case = cases.of_person(uow, person)[0]
        change = cases.add_outcome(uow, NewOutcome(case.id, OutcomeKind.WORK, "Bageriet", date(2020, 5, 4)))
    context.announce(change)
    settle_all(qtbot, context)


def _case(context: Context, person: UUID) -> CaseView:
    with context.register.reading() as uow:
        return cases.of_person(uow, person)[0]


def test_it_says_why_it_cannot_end_yet_until_all_is_chosen(
    qtbot: QtBot, page: PeoplePage, context: Context, person: UUID
) -> None:
    view = _closing(qtbot, page, context)
    missing = view.summary.missing.label
    assert view.why.first().hasFocus()
    assert (missing.text(), view.summary.button.isEnabled()) == ("Välj varför inskrivningen avslutas.", False)
    view.why.choose(ClosureReason.WORK)
    assert missing.text() == "Skriv vem som är arbetsgivare."
    QTest.keyClicks(view.led_to.place.editor(), "Kommunens kok")
    assert missing.text() == "Skriv från vilken dag."
    QTest.keyClicks(view.led_to.first.line, "2021-01-04")
    assert missing.text() == "Välj vad som händer med det som är bokat och öppet."
    assert [day for _, day in view.again.chosen()] == [date(2021, 2, 3), date(2021, 4, 6), date(2021, 7, 5)]
    QTest.keyClick(view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle_all(qtbot, context)
    assert _case(context, person).status is CaseStatus.ENROLLED
    for choice in (view.open.meetings[0][1], view.open.steps[0][1]):
        button = choice.findChildren(QPushButton)[1]
        QTest.keyClick(button, Qt.Key.Key_Space)
    assert not missing.isVisible()
    QTest.keyClick(view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle_all(qtbot, context)
    assert page.over is None
    case = _case(context, person)
    assert (case.status, case.closure_reason) == (CaseStatus.CLOSED, ClosureReason.WORK)
    assert [(one.place, one.starts_on, len(one.follow_ups)) for one in case.outcomes] == [("Kommunens kok", date(2021, 1, 4), 3)]
    _shown_paper(qtbot, page).accept()


def test_the_summary_of_an_ended_enrolment_is_printed_from_the_persons_page(
    qtbot: QtBot, page: PeoplePage, context: Context, person: UUID
) -> None:
    case = _case(context, person)
    with context.register.writing() as uow:
        change = cases.close(uow, case.id, case.version, on=date(2020, 6, 15), reason=ClosureReason.MOVED)
    context.announce(change)
    settle_all(qtbot, context)
    _press(page, "Skriv ut sammanfattningen")
    paper = _shown_paper(qtbot, page)
    assert paper.pdf.page_count == 1
    paper.pdf.taken.emit()
    settle_all(qtbot, context)
    with context.register.reading() as uow:
        noted = select(HistoryEntry.noun).where(HistoryEntry.action == HistoryAction.PRINTED, HistoryEntry.person_id == person)
        assert uow.session.scalars(noted).all() == ["case_file"]


def _shown_paper(qtbot: QtBot, page: PeoplePage) -> ClosingPaper:
    qtbot.waitUntil(lambda: any(one.pdf.page_count for one in page.findChildren(ClosingPaper)))
    return page.findChildren(ClosingPaper)[0]


def test_studies_ask_for_a_school_and_what_is_not_known_for_a_reason(
    qtbot: QtBot, page: PeoplePage, context: Context, person: UUID
) -> None:
    view = _closing(qtbot, page, context)
    view.why.choose(ClosureReason.STUDIES)
    assert view.led_to.place.label.text() == "Skola eller utbildningsanordnare"
    assert not view.led_to.work.isVisible()
    view.open.meetings[0][1].set_value(Fate.KEEP)
    view.open.steps[0][1].set_value(Fate.DROP)
    view.led_to.unknown.box.click()
    assert view.summary.missing.label.text() == "Skriv varför det inte är känt."
    QTest.keyClicks(view.led_to.why.editor(), "Flyttade till annan ort.")
    view.summary.button.click()
    settle_all(qtbot, context)
    case = _case(context, person)
    assert (case.closure_reason, case.closure_note, case.outcomes) == (
        ClosureReason.STUDIES,
        "Flyttade till annan ort.",
        (),
    )


def test_an_outcome_that_stands_already_is_not_asked_for_again(
    qtbot: QtBot, page: PeoplePage, context: Context, person: UUID
) -> None:
    _noted(qtbot, context, person)
    view = _closing(qtbot, page, context)
    view.why.choose(ClosureReason.WORK)
    assert "Bageriet" in view.led_to.known.text()
    assert not view.led_to.form.isVisible()
    assert view.led_to.missing() == ""


def test_a_refusal_stands_at_its_field_and_nothing_is_lost(
    qtbot: QtBot, page: PeoplePage, context: Context, person: UUID
) -> None:
    view = _closing(qtbot, page, context)
    view.why.choose(ClosureReason.OWN_WISH)
    view.open.meetings[0][1].set_value(Fate.KEEP)
    view.open.steps[0][1].set_value(Fate.KEEP)
    view.why.day.set_value(date(2019, 1, 1))
    view.why.day.changed.emit()
    view.summary.button.click()
    settle_all(qtbot, context)
    assert view.why.day.error_text
    assert page.over is view
    assert _case(context, person).status is CaseStatus.ENROLLED


def test_after_somebody_elses_save_one_goes_on_upon_it_with_all_that_was_chosen(
    qtbot: QtBot, page: PeoplePage, context: Context, person: UUID
) -> None:
    view = _closing(qtbot, page, context)
    view.why.choose(ClosureReason.OWN_WISH)
    view.why.note.line.setFocus()
    type_text(view.why.note.line, "Vill vila")
    with context.register.writing() as uow:
        case = cases.of_person(uow, person)[0]
        cases.set_status(uow, case.id, case.version, CaseStatus.PAUSED)
        coaching.add_step(uow, person, StepWords("Ringa om lön", Responsible.COACH, None))
    for _, choice in (*view.open.meetings, *view.open.steps):
        choice.set_value(Fate.KEEP)
        choice.changed.emit()
    view.end()
    settle_all(qtbot, context)
    again = page.over
    assert isinstance(again, ClosingView)
    assert again is not view
    assert "Något mer har bokats" in again.notice.text
    assert (again.why.reason(), again.why.note.value()) == (ClosureReason.OWN_WISH, "Vill vila")
    undecided = [choice for _, choice in again.open.steps if choice.value() is None]
    assert len(again.open.steps) == 2
    assert len(undecided) == 1, "what came meanwhile is asked about"
    undecided[0].set_value(Fate.DROP)
    undecided[0].changed.emit()
    again.end()
    settle_all(qtbot, context)
    ended = _case(context, person)
    assert (ended.status, ended.closure_reason, ended.closure_note) == (CaseStatus.CLOSED, ClosureReason.OWN_WISH, "Vill vila")
    assert page.findChildren(ClosingPaper), "the paper is offered all the same"


def test_what_was_chosen_halfway_waits_until_one_comes_again(
    qtbot: QtBot, page: PeoplePage, context: Context, person: UUID
) -> None:
    view = _closing(qtbot, page, context)
    view.why.choose(ClosureReason.WORK)
    view.led_to.place.line.setFocus()
    type_text(view.led_to.place.line, "Bageriet")
    type_text(view.led_to.first.line, "2020-07-01")
    steps = view.open.steps[0][1]
    steps.set_value(Fate.DROP)
    steps.changed.emit()
    view.back.click()
    settle_all(qtbot, context)
    assert page.over is None
    again = _closing(qtbot, page, context)
    assert "inte sparat" in again.bar.text
    assert again.why.reason() is ClosureReason.WORK
    assert (again.led_to.place.value(), again.led_to.starts()) == ("Bageriet", date(2020, 7, 1))
    assert again.open.steps[0][1].value() is Fate.DROP
    for _, choice in again.open.meetings:
        choice.set_value(Fate.KEEP)
        choice.changed.emit()
    again.end()
    settle_all(qtbot, context)
    assert _case(context, person).status is CaseStatus.CLOSED
    assert context.drafts.waiting() == ()


def test_a_closed_enrolment_is_opened_again(qtbot: QtBot, page: PeoplePage, context: Context, person: UUID) -> None:
    with context.register.writing() as uow:
        case = cases.of_person(uow, person)[0]
        change = cases.close(uow, case.id, case.version, on=date(2020, 6, 10), reason=ClosureReason.OWN_WISH)
    context.announce(change)
    settle_all(qtbot, context)
    _press(page, "Öppna igen")
    settle_all(qtbot, context)
    assert _case(context, person).status is CaseStatus.ENROLLED


def test_what_one_lives_on_is_asked_at_both_ends_and_stands_on_the_card(
    qtbot: QtBot, page: PeoplePage, context: Context, person: UUID
) -> None:
    _press(page, "Rätta")
    settle_all(qtbot, context)
    dialog = form_over(qtbot, page)
    dialog.form["before"].set_value((Livelihood.INCOME_SUPPORT,))
    dialog.save()
    settle_all(qtbot, context)
    assert "Försörjningsstöd" in _said(page)
    view = _closing(qtbot, page, context)
    assert "Före: Försörjningsstöd" in _said(view)
    view.why.choose(ClosureReason.OWN_WISH)
    for _, choice in (*view.open.meetings, *view.open.steps):
        choice.set_value(Fate.KEEP)
    box = view.living.after.editor()
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(1)
    box.activated.emit(1)
    settle_all(qtbot, context)
    assert "Försörjningsstöd → Lön" in _said(view.summary)
    view.end()
    settle_all(qtbot, context)
    _shown_paper(qtbot, page).accept()
    case = _case(context, person)
    assert (case.before, case.after) == ((Livelihood.INCOME_SUPPORT,), (Livelihood.SALARY,))
    assert {"Försörjningsstöd", "Lön"} <= set(_said(page))


def _said(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def test_a_new_enrolment_asks_what_one_lives_on(qtbot: QtBot, page: PeoplePage, context: Context, person: UUID) -> None:
    case = _case(context, person)
    with context.register.writing() as uow:
        change = cases.close(uow, case.id, case.version, on=date(2020, 6, 10), reason=ClosureReason.OWN_WISH)
    context.announce(change)
    settle_all(qtbot, context)
    _press(page, "Skriv in")
    settle_all(qtbot, context)
    dialog = form_over(qtbot, page)
    dialog.form["before"].set_value((Livelihood.PARENTAL_BENEFIT,))
    dialog.save()
    settle_all(qtbot, context)
    assert _case(context, person).before == (Livelihood.PARENTAL_BENEFIT,)


def test_an_enrolment_is_put_right_and_says_with_whom_one_works(
    qtbot: QtBot, page: PeoplePage, context: Context, person: UUID
) -> None:
    _press(page, "Rätta")
    settle_all(qtbot, context)
    dialog = form_over(qtbot, page)
    dialog.form["registered_on"].set_value(date(2020, 1, 7))
    with context.register.reading() as uow:
        dialog.form["cooperation_id"].set_value(organisations.find(uow, "Svenska kyrkan"))
    dialog.save()
    settle_all(qtbot, context)
    case = _case(context, person)
    assert (case.registered_on, case.cooperation) == (date(2020, 1, 7), "Svenska kyrkan")


def test_an_outcome_is_changed_and_removed_and_its_follow_up_answered(
    qtbot: QtBot, page: PeoplePage, context: Context, person: UUID
) -> None:
    _noted(qtbot, context, person)
    _press_named(page, "Ändra Bageriet")
    dialog = form_over(qtbot, page)
    assert dialog.form["place"].value() == "Bageriet"
    dialog.form["place"].set_value("Konditoriet")
    dialog.save()
    settle_all(qtbot, context)
    assert [one.place for one in _case(context, person).outcomes] == ["Konditoriet"]
    _press(page, "Efter 1 månad: fråga nu")
    dialog = form_over(qtbot, page)
    dialog.form["holds"].set_value(False)
    dialog.save()
    settle_all(qtbot, context)
    first = _case(context, person).outcomes[0].follow_ups[0]
    assert (first.kind, first.holds) == (FollowUpKind.ONE_MONTH, False)
    _press_named(page, "Ta bort Konditoriet")
    settle_all(qtbot, context)
    assert _case(context, person).outcomes == ()


def test_a_note_is_put_right_and_removed_where_it_is_read(qtbot: QtBot, page: PeoplePage, context: Context, person: UUID) -> None:
    with context.register.writing() as uow:
        change = notes.add(uow, person, "Ville ha kvll", on=date(2020, 6, 10))
    context.announce(change)
    settle_all(qtbot, context)
    _press_named(page, "Ändra anteckningen från 2020-06-10")
    dialog = form_over(qtbot, page)
    assert dialog.form["text"].value() == "Ville ha kvll"
    dialog.form["text"].set_value("Ville ha kvällstid.")
    dialog.form["noted_on"].set_value(date(2020, 6, 11))
    dialog.save()
    settle_all(qtbot, context)
    with context.register.reading() as uow:
        (note,) = notes.of_person(uow, person)
    assert (note.text, note.noted_on) == ("Ville ha kvällstid.", date(2020, 6, 11))
    _press_named(page, "Ta bort anteckningen från 2020-06-11")
    settle_all(qtbot, context)
    with context.register.reading() as uow:
        assert notes.of_person(uow, person) == ()


def test_a_step_that_was_done_is_put_right_and_removed_where_it_is_read(
    qtbot: QtBot, page: PeoplePage, context: Context, person: UUID
) -> None:
    with context.register.writing() as uow:
        made = coaching.add_step(uow, person, StepWords("Skrev CV")).record
        change = coaching.tick_step(uow, made, 1, on=date(2020, 6, 10))
    context.announce(change)
    settle_all(qtbot, context)
    _press_named(page, "Ändra steget från 2020-06-10")
    dialog = form_over(qtbot, page)
    dialog.form["text"].set_value("Skrev ett brev")
    dialog.form["done_on"].set_value(date(2020, 6, 11))
    dialog.save()
    settle_all(qtbot, context)
    _press_named(page, "Ta bort steget från 2020-06-11")
    settle_all(qtbot, context)
    with context.register.reading() as uow:
        assert made not in [step.id for step in coaching.steps_of_person(uow, person)]
