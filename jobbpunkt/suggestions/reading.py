"""Reading the library of suggestions: all of it, and what is offered for a kind of plan."""

from sqlalchemy import select

from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.reads import depends_on
from jobbpunkt.register.unit_of_work import Reading
from jobbpunkt.suggestions.data import SuggestionRow
from jobbpunkt.suggestions.starter import starter
from models.suggestion import Suggestion
from models.vocabulary import PlanKind


@depends_on(Suggestion)
def library(uow: Reading) -> tuple[SuggestionRow, ...]:
    """Return every suggestion, each goal followed by its steps; until the office changes one, those a register begins with."""
    uow.require(Permission.SEE_PLANS)
    rows = uow.session.scalars(select(Suggestion).order_by(Suggestion.id)).all()
    if not rows:
        return tuple(starter())
    goals = {row.id: row.text for row in rows if row.goal_id is None}
    found = (
        SuggestionRow(
            row.id, row.version, row.kind, row.text, row.goal_id, goals[row.goal_id] if row.goal_id else "", row.is_retired
        )
        for row in rows
    )
    return tuple(sorted(found, key=_place))


@depends_on(Suggestion)
def offered(uow: Reading, kind: PlanKind) -> tuple[SuggestionRow, ...]:
    """Return what a kind of plan is offered: neither what is retired, nor the steps of a goal that is."""
    rows = library(uow)
    retired = {row.id for row in rows if row.is_retired}
    return tuple(row for row in rows if row.kind is kind and row.id not in retired and row.goal_id not in retired)


def _place(row: SuggestionRow) -> tuple[int, str, bool, str]:
    return list(PlanKind).index(row.kind), (row.goal or row.text).casefold(), row.goal_id is not None, row.text.casefold()
