"""A draft in a health plan, for who may not see such plans any more: it is not shown, nothing falls, and that is said."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jobbpunkt.base.errors import UserError
from jobbpunkt.base.settings import Settings
from jobbpunkt.base.words import Words
from jobbpunkt.people import details
from jobbpunkt.people.details import PersonData
from jobbpunkt.plans import NewPlan, Situation, create
from jobbpunkt.register.drafts import Draft, DraftField, DraftOf
from jobbpunkt.register.key_file import KeyFile
from jobbpunkt.register.keys import HEALTH, PROTECTED
from jobbpunkt.register.opening import Credentials, Register
from models.vocabulary import PlanKind, Role
from tests.colleagues import colleague, with_only
from tests.consents import agreed
from tests.registers import NOW, PASSWORD
from tests.ui.conftest import settle_all, shown
from ui.context import Context
from ui.drafts.list_dialog import DraftsDialog
from ui.plans.page import PlansPage
from ui.theme import Theme
from ui.workspace import Workspace

CANARY = "Kanariefågelns astma"
Stay = Callable[[Register], tuple[Context, list[UserError]]]


@pytest.fixture
def stay(qtbot: QtBot, theme: Theme, words_sv: Words, settings: Settings, tmp_path: Path) -> Stay:
    def begin(register: Register) -> tuple[Context, list[UserError]]:
        context = Context(register, words_sv, settings, drafts_folder=tmp_path / "drafts")
        said: list[UserError] = []
        context.drafts.told.disconnect()
        context.drafts.told.connect(said.append)
        qtbot.waitUntil(lambda: context.drafts.is_ready)
        return context, said

    return begin


def typed_in_a_health_plan(register: Register) -> Draft:
    with register.writing() as uow:
        person = details.create(uow, PersonData("Anna", "Berg")).record
        agreed(uow, person)
        plan = create(uow, NewPlan(person, PlanKind.HEALTH, Situation(NOW.date()))).record
    field = DraftField("current", "Nuläge", "", CANARY, CANARY)
    return Draft(DraftOf("plan.situation", plan), "Plan", NOW, (field,), "plans", plan, person)


def everything_in(listed: DraftsDialog) -> str:
    listed.copy()
    lines = [listed.list.item(number).text() for number in range(listed.list.count())]
    return "\n".join((*lines, listed.text.toPlainText(), QApplication.clipboard().text()))


def without_the_health_key(register: Register) -> Register:
    """Take the key from the one who is signed in, and let them sign in again with the password they have."""
    file = register.slots.read()
    assert isinstance(file, KeyFile)
    register.slots.write(with_only(file, str(register.user.id), {PROTECTED}))
    return Register.open(register.location.text, Credentials(register.user.login, PASSWORD), register.clock)


@pytest.mark.parametrize("role", [Role.SUPERVISOR, Role.PROJECT_LEAD])
def test_who_keeps_the_key_and_loses_the_right_is_not_shown_it(
    qtbot: QtBot, sqlite_register: Register, stay: Stay, role: Role
) -> None:
    draft = typed_in_a_health_plan(sqlite_register)
    with colleague(sqlite_register, [role], [HEALTH, PROTECTED]) as other:
        context, said = stay(other)
        context.drafts.put(draft)
        workspace = shown(qtbot, Workspace(context), 1280, 800)
        settle_all(qtbot, context)
        assert said == []
        listed = DraftsDialog(workspace, context)
        listed.open()
        qtbot.waitUntil(lambda: listed.list.count() == 1)
        assert CANARY not in everything_in(listed)
        assert "plan som du inte får se" in listed.text.toPlainText()
        went: list[Draft] = []
        listed.wanted.connect(went.append)
        listed.go_on()
        assert went == [], "there is nothing to go on with"
        listed.close()
        workspace.go_on(draft)
        settle_all(qtbot, context)
        page = workspace.current
        assert not isinstance(page, PlansPage) or page.stack.currentWidget() is page.list, "the plan is not opened"
        assert context.drafts.find(draft.of) == draft, "it is kept"
        context.close()


def test_who_loses_the_key_is_told_that_it_is_kept_and_not_offered_it(
    qtbot: QtBot, sqlite_register: Register, stay: Stay, words_sv: Words
) -> None:
    draft = typed_in_a_health_plan(sqlite_register)
    with colleague(sqlite_register, [Role.COACH], [HEALTH]) as other:
        context, _ = stay(other)
        context.drafts.put(draft)
        context.drafts.flush()
        poorer = without_the_health_key(other)
        context.close()
    context, said = stay(poorer)
    assert [error.text(words_sv) for error in said] == [
        "Utkast som kräver en nyckel du inte längre har: 1. De ligger kvar."
        " Fråga en administratör om du behöver nyckeln i ditt arbete."
    ]
    assert context.drafts.waiting() == ()
    workspace = shown(qtbot, Workspace(context), 1280, 800)
    settle_all(qtbot, context)
    assert workspace.bar.drafts.isHidden()
    context.close()
