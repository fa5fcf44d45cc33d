"""A dialog over a plan that is open: what it writes brings the plan back, which is then shown as it is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ui.drafts.naming import DraftName
from ui.plans.store import PlanStore
from ui.widgets.dialog import FormDialog, Work
from ui.widgets.forms import Form


def plan_dialog(
    parent: QWidget,
    store: PlanStore,
    title: str,
    form: Form,
    prepare: Callable[[], Work],
    *,
    draft: DraftName,
    explanation: str = "",
    save: str = "",
    width: int = 560,
) -> FormDialog:
    """Return the dialog of a form that writes to the open plan; what it takes besides is as in FormDialog."""

    def carried() -> Work:
        return store.carrying(prepare())

    dialog = FormDialog(parent, store.context, title, form, carried, draft=draft, explanation=explanation, save=save, width=width)
    dialog.saved.connect(lambda _change: store.show_after())
    return dialog
