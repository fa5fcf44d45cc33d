"""Where one can type in an open form, and what of it a draft keeps."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from jobbpunkt.register.drafts import Draft
from ui.drafts.form_draft import FormDraft
from ui.drafts.naming import DraftName
from ui.drafts.ways import ON_PAGE
from ui.widgets.field import Field


def opens(draft: Draft, name: DraftName) -> bool:
    """Return whether a form is the one that a draft is of, or stands on the page that it is of."""
    if draft.of.form in ON_PAGE:
        return name.form in ON_PAGE and name.place == draft.place
    return name.of == draft.of


def forms_of(draft: Draft) -> list[FormDraft]:
    """Return what keeps the drafts of the form that is open."""
    found = [one for window in QApplication.topLevelWidgets() for one in window.findChildren(FormDraft)]
    return [one for one in found if one.begun and opens(draft, one.name) and _place(one).isVisible()]


def holdings(forms: list[FormDraft]) -> dict[str, Any]:
    """Return what stands in each field of which a draft is kept."""
    return {f"{form.name.of.text}#{key}": field.keep() for form in forms for key, field in form.fields.items()}


def _writable(widget: QWidget) -> bool:
    if isinstance(widget, QLineEdit):
        return not widget.isReadOnly() and widget.echoMode() is QLineEdit.EchoMode.Normal
    return isinstance(widget, QComboBox) or (isinstance(widget, QPlainTextEdit) and not widget.isReadOnly())


def _found(forms: list[FormDraft]) -> Iterator[tuple[str, Field[Any], QWidget]]:
    """Yield where one can type in the form: the field that is kept (or nothing), the field itself, and the widget."""
    kept = {id(field): f"{form.name.of.text}#{key}" for form in forms for key, field in form.fields.items()}
    for owner in {_place(form) for form in forms}:
        for widget in owner.findChildren(QWidget):
            inner = _field_around(widget)
            if inner is not None and _writable(widget) and widget.isVisible() and widget.isEnabled():
                around: QWidget | None = inner
                while around is not None and id(around) not in kept:
                    around = around.parentWidget()
                yield kept[id(around)] if around is not None else "", inner, widget


def _place(form: FormDraft) -> QWidget:
    """Return the dialog in which a form stands, or the widget whose draft it is."""
    owner = form.parent()
    while owner is not None and not isinstance(owner, QWidget):
        owner = owner.parent()
    if owner is None:
        raise LookupError(form.name.of.text)
    return owner


def _field_around(widget: QWidget) -> Field[Any] | None:
    around = widget.parentWidget()
    while around is not None and not isinstance(around, Field):
        around = around.parentWidget()
    return around


def spots_of(forms: list[FormDraft]) -> list[tuple[str, Field[Any], Any]]:
    """Return where one can type now and it is kept."""
    return [(key, field, widget) for key, field, widget in _found(forms) if key]


def undrafted(forms: list[FormDraft]) -> list[str]:
    """Return the fields of which nothing is kept although one types or chooses in them."""
    kept = {field for form in forms for field in form.fields.values()}
    inside: set[Field[Any]] = {one for form in forms for one in _place(form).findChildren(Field)}
    lost = (one for one in inside if one.isVisible() and not one.secret and not any(_holds(field, one) for field in kept))
    return sorted({one.name or one.label.text() or type(one).__name__ for one in lost})


def _holds(field: Field[Any], one: Field[Any]) -> bool:
    return field is one or field.isAncestorOf(one)
