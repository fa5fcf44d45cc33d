"""A plan as a paper: what draws it, what its file is called, and what notes that it was printed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from jobbpunkt import plans
from jobbpunkt.base.words import Words
from jobbpunkt.documents.drawing import Drawing
from jobbpunkt.documents.plan import render_plan
from jobbpunkt.documents.plan_data import PlanDocument
from jobbpunkt.documents.setting import Setting, spoken
from jobbpunkt.plans import PlanView
from ui.widgets.note_print import Note

if TYPE_CHECKING:
    from jobbpunkt.register.unit_of_work import Writing


def own_setting(view: PlanView) -> Setting:
    """Return how the plan is wanted when nobody chooses: in its person's language, where papers speak it."""
    return spoken(view.situation.language)


def drawing(view: PlanView, words: Words, today: date, setting: Setting | None = None) -> Drawing[PlanDocument]:
    """Return what draws a plan as it now stands."""
    return Drawing(plans.paper(view, words, today), render_plan, setting or own_setting(view))


def drawing_to_adopt(view: PlanView, words: Words, today: date) -> Drawing[PlanDocument]:
    """Return what draws the version that adopting the plan now would make."""
    number = view.versions[0].number + 1 if view.versions else 1
    return Drawing(plans.paper(view, words, today, plans.Standing(number, today)), render_plan, own_setting(view))


def noting(view: PlanView) -> Note:
    """Return what notes that a plan was printed or saved as a file."""

    def note(uow: Writing) -> None:
        plans.note_printed(uow, view.id)

    return note
