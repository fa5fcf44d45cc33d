"""A campaign of the year: for whom, with whom, what happened every week, what came of it, and what they thought."""

from collections.abc import Iterator
from itertools import chain

from jobbpunkt import campaigns
from jobbpunkt.base.words import N_
from jobbpunkt.campaigns import Campaign, CampaignRow
from jobbpunkt.documents.campaign import for_whom
from jobbpunkt.documents.tree import Said
from jobbpunkt.documents.year_data import YearPart
from jobbpunkt.measures import MeasureResult, on_paper
from jobbpunkt.reports.year.material import Year
from jobbpunkt.reports.year.saying import counted, joined

_FRAME = ("weeks", "partners")
_OCCASIONS = "campaign_occasions_held"


def told(year: Year, row: CampaignRow) -> YearPart:
    """Return the part of one campaign."""
    words = year.words
    campaign, results = campaigns.get(year.uow, row.id), campaigns.measures(year.uow, row.id)
    items = tuple(dict.fromkeys(item.title for item in campaign.content))
    return YearPart(
        row.name,
        tuple(_before(year, campaign)),
        items,
        tuple(chain(_result(year, campaign, results), _thought(year, campaign))),
        figures=tuple(on_paper(result, words) for result in results if result.key not in _FRAME),
        of_campaign=row.name,
    )


def _before(year: Year, campaign: Campaign) -> Iterator[Said]:
    words, frame = year.words, campaign.details
    span = words.period(frame.starts_on, frame.ends_on)
    weeks = words.plural("{n} week", "{n} weeks", len(campaign.weeks))
    group = for_whom(frame.target_group, (frame.age_from, frame.age_to), words)
    ran, is_to_come = N_("{name} ran for {weeks}, {period}."), N_("{name} is planned for {weeks}, {period}.")
    has_begun = frame.starts_on <= year.uow.clock.today()
    yield words(ran if has_begun else is_to_come, name=frame.name, weeks=weeks, period=span)
    if str(group):
        yield words("It was for: {group}.", group=group)
    if frame.purpose.strip():
        yield frame.purpose
    if campaign.partners:
        names = joined((partner.name for partner in campaign.partners), words)
        yield words.plural(
            "{n} partner took part: {names}.", "{n} partners worked together: {names}.", len(campaign.partners), names=names
        )
        if any(partner.responsibility.strip() for partner in campaign.partners):
            yield words("Each was responsible for its own content and staffing.")
    if campaign.content:
        yield words("What happened every week:")


def _result(year: Year, campaign: Campaign, results: tuple[MeasureResult, ...]) -> Iterator[Said]:
    words = year.words
    # What stands in the register beside a tally is told in the table alone: in one sentence the two would be added by who reads.
    told = [one for one in results if one.key not in (*_FRAME, _OCCASIONS) and not campaigns.stands_beside(one.key)]
    known = [one for one in told if one.value is not None]
    if known:
        yield words("It resulted in {figures}.", figures=joined((str(counted(one, words)) for one in known), words))
    missing = [str(words.label(one.label)) for one in told if one.value is None and not one.suppressed]
    if missing and campaign.details.starts_on <= year.uow.clock.today():
        yield words("Not recorded: {what}.", what=", ".join(missing))


def _thought(year: Year, campaign: Campaign) -> Iterator[Said]:
    for one in campaign.evaluations:
        yield year.words("{who}: {text}", who=year.words(one.evaluator.label), text=one.text)
