"""Drafts in the window: where one finds them again, what is never kept, and that every form says which it is."""

import ast
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from jobbpunkt.people import details
from jobbpunkt.people.details import PersonData
from jobbpunkt.register.drafts import Draft, DraftField, DraftOf
from jobbpunkt.register.opening import Register
from models.vocabulary import Protection
from tests.registers import NOW
from tests.rules.tree import Source, read_sources
from tests.ui.conftest import settle, settle_all, shown
from tests.ui.dialogs import form_over
from tests.ui.keys import focused, press, type_text
from ui.coaching.booking import booking_dialog
from ui.context import Context
from ui.drafts.choosing import BothTexts
from ui.drafts.list_dialog import DraftsDialog
from ui.drafts.merging import joined, pieces
from ui.people.note_form import note_dialog
from ui.people.person_form import edit_person_dialog
from ui.settings.user_forms import new_user_dialog
from ui.widgets.dialog import FormDialog
from ui.workspace import Workspace


@pytest.fixture
def person(sqlite_register: Register) -> UUID:
    with sqlite_register.writing() as uow:
        return details.create(uow, PersonData("Anna", "Berg", birth_year=1990, phone="0701234567")).record


@pytest.fixture
def window(qtbot: QtBot, context: Context) -> QWidget:
    qtbot.waitUntil(lambda: context.drafts.is_ready)
    return shown(qtbot, QWidget(), 900, 700)


@pytest.fixture
def workspace(qtbot: QtBot, context: Context) -> Workspace:
    made = shown(qtbot, Workspace(context), 1280, 800)
    settle_all(qtbot, context)
    return made


def written(qtbot: QtBot, dialog: FormDialog, field: str, text: str) -> None:
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.form[field].setFocus()
    type_text(focused(), text)


def test_a_note_left_by_the_window_is_offered_in_the_bar_and_leads_to_the_person(
    qtbot: QtBot, context: Context, workspace: Workspace, person: UUID
) -> None:
    dialog = note_dialog(workspace, context, person)
    written(qtbot, dialog, "text", "Vill bli undersköterska")
    dialog.draft.flush() if dialog.draft else None
    assert workspace.bar.drafts.isHidden(), "the form is open: the draft is where it belongs"
    dialog.reject()
    qtbot.waitUntil(lambda: workspace.bar.drafts.text() == "1 utkast")
    workspace.bar.drafts.click()
    (listed,) = workspace.findChildren(DraftsDialog)
    qtbot.waitUntil(lambda: listed.list.count() == 1)
    assert "Anna Berg" in listed.list.item(0).text()
    assert "Vill bli undersköterska" in listed.text.toPlainText()
    with qtbot.waitSignal(context.navigated) as went:
        press(Qt.Key.Key_Return)
    assert went.args == ["people", person]
    assert form_over(qtbot, workspace).form["text"].value() == "Vill bli undersköterska"


def test_a_draft_can_be_copied_thrown_away_and_brought_back(qtbot: QtBot, context: Context, window: QWidget) -> None:
    field = DraftField("text", "Anteckning", "", "Om något som är borta", "Om något som är borta")
    context.drafts.put(Draft(DraftOf("person.note", None), "Ny anteckning", NOW, (field,)))
    listed = DraftsDialog(window, context)
    listed.open()
    qtbot.waitUntil(lambda: listed.list.count() == 1)
    listed.copy()
    assert QApplication.clipboard().text() == "Anteckning\nOm något som är borta"
    qtbot.waitUntil(listed.isActiveWindow)
    QTest.keyClick(listed.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: listed.list.count() == 0)
    QTest.keyClick(listed.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: listed.list.count() == 1)


def test_who_became_protected_is_not_named_and_their_text_stays_in_the_form(
    qtbot: QtBot, context: Context, window: QWidget, person: UUID, sqlite_register: Register
) -> None:
    field = DraftField("text", "Anteckning", "", "Bor på Storgatan", "Bor på Storgatan")
    draft = Draft(DraftOf("person.note", person), "Ny anteckning", NOW, (field,), "people", person, person)
    context.drafts.put(draft)
    with sqlite_register.writing() as uow:
        data = PersonData("Anna", "Berg", birth_year=1990, protection=Protection.CONFIDENTIALITY_MARKING)
        details.change(uow, person, 1, data)
    listed = DraftsDialog(window, context)
    listed.open()
    qtbot.waitUntil(lambda: listed.list.count() == 1)
    everything = listed.list.item(0).text() + listed.text.toPlainText()
    assert "Anna" not in everything
    assert "Storgatan" not in everything


