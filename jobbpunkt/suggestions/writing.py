"""Adding, rewording and retiring suggestions; plans that took one keep their own words."""

from uuid import UUID

from sqlalchemy import exists, select

from jobbpunkt.base import checks
from jobbpunkt.base.changes import Change
from jobbpunkt.base.errors import InvalidInput
from jobbpunkt.base.ids import new_id
from jobbpunkt.base.words import N_
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.unit_of_work import Reading, Writing
from jobbpunkt.suggestions.data import SuggestionData
from jobbpunkt.suggestions.starter import starter
from models.suggestion import Suggestion


def add(uow: Writing, data: SuggestionData) -> Change:
    """Add a goal, or a step of a goal."""
    _begin(uow)
    if data.goal_id is not None:
        goal = uow.get(Suggestion, data.goal_id)
        if goal.goal_id is not None or goal.kind is not data.kind:
            raise ValueError("a step is suggested for a goal of its own kind of plan")
    row = Suggestion(id=new_id(), kind=data.kind, goal_id=data.goal_id, is_retired=False)
    _write(uow, row, data.text)
    return uow.change(uow.add(row), N_("The suggestion has been added."))


def change(uow: Writing, suggestion_id: UUID, version: int, text: str) -> Change:
    """Save other words for a suggestion."""
    _begin(uow)
    row = uow.fresh(Suggestion, suggestion_id, version)
    _write(uow, row, text)
    return uow.change(row, N_("The suggestion has been saved."))


def retire(uow: Writing, suggestion_id: UUID) -> Change:
    """Offer a suggestion no longer; with a goal go its steps."""
    _begin(uow)
    row = uow.get(Suggestion, suggestion_id)
    row.is_retired = True
    return uow.change(row, N_("The suggestion is no longer offered."))


def bring_back(uow: Writing, suggestion_id: UUID) -> Change:
    """Offer a suggestion again."""
    _begin(uow)
    row = uow.get(Suggestion, suggestion_id)
    row.is_retired = False
    return uow.change(row, N_("The suggestion is offered again."))


def _begin(uow: Writing) -> None:
    """Ask who may, and make records of the suggestions that a register begins with when the first of them is changed."""
    uow.require(Permission.SEE_PLANS)
    if uow.session.scalar(select(exists().where(Suggestion.id.is_not(None)))):
        return
    for row in starter():
        uow.add(Suggestion(id=row.id, kind=row.kind, goal_id=row.goal_id, text=row.text, is_retired=False))
        if row.goal_id is None:
            uow.flush()  # its steps refer to it
    uow.flush()


def _write(uow: Reading, row: Suggestion, text: str) -> None:
    row.text = checks.line(text, field="text", required=True)
    with uow.session.no_autoflush:
        same = select(Suggestion.id).where(
            Suggestion.kind == row.kind, Suggestion.goal_id.is_not_distinct_from(row.goal_id), Suggestion.text == row.text
        )
        if uow.session.scalar(same.where(Suggestion.id != row.id)) is not None:
            raise InvalidInput("This is suggested already. Change the words, or offer the other one again.", field="text")
