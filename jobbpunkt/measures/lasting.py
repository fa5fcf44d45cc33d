"""What can be said of an outcome in a query: that it lasted its first month, or did not, or that nobody knows.

A verdict is 2 where it is so, 1 where it is not known, 0 where it is not so: the greatest of several holds for a person.
`jobbpunkt/cases/lasting.py` says the same of one outcome on the screen; a test compares the two.
"""

from typing import Any

from sqlalchemy import Case as When
from sqlalchemy import ColumnElement, Date, and_, case, exists, func, select
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import GenericFunction

from jobbpunkt.register.asking import given
from models.case import Case, Outcome, OutcomeFollowUp
from models.vocabulary import WORK_KINDS, Answer, ClosureReason, EmploymentForm, OutcomeKind

SO, UNKNOWN, NOT_SO = 2, 1, 0


class first_month_ends(GenericFunction[Any]):  # noqa: N801 - named as it is called in a query
    """The last day of the first unbroken month from a day on, which each engine reckons in its own way."""

    type = Date()
    inherit_cache = True


@compiles(first_month_ends, "sqlite")
def _in_a_file(element: first_month_ends, compiler: SQLCompiler, **wishes: Any) -> str:
    day = compiler.process(element.clauses, **wishes)
    return f"min(date({day}, '+1 month', '-1 day'), date({day}, 'start of month', '+2 months', '-1 day'))"


@compiles(first_month_ends, "postgresql")
def _on_a_server(element: first_month_ends, compiler: SQLCompiler, **wishes: Any) -> str:
    day = compiler.process(element.clauses, **wishes)
    following = f"date_trunc('month', {day}::timestamp)"
    last = f"({following} + interval '2 months' - interval '1 day')::date"
    return f"least(({following} + interval '1 month')::date + (extract(day from {day})::int - 2), {last})"


def regular_work() -> ColumnElement[bool]:
    """Return whether an outcome is work, or a business, save municipal labour-market employment."""
    return and_(_work(), Outcome.form != EmploymentForm.MUNICIPAL)


def _work() -> ColumnElement[bool]:
    return Outcome.kind.in_(WORK_KINDS)


def _unsaid_form() -> ColumnElement[bool]:
    return and_(Outcome.kind == OutcomeKind.WORK, Outcome.form == EmploymentForm.NOT_STATED)


def lasted() -> When[int]:
    """Return whether an outcome lasted its first month, as somebody says, else as its last day or a follow-up tells."""
    month = first_month_ends(Outcome.starts_on)
    ended = and_(Outcome.ends_on.is_not(None), Outcome.ends_on <= given("today"))
    return case(
        (Outcome.lasted_month == Answer.YES, SO),
        (Outcome.lasted_month == Answer.NO, NOT_SO),
        (and_(ended, Outcome.ends_on >= month), SO),
        (ended, NOT_SO),
        (_asked(OutcomeFollowUp.holds.is_(True), OutcomeFollowUp.asked_on >= month), SO),
        (_asked(OutcomeFollowUp.holds.is_(False), OutcomeFollowUp.asked_on <= month), NOT_SO),
        else_=UNKNOWN,
    )


def is_regular() -> When[int]:
    """Return whether work is on the regular labour market: not known where nobody wrote what kind of employment it is."""
    return case((_unsaid_form(), UNKNOWN), else_=SO)


def counts_nationally() -> When[int]:
    """Return whether an outcome is what the national figure counts: regular work for a month, or studies with student finance."""
    studies = case((Outcome.student_finance == Answer.YES, SO), (Outcome.student_finance == Answer.NO, NOT_SO), else_=UNKNOWN)
    return case(
        (Outcome.kind == OutcomeKind.STUDIES, studies),
        (~regular_work(), NOT_SO),
        (and_(_unsaid_form(), lasted() == SO), UNKNOWN),
        else_=lasted(),
    )


def closed_to_what() -> ColumnElement[int]:
    """Return the verdict of a closed enrolment: the greatest of its outcomes; not known where nobody wrote what it ended with."""
    best = select(func.max(counts_nationally())).where(Outcome.case_id == Case.id).correlate(Case).scalar_subquery()
    somewhere = Case.closure_reason.in_((ClosureReason.WORK, ClosureReason.STUDIES))
    to_such = exists(select(Outcome.id).where(Outcome.case_id == Case.id, _work() | (Outcome.kind == OutcomeKind.STUDIES)))
    return case((and_(somewhere, ~to_such), UNKNOWN), else_=func.coalesce(best, NOT_SO))


def _asked(*said: ColumnElement[bool]) -> ColumnElement[bool]:
    return exists(select(OutcomeFollowUp.id).where(OutcomeFollowUp.outcome_id == Outcome.id, *said).correlate(Outcome))
