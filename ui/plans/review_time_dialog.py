"""The dialogs of a follow-up that is to come: for when it is planned, and that it was called off, why, and the new day."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtWidgets import QWidget

from jobbpunkt import plans
from jobbpunkt.base.errors import InvalidInput
from jobbpunkt.plans import Excuse, PlanView, ReviewTime, ReviewView
from models.vocabulary import CalledOff
from ui.drafts.naming import DraftName
from ui.plans.plan_dialog import plan_dialog
from ui.plans.review_dialog import WEEKS_TO_NEXT
from ui.plans.store import PlanStore
from ui.widgets.dialog import FormDialog, Work
from ui.widgets.forms import DateField, Form, LongTextField, SegmentField
from ui.widgets.growing import growing

WEEKS_TO_AGAIN = 1


def time_dialog(parent: QWidget, store: PlanStore, view: PlanView, review: ReviewView | None = None) -> FormDialog:
    """Return the dialog that plans a follow-up, or changes for when one is planned."""
    words, today = store.context.words, store.context.clock.today()
    form = Form(words)
    form.add("planned_on", DateField(words, words("Day"), today=today))
    form.add("opens_on", DateField(words, words("No earlier than"), today=today))
    form.add("closes_on", DateField(words, words("No later than"), today=today), beside=True)
    time = review.time if review else ReviewTime(today + timedelta(weeks=WEEKS_TO_NEXT))
    form.set_values(planned_on=time.planned_on, opens_on=time.opens_on, closes_on=time.closes_on)

    def prepare() -> Work:
        day = form["planned_on"].value()
        if day is None:
            raise InvalidInput("Choose a day.", field="planned_on")
        wanted = ReviewTime(day, form["opens_on"].value(), form["closes_on"].value())
        if review is None:
            return lambda uow: plans.plan_review(uow, plan_id=view.id, time=wanted)
        review_id, version = review.id, review.version
        return lambda uow: plans.change_review_time(uow, review_id=review_id, version=version, time=wanted)

    record = review.id if review else view.id
    draft = DraftName("plan.review.time" if review else "plan.review.plan", record, view.person_id, "plans", view.id)
    title = words("When is the follow-up?") if review else words("Plan a follow-up")
    return plan_dialog(parent, store, title, form, prepare, draft=draft, width=520)


def missed_dialog(parent: QWidget, store: PlanStore, view: PlanView, review: ReviewView) -> FormDialog:
    """Return the dialog that notes a follow-up as called off, with a new day; or puts right what was noted of it."""
    words, today = store.context.words, store.context.clock.today()
    form = Form(words)
    form.add("called_off", SegmentField(words("Who called it off?"), [(who, words(who.label)) for who in CalledOff]))
    form.add("why", growing(LongTextField(words("Why?"))))
    form.set_values(called_off=CalledOff.PARTICIPANT)
    if review.excuse is not None:
        form.set_values(called_off=review.excuse.called_off, why=review.excuse.why)
    else:
        form.add("again_on", DateField(words, words("New day"), today=today))
        form.set_values(again_on=max(today, review.day) + timedelta(weeks=WEEKS_TO_AGAIN))

    def prepare() -> Work:
        excuse = Excuse(form["called_off"].value() or CalledOff.PARTICIPANT, form["why"].value())
        day = form["again_on"].value() if "again_on" in form.fields else None
        again, review_id, version = ReviewTime(day) if day else None, review.id, review.version
        return lambda uow: plans.miss_review(uow, review_id=review_id, version=version, excuse=excuse, again=again)

    draft = DraftName("plan.review.missed", review.id, view.person_id, "plans", view.id)
    return plan_dialog(parent, store, words("The follow-up was called off"), form, prepare, draft=draft, width=520)
