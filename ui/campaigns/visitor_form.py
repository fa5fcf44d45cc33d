"""The dialog that counts a visitor by name, who has said yes to that."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from jobbpunkt import campaigns
from jobbpunkt.base.errors import InvalidInput
from jobbpunkt.campaigns import VisitRow
from ui import asking
from ui.context import Context
from ui.drafts.naming import NotKept
from ui.people.person_field import People, PersonField, everybody
from ui.widgets.buttons import icon_button
from ui.widgets.choice_fields import TickField
from ui.widgets.dialog import FormDialog, Work
from ui.widgets.forms import Form
from ui.widgets.labels import muted, strong
from ui.widgets.layouts import boxed, clear, column, row

if TYPE_CHECKING:
    from jobbpunkt.register.unit_of_work import Reading

Visits = tuple[VisitRow, ...]
LATEST = 5


class _Line(QWidget):
    """A visitor who was counted by name, with the button that takes it back."""

    def __init__(self, context: Context, visit: VisitRow, taken: Callable[[UUID], None]) -> None:
        super().__init__()
        self.setProperty("ground", "none")
        name = visit.name.shown(context.words)
        back = icon_button("undo-2", context.words("Take back {name}", name=name), self._take_back)
        line = row(muted(context.words.moment(visit.at)), strong(name), back)
        line.setStretch(1, 1)
        line.setContentsMargins(0, 0, 0, 0)
        self.setLayout(line)
        self._context, self._visit, self._taken = context, visit.id, taken

    def _take_back(self) -> None:
        asking.write(self, self._context, lambda uow: campaigns.strike_visit(uow, self._visit), lambda _change: self._gone())

    def _gone(self) -> None:
        self._taken(self._visit)
        self.hide()


def open_visitor_form(parent: QWidget, context: Context, campaign: UUID, week: UUID | None) -> None:
    """Load whom one can choose, then ask who came."""

    def work(uow: Reading) -> tuple[People, Visits]:
        return everybody(uow), campaigns.visitors(uow, campaign)

    asking.read(parent, context, work, lambda found: visitor_dialog(parent, context, campaign, week, *found).open())


def visitor_dialog(
    parent: QWidget, context: Context, campaign: UUID, week: UUID | None, people: People, visits: Visits
) -> FormDialog:
    """Return the dialog that counts one visitor by name, and takes back one who was counted by mistake."""
    words = context.words
    form = Form(words)
    who = form.add("person_id", PersonField(words, words("Who"), people))
    consents = form.add("consents", TickField(words("Has said yes to being written down by name")))

    def prepare() -> Work:
        person, said_yes = who.value(), consents.value()
        if person is None:
            raise InvalidInput("Choose who it is, or count the visitor without a name.", field="person_id")
        return lambda uow: campaigns.sign_in(uow, campaign, person, consents=said_yes, week_id=week)

    lines = column(spacing=4)
    form.put(boxed(lines))
    taken: set[UUID] = set()

    def show_visits() -> None:
        """Show the latest visitors, or every visit of whoever is chosen: any of them can be taken back."""
        chosen = who.value()
        clear(lines)
        left = [one for one in visits if one.id not in taken]
        for visit in [one for one in left if one.person_id == chosen] or left[:LATEST]:
            lines.addWidget(_Line(context, visit, taken.add))

    who.changed.connect(show_visits)
    show_visits()
    told = words("Most visitors are counted without a name. A name is only for who is in the register and wants it.")
    return FormDialog(
        parent,
        context,
        words("Visitor by name"),
        form,
        prepare,
        draft=NotKept("a choice and a tick, made again in a moment"),
        explanation=told,
        save=words("Count"),
    )
