"""The dialog that notes what participants or partners thought."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from jobbpunkt import campaigns
from jobbpunkt.campaigns import EvaluationRow
from models.vocabulary import Evaluator
from ui.context import Context
from ui.widgets.dialog import FormDialog, Work
from ui.widgets.forms import DateField, Form, LongTextField, SegmentField

if TYPE_CHECKING:
    pass
from ui.campaigns.form_parts import named, removable


def evaluation_dialog(
    parent: QWidget,
    context: Context,
    campaign_id: UUID,
    known: EvaluationRow | None = None,
    *,
    by: Evaluator = Evaluator.PARTICIPANTS,
) -> FormDialog:
    """Return the dialog that writes down what participants or partners thought."""
    words, today = context.words, context.clock.today()
    form = Form(words)
    who = form.add("evaluator", SegmentField(words("Whose opinion"), [(one, words(one.label)) for one in Evaluator]))
    day = form.add("evaluated_on", DateField(words, words("Day"), today=today))
    text = form.add("text", LongTextField(words("What they said"), lines=6, hint=words("Leave out names.")))
    form.set_values(evaluator=by, evaluated_on=today)
    if known is not None:
        form.set_values(evaluator=known.evaluator, evaluated_on=known.evaluated_on, text=known.text)

    def prepare() -> Work:
        chosen, on, said = who.value() or by, day.value() or today, text.value()
        if known is None:
            return lambda uow: campaigns.evaluate(uow, campaign_id, evaluator=chosen, text=said, evaluated_on=on)
        return lambda uow: campaigns.change_evaluation(uow, known.id, known.version, evaluator=chosen, text=said, evaluated_on=on)

    title = words("New evaluation") if known is None else words("Evaluation")
    dialog = FormDialog(
        parent, context, title, form, prepare, draft=named("evaluation", campaign_id, known), given=("evaluator",)
    )
    return dialog if known is None else removable(dialog, lambda uow: campaigns.remove_evaluation(uow, known.id))
