"""The products that a programme works with."""

from uuid import UUID

from sqlalchemy import select

from jobbpunkt.base import fields
from jobbpunkt.base.changes import Change
from jobbpunkt.base.errors import UserError
from jobbpunkt.base.fields import taken
from jobbpunkt.base.words import N_
from jobbpunkt.register.index import fold
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.reads import depends_on
from jobbpunkt.register.unit_of_work import Reading, Writing
from jobbpunkt.safety.data import ChemicalView, Sheet
from jobbpunkt.safety.fields import CHEMICAL, ChemicalData
from models.programme import Programme
from models.safety import Chemical, SafetySheet


@depends_on(Chemical, SafetySheet)
def chemicals(uow: Reading, programme_id: UUID) -> tuple[ChemicalView, ...]:
    """Return the products of a programme with their newest data sheets, by name; those not used any more last."""
    uow.require(Permission.SEE_WORK)
    sheets = (
        select(SafetySheet.chemical_id, SafetySheet.id, SafetySheet.dated_on)
        .join(Chemical, Chemical.id == SafetySheet.chemical_id)
        .where(Chemical.programme_id == programme_id)
        .order_by(SafetySheet.dated_on, SafetySheet.id)
    )
    newest = {chemical: Sheet(sheet, day) for chemical, sheet, day in uow.session.execute(sheets)}
    rows = uow.session.scalars(select(Chemical).where(Chemical.programme_id == programme_id))
    seen = (ChemicalView(row.id, row.version, ChemicalData(**taken(CHEMICAL, row)), newest.get(row.id)) for row in rows)
    today = uow.clock.today()
    return tuple(sorted(seen, key=lambda one: (not one.used(today), fold(one.data.name))))


def add_chemical(uow: Writing, programme_id: UUID, data: ChemicalData) -> Change:
    """Add a product to those that a programme works with."""
    uow.require(Permission.RECORD_WORK)
    uow.get(Programme, programme_id)
    row = Chemical(programme_id=programme_id, **fields.checked(CHEMICAL, data))
    return uow.change(uow.add(row), N_("The product has been added."))


def change_chemical(uow: Writing, chemical_id: UUID, version: int, data: ChemicalData) -> Change:
    """Put a product right, or say until when it was used."""
    uow.require(Permission.RECORD_WORK)
    row = uow.fresh(Chemical, chemical_id, version)
    fields.put(row, fields.checked(CHEMICAL, data))
    return uow.change(row, N_("The product has been saved."))


def remove_chemical(uow: Writing, chemical_id: UUID, version: int) -> Change:
    """Take away a product that was added by mistake; one with a data sheet gets a last day instead."""
    uow.require(Permission.RECORD_WORK)
    row = uow.fresh(Chemical, chemical_id, version)
    if uow.session.scalar(select(SafetySheet.id).where(SafetySheet.chemical_id == chemical_id).limit(1)) is not None:
        raise UserError(
            "A safety data sheet is kept for {product}. Write the last day that it was used instead; then both stay.",
            product=row.name,
        )
    uow.remove(row)
    return uow.change_of(chemical_id, N_("The product has been removed."))


def copy_chemicals(uow: Writing, source_id: UUID, target_id: UUID) -> None:
    """Give a programme the products that another one works with now, each with its newest data sheet."""
    today = uow.clock.today()
    for known in chemicals(uow, source_id):
        if not known.used(today):
            continue
        row = uow.add(Chemical(programme_id=target_id, **taken(CHEMICAL, known.data)))
        if known.sheet is not None:
            uow.flush()
            sheet = uow.get(SafetySheet, known.sheet.id)
            uow.add(SafetySheet(chemical_id=row.id, dated_on=sheet.dated_on, pdf=sheet.pdf))
