"""What can be done from the palette, each as a whole sentence: a new person, a meeting booked with whom and when."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QDialog, QWidget

from jobbpunkt.i18n import Words
from jobbpunkt.permissions import Permission
from jobbpunkt.search import Hit, find, fold
from jobbpunkt.wishes import BookingWish, booking

if TYPE_CHECKING:
    from jobbpunkt.unit_of_work import UnitOfWork
    from ui.context import Context

# Fewer letters begin too many words.
LEAST = 2
PEOPLE = 4


@dataclass(frozen=True, slots=True)
class Act:
    """A sentence, its icon, and the form that it opens."""

    text: str
    icon: str
    form: Callable[[QWidget, Context], QDialog]


def acts(uow: UnitOfWork, words: Words, typed: str) -> tuple[Act, ...]:
    """Return what the typed words ask for, of what the user may do."""
    found: list[Act] = []
    wanted = " ".join(fold(typed).split())
    if uow.user.may(Permission.EDIT_PEOPLE) and len(wanted) >= LEAST and fold(words("New person")).startswith(wanted):
        found.append(Act(words("New person"), "user-plus", _new_person))
    wish = booking(typed, uow.clock.today()) if uow.user.may(Permission.SEE_NOTES) else None
    if wish is not None:
        found += _bookings(uow, words, wish)
    return tuple(found)


def _bookings(uow: UnitOfWork, words: Words, wish: BookingWish) -> list[Act]:
    if not wish.who:
        return [_booking(words, wish)]
    # A protected person is found by the reference alone and has no title here: the form itself tells who it is.
    people = find(uow, wish.who, kinds={"person"}, limit=PEOPLE)
    return [_booking(words, wish, one) for one in people if one.title]


def _booking(words: Words, wish: BookingWish, one: Hit | None = None) -> Act:
    said = [words("Book a meeting") if one is None else words("Book a meeting with {name}", name=one.title)]
    if wish.day is not None:
        said.append(f"{words.day(wish.day, 'weekday')} {wish.day.year}")
    if wish.at is not None:
        said.append(f"{wish.at:%H:%M}")
    return Act(", ".join(said), "calendar-days", partial(_book, None if one is None else one.record, wish))


def _book(person: UUID | None, wish: BookingWish, parent: QWidget, context: Context) -> QDialog:
    from ui.coaching.booking import booking_dialog

    return booking_dialog(parent, context, person=person, day=wish.day, at=wish.at)


def _new_person(parent: QWidget, context: Context) -> QDialog:
    from ui.people.person_form import new_person_dialog

    return new_person_dialog(parent, context)
