"""What a campaign counts: its measures, each with a unit and perhaps a target."""

import re
from collections.abc import Collection, Sequence
from types import MappingProxyType
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from jobbpunkt.base import checks
from jobbpunkt.base.changes import Change
from jobbpunkt.base.errors import InvalidInput, UserError
from jobbpunkt.base.fields import put
from jobbpunkt.base.words import N_
from jobbpunkt.campaigns.meanings import STRUCTURAL, own_key
from jobbpunkt.campaigns.rows import MeasureDraft
from jobbpunkt.register.index import fold
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.unit_of_work import Reading, Writing
from models.campaign import Campaign, CampaignMeasure, TallyEntry
from models.organisation import Organisation
from models.vocabulary import MeasureLink, Unit

_UNITS = MappingProxyType(
    {
        MeasureLink.WRITTEN: (Unit.DOCUMENTS, Unit.PERSONS),
        MeasureLink.APPLICATIONS: (Unit.APPLICATIONS, Unit.PERSONS),
        MeasureLink.INTERVIEWS: (Unit.APPLICATIONS, Unit.PERSONS),
    }
)
_WITH_EMPLOYER = (MeasureLink.APPLICATIONS, MeasureLink.INTERVIEWS)


def cv_box_measures() -> tuple[MeasureDraft, ...]:
    """Return what CV-boxen counts, to begin a new campaign with."""
    return (
        MeasureDraft(
            "cvs_and_letters_written", N_("CVs and personal letters written"), Unit.DOCUMENTS, linked=MeasureLink.WRITTEN
        ),
        MeasureDraft("applications_summer_entrepreneurs", N_("Applications to the summer entrepreneurs"), Unit.APPLICATIONS),
        MeasureDraft("career_page_registrations", N_("Registered on Mimer's career page"), Unit.PERSONS),
        MeasureDraft("applications_ikea", N_("Applications to IKEA"), Unit.APPLICATIONS),
        MeasureDraft("called_to_interview", N_("Called to an interview"), Unit.PERSONS, linked=MeasureLink.INTERVIEWS),
        MeasureDraft("fair_exhibitors", N_("Exhibitors at the recruitment fair"), Unit.EXHIBITORS),
        MeasureDraft("fair_visitors", N_("Visitors at the recruitment fair"), Unit.VISITORS),
    )


def add_measure(
    uow: Writing, campaign_id: UUID, *, label: str, unit: Unit, target: int | None = None, key: str | None = None, **more: Any
) -> Change:
    """Add something to count; without a key one is made from the label. `more` says what it is linked to, as in MeasureDraft."""
    uow.require(Permission.EDIT_CAMPAIGNS)
    uow.get(Campaign, campaign_id)
    draft = MeasureDraft(key or _key_of(label, _keys(uow, campaign_id)), label, unit, target, **more)
    (row,) = add_rows(uow, campaign_id, [draft])
    return uow.change(row, N_("The measure has been added."))


def change_measure(
    uow: Writing, measure_id: UUID, version: int, *, label: str, unit: Unit, target: int | None = None, **more: Any
) -> Change:
    """Save a measure's words, target and what it is linked to (`more`); its unit stays once something has been counted.

    Where another campaign counts something else under its key, it gets a key of its own.
    """
    uow.require(Permission.EDIT_CAMPAIGNS)
    row = uow.fresh(CampaignMeasure, measure_id, version)
    if unit is not row.unit and _is_counted(uow, measure_id):
        raise InvalidInput("Something has been counted in this unit. Add a new measure for the other unit.", field="unit")
    put(row, _checked(uow, MeasureDraft(row.key, label, unit, target, **more)))
    row.key = own_key(uow, row.key, row.label, unit, campaign=row.campaign_id, itself=row.id)
    return uow.change(row, N_("The measure has been saved."))


def remove_measure(uow: Writing, measure_id: UUID) -> Change:
    """Remove a measure in which nothing was ever counted."""
    uow.require(Permission.EDIT_CAMPAIGNS)
    row = uow.get(CampaignMeasure, measure_id)
    if _is_counted(uow, measure_id):
        raise UserError("Something has been counted here, so the measure stays.")
    uow.remove(row)
    return uow.change_of(measure_id, N_("The measure has been removed."))


def add_rows(uow: Writing, campaign_id: UUID, drafts: Sequence[MeasureDraft]) -> list[CampaignMeasure]:
    """Add measures after those that are there, within a service that has asked for permission."""
    taken = {*STRUCTURAL, *_keys(uow, campaign_id)}
    last = uow.session.scalar(select(func.max(CampaignMeasure.position)).where(CampaignMeasure.campaign_id == campaign_id)) or 0
    rows = []
    for position, draft in enumerate(drafts, last + 1):
        if draft.key in taken:
            raise InvalidInput(
                "The campaign already counts something under {key}. Choose another key.", field="key", key=draft.key
            )
        taken.add(draft.key)
        row = _row(uow, campaign_id, position, draft)
        row.key = own_key(uow, row.key, row.label, row.unit, campaign=campaign_id)
        rows.append(uow.add(row))
    return rows


def _row(uow: Reading, campaign_id: UUID, position: int, draft: MeasureDraft) -> CampaignMeasure:
    if not re.fullmatch(r"[a-z][a-z0-9_]{0,59}", draft.key):
        raise InvalidInput("A key has small letters a to z, digits and underscores. Write it like fair_visitors.", field="key")
    return CampaignMeasure(campaign_id=campaign_id, position=position, key=draft.key, **_checked(uow, draft))


def _checked(uow: Reading, draft: MeasureDraft) -> dict[str, object]:
    units = _UNITS.get(draft.linked) if draft.linked is not None else None
    if units is not None and draft.unit not in units:
        raise InvalidInput("These records are counted in another unit. Choose another unit, or no records.", field="linked")
    if draft.employer_id is not None:
        uow.get(Organisation, draft.employer_id)
        if draft.linked not in _WITH_EMPLOYER:
            raise InvalidInput("Only applications have an employer. Choose all employers.", field="employer_id")
    return {
        "label": checks.line(draft.label, field="label", longest=checks.NAME, required=True),
        "unit": draft.unit,
        "target": checks.whole(draft.target, field="target"),
        "linked": draft.linked,
        "employer_id": draft.employer_id,
        "difference": checks.line(draft.difference, field="difference"),
    }


def _keys(uow: Reading, campaign_id: UUID) -> set[str]:
    return set(uow.session.scalars(select(CampaignMeasure.key).where(CampaignMeasure.campaign_id == campaign_id)))


def _key_of(label: str, taken: Collection[str]) -> str:
    plain = re.sub(r"[^a-z0-9]+", "_", fold(label)).strip("_")[:50]
    stem = plain if plain[:1].isalpha() else f"measure_{plain}".strip("_")
    numbered = (f"{stem}_{number}" if number > 1 else stem for number in range(1, len(taken) + 4))
    return next(key for key in numbered if key not in {*taken, *STRUCTURAL})


def _is_counted(uow: Reading, measure_id: UUID) -> bool:
    return uow.session.scalar(select(TallyEntry.id).where(TallyEntry.measure_id == measure_id).limit(1)) is not None
