"""What the forms of projects, assignments and indicators share."""

from __future__ import annotations

from decimal import Decimal
from uuid import UUID

from jobbpunkt.assignments import NewAssignment
from jobbpunkt.programmes import Extension, ProgrammeData
from ui.context import Context
from ui.drafts.naming import DraftName
from ui.widgets.forms import DateField, Form, NumberField


def day_field(context: Context, label: str) -> DateField:
    """Return a field for a day, which knows today."""
    return DateField(context.words, label, today=context.clock.today())


def whole(field: NumberField) -> int | None:
    """Return the whole number that stands in a field, or None."""
    value = field.value()
    return int(value) if isinstance(value, Decimal) else None


def named(kind: str, record: UUID | None = None) -> DraftName:
    """Return the name of a form's draft; all of them are opened again on the page of projects."""
    return DraftName(f"programme.{kind}", record, page="programmes")


def show(form: Form, known: ProgrammeData | NewAssignment | Extension) -> None:
    """Show what is known under the names that the form has for it."""
    form.set_values(**{name: getattr(known, name) for name in form.values()})
