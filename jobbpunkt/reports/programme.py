"""What the report of the programmes has besides its figures: their period with its extensions, and group beside suppliers."""

from sqlalchemy import or_, select

from jobbpunkt.base.words import N_
from jobbpunkt.documents.compared import ComparedMonth
from jobbpunkt.documents.summary import ProgrammeFacts
from jobbpunkt.inspections.on_paper import month_on_paper
from jobbpunkt.inspections.scores import Held, Score, by_month
from jobbpunkt.measures import MeasureResult, Period
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.reads import depends_on
from jobbpunkt.register.unit_of_work import Reading
from jobbpunkt.reports.reading import Kind, right_to
from models.programme import Programme, ProgrammeExtension
from models.vocabulary import AreaKind, ProgrammeKind
from models.work import WorkArea

SECTIONS = (
    (N_("The participants"), ("programme_participants", "programme_files")),
    (
        N_("What was done"),
        ("programme_shifts_held", "programme_hours", "programme_attendance", "training_units_passed", "programme_plans_adopted"),
    ),
    (
        N_("Inspections"),
        ("inspections_group", "inspection_score_group", "inspections_suppliers", "inspection_score_suppliers"),
    ),
    (N_("What it led to"), ("programme_in_work", "programme_in_studies")),
)


@depends_on(Programme, ProgrammeExtension, WorkArea)
def running(uow: Reading, period: Period) -> tuple[ProgrammeFacts, ...]:
    """Return the programmes with a group at work that run in the period, by name, each with the decisions that moved its end."""
    uow.require(right_to(Kind.PROGRAMME))
    begun = or_(Programme.starts_on.is_(None), Programme.starts_on <= period.last)
    at_work = Programme.kind == ProgrammeKind.WORK
    query = select(Programme).where(at_work, begun, or_(Programme.ends_on.is_(None), Programme.ends_on >= period.first))
    return tuple(_facts(uow, row) for row in uow.session.scalars(query.order_by(Programme.name)))


def _facts(uow: Reading, row: Programme) -> ProgrammeFacts:
    moved = select(ProgrammeExtension).where(ProgrammeExtension.programme_id == row.id).order_by(ProgrammeExtension.new_end)
    extensions = tuple((one.decided_on, one.new_end) for one in uow.session.scalars(moved))
    return ProgrammeFacts(row.name, row.site, row.starts_on, row.ends_on, extensions, row.purpose, _kinds(uow, row))


def _kinds(uow: Reading, row: Programme) -> tuple[str, ...]:
    """Return the kinds of areas that the group works in, to those who see its work."""
    if not uow.user.may(Permission.SEE_WORK):
        return ()
    found = uow.session.scalars(select(WorkArea.kind).where(WorkArea.programme_id == row.id).distinct())
    return tuple(kind.label for kind in sorted(found, key=list(AreaKind).index))


def compared_months(measures: tuple[MeasureResult, ...]) -> tuple[ComparedMonth, ...]:
    """Return group and suppliers month by month, from the inspections behind their figures."""
    held = [
        Held(one.day, result.key == "inspection_score_group", Score(one.amount or 0, one.out_of or 0))
        for result in measures
        if result.key in ("inspection_score_group", "inspection_score_suppliers")
        for one in result.records
        if one.day is not None
    ]
    return tuple(map(month_on_paper, by_month(held)))
