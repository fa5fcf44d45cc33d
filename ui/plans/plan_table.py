"""The table of plans, as the page and a person's tab show it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from jobbpunkt.base.words import N_, Words
from jobbpunkt.plans import PlanRow
from ui.tokens import Tone
from ui.tones import tone_of
from ui.widgets.empty import EmptyState
from ui.widgets.row_table import Column, RowTable


def plan_table(words: Words, *, empty: EmptyState, with_person: bool) -> RowTable[PlanRow]:
    """Return an empty table of plans; on a person's own tab the person is not named again."""
    person: Column[PlanRow] = Column(
        N_("Participant"), lambda row: row.person.shown(words), lambda row: row.person.key, strong=True
    )
    columns = [person, *_columns(words)] if with_person else _columns(words)
    return RowTable(words, columns, lambda row: row.id, empty=empty, name=words("Plans"))


def _columns(words: Words) -> Sequence[Column[PlanRow]]:
    return (
        Column(N_("Plan"), lambda row: words(row.kind.label)),
        Column(N_("Status"), lambda row: words(row.status.label), tone=lambda row: tone_of(row.status)),
        Column(N_("Goals and steps"), lambda row: _progress(row, words), _share),
        Column(N_("Coach"), lambda row: row.coach),
        Column(N_("Next follow-up"), lambda row: _review(row, words), lambda row: row.review_on or date.max, tone=_due_tone),
    )


def _progress(row: PlanRow, words: Words) -> str | None:
    if not row.goals:
        return None
    goals = words.plural("{n} goal", "{n} goals", row.goals)
    steps = words.plural("{done} of {n} step", "{done} of {n} steps", row.steps, done=row.steps_done)
    return f"{goals}, {steps}" if row.steps else goals


def _share(row: PlanRow) -> float | None:
    return row.steps_done / row.steps if row.steps else None


def _review(row: PlanRow, words: Words) -> date | str | None:
    if row.overdue and row.review_on is not None:
        return words("{day}, late", day=words.day(row.review_on))
    return row.review_on


def _due_tone(row: PlanRow) -> Tone:
    return "bad" if row.overdue else "warn" if row.due else "neutral"
