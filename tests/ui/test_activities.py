"""The sheet for the activity report in the window: its month is turned, its lines are switched off, and it is noted."""

from datetime import date
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from jobbpunkt import applications, coaching
from jobbpunkt.applications import ApplicationData
from jobbpunkt.coaching import StepWords
from jobbpunkt.people import details
from jobbpunkt.people.details import PersonData
from models.history import HistoryEntry
from models.vocabulary import HistoryAction
from tests.documents.every import text_of
from tests.ui.conftest import settle_all, shown
from ui.activities.paper import ActivitiesPaper
from ui.applications.tab import ApplicationsTab
from ui.context import Context


@pytest.fixture
def paper(qtbot: QtBot, context: Context) -> ActivitiesPaper:
    """The sheet of somebody who applied for a job and took a step in May, opened from their applications."""
    with context.register.writing() as uow:
        person: UUID = details.create(uow, PersonData("Amina", "Exempel")).record
        for position, day in (("Kock", date(2020, 5, 4)), ("Bagare", date(2020, 6, 2))):
            applications.create(uow, person, ApplicationData("Restaurang Exempel", position, day))
        step = coaching.add_step(uow, person, StepWords("Ringa vårdcentralen")).record
        coaching.tick_step(uow, step, 1, on=date(2020, 5, 6))
    tab = shown(qtbot, ApplicationsTab(context, person), 1000, 700)
    settle_all(qtbot, context)
    tab.sheet.click()
    (dialog,) = tab.findChildren(ActivitiesPaper)
    qtbot.waitUntil(lambda: dialog.pdf.page_count == 1)
    return dialog


def said(dialog: ActivitiesPaper) -> str:
    """Return the text of the pages that are shown."""
    return text_of(dialog.pdf._pdf)


def test_the_month_before_is_shown_with_a_switch_for_each_line(paper: ActivitiesPaper) -> None:
    assert paper.told.text() == "Maj 2020"
    assert [box.accessibleName() for box in paper.lines.boxes.values()] == [
        "4 maj 2020, Kock, Restaurang Exempel",
        "6 maj 2020, Ringa vårdcentralen",
    ]


def test_a_line_that_is_switched_off_is_not_printed(qtbot: QtBot, context: Context, paper: ActivitiesPaper) -> None:
    assert "vårdcentralen" in said(paper)
    list(paper.lines.boxes.values())[1].click()
    qtbot.waitUntil(lambda: "vårdcentralen" not in said(paper))
    assert "Kock" in said(paper)


def test_the_months_are_turned_and_one_to_come_is_refused_where_it_was_asked_for(
    qtbot: QtBot, context: Context, paper: ActivitiesPaper
) -> None:
    paper.after.click()
    qtbot.waitUntil(lambda: "Bagare" in said(paper))
    assert paper.told.text() == "Juni 2020"
    assert "till och med 15 juni" in said(paper)
    assert len(paper.lines.boxes) == 1
    paper.after.click()
    settle_all(qtbot, context)
    assert "inte börjat" in paper.notice.text
    assert paper.told.text() == "Juni 2020"
    paper.before.click()
    qtbot.waitUntil(lambda: "Kock" in said(paper))
    assert not paper.notice.isVisible()
    assert paper.file_name() == "aktiviteter-2020-05.pdf"


def test_that_it_was_printed_stands_in_the_history(qtbot: QtBot, context: Context, paper: ActivitiesPaper) -> None:
    paper.pdf.taken.emit()
    settle_all(qtbot, context)
    with context.register.reading() as uow:
        printed = uow.session.scalars(select(HistoryEntry).where(HistoryEntry.action == HistoryAction.PRINTED)).all()
    assert [(row.noun, row.reason) for row in printed] == [("person", "activities")]
