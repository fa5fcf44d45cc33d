"""The dialog that adds a series, or puts one right."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from jobbpunkt import series
from jobbpunkt.series import SeriesData, SeriesRow
from jobbpunkt.series.fields import FIELDS
from ui.context import Context
from ui.drafts.naming import DraftName
from ui.widgets import declared
from ui.widgets.dialog import FormDialog, Work


def series_dialog(parent: QWidget, context: Context, known: SeriesRow | None = None) -> FormDialog:
    """Return the dialog that adds a series, or puts one right."""
    words = context.words
    form = declared.form_of(context, FIELDS)

    def prepare() -> Work:
        data = SeriesData(**declared.read(form, FIELDS))
        if known is None:
            return lambda uow: series.create(uow, data)
        return lambda uow: series.change(uow, known.id, known.version, data)

    if known is None:
        form.set_values(starts_on=context.clock.today())
        return FormDialog(
            parent, context, words("New series"), form, prepare, draft=DraftName("event.series.new", page="events"), width=640
        )
    declared.show(form, FIELDS, known.data)
    draft = DraftName("event.series", known.id, page="events")
    return FormDialog(parent, context, words("Change the series"), form, prepare, draft=draft, width=640)
