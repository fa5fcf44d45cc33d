"""A window whose user was shut out: one sentence, signed out, and what was typed is kept."""

from pytestqt.qtbot import QtBot

from jobbpunkt.base.changes import Change
from jobbpunkt.people import details
from jobbpunkt.people.details import PersonData
from jobbpunkt.register import accounts
from jobbpunkt.register.opening import Register
from jobbpunkt.register.unit_of_work import Writing
from models.account import User
from models.person import Person
from models.vocabulary import Role
from tests.colleagues import EVERY_KEY, colleague
from tests.registers import PASSWORD
from tests.ui.keys import type_text
from ui.app import Program
from ui.drafts.naming import DraftName
from ui.welcome.sign_in import SignIn
from ui.widgets.dialog import FormDialog
from ui.widgets.forms import Form, TextField


def test_the_next_save_signs_out_and_the_draft_is_there_at_the_next_sign_in(
    qtbot: QtBot, program: Program, sqlite_register: Register
) -> None:
    with colleague(sqlite_register, [Role.COACH, Role.PROJECT_LEAD], EVERY_KEY) as other:
        program.start(opened=other)
        first = program.context
        assert first is not None
        form = Form(first.words)
        name = form.add("name", TextField("Namn"))
        adding = DraftName("test.signed-out")
        dialog = FormDialog(program.window, first, "Ny deltagare", form, lambda: _add, draft=adding)
        dialog.open()
        type_text(name.line, "Mona Exempel")
        user = other.user
        with sqlite_register.writing() as uow:
            version = uow.get(User, user.id).version
            accounts.change(uow, user.id, version, name="Mona", roles=frozenset({Role.COACH}), phone="")
        dialog.save()
        qtbot.waitUntil(lambda: first.locked and program.welcome.view is not None)
        view = program.welcome.view
        assert isinstance(view, SignIn)
        assert "administratör" in view.notice.text
        view.password.line.insert(PASSWORD)
        view.sign_in()
        qtbot.waitUntil(lambda: program.welcome.view is None)
        now = program.context
        assert now is not None
        assert now is not first, "the pages of the roles that were are gone"
        assert now.user.roles == {Role.COACH}
        qtbot.waitUntil(lambda: [draft.of.form for draft in now.drafts.waiting()] == ["test.signed-out"])
    with sqlite_register.reading() as uow:
        assert uow.session.query(Person).count() == 0


def _add(uow: Writing) -> Change:
    return details.create(uow, PersonData("Mona"))
