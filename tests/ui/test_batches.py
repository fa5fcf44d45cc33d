"""Many papers at once and how each is wanted, by the keyboard: whole files, none written over, each noted first."""

from collections.abc import Callable
from datetime import time
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from jobbpunkt import coaching, plans
from jobbpunkt.coaching import NewSession
from jobbpunkt.documents.drawing import Drawing
from jobbpunkt.documents.letter import LetterDocument, render_letter
from jobbpunkt.documents.plan_sections import PlanSection
from jobbpunkt.documents.setting import Setting
from jobbpunkt.people import details
from jobbpunkt.people.details import PersonData
from jobbpunkt.plans import NewPlan, Situation
from jobbpunkt.printing import batches
from models.history import HistoryEntry
from models.vocabulary import HistoryAction, PlanKind
from tests.documents.every import poppler_text
from tests.registers import NOW
from tests.ui.conftest import settle, shown
from tests.ui.keys import focused, press, press_until
from ui.coaching.sheet import SheetDialog
from ui.context import Context
from ui.plans.page import PlansPage
from ui.plans.paper_dialog import PlanPaper
from ui.widgets.batch_dialog import BatchDialog
from ui.widgets.paper_preview import PaperPreview
from ui.widgets.setting_bar import FOR_PEOPLE, SettingBar
from ui.widgets.typed_paper import TypedPaper

Key, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def person(context: Context) -> UUID:
    with context.register.writing() as uow:
        return details.create(uow, PersonData("Åsa", "Öberg", language="arabiska")).record


@pytest.fixture
def made(context: Context, person: UUID) -> list[UUID]:
    with context.register.writing() as uow:
        kinds = (PlanKind.CAREER, PlanKind.CAREER, PlanKind.PERSONAL)
        return [plans.create(uow, NewPlan(person, kind, Situation(starts_on=NOW.date()))).record for kind in kinds]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    chosen = tmp_path / "papers"
    chosen.mkdir()
    return chosen


def noted(context: Context) -> list[UUID]:
    with context.register.reading() as uow:
        printed = uow.session.query(HistoryEntry).filter(HistoryEntry.action == HistoryAction.PRINTED).all()
        return [entry.record_id for entry in printed]


def batch(qtbot: QtBot, context: Context) -> tuple[PlansPage, BatchDialog]:
    page = shown(qtbot, PlansPage(context), 1024, 700)
    settle(qtbot, context)
    page.list.print.setFocus()
    press(Key.Key_Space)
    dialog = page.findChild(BatchDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.begin.isEnabled() and dialog.isActiveWindow())
    return page, dialog


def choose(dialog: BatchDialog, folder: Path) -> None:
    press(Key.Key_Return, CTRL)
    asked = dialog.findChild(QFileDialog)
    assert asked is not None
    asked.fileSelected.emit(str(folder))
    asked.close()


def test_all_my_plans_are_written_as_whole_files_and_noted(
    qtbot: QtBot, context: Context, made: list[UUID], folder: Path
) -> None:
    _page, dialog = batch(qtbot, context)
    (folder / "Karriärplan Åsa Öberg.pdf").write_bytes(b"mine")
    with qtbot.waitSignal(dialog.ended):
        choose(dialog, folder)
    written = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert written.pop("Karriärplan Åsa Öberg.pdf") == b"mine"
    assert {"Karriärplan Åsa Öberg 2.pdf", "Karriärplan Åsa Öberg 3.pdf"} < set(written)
    assert len(written) == 3
    assert all(data.startswith(b"%PDF") and data.rstrip().endswith(b"%%EOF") for data in written.values())
    assert sorted(noted(context)) == sorted(made)
    assert dialog.notice.text.startswith("3 papper har skrivits")
    dialog.activateWindow()
    qtbot.waitUntil(dialog.stop.hasFocus)
    press(Key.Key_Escape)
    qtbot.waitUntil(lambda: not dialog.isVisible())


