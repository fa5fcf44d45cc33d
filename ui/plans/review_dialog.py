"""The dialog of a follow-up that was held: what happened, what becomes of each open step, how near each goal is, and the next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial
from itertools import pairwise
from uuid import UUID

from PySide6.QtWidgets import QWidget

from jobbpunkt import plans
from jobbpunkt.plans import MOST_RATING, PlanView, RatingWords, ReviewTime, ReviewView, ReviewWords
from models.vocabulary import Rater
from ui.context import Context
from ui.drafts.naming import DraftName
from ui.plans.asked_step import AskedStep
from ui.plans.plan_dialog import plan_dialog
from ui.plans.store import PlanStore
from ui.widgets.dialog import FormDialog, Work
from ui.widgets.forms import ChoiceField, DateField, Form, LineField, LongTextField, SegmentField
from ui.widgets.growing import growing
from ui.widgets.labels import muted

WEEKS_TO_NEXT = 6
Coaches = Sequence[tuple[UUID, str]]


def hold_dialog(
    parent: QWidget, store: PlanStore, view: PlanView, coaches: Coaches, review: ReviewView | None = None
) -> FormDialog:
    """Return the dialog that notes a follow-up as held: the one that was planned, or another where none was."""
    context, today = store.context, store.context.clock.today()
    form = Form(context.words)
    _add_words(form, context, coaches)
    asked = _ask_steps(form, context, view)
    ratings = _ask_ratings(form, context, view)
    others = [one for one in view.planned if review is None or one.id != review.id]
    _ask_next(form, context)
    form.end()
    form.set_values(held_on=today, held_by=context.user.id, next_on=None if others else today + timedelta(weeks=WEEKS_TO_NEXT))

    def prepare() -> Work:
        words = _said(form, today)
        answers = {step: answer for step, field in asked.items() if (answer := field.value()) is not None}
        following = _next(form)
        given = ratings()
        return lambda uow: plans.hold_review(
            uow,
            plan_id=view.id,
            words=words,
            review_id=review.id if review else None,
            version=review.version if review else None,
            ratings=given,
            answers=answers,
            following=following,
        )

    record = review.id if review else view.id
    draft = DraftName("plan.review.held" if review else "plan.review.new", record, view.person_id, "plans", view.id)
    return plan_dialog(parent, store, context.words("New follow-up"), form, prepare, draft=draft, width=640)


def review_dialog(parent: QWidget, store: PlanStore, view: PlanView, coaches: Coaches, review: ReviewView) -> FormDialog:
    """Return the dialog that changes what a held follow-up says; ratings and steps are put right where they stand."""
    context, today = store.context, store.context.clock.today()
    form = Form(context.words)
    _add_words(form, context, coaches)
    if review.words is not None:
        said = review.words
        form.set_values(held_on=said.held_on, held_by=said.held_by, happened=said.happened, revised=said.revised)

    def prepare() -> Work:
        words, review_id, version = _said(form, today), review.id, review.version
        return lambda uow: plans.change_review(uow, review_id=review_id, version=version, words=words)

    draft = DraftName("plan.review", review.id, view.person_id, "plans", view.id)
    title = context.words("Change the follow-up")
    return plan_dialog(parent, store, title, form, prepare, draft=draft, width=600)


def _add_words(form: Form, context: Context, coaches: Coaches) -> None:
    words, today = context.words, context.clock.today()
    form.add("held_on", DateField(words, words("Held on"), today=today))
    offered = dict(coaches) | ({} if context.user.id in dict(coaches) else {context.user.id: context.user.name})
    form.add("held_by", ChoiceField[UUID](words("Who held it"), list(offered.items()), none=words("Not recorded")), beside=True)
    form.add("happened", growing(LongTextField(words("What has happened since last time?")), least=4))
    form.add("revised", growing(LongTextField(words("What do we change in the plan?"))))


def _said(form: Form, today: date) -> ReviewWords:
    values = {name: form[name].value() for name in ("held_on", "happened", "revised", "held_by")}
    return ReviewWords(**{**values, "held_on": values["held_on"] or today})


def _ask_steps(form: Form, context: Context, view: PlanView) -> dict[UUID, AskedStep]:
    words = context.words
    waiting = [step for goal in view.goals for step in goal.steps if step.is_open]
    if waiting:
        form.section(words("Steps that are open"))
        form.put(muted(words("One key for each step: 1 done, 2 carried on to the next follow-up, 3 dropped.")))
    asked = {step.id: form.add(f"step{number}", AskedStep(context, step)) for number, step in enumerate(waiting)}
    for field, following in pairwise(asked.values()):
        field.answered.connect(partial(following.setFocus))
    return asked


def _ask_ratings(form: Form, context: Context, view: PlanView) -> partial[dict[UUID, RatingWords]]:
    words = context.words
    fields: dict[UUID, tuple[SegmentField[int], LineField]] = {}
    by: SegmentField[Rater] = SegmentField(words("Who rates?"), [(rater, words(rater.label)) for rater in Rater])
    if view.goals:
        form.section(words("How near are the goals?"))
        form.add("rated_by", by).set_value(Rater.PARTICIPANT)
    for number, goal in enumerate(view.goals):
        value: SegmentField[int] = SegmentField(
            words("How near is it, 0 to 10: {goal}", goal=goal.words.title), [(one, str(one)) for one in range(MOST_RATING + 1)]
        )
        form.add(f"rating{number}", value)
        shows = form.add(f"evidence{number}", LineField(placeholder=words("What shows it? Something that was seen.")))
        shows.line.setAccessibleName(words("What shows it: {goal}", goal=goal.words.title))
        fields[goal.id] = (value, shows)
    return partial(_given, fields, by)


def _given(fields: dict[UUID, tuple[SegmentField[int], LineField]], by: SegmentField[Rater]) -> dict[UUID, RatingWords]:
    rater = by.value() or Rater.PARTICIPANT
    given = {goal: (value.value(), shows.value()) for goal, (value, shows) in fields.items()}
    return {goal: RatingWords(value, rater, shows) for goal, (value, shows) in given.items() if value is not None}


def _ask_next(form: Form, context: Context) -> None:
    words, today = context.words, context.clock.today()
    form.section(words("The next one"))
    form.add("next_on", DateField(words, words("Next follow-up"), today=today))
    form.add("opens_on", DateField(words, words("No earlier than"), today=today))
    form.add("closes_on", DateField(words, words("No later than"), today=today), beside=True)


def _next(form: Form) -> ReviewTime | None:
    day = form["next_on"].value()
    return ReviewTime(day, form["opens_on"].value(), form["closes_on"].value()) if day else None
