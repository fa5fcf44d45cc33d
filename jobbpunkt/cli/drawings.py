"""Each paper of one record: gathered and noted within the register, drawn when it is closed again."""

from collections.abc import Callable
from uuid import UUID

from jobbpunkt import closing, coaching, cvs, letters, plans
from jobbpunkt.i18n import Words
from jobbpunkt.unit_of_work import UnitOfWork

Drawing = Callable[[], bytes]
Paper = Callable[[UnitOfWork, UUID, Words], Drawing]


def cv(uow: UnitOfWork, cv_id: UUID, words: Words) -> Drawing:
    """Return what draws a CV."""
    from jobbpunkt.documents.cv import render_cv

    data = cvs.document(uow, cv_id)
    cvs.printed(uow, cv_id)
    return lambda: render_cv(data, words)


def letter(uow: UnitOfWork, letter_id: UUID, words: Words) -> Drawing:
    """Return what draws a personal letter."""
    from jobbpunkt.documents.letter import render_letter

    data = letters.document(uow, letter_id)
    letters.printed(uow, letter_id)
    return lambda: render_letter(data, words)


def plan(uow: UnitOfWork, plan_id: UUID, words: Words) -> Drawing:
    """Return what draws a plan as it stands."""
    from jobbpunkt.documents.plan import render_plan

    data = plans.document(uow, plan_id, words)
    plans.note_printed(uow, plan_id)
    return lambda: render_plan(data, words)


def session(uow: UnitOfWork, session_id: UUID, words: Words) -> Drawing:
    """Return what draws the sheet of a meeting."""
    from jobbpunkt.documents.session import render_session

    data = coaching.document(uow, session_id, words)
    coaching.printed(uow, session_id)
    return lambda: render_session(data, words)


def summary(uow: UnitOfWork, person_id: UUID, words: Words) -> Drawing:
    """Return what draws the summary of a person's enrolment that has ended."""
    from jobbpunkt.documents.closing import render_closing

    data = closing.document(uow, person_id, words)
    closing.printed(uow, person_id)
    return lambda: render_closing(data, words)
