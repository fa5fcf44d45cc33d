"""How a form says under which name its draft is kept, or why it keeps none."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeVar
from uuid import UUID

from jobbpunkt.base.errors import gone

if TYPE_CHECKING:
    from jobbpunkt.register.drafts import DraftOf


@dataclass(frozen=True, slots=True)
class DraftName:
    """The kind of form and the record it is about (None for a new one): together they find the draft again.

    `person` is whom it is about; `page` and `place` are where the form is opened, for the list of drafts; `title` says
    what it is there, where a form's own title names somebody.
    """

    form: str
    record: UUID | None = None
    person: UUID | None = None
    page: str = ""
    place: UUID | None = None
    title: str = ""

    @property
    def of(self) -> DraftOf:
        """Return what the draft is of."""
        from jobbpunkt.register.drafts import DraftOf

        return DraftOf(self.form, self.record)


@dataclass(frozen=True, slots=True)
class NotKept:
    """A form whose typing is never kept, and why."""

    reason: str


class _Row(Protocol):
    @property
    def id(self) -> UUID: ...


R = TypeVar("R", bound=_Row)


def again(rows: Iterable[R], record: UUID) -> R:
    """Return the row of a record among those just read, or refuse because it is gone."""
    found = next((row for row in rows if row.id == record), None)
    if found is None:
        raise gone()
    return found
