"""The dialog that counts a visitor by name, who has said yes to that."""

from __future__ import annotations

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
from ui.widgets.layouts import row

if TYPE_CHECKING:
    from jobbpunkt.register.unit_of_work import Reading

Visits = tuple[VisitRow, ...]
LATEST = 5


class _Line(QWidget):
    """A visitor who was counted by name, with the button that takes it back."""

    def __init__(self, context: Context, visit: VisitRow) -> None:
        super().__init__()
        self.setProperty("ground", "none")
        name = visit.name.shown(context.words)
        back = icon_button("undo-2", context.words("Take back {name}", name=name), self._take_back)
        line = row(muted(context.words.moment(visit.at)), strong(name), back)
        line.setStretch(1, 1)
        line.setContentsMargins(0, 0, 0, 0)
        self.setLayout(line)
        self._context, self._visit = context, visit.id

    def _take_back(self) -> None:
        asking.write(self, self._context, lambda uow: campaigns.strike_visit(uow, self._visit), lambda _change: self.hide())


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

    for visit in visits[:LATEST]:
        form.put(_Line(context, visit))
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
