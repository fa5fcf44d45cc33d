"""Drafts do not outlive whom they are about, and old ones are offered to be thrown away, never thrown away in silence."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from jobbpunkt.base.errors import UserError
from jobbpunkt.people import details
from jobbpunkt.people.details import PersonData
from jobbpunkt.register.drafts import Draft, DraftField, DraftOf
from jobbpunkt.register.opening import Register
from models.person import Person
from models.vocabulary import Protection
from tests.registers import NOW
from tests.soak.drafted import SCENES
from tests.ui.conftest import settle_all, shown
from ui.context import Context
from ui.drafts.list_dialog import DraftsDialog
from ui.workspace import Workspace

WORDS = (DraftField("text", "Anteckning", "", "Om någon", "Om någon"),)


@pytest.fixture
def window(qtbot: QtBot, context: Context) -> QWidget:
    qtbot.waitUntil(lambda: context.drafts.is_ready)
    return shown(qtbot, QWidget(), 900, 700)


def kept(context: Context) -> set[DraftOf]:
    return {draft.of for draft in context.drafts.waiting()}


def drafts_about(person: UUID | None) -> list[Draft]:
    """Return a draft of every form there is, all about one person."""
    forms = {scene.form for scene in SCENES.values()}
    return [Draft(DraftOf(form, uuid4()), form, NOW, WORDS, "people", person, person) for form in sorted(forms)]


@pytest.mark.parametrize("erased", ["never was there", "removed"])
def test_whatever_was_typed_about_an_erased_person_goes_and_that_is_said(
    qtbot: QtBot, context: Context, sqlite_register: Register, erased: str
) -> None:
    qtbot.waitUntil(lambda: context.drafts.is_ready)
    with sqlite_register.writing() as uow:
        stays = details.create(uow, PersonData("Anna", "Berg")).record
        hidden = details.create(uow, PersonData("Vera", protection=Protection.CONFIDENTIALITY_MARKING)).record
        gone = uuid4() if erased == "never was there" else details.create(uow, PersonData("Ulla", "Ek")).record
    if erased == "removed":
        with sqlite_register.writing() as uow:
            uow.get(Person, gone).removed = True
    staying = [*drafts_about(stays), *drafts_about(hidden), *drafts_about(None)]
    for draft in (*staying, *drafts_about(gone)):
        context.drafts.put(draft)
    said: list[UserError] = []
    context.drafts.told.disconnect()
    context.drafts.told.connect(said.append)
    qtbot.addWidget(Workspace(context))
    settle_all(qtbot, context)
    assert kept(context) == {draft.of for draft in staying}
    assert [error.fields for error in said] == [{"n": len(drafts_about(gone))}]


def test_what_has_waited_for_a_month_is_offered_to_be_thrown_away_and_can_be_brought_back(
    qtbot: QtBot, context: Context, window: QWidget
) -> None:
    days = {"new": 29, "old": 31, "older": 400}
    for form, age in days.items():
        context.drafts.put(Draft(DraftOf(form), form, context.clock.now() - timedelta(days=age), WORDS))
    listed = DraftsDialog(window, context)
    listed.open()
    qtbot.waitUntil(lambda: listed.list.count() == 3)
    listed.throw_old.click()
    qtbot.waitUntil(lambda: listed.list.count() == 1)
    assert kept(context) == {DraftOf("new")}
    assert not listed.throw_old.isVisible()
    listed.undo()
    qtbot.waitUntil(lambda: listed.list.count() == 3)
    assert listed.throw_old.isVisible()
