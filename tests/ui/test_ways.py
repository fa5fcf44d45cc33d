"""From the list of drafts one comes back into every form, and after somebody else's save too."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from importlib import import_module

import pytest
from pytestqt.qtbot import QtBot

from jobbpunkt import demo
from jobbpunkt.base.settings import Settings
from jobbpunkt.base.words import Words
from jobbpunkt.register.drafts import Draft
from jobbpunkt.register.opening import Credentials, Register
from tests.rules.tree import read_sources
from tests.soak.drafted import ADMIN, COACH, SCENES
from tests.soak.spots import forms_of, undrafted
from tests.ui.conftest import settle_all, shown
from ui.context import Context
from ui.cvs.editor import CvEditor
from ui.drafts.form_draft import FormDraft
from ui.drafts.naming import DraftName
from ui.drafts.ways import MODULES, ON_PAGE
from ui.theme import Theme
from ui.widgets.dialog import FormDialog
from ui.workspace import Workspace


def ways() -> set[str]:
    """Return each kind of form that has a way."""
    return {form for module in set(MODULES.values()) for form in import_module(module).WAYS}


def kinds_in_the_program() -> Iterator[str]:
    """Return each kind of form that names its draft, where the name stands as it is; else what it begins with."""
    for source in read_sources():
        for node in ast.walk(source.tree):
            if source.floor == "ui" and isinstance(node, ast.Call) and ast.unparse(node.func) == "DraftName":
                name = node.args[0]
                if isinstance(name, ast.Constant):
                    yield str(name.value)
                elif isinstance(name, ast.JoinedStr):
                    yield str(name.values[0].value) if isinstance(name.values[0], ast.Constant) else ""


def test_each_form_that_keeps_a_draft_has_a_way_back_into_it() -> None:
    known = ways() | ON_PAGE
    assert [kind for kind in kinds_in_the_program() if not any(one.startswith(kind) for one in known)] == []


def test_the_table_for_the_kills_holds_every_form() -> None:
    scenes = {scene.form for scene in SCENES.values()}
    assert sorted(ways() - scenes - {"event.planned", "event.held"}) == []


@pytest.fixture(params=[COACH, ADMIN])
def workspace(
    request: pytest.FixtureRequest, qtbot: QtBot, theme: Theme, settings: Settings, words_sv: Words, sqlite_demo_place: str
) -> Iterator[Workspace]:
    """The window of the demo register, of a coach and of an administrator: between them they reach every form."""
    context = Context(Register.open(sqlite_demo_place, Credentials(request.param, demo.PASSWORD)), words_sv, settings)
    qtbot.waitUntil(lambda: context.drafts.is_ready)
    made = shown(qtbot, Workspace(context), 1280, 800)
    settle_all(qtbot, context)
    yield made
    context.close()


def found_again(draft: Draft, name: DraftName) -> bool:
    """Return whether a form says itself that it is found again where it was found now, and about whom it is."""
    return (name.page, name.place, name.person) == (draft.page, draft.place, draft.person)


def test_from_the_list_one_comes_into_every_form_and_all_of_it_is_kept(qtbot: QtBot, workspace: Workspace) -> None:
    context = workspace.context
    with context.register.reading() as uow:
        drafts = {name: scene.draft(uow) for name, scene in SCENES.items() if scene.login == context.user.login}
    missed, unkept = [], []
    for name, draft in drafts.items():
        workspace.go_on(draft)
        settle_all(qtbot, context)
        forms = forms_of(draft)
        if not any(found_again(draft, one.name) for one in forms):
            missed.append((name, draft, [one.name for one in forms]))
        make_room(forms)
        unkept += [(name, field) for field in undrafted(forms)]
        for dialog in workspace.findChildren(FormDialog):
            dialog.reject()
    assert (missed, unkept) == ([], []), "of the latter nothing would be left after a kill"


def make_room(forms: list[FormDraft]) -> None:
    """Open a post in each section of a CV: where there is none, no field can be missing."""
    for one in forms:
        if isinstance(editor := one.parent(), CvEditor):
            for number, section in enumerate(editor.sections, 1):
                editor.rail.setCurrentRow(number)
                section.add_button.click()
