"""The ways back into the form of an organisation."""

from collections.abc import Callable, Mapping
from functools import partial

from jobbpunkt import organisations
from jobbpunkt.register.unit_of_work import Reading
from ui.drafts.naming import again
from ui.drafts.ways import Made, Sought, Way
from ui.organisations.form import organisation_dialog


def _new(_uow: Reading, sought: Sought) -> Callable[[], Made]:
    return partial(organisation_dialog, sought.page, sought.context)


def _change(uow: Reading, sought: Sought) -> Callable[[], Made]:
    return partial(organisation_dialog, sought.page, sought.context, again(organisations.rows(uow), sought.of))


WAYS: Mapping[str, Way] = {"organisation.new": _new, "organisation": _change}
