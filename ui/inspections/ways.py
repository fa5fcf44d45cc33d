"""The ways back into the forms of inspections."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtWidgets import QWidget

from jobbpunkt import inspections
from jobbpunkt.register.unit_of_work import Reading
from ui.drafts.ways import Made, Sought, Way
from ui.inspections import forms

Make = Callable[[], Made]


def _new(uow: Reading, sought: Sought) -> Make:
    return partial(forms.new_dialog, sought.page, sought.context, sought.of, forms.offered(uow, sought.of))


def _again(uow: Reading, sought: Sought) -> Make:
    view = inspections.view(uow, sought.of)
    return partial(forms.again_dialog, sought.page, sought.context, view, forms.offered(uow, view.programme_id))


def _head(uow: Reading, sought: Sought) -> Make:
    view = inspections.view(uow, sought.of)
    return partial(forms.change_dialog, sought.page, sought.context, view, forms.offered(uow, view.programme_id))


def _reopen(uow: Reading, sought: Sought) -> Make:
    return partial(forms.reopen_dialog, sought.page, sought.context, inspections.view(uow, sought.of))


def _remark(uow: Reading, sought: Sought) -> Make:
    """Show the inspection itself: what was typed of its remarks comes back there."""
    view = inspections.view(uow, sought.at)

    def show() -> QWidget:
        sought.context.go("work", view.id, "inspections")
        return sought.page

    return show


WAYS: Mapping[str, Way] = {
    "inspection.new": _new,
    "inspection.again": _again,
    "inspection.head": _head,
    "inspection.reopen": _reopen,
    "inspection.remark": _remark,
}