def test_stopping_leaves_what_was_noted_and_no_more(qtbot: QtBot, context: Context, made: list[UUID], folder: Path) -> None:
    _page, dialog = batch(qtbot, context)
    with qtbot.waitSignal(dialog.ended):
        choose(dialog, folder)
        press(Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.notice.text.startswith("Stoppat.")
    assert len(list(folder.iterdir())) == len(noted(context)) < len(made)


def test_a_folder_that_cannot_be_written_is_one_sentence(qtbot: QtBot, context: Context, made: list[UUID], folder: Path) -> None:
    _page, dialog = batch(qtbot, context)
    choose(dialog, folder / "nowhere")
    assert "nowhere" in dialog.notice.text
    assert noted(context) == []
    assert dialog.begin.isEnabled()
    assert made


def test_nothing_to_print_is_said(qtbot: QtBot, context: Context) -> None:
    page = shown(qtbot, PlansPage(context), 1024, 700)
    page.list.print_mine()
    dialog = page.findChild(BatchDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.notice.isVisible())
    assert not dialog.begin.isEnabled()


def test_each_paper_of_a_day_is_in_the_language_of_its_person(context: Context, person: UUID) -> None:
    with context.register.writing() as uow:
        coaching.book(uow, NewSession((person,), NOW.date(), time(16)))
    with context.register.reading() as reading:
        (sheet,) = batches.sheets_of_day(reading, NOW.date(), context.words)
    bar = SettingBar(context.words, FOR_PEOPLE, each=True)
    with context.register.writing() as writing:
        assert sheet.gather(writing, context.words, bar.wish()).setting == Setting("ar", "sv")
    bar.language.set_value("en")
    bar.switches["large"].set_value(True)
    bar.switches["black"].set_value(True)
    with context.register.writing() as writing:
        assert sheet.gather(writing, context.words, bar.wish()).setting == Setting("en", "", "large,black")


def test_what_is_typed_is_had_in_another_language_and_look(qtbot: QtBot, context: Context) -> None:
    typed = LetterDocument("Åsa Öberg", subject="Hej")
    notes: list[str] = []
    preview = PaperPreview(
        context, lambda: (Drawing(typed, render_letter, Setting("sv")), "brev.pdf"), lambda: lambda _uow: notes.append("noted")
    )
    shown(qtbot, preview, 700, 700)
    preview.choose_button.setFocus()
    press(Key.Key_Space)
    dialog = preview.findChild(TypedPaper)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.pdf.page_count > 0 and dialog.isActiveWindow())
    press_until(lambda: focused() is dialog.bar.language.box, Key.Key_Tab)
    with qtbot.waitSignal(dialog.shown):
        press(Key.Key_Down)
    assert dialog._wanted is not None
    assert (dialog._wanted.data, dialog._wanted.setting) == (typed, Setting("en"))
    assert dialog.file_name() == "brev.pdf"
    dialog.pdf.taken.emit()
    qtbot.waitUntil(lambda: notes == ["noted"])
    dialog.reject()


def test_the_parts_of_a_plan_are_chosen_by_the_keyboard(qtbot: QtBot, context: Context, made: list[UUID]) -> None:
    window = shown(qtbot, PlansPage(context), 1024, 700)
    PlanPaper.open_on(window, context, made[0])
    qtbot.waitUntil(lambda: window.findChild(PlanPaper) is not None)
    dialog = window.findChild(PlanPaper)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.pdf.page_count > 0 and dialog.isActiveWindow())
    bar = dialog.bar
    assert list(bar.sections) == [section.value for section in PlanSection]
    press_until(lambda: focused() is bar.sections["agreement"].box, Key.Key_Tab)
    with qtbot.waitSignal(dialog.shown):
        press(Key.Key_Space)
    assert dialog._wanted is not None
    assert dialog._wanted.setting.sections == ("background", "goals", "ratings", "reviews")
    with qtbot.waitSignal(dialog.shown):
        press(Key.Key_Space)
    assert dialog._wanted.setting.sections is None
    dialog.reject()


def test_a_batch_of_plans_leaves_out_what_was_unticked(qtbot: QtBot, context: Context, made: list[UUID], folder: Path) -> None:
    _page, dialog = batch(qtbot, context)
    for section in dialog.bar.sections.values():
        section.set_value(False)
    with qtbot.waitSignal(dialog.ended):
        choose(dialog, folder)
    texts = [poppler_text(file.read_bytes()) for file in folder.iterdir()]
    assert len(texts) == len(made)
    assert all("utdrag. Kod" in text and "Period" not in text for text in texts)


def test_language_swedish_beside_and_look_are_chosen_by_the_keyboard(qtbot: QtBot, context: Context, person: UUID) -> None:
    with context.register.writing() as uow:
        coaching.book(uow, NewSession((person,), NOW.date(), time(16)))
    with context.register.reading() as reading:
        (session,) = coaching.of_person(reading, person)
    dialog = SheetDialog(shown(qtbot, PlansPage(context), 1024, 700), context, session)
    dialog.open()
    qtbot.waitUntil(lambda: dialog.pdf.page_count > 0 and dialog.isActiveWindow())
    bar = dialog.bar

    def drawn(change: Callable[[], None]) -> Setting:
        with qtbot.waitSignal(dialog.shown):
            change()
        assert dialog._wanted is not None
        assert dialog._wanted.setting is not None
        return dialog._wanted.setting

    assert (bar.language.value(), bar.beside.value()) == ("ar", True)
    assert "inte granskat" in bar.language.as_text()
    press_until(lambda: focused() is bar.beside.box, Key.Key_Tab)
    assert drawn(lambda: press(Key.Key_Space)) == Setting("ar", "")
    press_until(lambda: focused() is bar.switches["easy"].box, Key.Key_Tab)
    assert drawn(lambda: press(Key.Key_Space)) == Setting("ar", "", "easy")
    press_until(lambda: focused() is bar.switches["large"].box, Key.Key_Tab)
    assert drawn(lambda: press(Key.Key_Space)) == Setting("ar", "", "easy,large")
    assert not bar.sections
    press_until(lambda: focused() is bar.language.box, Key.Key_Backtab)
    assert drawn(lambda: press(Key.Key_Up)) == Setting("en", "sv", "easy,large")
    assert drawn(lambda: press(Key.Key_Up)) == Setting("sv", "", "easy,large")
    assert not bar.beside.isVisible()
    dialog.reject()
