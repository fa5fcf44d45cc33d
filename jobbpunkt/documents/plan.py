"""A career, development or health plan that its person keeps: what I want, my next steps, who helps me, and the way there."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from types import MappingProxyType

from jobbpunkt.base.clock import day_of
from jobbpunkt.base.words import N_
from jobbpunkt.documents.looks import BOOKLET
from jobbpunkt.documents.plan_data import PlanDocument
from jobbpunkt.documents.plan_goals import goal, near, next_steps
from jobbpunkt.documents.plan_own import own_words
from jobbpunkt.documents.plan_sections import PlanSection, chosen, left_out, listed
from jobbpunkt.documents.setting import Setting, drawn
from jobbpunkt.documents.tree import (
    ORGANISATION,
    Block,
    Callout,
    Code,
    Columns,
    Facts,
    Lines,
    Opening,
    Paper,
    Phrase,
    Quotation,
    Role,
    Said,
    Section,
    Signatures,
    Signer,
    Steps,
    Text,
    Together,
)
from jobbpunkt.documents.words import PaperWords, Value
from models.vocabulary import PlanKind, SignatureRole

# The kind of a health plan is nobody's business who sees the paper on a table.
_NAMES: Mapping[PlanKind, str] = MappingProxyType(
    {PlanKind.CAREER: N_("My career plan"), PlanKind.PERSONAL: N_("My development plan"), PlanKind.HEALTH: N_("My plan")}
)
_SIGNERS: Mapping[SignatureRole, str] = MappingProxyType(
    {
        SignatureRole.PARTICIPANT: N_("participant"),
        SignatureRole.COACH: N_("coach"),
        SignatureRole.INTERPRETER: N_("interpreter"),
    }
)
_NEXT = 3
_WHOLE = 8  # lines of a background that is not parted between two pages
_SHORT = 400  # signs of everything typed: such a plan is set one step larger


def render_plan(data: PlanDocument, setting: Setting = Setting()) -> bytes:  # noqa: B008 - it never changes
    """Return the plan as a file."""
    return drawn(plan_paper(data, setting.words(), setting.sections), setting, BOOKLET)


def plan_paper(data: PlanDocument, words: PaperWords, sections: Iterable[str] | None = None) -> Paper:
    """Return the plan as a tree of content, with the sections that are wanted; all where nothing is said."""
    name = words(_NAMES[data.kind])
    kept = chosen(sections)
    lacking = left_out(data, kept)
    blocks: tuple[Block, ...] = (
        *_first_page(data, name, words, lacking),
        *(_background(data, words) if PlanSection.BACKGROUND in kept else ()),
        *(_goals(data, words, kept) if PlanSection.GOALS in kept else ()),
        *([Section(words("How it has gone"), _reviews(data, words))] if PlanSection.REVIEWS in kept else []),
        *(_agreement(data, words, lacking) if PlanSection.AGREEMENT in kept else ()),
    )
    return Paper(
        title=f"{name} – {data.person}",
        language=words.language,
        blocks=blocks,
        author=ORGANISATION,
        day=data.printed_on,
        head=words.day(data.printed_on) if data.printed_on else "",
        foot=_foot(_version(data, name, words, lacking), data, words),
        pages=words.pages(),
    )


def _first_page(data: PlanDocument, name: Phrase, words: PaperWords, lacking: Sequence[PlanSection]) -> tuple[Block, ...]:
    """Return what hangs on the fridge: whose plan, the wish, what is to do next, when we meet, who helps, the code."""
    steps = next_steps(data, words)[:_NEXT]
    draft = words("Draft of {day}", day=_drafted(data, words)) if data.version is None else ""
    return (
        Opening(data.person, name, draft),
        *([Text(words("Excerpt without: {parts}", parts=listed(lacking, words)))] if lacking else []),
        *([Quotation(data.wished, words("This is what I want"), is_large=True)] if data.wished.strip() else []),
        Section(words("My next three steps"), (Steps(tuple(steps), empty=_NEXT - len(steps)),)),
        Columns(((_meeting(data, words),), (_helpers(data, words),))),
        *([_code(data, words)] if data.code else []),
    )


def _code(data: PlanDocument, words: PaperWords) -> Code:
    said = words("My code. With it my coach finds the plan quickly.")
    return Code(data.code, said, words.text("QR code: {code}", code=data.code))


def _background(data: PlanDocument, words: PaperWords) -> tuple[Block, ...]:
    return (Together((Section(words("Where I am today"), _today(data, words)),), lines=_WHOLE),)


def _goals(data: PlanDocument, words: PaperWords, kept: Collection[PlanSection]) -> tuple[Block, ...]:
    has_ratings = PlanSection.RATINGS in kept
    goals = (goal(one, number, data, words, has_ratings=has_ratings) for number, one in enumerate(data.goals, 1))
    return (Section(words("My goals"), tuple(goals)),)


def _foot(version: Phrase, data: PlanDocument, words: PaperWords) -> Phrase:
    return words("{paper}. Code {code}", paper=version, code=data.code) if data.code else version


def _version(data: PlanDocument, name: Phrase, words: PaperWords, lacking: Sequence[PlanSection]) -> Phrase:
    """Say which plan this is: no two papers that say different things call themselves the same."""
    whole = _whole(data, name, words)
    return words("{plan}, excerpt", plan=whole) if lacking else whole


def _whole(data: PlanDocument, name: Phrase, words: PaperWords) -> Phrase:
    if data.version is None:
        return _marked(words("{plan}, draft of {day}", plan=name, day=_drafted(data, words)), data, words)
    if data.noted_on:
        day = words.day(data.noted_on, "weekday_year")
        noted = words("{plan}, version {version} with notes until {day}", plan=name, version=data.version, day=day)
        return _marked(noted, data, words)
    adopted = words.day(data.adopted_on) if data.adopted_on else "–"
    return words("{plan}, version {version}, adopted {day}", plan=name, version=data.version, day=adopted)


def _marked(said: Phrase, data: PlanDocument, words: PaperWords) -> Phrase:
    """Add what tells a paper from others of the same day."""
    return words("{paper} ({mark})", paper=said, mark=data.mark) if data.mark else said


def _drafted(data: PlanDocument, words: PaperWords) -> Value:
    return words.day(data.printed_on or data.starts_on, "weekday_year")


def _role(data: PlanDocument) -> Role:
    """Return a larger role for a plan that says little."""
    said = len(data.present) + len(data.wished) + sum(len(one.title) + len(one.measure) for one in data.goals)
    return Role.LEAD if said < _SHORT and len(data.goals) <= 1 and not data.reviews else Role.BODY


def _meeting(data: PlanDocument, words: PaperWords) -> Callout:
    parts: tuple[Block, ...] = (Lines(2),)
    if data.meeting:
        day = _day(day_of(data.meeting.starts_at), data, words)
        time = words.text("at {time}", time=words.time(data.meeting.starts_at))
        parts = (Text(day, Role.LARGE), Text(time, Role.STRONG), Text(data.meeting.place))
    return Callout(parts, words("We meet next"))


def _helpers(data: PlanDocument, words: PaperWords) -> Callout:
    interpreter = words("{name}, my interpreter", name=data.interpreter) if data.interpreter.strip() else ""
    coach = words("{name}, my coach", name=data.coach)
    return Callout((Text(coach), Text(data.coach_phone, Role.LARGE), Text(interpreter)), words("Who helps me"))


def _today(data: PlanDocument, words: PaperWords) -> tuple[Block, ...]:
    present: tuple[Block, ...] = (Text(data.present, _role(data)),) if data.present.strip() else ()
    return (*present, own_words(data, words)) if data.own or data.applications else present


def _reviews(data: PlanDocument, words: PaperWords) -> tuple[Block, ...]:
    return tuple(
        Section(
            _day(review.day, data, words),
            (
                Text(review.text),
                Facts(
                    (
                        (words("What we changed"), review.revised),
                        (words("We look at it again"), _day(review.next_on, data, words) if review.next_on else ""),
                    ),
                    columns=1,
                    is_boxed=False,
                ),
            ),
            level=3,
        )
        for review in data.reviews
    )


def _agreement(data: PlanDocument, words: PaperWords, lacking: Sequence[PlanSection]) -> tuple[Block, ...]:
    """Return what the plan is set in, and the sentence with those who sign it; a draft is signed by nobody."""
    frame = _frame(data, words, lacking)
    if data.version is None:
        draft = Text(words("This is a draft. It becomes our plan when we have agreed on it and signed it."))
        return (Section(words("About my plan"), (frame, draft)),)
    signers = tuple(
        Signer(words(_SIGNERS[one.role]), one.name, _signed(one.signed_on, words) if one.signed_on else "")
        for one in data.signatures
    )
    sentence = words("I have taken part in making this plan, and I have a copy of my own.")
    signed = Signatures(signers, sentence, signature=words("Signature and date"))
    return (Section(words("About my plan"), (frame,)), Section(words("This is what we agree on"), (signed,)))


def _frame(data: PlanDocument, words: PaperWords, lacking: Sequence[PlanSection]) -> Facts:
    """Return what the plan is set in; here alone the kind of a health plan is named."""
    period: Said = words("from {day} until further notice", day=words.day(data.starts_on))
    if data.ends_on:
        period = words.period(data.starts_on, data.ends_on)
    return Facts(
        (
            (words("This paper"), _version(data, words(_NAMES[data.kind]), words, lacking)),
            (words("Kind of plan"), words(data.kind.label) if data.kind is PlanKind.HEALTH else ""),
            (words("My consent"), _consent(data, words)),
            (words("Period"), period),
            (words("We look at it again"), _day(data.review_on, data, words) if data.review_on else ""),
            (words("Programme"), data.programme),
            (words("My language"), data.language),
        ),
        columns=2,
        is_boxed=False,
    )


def _consent(data: PlanDocument, words: PaperWords) -> Said:
    if data.consent is None:
        return ""
    return words("given on {day}, text version {number}", day=words.day(data.consent.day), number=data.consent.text_version)


def _signed(day: date, words: PaperWords) -> Phrase:
    return words("has signed on {day}", day=words.day(day))


def _day(day: date, data: PlanDocument, words: PaperWords) -> Value:
    """Write a day as people say it; with its year where it is not in this half-year or the next."""
    return words.day(day, "weekday" if near(day, data) else "weekday_year")
