"""The dialogs that add a goal or a step to the library, and that give one other words."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QWidget

from jobbpunkt import suggestions
from jobbpunkt.suggestions import SuggestionData, SuggestionRow
from models.vocabulary import PlanKind
from ui.context import Context
from ui.drafts.naming import DraftName
from ui.widgets.dialog import FormDialog, Work
from ui.widgets.forms import ChoiceField, Form, LineField


def goal_dialog(parent: QWidget, context: Context, kind: PlanKind = PlanKind.CAREER) -> FormDialog:
    """Return the dialog that adds a goal for a kind of plan."""
    words, form = context.words, Form(context.words)
    form.add("kind", ChoiceField(words("Plan"), [(one, words(one.label)) for one in PlanKind])).set_value(kind)
    form.add("text", LineField(words("The goal"), hint=words("As the participant would say it: I …")))
    form.dirty = False

    def prepare() -> Work:
        data = SuggestionData(form["kind"].value() or kind, form["text"].value())
        return lambda uow: suggestions.add(uow, data)

    draft = DraftName("suggestion.new", page="settings")
    return FormDialog(parent, context, words("New goal to suggest"), form, prepare, draft=draft, width=600)


def step_dialog(parent: QWidget, context: Context, goal: SuggestionRow) -> FormDialog:
    """Return the dialog that adds a step of a goal."""
    words, form = context.words, Form(context.words)
    form.add("text", LineField(words("The step"), hint=words("As the participant would say it: I …")))

    def prepare() -> Work:
        data = SuggestionData(goal.kind, form["text"].value(), goal.id)
        return lambda uow: suggestions.add(uow, data)

    draft = DraftName("suggestion.step", goal.id, page="settings")
    title = words("New step to suggest")
    return FormDialog(parent, context, title, form, prepare, draft=draft, explanation=goal.text, width=600)


def words_dialog(parent: QWidget, context: Context, row: SuggestionRow) -> FormDialog:
    """Return the dialog that gives a suggestion other words."""
    words, form = context.words, Form(context.words)
    form.add("text", LineField(words("The goal") if row.goal_id is None else words("The step")))
    form.set_values(text=row.text)

    def prepare() -> Work:
        suggestion, version, text = row.id, row.version, form["text"].value()
        return lambda uow: suggestions.change(uow, suggestion, version, text)

    draft = DraftName("suggestion", row.id, page="settings")
    title = words("Change the suggestion")
    return FormDialog(parent, context, title, form, prepare, draft=draft, explanation=row.goal, width=600)


def goal_of(rows: tuple[SuggestionRow, ...], row: SuggestionRow) -> SuggestionRow:
    """Return the goal to which a suggestion belongs, or itself."""
    wanted: UUID | None = row.goal_id
    return next((one for one in rows if one.id == wanted), row)
