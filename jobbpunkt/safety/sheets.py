"""Safety data sheets as the suppliers give them: kept whole, with their day."""

from datetime import date
from uuid import UUID

from jobbpunkt.base import checks
from jobbpunkt.base.changes import Change
from jobbpunkt.base.errors import InvalidInput
from jobbpunkt.base.words import N_
from jobbpunkt.foreign import reading
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.unit_of_work import Reading, Writing
from models.safety import Chemical, SafetySheet
from models.vocabulary import HistoryAction

MOST = 10_000_000  # bytes


def keep_sheet(uow: Writing, chemical_id: UUID, pdf: bytes, *, dated_on: date | None) -> Change:
    """Keep a data sheet of a product; an earlier one stays beside it. Refuses what is no PDF or too large."""
    uow.require(Permission.RECORD_WORK)
    uow.get(Chemical, chemical_id)
    day = checks.past_day(checks.chosen_day(dated_on, field="dated_on"), uow.clock.today(), field="dated_on")
    _demand_pdf(pdf)
    row = SafetySheet(chemical_id=chemical_id, dated_on=day, pdf=pdf)
    return uow.change(uow.add(row), N_("The safety data sheet is kept."))


def remove_sheet(uow: Writing, sheet_id: UUID) -> Change:
    """Remove a file that was put in by mistake, for good: the history holds no pages. An earlier sheet stands again."""
    uow.require(Permission.RECORD_WORK)
    uow.remove(uow.get(SafetySheet, sheet_id))
    return uow.change_of(sheet_id, N_("The safety data sheet has been removed."), undoable=False)


def open_sheet(uow: Reading, sheet_id: UUID) -> bytes:
    """Return the pages of a data sheet."""
    uow.require(Permission.SEE_WORK)
    return uow.get(SafetySheet, sheet_id).pdf


def note_sheet_printed(uow: Writing, sheet_id: UUID) -> None:
    """Note in the history that a data sheet was printed or saved."""
    uow.require(Permission.SEE_WORK)
    uow.note(HistoryAction.PRINTED, noun=SafetySheet.__tablename__, record_id=uow.get(SafetySheet, sheet_id).id)


def _demand_pdf(pdf: bytes) -> None:
    if len(pdf) > MOST:
        raise InvalidInput(
            "The file is {size} MB, and at most {most} MB is kept. Ask the supplier for a smaller one.",
            field="pdf",
            size=-(-len(pdf) // 1_000_000),
            most=MOST // 1_000_000,
        )
    if not reading.pages(pdf):
        raise InvalidInput(
            "This file cannot be read as a PDF. Save the safety data sheet as a PDF and choose it again.", field="pdf"
        )
