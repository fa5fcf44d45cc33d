"""CVs and letters in the window, worked with real keys."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from jobbpunkt import campaigns
from jobbpunkt.base.errors import InvalidInput
from jobbpunkt.campaigns import CampaignDetails
from jobbpunkt.register import chain
from jobbpunkt.register.drafts import DraftOf
from jobbpunkt.resume import editing
from jobbpunkt.written import cvs, letters
from jobbpunkt.written.cvs import CvView
from jobbpunkt.written.versioned import NewWritten
from models.campaign import Campaign
from models.cv import Letter
from tests.documents.every import text_of
from tests.services.papers import add_person, add_protected
from tests.services.test_letters import CONTENT
from tests.ui.conftest import settle, shown
from tests.ui.keys import focused
from ui.context import Context
from ui.cvs.editor import CvEditor
from ui.cvs.letter_editor import LetterEditor
from ui.cvs.tab import CvsTab
from ui.cvs.written_editor import version_record
from ui.drafts.choosing import BothTexts
from ui.people.page import PeoplePage
from ui.widgets.dialog import FormDialog

FOLDER = Path(__file__).parents[1] / "data" / "resume"
SAMPLE = FOLDER / "sv-authored-stadning-arabiska.json"


@pytest.fixture
def person(context: Context) -> UUID:
    return add_person(context.register)


@pytest.fixture
def page(qtbot: QtBot, context: Context, person: UUID) -> Iterator[PeoplePage]:
    made = shown(qtbot, PeoplePage(context), 1100, 740)
    made.show_record(person)
    settle(qtbot, context)
    yield made
    made.close()


def tab_of(qtbot: QtBot, context: Context, page: PeoplePage) -> CvsTab:
    assert page.person is not None
    number = next(n for n in range(page.person.tabs.count()) if page.person.tabs.tabText(n) == "CV och brev")
    page.person.tabs.setCurrentIndex(number)
    settle(qtbot, context)
    tab = page.person.findChild(CvsTab)
    assert isinstance(tab, CvsTab)
    return tab


@pytest.fixture
def editor(qtbot: QtBot, context: Context, page: PeoplePage, person: UUID) -> CvEditor:
    with context.register.writing() as uow:
        cvs.import_resume(uow, person, SAMPLE.read_bytes(), "Städ-CV")
    tab = tab_of(qtbot, context, page)
    tab.table.setFocus()
    QTest.keyClick(tab.table, Qt.Key.Key_Return)
    settle(qtbot, context)
    assert isinstance(page.over, CvEditor)
    return page.over


def reopened(qtbot: QtBot, context: Context, page: PeoplePage) -> CvEditor:
    tab = tab_of(qtbot, context, page)
    tab.table.setFocus()
    QTest.keyClick(tab.table, Qt.Key.Key_Return)
    settle(qtbot, context)
    assert isinstance(page.over, CvEditor)
    return page.over


def shown_over(qtbot: QtBot, context: Context, editor: CvEditor, *, number: int | None) -> CvEditor:
    made = CvEditor(context, editor.written_id, number)
    qtbot.addWidget(made)
    made.show()
    settle(qtbot, context)
    qtbot.waitUntil(made.isActiveWindow)
    return made


def latest(context: Context, editor: CvEditor) -> CvView:
    with context.register.writing() as uow:
        return cvs.get(uow, editor.written_id)


def type_on(*texts: str) -> None:
    """Type each text in the field that has the keyboard, and go to the next with Tab."""
    for text in texts:
        QTest.keyClicks(focused(), text)
        QTest.keyClick(focused(), Qt.Key.Key_Tab)


def open_work(editor: CvEditor) -> None:
    editor.rail.setFocus()
    QTest.keyClick(editor.rail, Qt.Key.Key_Down)


def test_a_job_is_added_moved_and_saved_as_version_2(qtbot: QtBot, context: Context, editor: CvEditor) -> None:
    before = latest(context, editor).content
    open_work(editor)
    QTest.keyClick(editor.rail, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    type_on("Lokalansvarig", "Kollage", "Vasteras", "2019/5")
    assert editor.dirty
    work = editor.sections[0]
    work.list.setFocus()
    QTest.keyClick(work.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(work.list, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, context)
    saved = latest(context, editor)
    assert saved.number == 2
    added = {"position": "Lokalansvarig", "name": "Kollage", "location": "Vasteras", "startDate": "2019-05"}
    assert saved.content == {**before, "work": [before["work"][0], added, before["work"][1]]}
    assert not editor.dirty
    assert editor.version.text() == "Version 2"


def test_the_paper_is_beside_and_follows(qtbot: QtBot, context: Context, editor: CvEditor) -> None:
    qtbot.waitUntil(lambda: editor.preview.pdf.page_count > 0)
    pages = editor.preview.pdf.page_count
    open_work(editor)
    work = editor.sections[0]
    for _ in range(18):
        work.add()
    field = work.form.form["summary"].editor()
    field.setFocus()
    QTest.keyClicks(field, "Mycket arbete. " * 60)
    qtbot.waitUntil(lambda: editor.preview.pdf.page_count > pages)
    settle(qtbot, context)


def test_a_day_that_is_none_is_told_at_its_field_and_nothing_is_lost(qtbot: QtBot, context: Context, editor: CvEditor) -> None:
    open_work(editor)
    work = editor.sections[0]
    line = work.form.form["start_date"].editor()
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(line, "i sommar")
    editor.rail.setCurrentRow(0)
    editor.save()
    settle(qtbot, context)
    assert latest(context, editor).number == 1
    assert editor.rail.currentRow() == 1
    assert work.form.form["start_date"].error_text.startswith("i sommar är inget datum")
    assert work.entries[0].start_date == "i sommar"  # type: ignore[attr-defined]


def test_ongoing_takes_the_end_away(qtbot: QtBot, context: Context, editor: CvEditor) -> None:
    open_work(editor)
    tick = editor.sections[0].form.form["end_date"].ongoing  # type: ignore[attr-defined]
    tick.setFocus()
    QTest.keyClick(tick, Qt.Key.Key_Space)
    editor.save()
    settle(qtbot, context)
    assert "endDate" not in latest(context, editor).content["work"][0]


def test_a_post_is_removed_with_delete(qtbot: QtBot, context: Context, editor: CvEditor) -> None:
    open_work(editor)
    work = editor.sections[0]
    work.list.setFocus()
    QTest.keyClick(work.list, Qt.Key.Key_Delete)
    editor.save()
    settle(qtbot, context)
    assert [job["position"] for job in latest(context, editor).content["work"]] == ["Sömmerska"]


def test_leaving_keeps_what_was_typed_and_offers_it_again_until_it_is_saved(
    qtbot: QtBot, context: Context, page: PeoplePage, editor: CvEditor
) -> None:
    open_work(editor)
    QTest.keyClick(editor.rail, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    type_on("Lokalansvarig", "Kollage")
    typed = editor.sections[0].entries
    QTest.keyClick(editor, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert page.over is None
    again = reopened(qtbot, context, page)
    assert again.sections[0].entries == typed
    assert again.bar.text.startswith("Återställt")
    assert again.dirty
    again.save()
    settle(qtbot, context)
    assert again.bar.text == ""
    assert latest(context, again).content["work"][0]["position"] == "Lokalansvarig"
    assert context.drafts.find(DraftOf("cv", again.written_id)) is None


def test_ctrl_backspace_throws_the_restored_away_also_where_one_types_and_undo_brings_it_back(
    qtbot: QtBot, context: Context, page: PeoplePage, editor: CvEditor
) -> None:
    before = editor.sections[0].entries
    open_work(editor)
    editor.sections[0].form.focus_first()
    QTest.keyClicks(focused(), "Min ")
    editor.leave()
    again = reopened(qtbot, context, page)
    again.rail.setCurrentRow(1)
    # A text of several lines takes the key for itself, to delete a word; a line would not.
    again.sections[0].form.form["summary"].setFocus()
    assert again.sections[0].entries != before
    QTest.keyClick(focused(), Qt.Key.Key_Backspace, Qt.KeyboardModifier.ControlModifier)
    assert again.sections[0].entries == before
    assert not again.dirty
    again.bar.button.click()
    assert again.sections[0].entries != before
    assert again.dirty
    again.throw.trigger()
    assert again.sections[0].entries == before
    assert context.drafts.find(DraftOf("cv", again.written_id)) is None


def test_an_older_version_saved_anew_is_the_latest_and_so_is_the_draft_upon_it(
    qtbot: QtBot, context: Context, page: PeoplePage, editor: CvEditor
) -> None:
    name = editor.basics.person.form["name"].editor()
    QTest.keyClicks(name, " A")
    editor.save()
    settle(qtbot, context)
    older = CvEditor(context, editor.written_id, 1)
    editor.leave()
    page.lay_over(older)
    qtbot.waitUntil(lambda: older.draft is not None and older.draft.begun)
    line = older.basics.person.form["name"].editor()
    QTest.keyClicks(line, " B")
    older.save()
    settle(qtbot, context)
    QTest.keyClicks(line, " C")
    older.leave()
    assert context.drafts.find(DraftOf("cv", older.written_id)) is not None
    assert context.drafts.find(DraftOf("cv", version_record(older.written_id, 1))) is None


def test_what_is_typed_while_it_is_being_saved_stays_a_draft(qtbot: QtBot, context: Context, editor: CvEditor) -> None:
    name = editor.basics.person.form["name"].editor()
    name.setFocus()
    QTest.keyClicks(name, "Ett ")
    editor.save()
    QTest.keyClicks(name, "Tva ")
    settle(qtbot, context)
    kept = context.drafts.find(DraftOf("cv", editor.written_id))
    assert kept is not None
    assert [(one.name, one.base, one.typed) for one in kept.fields] == [
        ("basics.name", "Ett Noor Exempelsson", "Ett Tva Noor Exempelsson")
    ]


def test_an_older_versions_draft_does_not_come_up_in_the_newest(qtbot: QtBot, context: Context, editor: CvEditor) -> None:
    with context.register.writing() as uow:
        cvs.save(uow, editor.written_id, 1, {"basics": {"name": "Nyast"}})
    older = shown_over(qtbot, context, editor, number=1)
    older.basics.person.form["name"].editor().setFocus()
    QTest.keyClicks(focused(), "Gammal ")
    older.leave()
    newest = shown_over(qtbot, context, editor, number=None)
    assert newest.bar.text == ""
    once_more = shown_over(qtbot, context, editor, number=1)
    assert once_more.bar.text.startswith("Återställt")
    once_more.save()
    settle(qtbot, context)
    assert context.drafts.waiting() == ()
    assert latest(context, editor).content["basics"]["name"] == "Gammal Noor Exempelsson"


def test_somebody_elses_newer_version_comes_under_what_was_typed(qtbot: QtBot, context: Context, editor: CvEditor) -> None:
    document = latest(context, editor).content
    with context.register.writing() as uow:
        cvs.save(uow, editor.written_id, 1, {**document, "skills": [{"name": "Deras"}]})
    editor.basics.person.form["name"].editor().setFocus()
    QTest.keyClicks(focused(), "Min ")
    editor.save()
    settle(qtbot, context)
    assert not editor.findChildren(BothTexts), "they wrote elsewhere: nothing has to be chosen"
    editor.save()
    settle(qtbot, context)
    saved = latest(context, editor)
    assert (saved.number, saved.content["basics"]["name"]) == (3, "Min Noor Exempelsson")
    assert saved.content["skills"] == [{"name": "Deras"}]


def test_where_both_changed_the_same_section_one_chooses(qtbot: QtBot, context: Context, editor: CvEditor) -> None:
    document = latest(context, editor).content
    theirs = [{**document["work"][0], "position": "Deras"}, *document["work"][1:]]
    with context.register.writing() as uow:
        cvs.save(uow, editor.written_id, 1, {**document, "work": theirs})
    open_work(editor)
    editor.sections[0].form.focus_first()
    QTest.keyClicks(focused(), "Min ")
    editor.save()
    settle(qtbot, context)
    (asking,) = editor.findChildren(BothTexts)
    assert [question.difference.name for question in asking.questions] == ["work"]
    qtbot.waitUntil(asking.isActiveWindow)
    QTest.keyClick(focused(), Qt.Key.Key_Right)
    QTest.keyClick(focused(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert editor.sections[0].entries[0].position == "Deras"  # type: ignore[attr-defined]
    assert [draft.of.form for draft in context.drafts.waiting()] == ["cv"], "mine, which was not chosen, can still be read"


def test_a_file_taken_in_is_a_draft_with_all_that_no_field_shows(
    qtbot: QtBot, context: Context, page: PeoplePage, editor: CvEditor
) -> None:
    editor.take((FOLDER / "jsonresume-v0-fullstacker.json").read_bytes())
    settle(qtbot, context)
    sheet = editor.sheet()
    editor.leave()
    again = reopened(qtbot, context, page)
    assert editing.closed(again.sheet()) == editing.closed(sheet)


def test_a_file_taken_in_is_shown_and_saved_on_purpose(qtbot: QtBot, context: Context, editor: CvEditor) -> None:
    editor.take(b"{}[")
    settle(qtbot, context)
    assert "JSON Resume" in editor.notice.text
    editor.take((FOLDER / "jsonresume-v0-fullstacker.json").read_bytes())
    settle(qtbot, context)
    assert "äldre format" in editor.notice.text
    assert latest(context, editor).number == 1
    editor.save()
    settle(qtbot, context)
    assert latest(context, editor).content["volunteer"][0]["flavor"] == "volunteer"


def test_a_new_cv_is_made_by_keyboard(qtbot: QtBot, context: Context, page: PeoplePage, person: UUID) -> None:
    tab = tab_of(qtbot, context, page)
    tab.table.setFocus()
    QTest.keyClick(tab.table, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), FormDialog))
    QTest.keyClicks(focused(), "Butik")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    settle(qtbot, context)
    assert isinstance(page.over, CvEditor)
    settle(qtbot, context)
    with context.register.reading() as uow:
        assert [row.title for row in cvs.of_person(uow, person)] == ["Butik"]
    assert page.over.basics.person.form["name"].value() == "Noor Exempelsson"


def test_a_paper_keeps_its_language_and_the_campaign_at_which_it_was_written(
    qtbot: QtBot, context: Context, page: PeoplePage, person: UUID
) -> None:
    today = context.clock.today()
    with context.register.writing() as uow:
        for name, began in (("CV-boxen", 3), ("Mässa", 300)):
            first = today - timedelta(days=began)
            campaigns.create(uow, CampaignDetails(name, first, first + timedelta(days=20)))
    tab = tab_of(qtbot, context, page)
    tab.new_letter()
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), FormDialog))
    asked = QApplication.activeWindow()
    assert isinstance(asked, FormDialog)
    assert (asked.form["language"].value(), asked.form["campaign_id"].as_text()) == ("sv", "CV-boxen")
    asked.form["language"].set_value("en")
    asked.save()
    settle(qtbot, context)
    settle(qtbot, context)
    editor = page.over
    assert isinstance(editor, LetterEditor)
    draw, _name = editor.drawing()
    assert "Yours sincerely" in text_of(draw())
    with context.register.writing() as uow:
        letters.rename(uow, editor.written_id, 1, "Brev", "sv")
    editor.reload()
    settle(qtbot, context)
    draw, _name = editor.drawing()
    assert context.words("Yours sincerely") in text_of(draw())
    with context.register.reading() as uow:
        made = uow.session.scalars(select(Letter)).one()
        written_at = uow.get(Campaign, made.campaign_id or person)
        assert (made.language, written_at.name) == ("sv", "CV-boxen")


def test_the_headings_of_a_paper_get_another_language(context: Context, person: UUID) -> None:
    with context.register.writing() as uow:
        cv = cvs.create(uow, NewWritten(person, "Butik")).record
        cvs.rename(uow, cv, 1, "Shop", "en")
        with pytest.raises(InvalidInput):
            cvs.rename(uow, cv, 2, "Shop", "tlh")
    with context.register.reading() as uow:
        assert [(row.title, row.language) for row in cvs.of_person(uow, person)] == [("Shop", "en")]


def test_an_imported_file_is_told_and_listed(qtbot: QtBot, context: Context, page: PeoplePage) -> None:
    tab = tab_of(qtbot, context, page)
    tab.take(SAMPLE.read_bytes())
    settle(qtbot, context)
    assert page.person is not None
    assert "Arbete 2, Utbildning 2, Kompetenser 2, Språk 3" in page.person.notice.text
    assert [paper.row.title for paper in tab.table.rows] == ["Städare"]


def test_an_older_version_is_made_the_newest(qtbot: QtBot, context: Context, page: PeoplePage, person: UUID) -> None:
    with context.register.writing() as uow:
        cv = cvs.create(uow, NewWritten(person, "Städ"), {"basics": {"name": "Ett"}}).record
    with context.register.writing() as uow:
        cvs.save(uow, cv, 1, {"basics": {"name": "Två"}})
    tab = tab_of(qtbot, context, page)
    assert not tab.versions.restore_button.isEnabled()
    tab.versions.table.selectRow(1)
    tab.versions.restore_button.click()
    settle(qtbot, context)
    with context.register.writing() as uow:
        assert (cvs.get(uow, cv).number, cvs.get(uow, cv).content) == (3, {"basics": {"name": "Ett"}})


def test_a_letter_is_written_and_saved(qtbot: QtBot, context: Context, page: PeoplePage, person: UUID) -> None:
    with context.register.writing() as uow:
        letter = letters.create(uow, NewWritten(person, "IKEA"), CONTENT).record
    tab = tab_of(qtbot, context, page)
    tab.table.setFocus()
    QTest.keyClick(tab.table, Qt.Key.Key_Return)
    settle(qtbot, context)
    editor = page.over
    assert isinstance(editor, LetterEditor)
    qtbot.waitUntil(lambda: editor.preview.pdf.page_count == 1)
    subject = editor.form["subject"].editor()
    subject.setFocus()
    QTest.keyClicks(subject, "Ny ")
    QTest.keyClick(subject, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, context)
    with context.register.writing() as uow:
        view = letters.get(uow, letter)
    assert (view.number, view.content) == (2, replace(CONTENT, subject="Ny Ansökan till sommarjobb"))


def test_a_letter_that_is_too_long_is_told_at_its_field(qtbot: QtBot, context: Context, page: PeoplePage, person: UUID) -> None:
    with context.register.writing() as uow:
        letter = letters.create(uow, NewWritten(person, "IKEA"), CONTENT).record
    editor = LetterEditor(context, letter)
    qtbot.addWidget(editor)
    settle(qtbot, context)
    editor.form["subject"].set_value("x" * 201)
    editor.typed()
    editor.save()
    settle(qtbot, context)
    assert "201" in editor.form["subject"].error_text
    assert editor.dirty


def test_a_post_is_dragged_to_another_place(qtbot: QtBot, context: Context, editor: CvEditor) -> None:
    open_work(editor)
    work = editor.sections[0]
    assert work.list.model().moveRow(QModelIndex(), 0, QModelIndex(), 2)
    assert work.list.item(1).text().startswith("Deltagare")
    editor.save()
    settle(qtbot, context)
    assert [job["position"] for job in latest(context, editor).content["work"]] == ["Sömmerska", "Deltagare, trappstädning"]


def test_opening_a_protected_persons_cv_is_noted(qtbot: QtBot, context: Context) -> None:
    person = add_protected(context.register)
    with context.register.writing() as uow:
        cv = cvs.create(uow, NewWritten(person, "Städ"), {"basics": {"name": "Hemlig"}}).record
        before = chain.length(uow.session)
    editor = CvEditor(context, cv)
    qtbot.addWidget(editor)
    settle(qtbot, context)
    assert editor.basics.person.form["name"].value() == "Hemlig"
    assert "Hemlig" not in editor.back.text()
    with context.register.reading() as uow:
        assert chain.length(uow.session) > before
