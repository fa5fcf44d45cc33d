"""All that is kept about a person, from their page: noted before it is shown, and not again in another language."""

import json
import re
from pathlib import Path
from uuid import UUID

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from jobbpunkt.people import details
from jobbpunkt.people.details import PersonData
from models.history import HistoryEntry
from models.vocabulary import HistoryAction, Role
from tests.colleagues import colleague
from tests.ui.conftest import settle
from ui.context import Context
from ui.people.extract_dialog import ExtractDialog
from ui.people.person import PersonView
from ui.widgets import saving


def _noted(context: Context, person: UUID) -> list[HistoryAction]:
    query = select(HistoryEntry.action).where(HistoryEntry.person_id == person, HistoryEntry.reason == "extract")
    with context.register.reading() as uow:
        return list(uow.session.scalars(query))


def test_it_opens_from_the_page_in_the_persons_language_and_is_noted_once(qtbot: QtBot, context: Context) -> None:
    with context.register.writing() as uow:
        person = details.create(uow, PersonData("Samira", "Exempel", language="Arabiska")).record
    view = PersonView(context, person)
    qtbot.addWidget(view)
    view.show()
    settle(qtbot, context)
    QTest.keyClick(view.extract, Qt.Key.Key_Space)
    [dialog] = view.findChildren(ExtractDialog)
    qtbot.waitUntil(lambda: dialog.pdf.page_count > 0)
    assert dialog.bar.language.value() == "ar"
    assert _noted(context, person) == [HistoryAction.READ]
    dialog.bar.language.set_value("sv")
    with qtbot.waitSignal(dialog.shown):
        dialog.load()
    assert _noted(context, person) == [HistoryAction.READ]
    dialog.pdf.taken.emit()
    settle(qtbot, context)
    assert _noted(context, person) == [HistoryAction.READ, HistoryAction.PRINTED]
    dialog.reject()


def test_who_may_not_take_it_out_is_not_offered_it(qtbot: QtBot, context: Context) -> None:
    with context.register.writing() as uow:
        person = details.create(uow, PersonData("Samira", "Exempel")).record
    with colleague(context.register, [Role.PROJECT_LEAD]) as other:
        theirs = Context(other, context.words, context.settings)
        view = PersonView(theirs, person)
        qtbot.addWidget(view)
        assert view.extract.isHidden()
        settle(qtbot, theirs)
        theirs.close()


def test_it_is_saved_with_a_password_that_is_shown_once(
    qtbot: QtBot, context: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with context.register.writing() as uow:
        person = details.create(uow, PersonData("Samira", "Exempel")).record
    holder = QWidget()
    qtbot.addWidget(holder)
    dialog = ExtractDialog(holder, context, person)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.pdf.page_count > 0)
    where = [tmp_path / name for name in ("ett.pdf", "två.pdf", "öppen.pdf")]
    targets = iter(where)
    monkeypatch.setattr(saving, "ask_where", lambda _parent, _words, _kind, _name, then: then(next(targets)))
    QTest.keyClick(dialog.encrypted, Qt.Key.Key_Space)
    assert not dialog.pdf.word_button.isEnabled()
    passwords = []
    for target in where[:2]:
        dialog.pdf.save_button.click()
        [password] = re.findall(r"(?:[0-9a-z]{4}-){4}[0-9a-z]{4}", dialog.notice.text)
        assert not PdfReader(target).decrypt("")
        opened = PdfReader(target, password=password)
        assert "Samira" in opened.pages[0].extract_text()
        assert "Samira Exempel" in json.loads(opened.attachments["jobbpunkt.json"][0])["person"]
        passwords.append(password)
    assert passwords[0] != passwords[1]
    QTest.keyClick(dialog.encrypted, Qt.Key.Key_Space)
    dialog.pdf.save_button.click()
    assert "Samira" in PdfReader(where[2]).pages[0].extract_text()
    assert not PdfReader(where[2]).attachments
    assert dialog.pdf.word_button.isEnabled()
    settle(qtbot, context)
    dialog.reject()
