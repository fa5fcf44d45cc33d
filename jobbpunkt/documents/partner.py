"""A page for a partner of a campaign: what they answered for, three figures with their source, the weeks, what is not known."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from jobbpunkt.documents import period, tree
from jobbpunkt.documents.campaign import EvaluationText, WeekOf
from jobbpunkt.documents.looks import CLOSE, REPORT
from jobbpunkt.documents.setting import Setting, drawn
from jobbpunkt.documents.tree import Block, Callout, Columns, Heading, Item, Items, Opening, Quotation, Role, Said, Section, Text
from jobbpunkt.documents.words import PaperWords

_WEEKS = 6  # that stand beside each other


@dataclass(frozen=True, slots=True)
class PartnerFigure:
    """One figure: its value, what it counts, and how it was got. Figures of different units stand apart and are never added."""

    value: Said
    label: Said
    source: Said


@dataclass(frozen=True, slots=True)
class PartnerContent:
    """Something that the partner does, and what there is of it in each week: when it is, that it was cancelled, or nothing."""

    title: str
    place: str
    weeks: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class PartnerEvent:
    """Something of the campaign that the partner took part in, on its day."""

    title: str
    day: date


@dataclass(frozen=True, slots=True)
class PartnerDocument:
    """All that a partner's page shows."""

    partner: str
    campaign: str
    first: date
    last: date
    sentences: tuple[Said, ...] = ()
    figures: tuple[PartnerFigure, ...] = ()
    weeks: tuple[WeekOf, ...] = ()
    content: tuple[PartnerContent, ...] = ()
    events: tuple[PartnerEvent, ...] = ()
    thoughts: tuple[EvaluationText, ...] = ()
    unknown: tuple[Said, ...] = ()
    following: tuple[str, date, date] | None = None  # the campaign that comes after, and its days
    lead: str = ""
    phone: str = ""
    printed_on: date | None = None
    through: date | None = None


def render_partner(data: PartnerDocument, setting: Setting) -> bytes:
    """Return the page as a file, closer where that saves a page."""
    return drawn(partner_paper(data, setting.words()), setting, REPORT, closer=CLOSE)


def partner_paper(data: PartnerDocument, words: PaperWords) -> tree.Paper:
    """Return the page as a tree of content."""
    title = words("{partner} in {campaign}", partner=data.partner, campaign=data.campaign)
    blocks: tuple[Block, ...] = (
        Opening(title, words("To our partner"), period.told(data.first, data.last, words, through=data.through)),
        *(Text(sentence, Role.MESSAGE) for sentence in data.sentences),
        tree.Figures(tuple(tree.Figure(one.value, one.label, one.source) for one in data.figures)),
        *_weeks(data, words),
        Section(words("What those who came thought"), tuple(_thought(one, words) for one in data.thoughts)),
        Columns((_unknown(data, words), _following(data, words)), (1.0, 1.0)),
        *_contact(data),
    )
    return tree.Paper(
        title=str(title),
        language=words.language,
        blocks=blocks,
        author=tree.ORGANISATION,
        day=data.printed_on,
        head=data.campaign,
        foot=words("Different units are never added together."),
        pages=words.pages(),
    )


def _weeks(data: PartnerDocument, words: PaperWords) -> Iterator[Block]:
    """Yield what the partner did each week: a row for each content, a column for each week."""
    rows = data.content or ()
    if not data.weeks or not (rows or data.events):
        return
    yield Heading(words.plural("{n} week", "{n} weeks", len(data.weeks)), 2)
    for start in range(0, len(data.weeks), _WEEKS):
        weeks = data.weeks[start : start + _WEEKS]
        header: tuple[Said, ...] = ("", *(words("Week {number}", number=week.number) for week in weeks))
        days: tuple[Said, ...] = ("", *(words.period(week.first, week.last) for week in weeks))
        cells = [
            days,
            *(_row(one, one.weeks[start : start + _WEEKS], words) for one in rows),
            *_events(data.events, weeks, words),
        ]
        shares = (30.0, *[70 / len(weeks)] * len(weeks))
        yield tree.Table(header, tuple(cells), shares, has_row_heads=True, is_tight=True)


def _row(content: PartnerContent, weeks: Sequence[Said], words: PaperWords) -> tuple[Said, ...]:
    title = words("{first}, {more}", first=content.title, more=content.place) if content.place else content.title
    return (title, *weeks)


def _events(events: Sequence[PartnerEvent], weeks: Sequence[WeekOf], words: PaperWords) -> Iterator[tuple[Said, ...]]:
    for event in events:
        if any(week.first <= event.day <= week.last for week in weeks):
            held = (words.day(event.day, "short") if week.first <= event.day <= week.last else "" for week in weeks)
            yield (event.title, *held)


def _thought(told: EvaluationText, words: PaperWords) -> Quotation:
    return Quotation(told.text, words("{who}, {day}", who=words(told.by.label), day=words.day(told.day)))


def _unknown(data: PartnerDocument, words: PaperWords) -> tuple[Block, ...]:
    return (Heading(words("What we do not know"), 2), Items(tuple(Item(said) for said in data.unknown)))


def _following(data: PartnerDocument, words: PaperWords) -> tuple[Block, ...]:
    heading = Heading(words("Next year"), 2)
    if data.following is None:
        return (heading, Text(words("No next time is planned yet. We call you when it is.")))
    name, first, last = data.following
    return (
        heading,
        Text(words("{name} is planned for {period}. We call you before that.", name=name, period=words.period(first, last))),
    )


def _contact(data: PartnerDocument) -> tuple[Block, ...]:
    told = tuple(Text(part, role) for part, role in ((data.lead, Role.BODY), (data.phone, Role.LARGE)) if part.strip())
    return (Callout(told),) if told else ()
