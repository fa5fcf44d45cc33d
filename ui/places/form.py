"""The dialog that adds a place, or puts one right."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from jobbpunkt import places
from jobbpunkt.places import PlaceData, PlaceRow
from jobbpunkt.places.fields import FIELDS
from ui.context import Context
from ui.programmes.form_parts import named
from ui.widgets import declared
from ui.widgets.dialog import FormDialog, Work


def place_dialog(parent: QWidget, context: Context, known: PlaceRow | None = None) -> FormDialog:
    """Return the dialog that adds a place, or puts one right."""
    words = context.words
    form = declared.form_of(context, FIELDS)

    def prepare() -> Work:
        data = PlaceData(**declared.read(form, FIELDS))
        if known is None:
            return lambda uow: places.create(uow, data)
        return lambda uow: places.change(uow, known.id, known.version, data)

    if known is None:
        return FormDialog(parent, context, words("New place"), form, prepare, draft=named("place.new"), width=520)
    declared.show(form, FIELDS, known.data)
    return FormDialog(parent, context, words("Change the place"), form, prepare, draft=named("place", known.id), width=520)
