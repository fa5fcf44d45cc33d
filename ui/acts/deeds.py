"""What else is done from the palette: counting, printing a plan or a CV, writing a note, ending an enrolment."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from PySide6.QtWidgets import QWidget

from jobbpunkt import campaigns, cases, plans
from jobbpunkt.palette.wishes import Deed
from jobbpunkt.register.index import tokens
from jobbpunkt.register.permissions import Permission
from jobbpunkt.written import cvs
from models.vocabulary import CaseStatus
from ui.acts.act import Act, leads_to
from ui.acts.people import meant

if TYPE_CHECKING:
    from jobbpunkt.base.words import Words
    from jobbpunkt.campaigns import CampaignRow
    from jobbpunkt.register.unit_of_work import Reading
    from ui.context import Context

AT_MOST = 6
T = TypeVar("T")
Papers = Callable[["Reading", UUID], Iterable[T]]
Maker = Callable[["Reading", "Words", str], list[Act]]


def _counting(uow: Reading, words: Words, typed: str) -> list[Act]:
    """Offer the campaigns where one counts: those that go on today first, then the latest."""
    if not uow.user.may(Permission.COUNT):
        return []
    today, wanted = uow.clock.today(), tokens(typed)

    def later_than_others(row: CampaignRow) -> tuple[bool, int]:
        return not row.starts_on <= today <= row.ends_on, -row.starts_on.toordinal()

    rows = [row for row in campaigns.overview(uow) if _begins(row.name, wanted)]
    return [
        Act(
            words("Count: {campaign}", campaign=row.name),
            "list-checks",
            leads_to("campaigns", row.id, "counting"),
            words("going on now") if row.starts_on <= today <= row.ends_on else words.day(row.starts_on),
        )
        for row in sorted(rows, key=later_than_others)[:AT_MOST]
    ]


def _begins(name: str, wanted: list[str]) -> bool:
    return all(any(word.startswith(token) for word in tokens(name)) for token in wanted)


def _of_each(uow: Reading, words: Words, who: str, papers_of: Papers[T]) -> list[tuple[str, T]]:
    """Return the first papers of the people who are meant, each with what the person is called."""
    people = meant(uow, words, who).items()
    return [(name, paper) for person, name in people for paper in papers_of(uow, person)][:AT_MOST]


def _plans(uow: Reading, words: Words, who: str) -> list[Act]:
    if not uow.user.may(Permission.SEE_PLANS):
        return []
    return [
        Act(
            words("Print the plan of {name}", name=name),
            "printer",
            partial(_print_plan, row.id),
            " · ".join((words(row.kind.label), words(row.status.label))),
        )
        for name, row in _of_each(uow, words, who, plans.of_person)
    ]


def _print_plan(plan: UUID, parent: QWidget, context: Context) -> None:
    from ui.plans.paper_dialog import PlanPaper

    PlanPaper.open_on(parent, context, plan)


def _cvs(uow: Reading, words: Words, who: str) -> list[Act]:
    if not uow.user.may(Permission.SEE_NOTES):
        return []
    return [
        Act(
            words("Print the CV of {name}", name=name),
            "printer",
            partial(_print_cv, row.id),
            f"{row.title} · {words.moment(row.made_at)}",
        )
        for name, row in _of_each(uow, words, who, cvs.of_person)
    ]


def _print_cv(cv: UUID, parent: QWidget, context: Context) -> None:
    from ui.cvs.printing import CvPaper

    CvPaper.open_on(parent, context, cv)


def _notes(uow: Reading, words: Words, who: str) -> list[Act]:
    if not uow.user.may(Permission.SEE_NOTES):
        return []
    return [
        Act(words("New note about {name}", name=name), "pencil", partial(_write_note, person))
        for person, name in meant(uow, words, who).items()
    ]


def _write_note(person: UUID, parent: QWidget, context: Context) -> None:
    from ui.people.note_form import note_dialog

    note_dialog(parent, context, person).open()


def _endings(uow: Reading, words: Words, who: str) -> list[Act]:
    if not uow.user.may(Permission.EDIT_PEOPLE):
        return []
    return [
        Act(
            words("End the enrolment of {name}", name=name),
            "circle-check",
            leads_to("people", person, "closing"),
        )
        for person, name in meant(uow, words, who).items()
        if any(case.status is not CaseStatus.CLOSED for case in cases.of_person(uow, person)[:1])
    ]


MAKERS: Mapping[Deed, Maker] = MappingProxyType(
    {
        Deed.COUNT: _counting,
        Deed.PRINT_PLAN: _plans,
        Deed.PRINT_CV: _cvs,
        Deed.NEW_NOTE: _notes,
        Deed.CLOSE: _endings,
    }
)
