"""The two fields in which one chooses an organisation that is known, or writes the name of a new one."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING
from uuid import UUID

from jobbpunkt import organisations
from jobbpunkt.base.errors import InvalidInput
from jobbpunkt.base.words import Words
from ui.widgets.forms import ChoiceField, Form, LineField

if TYPE_CHECKING:
    from jobbpunkt.register.unit_of_work import Writing

Offered = tuple[tuple[UUID, str], ...]
Found = Callable[["Writing"], UUID]


def add_organisation(form: Form, words: Words, offered: Offered, but: Collection[UUID] = ()) -> Callable[[], Found]:
    """Add the fields; what is returned reads them, refuses neither, and gives what finds or makes the organisation on saving."""
    left = [choice for choice in offered if choice[0] not in but]
    known = form.add("organisation_id", ChoiceField(words("Organisation"), left, none=words("Choose an organisation")))
    new = form.add("name", LineField(words("or a new organisation")))

    def read() -> Found:
        chosen, name = known.value(), new.value()
        if chosen is None and not name:
            raise InvalidInput("Choose an organisation, or write the name of a new one.", field="organisation_id")
        return lambda uow: chosen if chosen is not None else organisations.find_or_create(uow, name)

    return read
