"""The dialog that completes a plan: how it went, how far each goal came, and why what is open was not done."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from jobbpunkt import plans
from jobbpunkt.plans import CompletionWords, GoalView, PlanView, StepView
from models.vocabulary import PlanStatus, Rater
from ui.drafts.naming import DraftName
from ui.plans.plan_dialog import plan_dialog
from ui.plans.store import PlanStore
from ui.widgets.dialog import FormDialog, Work
from ui.widgets.field import Field
from ui.widgets.forms import DateField, Form, LineField, LongTextField
from ui.widgets.growing import growing

GOAL, STEP = "goal-{key}", "step-{key}"


def completion_dialog(parent: QWidget, store: PlanStore, view: PlanView) -> FormDialog:
    """Return the dialog for completing an open plan, or for putting right how a completed one went."""
    words, today = store.context.words, store.context.clock.today()
    closed = view.status is PlanStatus.CLOSED
    form = Form(words)
    form.add("completed_on", DateField(words, words("Completed on"), today=today))
    form.add("own", growing(LongTextField(words("How did it go? In the participant's own words"))))
    form.add("summary", growing(LongTextField(words("In sum"))))
    goals = {goal.id: _goal(form, store, goal) for goal in view.goals}
    steps = {step.id: _step(form, store, step) for goal in view.goals for step in goal.steps if step.is_open}
    said = view.completion.words if view.completion else CompletionWords(today)
    values: dict[str, Any] = {"completed_on": said.completed_on if closed else today, "own": said.own, "summary": said.summary}
    values |= {GOAL.format(key=key): text for key, text in said.goals if key in goals}
    values |= {STEP.format(key=key): text for key, text in said.steps if key in steps}
    form.set_values(**values)

    def prepare() -> Work:
        far, why = (tuple((key, field.value()) for key, field in fields.items()) for fields in (goals, steps))
        found = CompletionWords(form["completed_on"].value() or today, form["own"].value(), form["summary"].value(), far, why)
        if not closed:
            return lambda uow: plans.close(uow, plan_id=view.id, words=found)
        version = view.completion.version if view.completion else 1
        return lambda uow: plans.change_completion(uow, plan_id=view.id, version=version, words=found)

    title = words("How the plan went") if closed else words("Complete the plan")
    draft = DraftName("plan.completion", view.id, person=view.person_id, page="plans", place=view.id)
    save = "" if closed else words("Complete the plan")
    return plan_dialog(parent, store, title, form, prepare, draft=draft, explanation=_done(store, view), save=save, width=600)


def _done(store: PlanStore, view: PlanView) -> str:
    count, done = sum(len(goal.steps) for goal in view.goals), sum(goal.steps_done for goal in view.goals)
    return store.context.words.plural("{done} of {n} step done", "{done} of {n} steps done", count, done=done) if count else ""


def _goal(form: Form, store: PlanStore, goal: GoalView) -> Field[str]:
    words = store.context.words
    label = words("How far did we come? {goal}", goal=goal.words.title)
    own = [rating for rating in goal.ratings if rating.by is Rater.PARTICIPANT]
    if own:
        last = own[-1]
        label = words("{question} (last rating {value}, {day})", question=label, value=last.value, day=words.day(last.rated_on))
    return form.add(GOAL.format(key=goal.id), growing(LongTextField(label)))


def _step(form: Form, store: PlanStore, step: StepView) -> Field[str]:
    return form.add(
        STEP.format(key=step.id), LineField(store.context.words("Why was this not done? {step}", step=step.words.text))
    )
