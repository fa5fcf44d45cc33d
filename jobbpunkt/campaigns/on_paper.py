"""A campaign's report on paper: everything that stands in it, in the reader's words."""

from dataclasses import replace
from uuid import UUID

from jobbpunkt.base.words import Words
from jobbpunkt.campaigns.figures import told_results
from jobbpunkt.campaigns.meanings import meaning
from jobbpunkt.campaigns.reading import get
from jobbpunkt.campaigns.rows import Campaign, CampaignDetails, CountedMeasure, Figure, ResultRow, Slot
from jobbpunkt.campaigns.slots import DEVIATES
from jobbpunkt.campaigns.stands import stands
from jobbpunkt.campaigns.telling import Telling, told_answers
from jobbpunkt.documents import campaign as paper
from jobbpunkt.documents import figures
from jobbpunkt.documents.words import PaperWords
from jobbpunkt.measures.result import Period
from jobbpunkt.register.unit_of_work import Reading
from models.vocabulary import TOOK_PLACE, ActivityStatus


def document(uow: Reading, campaign_id: UUID, words: PaperWords) -> paper.CampaignDocument:
    """Return a campaign with its results as its report shows them."""
    campaign = get(uow, campaign_id)
    frame = campaign.details
    found, told = told_results(uow, campaign_id)
    return paper.CampaignDocument(
        name=frame.name,
        first=frame.starts_on,
        last=frame.ends_on,
        purpose=frame.purpose,
        target_group=frame.target_group,
        ages=(frame.age_from, frame.age_to),
        place=frame.place,
        lead=campaign.lead,
        weeks=tuple(paper.WeekOf(week.number, week.starts_on, week.ends_on) for week in campaign.weeks),
        partners=tuple(paper.TakingPart(partner.name, partner.responsibility) for partner in campaign.partners),
        content=_content(campaign),
        results=tuple(_result(row, told, words) for row in found.rows),
        beside=tuple(_beside(row, words) for row in found.rows if row.registered is not None),
        occasions=_occasions(campaign),
        deviations=tuple(_deviation(slot) for slot in campaign.slots if slot.status in DEVIATES),
        evaluations=tuple(paper.EvaluationText(one.evaluator, one.evaluated_on, one.text) for one in campaign.evaluations),
        answers=tuple(
            paper.Answered(one.evaluator, one.number, one.opinions, one.best, one.told) for one in told_answers(uow, campaign_id)
        ),
        exhibitors=_came(uow, campaign_id),
        printed_on=uow.clock.today(),
        through=Period(frame.starts_on, frame.ends_on).through(uow.clock.today()),
    )


def target_group(frame: CampaignDetails, words: Words) -> str:
    """Return for whom a campaign is, with the ages: "Ungdomar i Västerås, 16–26 år"."""
    ages = _ages(frame, words)
    if ages in frame.target_group:
        return frame.target_group
    return f"{frame.target_group}, {ages}" if frame.target_group else ages


def _ages(frame: CampaignDetails, words: Words) -> str:
    if frame.age_from is None and frame.age_to is None:
        return ""
    if frame.age_to is None:
        return words("from {age} years", age=frame.age_from)
    if frame.age_from is None:
        return words("up to {age} years", age=frame.age_to)
    return words("{first}–{last} years", first=frame.age_from, last=frame.age_to)


def _came(uow: Reading, campaign_id: UUID) -> tuple[str, ...]:
    """Return the exhibitors of whom it was said that they came, with their stands."""
    came = (row for row in stands(uow, campaign_id) if row.came)
    return tuple(f"{row.name} ({row.label})" if row.label else row.name for row in came)


def _content(campaign: Campaign) -> tuple[paper.WeeklyContent, ...]:
    return tuple(
        paper.WeeklyContent(item.title, item.weekday, item.starts, item.ends, item.place, item.partner, item.staffing)
        for item in campaign.content
    )


def _deviation(slot: Slot) -> paper.Deviation:
    return paper.Deviation(slot.day, slot.title, slot.status, slot.own.reason)


def _occasions(campaign: Campaign) -> tuple[int, int] | None:
    if all(slot.status is ActivityStatus.PLANNED for slot in campaign.slots):
        return None
    return sum(slot.status in TOOK_PLACE for slot in campaign.slots), len(campaign.slots)


def _beside(row: ResultRow, words: PaperWords) -> paper.BesideRegister:
    registered = row.registered or Figure()
    return paper.BesideRegister(
        _figure(row.measure, row.total, words), _figure(row.measure, registered, words), row.measure.difference
    )


def _result(row: ResultRow, told: Telling, words: PaperWords) -> paper.CountedResult:
    weeks = tuple(_figure(row.measure, week, words) for week in row.weeks)
    total = _figure(row.measure, row.total, words, target=row.measure.target)
    return paper.CountedResult(replace(total, told=told.told(row.measure.key)), weeks)


def _figure(measure: CountedMeasure, figure: Figure, words: PaperWords, *, target: int | None = None) -> figures.Figure:
    return figures.Figure(
        words.label(measure.label),
        figure.value,
        measure.unit,
        figure.qualifier if not figure.is_hidden else None,
        figure.source,
        target,
        words.label(meaning(measure.label)),
        figure.is_hidden,
    )
