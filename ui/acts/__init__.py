"""What can be done from the palette, each as a whole sentence, of what the signed-in user may do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jobbpunkt.palette.wishes import Deed, booking, deed
from jobbpunkt.register.index import fold
from jobbpunkt.register.permissions import Permission
from ui.acts.act import Act
from ui.acts.deeds import MAKERS
from ui.acts.meetings import bookings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from jobbpunkt.base.words import Words
    from jobbpunkt.register.unit_of_work import Reading
    from ui.context import Context

# Fewer letters begin too many words.
LEAST = 2

__all__ = ["Act", "Deed", "acts"]


def acts(uow: Reading, words: Words, typed: str) -> tuple[Act, ...]:
    """Return what the typed words ask for, of what the user may do."""
    found: list[Act] = []
    wanted = " ".join(fold(typed).split())
    if uow.user.may(Permission.EDIT_PEOPLE) and len(wanted) >= LEAST and fold(words("New person")).startswith(wanted):
        found.append(Act(words("New person"), "user-plus", _new_person))
    wish = booking(typed, uow.clock.today()) if uow.user.may(Permission.SEE_NOTES) else None
    if wish is not None:
        found += bookings(uow, words, wish)
    asked = deed(typed)
    if asked is not None:
        found += MAKERS[asked[0]](uow, words, asked[1])
    return tuple(found)


def _new_person(parent: QWidget, context: Context) -> None:
    from ui.people.person_form import new_person_dialog

    new_person_dialog(parent, context).open()
