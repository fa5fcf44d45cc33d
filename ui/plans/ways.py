"""The ways back into the dialogs around a plan; the plan itself is brought back by its page."""

from collections.abc import Callable, Mapping

from jobbpunkt import cases, plans
from jobbpunkt.base.errors import gone
from jobbpunkt.plans import PlanView
from jobbpunkt.register.unit_of_work import Reading, Writing
from ui.drafts.naming import again
from ui.drafts.ways import Made, Sought, Way
from ui.plans.completion_dialog import completion_dialog
from ui.plans.new_plan import new_plan_dialog, offered
from ui.plans.page import PlansPage
from ui.plans.ratings_dialog import rating_dialog, ratings_dialog
from ui.plans.review_dialog import hold_dialog, review_dialog
from ui.plans.review_time_dialog import missed_dialog, time_dialog
from ui.plans.store import PlanStore
from ui.plans.versions_card import signature_dialog
from ui.widgets.dialog import FormDialog

Make = Callable[[], Made]


def _new(uow: Reading, sought: Sought) -> Make:
    person = sought.record
    offer = offered(uow, person)

    def make() -> FormDialog:
        dialog = new_plan_dialog(sought.page, sought.context, offer, person=person)
        dialog.saved.connect(lambda change: sought.context.go("plans", change.record))
        return dialog

    return make


def _new_review(uow: Reading, sought: Sought) -> Make:
    coaches = cases.coaches(uow)
    return lambda: hold_dialog(sought.page, *_opened(sought), coaches)


def _held_review(uow: Writing, sought: Sought) -> Make:
    view, coaches = _as_it_stands(uow, sought), cases.coaches(uow)
    review = again(view.reviews, sought.of)
    return lambda: hold_dialog(sought.page, _opened(sought)[0], view, coaches, review)


def _review(uow: Writing, sought: Sought) -> Make:
    view, coaches = _as_it_stands(uow, sought), cases.coaches(uow)
    review = again(view.reviews, sought.of)
    return lambda: review_dialog(sought.page, _opened(sought)[0], view, coaches, review)


def _planning(_uow: Reading, sought: Sought) -> Make:
    return lambda: time_dialog(sought.page, *_opened(sought))


def _time(uow: Writing, sought: Sought) -> Make:
    view = _as_it_stands(uow, sought)
    review = again(view.reviews, sought.of)
    return lambda: time_dialog(sought.page, _opened(sought)[0], view, review)


def _missed(uow: Writing, sought: Sought) -> Make:
    view = _as_it_stands(uow, sought)
    review = again(view.reviews, sought.of)
    return lambda: missed_dialog(sought.page, _opened(sought)[0], view, review)


def _signature(_uow: Reading, sought: Sought) -> Make:
    def make() -> FormDialog:
        store, view = _opened(sought)
        return signature_dialog(sought.page, store, view, again(view.versions, sought.of))

    return make


def _change_signature(uow: Writing, sought: Sought) -> Make:
    view = _as_it_stands(uow, sought)
    signed = again([one for version in view.versions for one in version.signatures], sought.of)
    version = next(one for one in view.versions if signed in one.signatures)
    return lambda: signature_dialog(sought.page, _opened(sought)[0], view, version, signed)


def _completion(uow: Writing, sought: Sought) -> Make:
    view = _as_it_stands(uow, sought)
    return lambda: completion_dialog(sought.page, _opened(sought)[0], view)


def _ratings(uow: Writing, sought: Sought) -> Make:
    ratings = again(_as_it_stands(uow, sought).goals, sought.of).ratings
    return lambda: ratings_dialog(sought.page, _opened(sought)[0], sought.of, ratings)


def _rating(_uow: Reading, sought: Sought) -> Make:
    return lambda: rating_dialog(sought.page, _opened(sought)[0], sought.of)


def _as_it_stands(uow: Writing, sought: Sought) -> PlanView:
    """Return the plan anew: what its page has read may be what somebody else has just replaced."""
    return plans.view(uow, sought.at)


def _opened(sought: Sought) -> tuple[PlanStore, PlanView]:
    """Return the plan as its page has opened it: reading it once more would be noted as one more look at it."""
    page = sought.page
    if not isinstance(page, PlansPage) or page.editor.store.view is None:
        raise gone()
    return page.editor.store, page.editor.store.view


WAYS: Mapping[str, Way] = {
    "plan.new": _new,
    "plan.review.new": _new_review,
    "plan.review.held": _held_review,
    "plan.review.plan": _planning,
    "plan.review.time": _time,
    "plan.review.missed": _missed,
    "plan.review": _review,
    "plan.signature": _signature,
    "plan.signature.change": _change_signature,
    "plan.completion": _completion,
    "plan.ratings": _ratings,
    "plan.rating.other": _rating,
}
