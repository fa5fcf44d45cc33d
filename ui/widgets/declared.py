"""A form made from a noun's declared fields: put in, filled, and read back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType
from typing import Any, TypeVar

from jobbpunkt.base import checks
from jobbpunkt.base.fields import TEXTS, Kind
from jobbpunkt.base.fields import Field as Declared
from jobbpunkt.base.words import Words
from models.vocabulary import Choice
from ui.context import Context
from ui.widgets.forms import ChoiceField, DateField, Field, Form, LineField, LongTextField, NumberField

C = TypeVar("C", bound=Choice)
Offers = Mapping[str, Sequence[tuple[Any, str]]]


def choices_of(kind: type[C], words: Words) -> list[tuple[C, str]]:
    """Return the members of a closed list with their words, in order."""
    return [(member, words(member.label)) for member in kind]


def form_of(context: Context, fields: Iterable[Declared], offers: Offers | None = None) -> Form:
    """Return an empty form with the fields under their own names; `offers` says what can be chosen where records are."""
    form = Form(context.words)
    for field in fields:
        add(form, field, context, (offers or {}).get(field.name, ()))
    return form


def add(form: Form, field: Declared, context: Context, offered: Sequence[tuple[Any, str]] = ()) -> Field[Any]:
    """Put one more field into a form, under the heading that begins with it unless that is the form's first."""
    if field.section and form.fields:
        form.section(context.words(field.section))
    made = _MAKERS.get(field.kind, _line)(field, context, offered)
    return form.add(field.name, made, beside=field.beside)


def show(form: Form, fields: Iterable[Declared], record: object) -> None:
    """Show what a record holds."""
    form.set_values(**{field.name: _in_form(field, getattr(record, field.name)) for field in fields if field.name in form.fields})


def read(form: Form, fields: Iterable[Declared]) -> dict[str, Any]:
    """Return what the form holds of the fields; InvalidInput names the first that cannot be read."""
    return {field.name: _read(field, form[field.name].value()) for field in fields if field.name in form.fields}


def _in_form(field: Declared, value: Any) -> Any:
    if field.kind is Kind.LISTED:
        return value or None
    return Decimal(value) if isinstance(value, int) and field.kind in (Kind.WHOLE, Kind.YEAR) else value


def _read(field: Declared, value: Any) -> Any:
    if value is None and field.kind in TEXTS:
        return ""
    if value is None and field.required:
        return checks.chosen_day(value, field=field.name)
    return int(value) if isinstance(value, Decimal) else value


def _line(field: Declared, context: Context, _: Sequence[tuple[Any, str]]) -> Field[Any]:
    return LineField(context.words(field.label), hint=context.words(field.hint))


def _text(field: Declared, context: Context, _: Sequence[tuple[Any, str]]) -> Field[Any]:
    return LongTextField(context.words(field.label), hint=context.words(field.hint), lines=field.lines, snug=field.snug)


def _day(field: Declared, context: Context, _: Sequence[tuple[Any, str]]) -> Field[Any]:
    words = context.words
    return DateField(words, words(field.label), today=context.clock.today(), hint=words(field.hint))


def _number(field: Declared, context: Context, _: Sequence[tuple[Any, str]]) -> Field[Any]:
    return NumberField(context.words(field.label), hint=context.words(field.hint), highest=field.most)


def _choice(field: Declared, context: Context, offered: Sequence[tuple[Any, str]]) -> Field[Any]:
    words = context.words
    none = words(field.none) if field.none else None
    return ChoiceField(words(field.label), _offered(field, words) or offered, none=none, hint=words(field.hint))


def _offered(field: Declared, words: Words) -> Sequence[tuple[Any, str]]:
    if field.choices is not None:
        return choices_of(field.choices, words)
    if field.names is not None:
        return [(name, name) for name in field.names()]
    return [(True, words("Yes")), (False, words("No"))] if field.kind is Kind.YES_NO else ()


_MAKERS: Mapping[Kind, Callable[[Declared, Context, Sequence[tuple[Any, str]]], Field[Any]]] = MappingProxyType(
    {
        Kind.TEXT: _text,
        Kind.DAY: _day,
        Kind.WHOLE: _number,
        Kind.YEAR: _number,
        Kind.CHOICE: _choice,
        Kind.LISTED: _choice,
        Kind.YES_NO: _choice,
        Kind.RECORD: _choice,
    }
)
