"""The ways back into the dialogs around a plan; the plan itself is brought back by its page."""

from collections.abc import Callable, Mapping

from jobbpunkt import plans
from jobbpunkt.errors import gone
from jobbpunkt.plans import PlanView
from jobbpunkt.unit_of_work import UnitOfWork
from ui.drafts.naming import again
from ui.drafts.ways import Made, Sought, Way
from ui.plans.new_plan import new_plan_dialog, offered
from ui.plans.page import PlansPage
from ui.plans.ratings_dialog import ratings_dialog
from ui.plans.review_dialog import review_dialog
from ui.plans.store import PlanStore
from ui.plans.versions_card import signature_dialog
from ui.widgets.dialog import FormDialog

Make = Callable[[], Made]


def _new(uow: UnitOfWork, sought: Sought) -> Make:
    person = sought.record
    offer = offered(uow, person)

    def make() -> FormDialog:
        dialog = new_plan_dialog(sought.page, sought.context, offer, person=person)
        dialog.saved.connect(lambda change: sought.context.go("plans", change.record))
        return dialog

    return make


def _new_review(_uow: UnitOfWork, sought: Sought) -> Make:
    return lambda: review_dialog(sought.page, *_opened(sought))


def _review(uow: UnitOfWork, sought: Sought) -> Make:
    view = _as_it_stands(uow, sought)
    review = again(view.reviews, sought.of)
    return lambda: review_dialog(sought.page, _opened(sought)[0], view, review)


def _signature(_uow: UnitOfWork, sought: Sought) -> Make:
    def make() -> FormDialog:
        store, view = _opened(sought)
        return signature_dialog(sought.page, store, view, again(view.versions, sought.of))

    return make


def _ratings(uow: UnitOfWork, sought: Sought) -> Make:
    ratings = again(_as_it_stands(uow, sought).goals, sought.of).ratings
    return lambda: ratings_dialog(sought.page, _opened(sought)[0], sought.of, ratings)


def _as_it_stands(uow: UnitOfWork, sought: Sought) -> PlanView:
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
    "plan.review": _review,
    "plan.signature": _signature,
    "plan.ratings": _ratings,
}
