"""What a campaign led to in the register: records made in the ordinary pages and marked with the campaign."""

from collections.abc import Iterator
from datetime import date
from types import MappingProxyType
from uuid import UUID

from sqlalchemy import Select, select

from jobbpunkt.base.clock import day_of
from jobbpunkt.base.words import N_, Words
from jobbpunkt.campaigns.rows import CountedMeasure, Figure, ResultRow
from jobbpunkt.measures.result import Counted
from jobbpunkt.register.unit_of_work import Reading
from models.application import Application, ApplicationStep
from models.cv import Cv, CvVersion, Letter, LetterVersion
from models.vocabulary import ApplicationStage, MeasureLink, Unit

TABLES = (Application, ApplicationStep, Cv, CvVersion, Letter, LetterVersion)
_LABELS = MappingProxyType(
    {
        MeasureLink.WRITTEN: N_("CVs and letters marked with the campaign"),
        MeasureLink.APPLICATIONS: N_("Applications marked with the campaign"),
        MeasureLink.INTERVIEWS: N_("Called to an interview, of applications marked with the campaign"),
    }
)
MEANING = N_("Records of the register that are marked with the campaign, whether they were counted on site or not.")
CAUTION = N_("What is in the register is never added to the tally on site, which may hold the same.")


def records(uow: Reading, campaign_id: UUID, measure: CountedMeasure) -> tuple[Counted, ...]:
    """Return the records that a measure is also counted from, within a service that has asked for permission."""
    if measure.linked is None:
        return ()
    found = list(_found(uow, campaign_id, measure))
    if measure.unit is not Unit.PERSONS:
        return tuple(found)
    # Of persons each counts once, by the first of theirs.
    first = {one.person: one for one in sorted(found, key=lambda one: one.day or date.max, reverse=True)}
    return tuple(first.values())


def label(measure: CountedMeasure) -> str:
    """Return what stands beside a measure's tally, as an English source sentence."""
    return _LABELS[measure.linked or MeasureLink.WRITTEN]


def explained(row: ResultRow, words: Words) -> str:
    """Return why what was counted by hand and what is in the register are not the same, in one or two sentences."""
    if row.registered is None or row.registered.is_hidden or row.total.is_hidden:
        return ""  # which is the larger would tell of the hidden one
    if row.registered.value is None:
        return words("Nothing in the register is marked with the campaign.")
    told = _difference(row.total, row.registered.value, words)
    return " ".join(part for part in (told, row.measure.difference) if part)


def _difference(by_hand: Figure, registered: int, words: Words) -> str:
    if by_hand.value is None:
        return words("Nobody counted by hand: what is in the register is all that is known.")
    more = by_hand.value - registered
    if more > 0:
        return words(
            "{n} more were counted by hand: for visitors who are not in the register, or not marked with the campaign.",
            n=words.number(more),
        )
    if more < 0:
        return words(
            "{n} more are in the register: made afterwards, or not counted on site.",
            n=words.number(-more),
        )
    return words("As many were counted by hand as are in the register.")


def _found(uow: Reading, campaign_id: UUID, measure: CountedMeasure) -> Iterator[Counted]:
    if measure.linked is MeasureLink.WRITTEN:
        yield from _written(uow, campaign_id)
        return
    for key, person, day in uow.session.execute(_applications(campaign_id, measure)):
        yield Counted("application", key, day, person=person)


def _written(uow: Reading, campaign_id: UUID) -> Iterator[Counted]:
    cvs = select(Cv.id, Cv.person_id, CvVersion.made_at).join(CvVersion, (CvVersion.cv_id == Cv.id) & (CvVersion.number == 1))
    letters = select(Letter.id, Letter.person_id, LetterVersion.made_at)
    letters = letters.join(LetterVersion, (LetterVersion.letter_id == Letter.id) & (LetterVersion.number == 1))
    for noun, model, query in (("cv", Cv, cvs), ("letter", Letter, letters)):
        for key, person, made_at in uow.session.execute(query.where(model.campaign_id == campaign_id)):
            yield Counted(noun, key, day_of(made_at), person=person)


def _applications(campaign_id: UUID, measure: CountedMeasure) -> Select[UUID, UUID, date | None]:
    query = select(Application.id, Application.person_id, Application.applied_on)
    query = query.where(Application.campaign_id == campaign_id)
    if measure.employer_id is not None:
        query = query.where(Application.organisation_id == measure.employer_id)
    if measure.linked is MeasureLink.APPLICATIONS:
        return query.where(Application.stage != ApplicationStage.PLANNED)
    called = select(ApplicationStep.application_id).where(ApplicationStep.stage == ApplicationStage.CALLED_TO_INTERVIEW)
    return query.where(Application.id.in_(called))
