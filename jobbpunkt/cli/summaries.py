"""The papers that show a whole register at work: every report, and the plans and other papers of whom one may open."""

import re
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from jobbpunkt import campaigns, coaching, plans, reports
from jobbpunkt.base.words import N_, Words
from jobbpunkt.documents.drawing import Drawing
from jobbpunkt.measures import Period
from jobbpunkt.people import opening
from jobbpunkt.plans import PlanRow
from jobbpunkt.printing import drawings
from jobbpunkt.printing.drawings import Paper
from jobbpunkt.register.index import fold
from jobbpunkt.register.opening import Register
from jobbpunkt.register.unit_of_work import Reading, Writing
from jobbpunkt.reports import Format, Kind, ReportChoice
from jobbpunkt.written import cvs, letters
from models.vocabulary import SessionStatus

Named = tuple[str, Drawing[Any]]


def of(register: Register, words: Words) -> list[Named]:
    """Return the name of each file and what draws it."""
    with register.writing() as uow:
        return [*_reports(uow, words), *_of_people(uow, words)]


def _reports(uow: Writing, words: Words) -> Iterator[Named]:
    year = uow.clock.today().year
    others = (Kind.CASELOAD, Kind.PROGRAMME, Kind.KEY_FIGURES, Kind.KOLADA)
    choices = [ReportChoice.year(year), *(ReportChoice(kind, Period.year(year)) for kind in others)]
    choices.append(ReportChoice(Kind.BOARD, Period.month(uow.clock.today())))
    choices += [ReportChoice(Kind.CAMPAIGN, campaign_id=row.id) for row in campaigns.overview(uow)]
    for choice in choices:
        material = reports.gather(uow, choice, words)
        reports.note_printed(uow, material, Format.PDF)
        yield reports.file_name(material.report, words, Format.PDF), reports.drawing(material)


def _of_people(uow: Writing, words: Words) -> Iterator[Named]:
    rows = [row for row in plans.all_plans(uow) if opening.standing(uow, row.person_id).open]
    for row in rows:
        yield _named(words(row.kind.label), row), drawings.plan(uow, row.id, words)
    for row in {row.person_id: row for row in rows}.values():
        for title, paper, ids in _papers(uow, row.person_id):
            for number, record in enumerate(ids, 1):
                yield _named(" ".join((words(title), str(number))), row), paper(uow, record, words, drawings.AS_IT_IS)


def _papers(uow: Reading, person: UUID) -> Iterator[tuple[str, Paper, list[UUID]]]:
    held = [row.id for row in coaching.of_person(uow, person) if row.status is SessionStatus.HELD]
    yield N_("CV"), drawings.cv, [row.id for row in cvs.of_person(uow, person)]
    yield N_("Personal letter"), drawings.letter, [row.id for row in letters.of_person(uow, person)]
    yield N_("Coaching session"), drawings.session, held[:1]


def _named(title: str, row: PlanRow) -> str:
    """Return a name for the file that tells what it is but not who: "karriarplan-1012.pdf"."""
    plain = re.sub(r"[^a-z0-9]+", "-", fold(f"{title} {row.person.reference}")).strip("-")
    return f"{plain}.pdf"
