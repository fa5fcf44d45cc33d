"""The ways back into the forms of safety."""

from collections.abc import Callable, Mapping
from functools import partial

from jobbpunkt import safety, work
from jobbpunkt.register.unit_of_work import Reading
from ui.drafts.naming import again
from ui.drafts.ways import Made, Sought, Way
from ui.safety import forms

Make = Callable[[], Made]


def _new_chemical(_uow: Reading, sought: Sought) -> Make:
    return partial(forms.chemical_dialog, sought.page, sought.context, sought.of)


def _chemical(uow: Reading, sought: Sought) -> Make:
    found = again(safety.chemicals(uow, sought.at), sought.of)
    return partial(forms.chemical_dialog, sought.page, sought.context, sought.at, found)


def _new_introduction(uow: Reading, sought: Sought) -> Make:
    group = work.group(uow, sought.of, uow.clock.today())
    return partial(forms.introduction_dialog, sought.page, sought.context, sought.of, group)


def _introduction(uow: Reading, sought: Sought) -> Make:
    group, found = work.group(uow, sought.at, uow.clock.today()), again(safety.introductions(uow, sought.at), sought.of)
    return partial(forms.introduction_dialog, sought.page, sought.context, sought.at, group, found)


def _new_key(uow: Reading, sought: Sought) -> Make:
    group = work.group(uow, sought.of, uow.clock.today())
    return partial(forms.receipt_dialog, sought.page, sought.context, sought.of, group)


def _key(uow: Reading, sought: Sought) -> Make:
    group, found = work.group(uow, sought.at, uow.clock.today()), again(safety.receipts(uow, sought.at), sought.of)
    return partial(forms.receipt_dialog, sought.page, sought.context, sought.at, group, found)


WAYS: Mapping[str, Way] = {
    "safety.chemical.new": _new_chemical,
    "safety.chemical": _chemical,
    "safety.introduction.new": _new_introduction,
    "safety.introduction": _introduction,
    "safety.key.new": _new_key,
    "safety.key": _key,
}