def test_a_password_is_never_in_a_draft(qtbot: QtBot, context: Context, window: QWidget) -> None:
    dialog = new_user_dialog(window, context)
    written(qtbot, dialog, "name", "Berit")
    dialog.form["password"].setFocus()
    type_text(focused(), "hemlig kanariefågel")
    dialog.reject()
    draft = context.drafts.find(DraftOf("user.new"))
    assert draft is not None
    assert [field.name for field in draft.fields] == ["name"]
    assert "hemlig" not in repr(draft)


def test_after_somebody_elses_save_a_dialog_asks_only_what_differs(
    qtbot: QtBot, context: Context, window: QWidget, person: UUID, sqlite_register: Register
) -> None:
    with sqlite_register.reading() as uow:
        before = details.details(uow, person)
    dialog = edit_person_dialog(window, context, before)
    written(qtbot, dialog, "phone", "1")
    dialog.form["city"].setFocus()
    type_text(focused(), "Västerås")
    with sqlite_register.writing() as uow:
        details.change(uow, person, before.version, PersonData("Anna", "Bergström", birth_year=1990, phone="0707654321"))
    dialog.save()
    settle_all(qtbot, context)
    again = next(one for one in window.findChildren(FormDialog) if one.isVisible())
    (asking,) = again.findChildren(BothTexts)
    qtbot.waitUntil(asking.isActiveWindow)
    assert [question.difference.name for question in asking.questions] == ["phone"]
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(dialog.saved):
        again.save()
    settle_all(qtbot, context)
    with sqlite_register.reading() as uow:
        kept = details.details(uow, person).data
    assert (kept.family_name, kept.phone, kept.city) == ("Bergström", "070-765 43 21", "Västerås")
    assert context.drafts.find(DraftOf("person", person)) is None
    assert [one.of.form for one in context.drafts.waiting()] == ["person"], "mine, which was not chosen, can still be read"


def test_a_draft_from_yesterday_says_its_day(qtbot: QtBot, context: Context, window: QWidget, person: UUID) -> None:
    field = DraftField("text", "Anteckning", "", "I går", "I går")
    context.drafts.put(Draft(DraftOf("person.note", person), "Ny anteckning", NOW - timedelta(days=1), (field,)))
    dialog = note_dialog(window, context, person)
    dialog.open()
    assert form_over(qtbot, window).form["text"].value() == "I går"
    assert dialog.bar.text == "Återställt: skrivet 2020-06-14 09:00, inte sparat."
    dialog.reject()


@given(st.text("ab \n", max_size=40), st.text("ab \n", max_size=40))
def test_two_texts_in_pieces_are_the_two_texts(mine: str, theirs: str) -> None:
    parts = pieces(mine, theirs)
    assert "".join(part.mine for part in parts) == mine
    assert "".join(part.theirs for part in parts) == theirs
    both = joined(parts, ["both"] * len(parts))
    assert set(mine.split()) | set(theirs.split()) <= set(both.split())


def test_a_draft_outlives_the_lock(qtbot: QtBot, context: Context, window: QWidget, person: UUID, sqlite_place: str) -> None:
    dialog = note_dialog(window, context, person)
    written(qtbot, dialog, "text", "Innan skärmen låses")
    context.lock()
    folder = Path(context.drafts._folder)
    assert [file.suffix for file in folder.iterdir()] == [".drafts"]
    assert context.drafts.waiting() == ()
    context.unlock(reopened(sqlite_place))
    qtbot.waitUntil(lambda: context.drafts.is_ready)
    kept = context.drafts.find(DraftOf("person.note", person))
    assert kept is not None
    assert kept.fields[0].typed == "Innan skärmen låses"
    dialog.save()
    settle(qtbot, context)


def test_a_draft_is_about_whom_one_chose_in_the_form(qtbot: QtBot, context: Context, window: QWidget, person: UUID) -> None:
    dialog = booking_dialog(window, context)
    dialog.open()
    dialog.form["person_ids"].set_value((person,))
    settle_all(qtbot, context)
    dialog.form["person_ids"].changed.emit()
    dialog.reject()
    kept = context.drafts.find(DraftOf("meeting.book"))
    assert kept is not None
    assert kept.person == person, "it goes when they do, and is not read aloud when they are protected"


def reopened(place: str) -> Register:
    from tests.registers import SIGN_IN

    return Register.open(place, SIGN_IN)


