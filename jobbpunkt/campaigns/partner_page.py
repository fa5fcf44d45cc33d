"""The page of one partner of a campaign, gathered: what is theirs, and how each number of it was got."""

import re
from collections.abc import Iterator
from datetime import date
from uuid import UUID

from sqlalchemy import select

from jobbpunkt import events
from jobbpunkt.base.changes import Change
from jobbpunkt.base.clock import hours
from jobbpunkt.base.errors import gone
from jobbpunkt.base.words import N_, Words
from jobbpunkt.campaigns.figures import measures
from jobbpunkt.campaigns.reading import get, overview
from jobbpunkt.campaigns.rows import Campaign, Partner, Slot
from jobbpunkt.disclosure.leaving import Leaving, leave
from jobbpunkt.documents import figures
from jobbpunkt.documents.campaign import EvaluationText, WeekOf
from jobbpunkt.documents.drawing import Drawing
from jobbpunkt.documents.partner import PartnerContent, PartnerDocument, PartnerEvent, PartnerFigure, render_partner
from jobbpunkt.documents.setting import Setting, Wish
from jobbpunkt.documents.tree import Said
from jobbpunkt.documents.words import PaperWords
from jobbpunkt.events import EventRow
from jobbpunkt.measures.catalogue import NATURES
from jobbpunkt.measures.on_paper import on_paper
from jobbpunkt.measures.result import MeasureResult, Period
from jobbpunkt.register.index import fold
from jobbpunkt.register.unit_of_work import Reading, Writing
from models.account import User
from models.campaign import CampaignPartner
from models.vocabulary import TOOK_PLACE, ActivityStatus, Evaluator, HistoryAction, Source, Unit

_SHOWN = 3
_FRAME = frozenset({Unit.WEEKS, Unit.ORGANISATIONS})


def partner_document(uow: Reading, partner_id: UUID, words: PaperWords) -> PartnerDocument:
    """Return the page of a partner of a campaign."""
    row = uow.get(CampaignPartner, partner_id)
    campaign = get(uow, row.campaign_id)
    partner = next((one for one in campaign.partners if one.id == partner_id), None)
    if partner is None:
        raise gone()
    frame, today = campaign.details, uow.clock.today()
    slots = _theirs(campaign, partner_id)
    found = [event for event in events.rows(uow, campaign_id=campaign.id) if _takes_part(event, partner)]
    lead = uow.session.execute(select(User.name, User.phone).where(User.id == frame.lead_id)).first() if frame.lead_id else None
    results = measures(uow, campaign.id)
    return PartnerDocument(
        partner.name,
        frame.name,
        frame.starts_on,
        frame.ends_on,
        sentences=tuple(_sentences(partner, words)),
        figures=tuple(_figures(partner, results, slots, words))[:_SHOWN],
        weeks=tuple(WeekOf(week.number, week.starts_on, week.ends_on) for week in campaign.weeks),
        content=tuple(_content(campaign, slots, words)),
        events=tuple(PartnerEvent(event.title, event.day) for event in found if event.took_place),
        thoughts=tuple(
            EvaluationText(one.evaluator, one.evaluated_on, one.text)
            for one in campaign.evaluations
            if one.evaluator is Evaluator.PARTICIPANTS
        ),
        unknown=tuple(_unknown(results, words)),
        following=_following(uow, campaign),
        lead=lead[0] if lead is not None else "",
        phone=lead[1] if lead is not None else "",
        printed_on=today,
        through=Period(frame.starts_on, frame.ends_on).through(today),
    )


def partner_drawing(uow: Reading, partner_id: UUID, words: Words, wish: Wish = Wish()) -> Drawing[PartnerDocument]:  # noqa: B008
    """Return what draws the page of a partner, in the reader's language unless another is wished for."""
    setting = wish.over(Setting(words.language))
    return Drawing(partner_document(uow, partner_id, setting.words()), render_partner, setting)


