"""What a campaign counts: its measures, each with a unit and perhaps a target."""

import re
from collections.abc import Collection, Sequence
from uuid import UUID

from sqlalchemy import func, select

from jobbpunkt.base import checks
from jobbpunkt.base.changes import Change
from jobbpunkt.base.errors import InvalidInput, UserError
from jobbpunkt.base.words import N_
from jobbpunkt.campaigns.meanings import STRUCTURAL, own_key
from jobbpunkt.campaigns.rows import MeasureDraft
from jobbpunkt.register.index import fold
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.unit_of_work import Reading, Writing
from models.campaign import Campaign, CampaignMeasure, TallyEntry
from models.vocabulary import Unit


def cv_box_measures() -> tuple[MeasureDraft, ...]:
    """Return what CV-boxen counts, to begin a new campaign with."""
    return (
        MeasureDraft("cvs_and_letters_written", N_("CVs and personal letters written"), Unit.DOCUMENTS),
        MeasureDraft("applications_summer_entrepreneurs", N_("Applications to the summer entrepreneurs"), Unit.APPLICATIONS),
        MeasureDraft("career_page_registrations", N_("Registered on Mimer's career page"), Unit.PERSONS),
        MeasureDraft("applications_ikea", N_("Applications to IKEA"), Unit.APPLICATIONS),
        MeasureDraft("called_to_interview", N_("Called to an interview"), Unit.PERSONS),
        MeasureDraft("fair_exhibitors", N_("Exhibitors at the recruitment fair"), Unit.EXHIBITORS),
        MeasureDraft("fair_visitors", N_("Visitors at the recruitment fair"), Unit.VISITORS),
    )


def add_measure(
    uow: Writing, campaign_id: UUID, *, label: str, unit: Unit, target: int | None = None, key: str | None = None
) -> Change:
    """Add something to count; without a key one is made from the label."""
    uow.require(Permission.EDIT_CAMPAIGNS)
    uow.get(Campaign, campaign_id)
    draft = MeasureDraft(key or _key_of(label, _keys(uow, campaign_id)), label, unit, target)
    (row,) = add_rows(uow, campaign_id, [draft])
    return uow.change(row, N_("The measure has been added."))


def change_measure(uow: Writing, measure_id: UUID, version: int, *, label: str, unit: Unit, target: int | None = None) -> Change:
    """Save a measure's words and target; its unit stays once something has been counted.

    Where another campaign counts something else under its key, it gets a key of its own.
    """
    uow.require(Permission.EDIT_CAMPAIGNS)
    row = uow.fresh(CampaignMeasure, measure_id, version)
    if unit is not row.unit and _is_counted(uow, measure_id):
        raise InvalidInput("Something has been counted in this unit. Add a new measure for the other unit.", field="unit")
    row.label, row.unit, row.target = _checked_label(label), unit, checks.whole(target, field="target")
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
        row = _row(campaign_id, position, draft)
        row.key = own_key(uow, row.key, row.label, row.unit, campaign=campaign_id)
        rows.append(uow.add(row))
    return rows


def _row(campaign_id: UUID, position: int, draft: MeasureDraft) -> CampaignMeasure:
    if not re.fullmatch(r"[a-z][a-z0-9_]{0,59}", draft.key):
        raise InvalidInput("A key has small letters a to z, digits and underscores. Write it like fair_visitors.", field="key")
    return CampaignMeasure(
        campaign_id=campaign_id,
        position=position,
        key=draft.key,
        label=_checked_label(draft.label),
        unit=draft.unit,
        target=checks.whole(draft.target, field="target"),
    )


def _checked_label(label: str) -> str:
    return checks.line(label, field="label", longest=checks.NAME, required=True)


def _keys(uow: Reading, campaign_id: UUID) -> set[str]:
    return set(uow.session.scalars(select(CampaignMeasure.key).where(CampaignMeasure.campaign_id == campaign_id)))


def _key_of(label: str, taken: Collection[str]) -> str:
    plain = re.sub(r"[^a-z0-9]+", "_", fold(label)).strip("_")[:50]
    stem = plain if plain[:1].isalpha() else f"measure_{plain}".strip("_")
    numbered = (f"{stem}_{number}" if number > 1 else stem for number in range(1, len(taken) + 4))
    return next(key for key in numbered if key not in {*taken, *STRUCTURAL})


def _is_counted(uow: Reading, measure_id: UUID) -> bool:
    return uow.session.scalar(select(TallyEntry.id).where(TallyEntry.measure_id == measure_id).limit(1)) is not None