# Where something is typed that no draft keeps, and why.
NO_DRAFT = {
    "ui/welcome/create_register.py": "before there is a register there is nobody to keep it for, and passwords",
    "ui/welcome/open_register.py": "before sign-in there is no key",
    "ui/welcome/sign_in.py": "passwords",
    "ui/welcome/recovery_sheet.py": "a part of the recovery key, typed to show that it was written down",
    "ui/settings/password_card.py": "passwords",
    "ui/settings/office_card.py": "a choice, kept when it is made",
    "ui/settings/quick_card.py": "a short code, which is a secret",
    "ui/settings/backup_card.py": "settings, kept when they are chosen",
    "ui/settings/lock_card.py": "a setting, kept when it is chosen",
    "ui/settings/look_card.py": "a setting, kept when it is chosen",
    "ui/campaigns/report_tab.py": "chooses for whom the report is shown",
    "ui/reports/behind.py": "chooses which group of a figure is shown",
    "ui/reports/choosing.py": "chooses what is shown; nothing is saved",
    "ui/events/page.py": "chooses what is shown",
    "ui/indicators/tab.py": "chooses what is shown",
    "ui/log/page.py": "chooses what is shown",
    "ui/people/history.py": "chooses what is shown",
    "ui/campaigns/on_site_tab.py": "chooses the week; each count is saved at once",
    "ui/programmes/participants.py": "chooses what is shown",
    "ui/coaching/sheet.py": "chooses whose sheet is shown",
    "ui/certificates/tab.py": "chooses of which project",
    "ui/plans/compare_dialog.py": "chooses what is compared",
    "ui/work/page.py": "chooses which project is shown",
}
MAKES_FIELDS = {
    *("Form", "LineField", "LongTextField", "NumberField", "DateField", "TimeField", "ChoiceField", "SegmentField"),
    *("TickField", "ManyField", "PersonPicker", "PersonField", "RolesField", "TextField"),
}
KEEPS = {"FormDialog", "FormDraft", "LiveForm", "WrittenEditor", "DraftName"}


def names_in(source: Source) -> set[str]:
    return {node.id for node in ast.walk(source.tree) if isinstance(node, ast.Name)}


def without_draft(sources: Iterator[Source]) -> list[str]:
    """Return each module of the window that makes fields of its own and has no part in keeping them."""
    ours = [one for one in sources if one.floor == "ui" and not one.path.startswith(("ui/widgets/", "ui/drafts/"))]
    return [one.path for one in ours if names_in(one) & MAKES_FIELDS and not names_in(one) & KEEPS and one.path not in PARTS]


# Parts of a form whose owner keeps the draft: field, owner.
PARTS = {
    "ui/cvs/basics_form.py": "ui/cvs/editor.py",
    "ui/cvs/entry_form.py": "ui/cvs/editor.py",
    "ui/cvs/fields.py": "ui/cvs/editor.py",
    "ui/coaching/next_time.py": "ui/coaching/meeting.py",
    "ui/coaching/step_lines.py": "ui/coaching/meeting.py",
    "ui/coaching/writing_panel.py": "ui/coaching/meeting.py",
    "ui/people/closing/asking_again.py": "ui/people/closing/view.py",
    "ui/people/closing/led_to.py": "ui/people/closing/view.py",
    "ui/people/closing/open_part.py": "ui/people/closing/view.py",
    "ui/people/closing/why.py": "ui/people/closing/view.py",
    "ui/organisations/choosing.py": "ui/campaigns/partner_forms.py",
    "ui/people/person_field.py": "ui/plans/new_plan.py",
    "ui/plans/asked_step.py": "ui/plans/review_dialog.py",
    "ui/plans/own_card.py": "ui/plans/situation_card.py",
    "ui/plans/part_rows.py": "ui/plans/parts.py",
}


def test_whatever_is_typed_in_has_a_draft_or_a_reason_why_not() -> None:
    found = without_draft(iter(read_sources()))
    assert sorted(found) == sorted(NO_DRAFT)


def test_no_two_forms_keep_their_draft_under_one_name() -> None:
    calls = [
        (source.path, node.args[0].value)
        for source in read_sources()
        if source.floor == "ui"
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "DraftName" and isinstance(node.args[0], ast.Constant)
    ]
    names = [str(name) for _, name in calls]
    assert len(names) > 25
    assert sorted(name for name in set(names) if names.count(name) > 1) == []
