"""The ways back into the forms of a campaign."""

from collections.abc import Callable, Mapping
from functools import partial

from jobbpunkt import campaigns, organisations
from jobbpunkt.register.unit_of_work import Reading
from ui.campaigns.activity_form import activity_dialog
from ui.campaigns.count_forms import correct_dialog, several_dialog
from ui.campaigns.evaluation_form import evaluation_dialog
from ui.campaigns.frame_form import FrameDialog
from ui.campaigns.measure_form import measure_dialog
from ui.campaigns.partner_forms import change_partner_dialog, new_partner_dialog
from ui.campaigns.stand_forms import change_stand_dialog, new_stand_dialog
from ui.drafts.naming import again
from ui.drafts.ways import Made, Sought, Way

Make = Callable[[], Made]


def _frame(uow: Reading, sought: Sought) -> Make:
    leads = campaigns.leads(uow)
    if sought.record is not None:
        return partial(FrameDialog, sought.page, sought.context, leads, campaigns.get(uow, sought.record))

    def make() -> FrameDialog:
        dialog = FrameDialog(sought.page, sought.context, leads, None)
        dialog.saved.connect(lambda change: sought.context.go("campaigns", change.record))
        return dialog

    return make


def _new_partner(uow: Reading, sought: Sought) -> Make:
    found = organisations.choices(uow)
    return partial(new_partner_dialog, sought.page, sought.context, campaigns.get(uow, sought.of), found)


def _partner(uow: Reading, sought: Sought) -> Make:
    found = campaigns.get(uow, sought.at)
    return partial(change_partner_dialog, sought.page, sought.context, found.id, again(found.partners, sought.of))


def _new_activity(uow: Reading, sought: Sought) -> Make:
    return partial(activity_dialog, sought.page, sought.context, campaigns.get(uow, sought.of))


def _activity(uow: Reading, sought: Sought) -> Make:
    found = campaigns.get(uow, sought.at)
    return partial(activity_dialog, sought.page, sought.context, found, again(found.content, sought.of))


def _new_measure(uow: Reading, sought: Sought) -> Make:
    return partial(measure_dialog, sought.page, sought.context, campaigns.get(uow, sought.of), organisations.choices(uow))


def _measure(uow: Reading, sought: Sought) -> Make:
    found = campaigns.get(uow, sought.at)
    return partial(
        measure_dialog, sought.page, sought.context, found, organisations.choices(uow), again(found.measures, sought.of)
    )


def _new_stand(uow: Reading, sought: Sought) -> Make:
    return partial(new_stand_dialog, sought.page, sought.context, sought.of, organisations.choices(uow))


def _stand(uow: Reading, sought: Sought) -> Make:
    found = campaigns.stands(uow, sought.at)
    return partial(change_stand_dialog, sought.page, sought.context, sought.at, again(found, sought.of))


def _new_evaluation(uow: Reading, sought: Sought) -> Make:
    return partial(evaluation_dialog, sought.page, sought.context, campaigns.get(uow, sought.of).id)


def _evaluation(uow: Reading, sought: Sought) -> Make:
    found = campaigns.get(uow, sought.at)
    return partial(evaluation_dialog, sought.page, sought.context, found.id, again(found.evaluations, sought.of))


def _several(uow: Reading, sought: Sought) -> Make:
    return partial(several_dialog, sought.page, sought.context, campaigns.get(uow, sought.of))


def _correct(uow: Reading, sought: Sought) -> Make:
    entry = campaigns.entry(uow, sought.of)
    return partial(correct_dialog, sought.page, sought.context, sought.at, entry)


WAYS: Mapping[str, Way] = {
    "campaign": _frame,
    "campaign.partner.new": _new_partner,
    "campaign.partner": _partner,
    "campaign.activity.new": _new_activity,
    "campaign.activity": _activity,
    "campaign.measure.new": _new_measure,
    "campaign.measure": _measure,
    "campaign.stand.new": _new_stand,
    "campaign.stand": _stand,
    "campaign.evaluation.new": _new_evaluation,
    "campaign.evaluation": _evaluation,
    "campaign.count": _several,
    "campaign.count.correct": _correct,
}
