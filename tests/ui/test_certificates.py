"""A certificate is gone through line by line, accepted, printed, and put into a CV."""

from datetime import date
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from jobbpunkt import certificates, programmes, training, work
from jobbpunkt.certificates import LineKind
from jobbpunkt.people import details
from jobbpunkt.people.details import PersonData
from jobbpunkt.programmes import ProgrammeData
from jobbpunkt.written import cvs
from models.history import HistoryEntry
from models.vocabulary import HistoryAction, SkillLevel
from tests.ui.conftest import settle_all, shown
from ui.certificates.dialogs import AcceptDialog, CertificatePaper
from ui.certificates.tab import CertificatesTab
from ui.context import Context
from ui.training.tab import TrainingTab
from ui.widgets.dialog import FormDialog

BEGUN = date(2020, 2, 3)


@pytest.fixture
def group(context: Context) -> tuple[UUID, UUID]:
    """A programme and somebody who has come some way in its training."""
    with context.register.writing() as uow:
        programme = programmes.create(uow, ProgrammeData("Kvinna för Bäckby", "Bäckby")).record
        person = details.create(uow, PersonData("Amina", "Exempel")).record
        programmes.enrol(uow, programme, person, starts_on=BEGUN)
        training.begin(uow, programme, context.words)
        technique, methods, *_ = training.units(uow, programme)
        training.note(uow, technique.id, person, SkillLevel.ALONE, day=date(2020, 4, 21))
        training.note(uow, methods.id, person, SkillLevel.SEEN, day=date(2020, 5, 5))
    return programme, person


@pytest.fixture
def tab(qtbot: QtBot, context: Context, group: tuple[UUID, UUID]) -> CertificatesTab:
    """The tab of that person."""
    made = shown(qtbot, CertificatesTab(context, group[1]), 1000, 700)
    settle_all(qtbot, context)
    return made


def accepted(qtbot: QtBot, context: Context, tab: CertificatesTab) -> CertificatePaper:
    tab.new.click()
    (dialog,) = tab.findChildren(AcceptDialog)
    qtbot.waitUntil(lambda: dialog.pdf.page_count == 1)
    dialog.agree.click()
    settle_all(qtbot, context)
    (paper,) = tab.findChildren(CertificatePaper)
    return paper


def test_the_lines_are_switched_and_accepted_and_nothing_is_printed_before(
    qtbot: QtBot, context: Context, tab: CertificatesTab, group: tuple[UUID, UUID]
) -> None:
    tab.new.click()
    (dialog,) = tab.findChildren(AcceptDialog)
    qtbot.waitUntil(lambda: dialog.pdf.page_count == 1)
    buttons = (dialog.pdf.print_button, dialog.pdf.save_button, dialog.pdf.word_button)
    assert not any(button.isVisible() for button in buttons)
    assert [(line.kind, box.isChecked()) for box, line in dialog.lines.boxes] == [
        (LineKind.PERIOD, True),
        (LineKind.TRAINING, True),
        (LineKind.TRAINING, False),
    ]
    for box, _ in dialog.lines.boxes:
        box.setChecked(False)
    dialog.agree.click()
    settle_all(qtbot, context)
    assert "minst en rad" in dialog.notice.text
    dialog.lines.boxes[2][0].setChecked(True)
    dialog.agree.click()
    settle_all(qtbot, context)
    with context.register.reading() as uow:
        (row,) = certificates.of_person(uow, group[1])
    assert (row.accepted_on, row.by) == (date(2020, 6, 15), context.user.name)
    assert [one.id for one in tab.table.rows] == [row.id]


def test_what_was_accepted_is_printed_and_the_history_says_so(qtbot: QtBot, context: Context, tab: CertificatesTab) -> None:
    paper = accepted(qtbot, context, tab)
    qtbot.waitUntil(lambda: paper.pdf.page_count == 1)
    paper.pdf.taken.emit()
    settle_all(qtbot, context)
    with context.register.reading() as uow:
        printed = uow.session.query(HistoryEntry).filter(HistoryEntry.action == HistoryAction.PRINTED).all()
    assert [row.noun for row in printed] == ["certificate"]


def test_accepted_work_is_put_into_a_cv_and_without_one_a_cv_is_made(
    qtbot: QtBot, context: Context, tab: CertificatesTab, group: tuple[UUID, UUID]
) -> None:
    accepted(qtbot, context, tab).close()
    tab.table.selectRow(0)
    tab.into_cv.click()
    settle_all(qtbot, context)
    with context.register.reading() as uow:
        (cv,) = cvs.of_person(uow, group[1])
    assert cv.latest == 2
    accepted(qtbot, context, tab).close()
    tab.table.selectRow(1)
    tab.into_cv.click()
    settle_all(qtbot, context)
    (dialog,) = [one for one in tab.findChildren(FormDialog) if one.isVisible()]
    dialog.save()
    settle_all(qtbot, context)
    with context.register.writing() as uow:
        view = cvs.get(uow, cv.id)
    assert [post["position"] for post in view.content["work"]] == ["Arbetsträning"]


def test_a_certificate_is_taken_away(qtbot: QtBot, context: Context, tab: CertificatesTab) -> None:
    accepted(qtbot, context, tab).close()
    tab.table.selectRow(0)
    tab.remove.click()
    settle_all(qtbot, context)
    assert tab.table.rows == ()


def test_from_the_matrix_the_participant_of_the_cell_is_gone_through(
    qtbot: QtBot, context: Context, group: tuple[UUID, UUID]
) -> None:
    matrix = shown(qtbot, TrainingTab(context), 1000, 700)
    with context.register.reading() as uow:
        (programme,) = work.programmes(uow)
    matrix.show_programme(programme)
    settle_all(qtbot, context)
    matrix.certify.click()
    (dialog,) = matrix.findChildren(AcceptDialog)
    assert dialog.person == group[1]
    qtbot.waitUntil(lambda: dialog.pdf.page_count == 1)
