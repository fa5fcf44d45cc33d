"""How a plan went, when it is completed: in own words, goal by goal, what was done, what was not and why."""

from jobbpunkt.documents.completion_data import CompletedGoal, CompletionDocument, LeftStep
from jobbpunkt.documents.days import is_near
from jobbpunkt.documents.looks import CLOSE, ORDINARY
from jobbpunkt.documents.plan_data import PlannedStep
from jobbpunkt.documents.plan_goals import who
from jobbpunkt.documents.setting import Setting, drawn
from jobbpunkt.documents.tree import (
    ORGANISATION,
    Block,
    Facts,
    Item,
    Items,
    Opening,
    Paper,
    Quotation,
    Role,
    Said,
    Section,
    Step,
    Steps,
    Text,
)
from jobbpunkt.documents.words import PaperWords


def render_completion(data: CompletionDocument, setting: Setting = Setting()) -> bytes:  # noqa: B008 - it never changes
    """Return it as a file: one page where it can be read on one."""
    return drawn(completion_paper(data, setting.words()), setting, ORDINARY, closer=CLOSE)


def completion_paper(data: CompletionDocument, words: PaperWords) -> Paper:
    """Return it as a tree of content."""
    title, period = words("This is how it went"), words.period(data.starts_on, data.completed_on)
    blocks: tuple[Block, ...] = (
        Opening(data.person, title, words("{name}, my coach", name=data.coach)),
        *([Quotation(data.own, words("In my own words"), is_large=True)] if data.own.strip() else []),
        *([Text(data.summary, Role.LEAD)] if data.summary.strip() else []),
        Section(words("My goals"), tuple(_goal(one, number, data, words) for number, one in enumerate(data.goals, 1))),
    )
    foot: Said = words("{title}, {period}", title=title, period=period)
    return Paper(
        title=f"{title} – {data.person}",
        language=words.language,
        blocks=blocks,
        author=ORGANISATION,
        day=data.completed_on,
        head=words.day(data.completed_on),
        foot=words("{paper} ({mark})", paper=foot, mark=data.code) if data.code else foot,
        pages=words.pages(),
    )


def _goal(one: CompletedGoal, number: int, data: CompletionDocument, words: PaperWords) -> Section:
    rating: Said = ""
    if one.rating is not None:
        rating = f"{one.rating.value} ({words.day(one.rating.day)})"
    about = ((words("How far I came"), one.far), (words("How close to the goal I feel (0 to 10)"), rating))
    done = Steps(tuple(Step(step.text, who(step, words), _when(step, data, words), is_done=True) for step in one.done))
    parts: list[Block] = [
        Facts(about, columns=1, is_boxed=False),
        Section(words("What we did"), (done,) if one.done else (), 4),
        Section(words("Not done"), (Items(tuple(_left(left, words) for left in one.left)),) if one.left else (), 4),
    ]
    return Section(one.title, tuple(parts), 3, number)


def _left(left: LeftStep, words: PaperWords) -> Item:
    """Return what was not done with why; where nobody wrote why, that is said."""
    return Item(left.step.text, parts=(Text(left.why or words("not recorded"), Role.CAPTION),))


def _when(step: PlannedStep, data: CompletionDocument, words: PaperWords) -> Said:
    if step.done is None:
        return ""
    return words("done {day}", day=words.day(step.done, "short" if is_near(step.done, data.completed_on) else "long"))