def note_partner_printed(uow: Writing, partner_id: UUID) -> Change:
    """Note that the page of a partner is printed, and remember the campaign's figures as having left."""
    row = uow.get(CampaignPartner, partner_id)
    frame = get(uow, row.campaign_id).details
    content = measures(uow, row.campaign_id)
    leave(uow, Leaving("campaign", "pdf", frame.starts_on, frame.ends_on, content, row.campaign_id), NATURES)
    uow.note(HistoryAction.PRINTED, noun="campaign_partner", record_id=partner_id)
    return uow.change_of(partner_id, "", undoable=False)


def _theirs(campaign: Campaign, partner_id: UUID) -> tuple[Slot, ...]:
    """Return each occasion that a partner answers for: of their own content, or in place of another in one week."""
    every_week = {item.id: item.partner_id for item in campaign.content}
    return tuple(one for one in campaign.slots if (one.own.partner_id or every_week[one.activity_id]) == partner_id)


def _content(campaign: Campaign, slots: tuple[Slot, ...], words: PaperWords) -> Iterator[PartnerContent]:
    """Yield what a partner does, with what there is of it in each week."""
    for item in campaign.content:
        theirs = {one.number: one for one in slots if one.activity_id == item.id}
        if theirs:
            cells = (_cell(theirs.get(week.number), words) for week in campaign.weeks)
            yield PartnerContent(item.title, item.place, tuple(cells))


def _cell(slot: Slot | None, words: PaperWords) -> Said:
    if slot is None:
        return ""
    if slot.status is ActivityStatus.CANCELLED:
        return words(slot.status.label)
    day = str(words.weekday(slot.day.weekday())).lower()
    return f"{day} {hours(slot.starts, slot.ends)}".strip()


def _takes_part(event: EventRow, partner: Partner) -> bool:
    return any(key == partner.organisation_id for key, _ in event.partners)


def _sentences(partner: Partner, words: PaperWords) -> Iterator[Said]:
    if partner.responsibility.strip():
        yield words("You answered for: {what}.", what=partner.responsibility.strip().rstrip("."))
    yield words("Thank you for working with us.")


def _figures(
    partner: Partner, results: tuple[MeasureResult, ...], slots: tuple[Slot, ...], words: PaperWords
) -> Iterator[PartnerFigure]:
    """Yield the figures that name the partner, then how often their content was given, then those of the whole campaign."""
    counted = [one for one in results if one.unit not in _FRAME and one.value is not None]
    named = re.compile(rf"\b{re.escape(fold(partner.name))}s?\b")  # as a word of its own: ABF is not in "jabfx"
    own = [one for one in counted if named.search(fold(str(words.label(one.label))))]
    for one in own:
        yield _figure(one, words, words(one.source.label))
    if slots:
        noted = any(one.status is not ActivityStatus.PLANNED for one in slots)
        times = sum(one.status in TOOK_PLACE for one in slots) if noted else len(slots)
        whence = words(Source.COUNTED.label) if noted else words("From the programme")
        yield PartnerFigure(words.number(times), words("occasions of your content"), whence)
    for one in counted:
        if one not in own:
            whole = N_("The whole campaign. {source}")
            yield _figure(one, words, words(whole, source=words(one.source.label)))


def _figure(result: MeasureResult, words: PaperWords, source: Said) -> PartnerFigure:
    figure = on_paper(result, words)
    return PartnerFigure(figures.value_said(figure, words), figure.label, source)


def _unknown(results: tuple[MeasureResult, ...], words: PaperWords) -> Iterator[Said]:
    yield words("How many came to work with you. Tell us, and it stands in the report of the year.")
    for one in results:
        if one.value is None and not one.suppressed:
            yield words("{what}: {why}", what=words.label(one.label), why=words("Not recorded."))


def _following(uow: Reading, campaign: Campaign) -> tuple[str, date, date] | None:
    later = [row for row in overview(uow) if row.starts_on > campaign.details.ends_on]
    first = min(later, key=lambda row: row.starts_on, default=None)
    return None if first is None else (first.name, first.starts_on, first.ends_on)
