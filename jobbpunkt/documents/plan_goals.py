"""The goals of a plan on paper: how I know that I am there, what helps me, the steps, how near I feel."""

from collections.abc import Sequence
from datetime import date

from jobbpunkt.documents.days import is_near
from jobbpunkt.documents.plan_data import PlanDocument, PlannedGoal, PlannedMilestone, PlannedStep, SelfRating
from jobbpunkt.documents.tree import Block, Chart, ChartKind, Facts, Phrase, Said, Section, Series, Step, Steps
from jobbpunkt.documents.words import PaperWords, Value
from models.vocabulary import Responsible

_LEAST, _MOST = 0, 10


def next_steps(data: PlanDocument, words: PaperWords) -> list[Step]:
    """Return what is to do next, over all goals, in order of day; steps without a day come last."""
    open_steps = [step for one in data.goals for step in one.steps if step.done is None]
    open_steps.sort(key=lambda step: step.due or date.max)
    return [
        Step(step.text, _does(step, words), _by(step.due, data, words), is_large=True, told=_told(step, data, words))
        for step in open_steps
    ]


def goal(one: PlannedGoal, number: int, data: PlanDocument, words: PaperWords, *, has_ratings: bool = True) -> Section:
    """Return one goal with all that belongs to it."""
    there = (
        (words("How I know that I am there"), one.measure),
        (words("I want to be there by"), _day(one.due, data, words)),
    )
    about = (
        (words("What helps me"), one.resources),
        (words("What is in my way"), one.obstacles),
        (words("The help that I need"), one.support),
        (words("Signs that I am on my way"), one.signs),
    )
    milestones = Steps(tuple(_milestone(milestone, data, words) for milestone in one.milestones))
    steps = Steps(tuple(_step(step, data, words) for step in one.steps))
    parts: list[Block] = [
        Facts(there, columns=1, is_boxed=False),
        Facts(about, columns=2, is_boxed=False),
        Section(words("Milestones"), (milestones,) if one.milestones else (), 4),
        Section(words("Steps"), (steps,) if one.steps else (), 4),
        Section(words("How close to the goal I feel (0 to 10)"), _ratings(one.ratings, data, words) if has_ratings else (), 4),
    ]
    return Section(one.title, tuple(parts), 3, number)


def _milestone(one: PlannedMilestone, data: PlanDocument, words: PaperWords) -> Step:
    return Step(one.text, when=_day(one.reached or one.due, data, words), is_done=one.reached is not None)


def _step(step: PlannedStep, data: PlanDocument, words: PaperWords) -> Step:
    when = _day(step.done or step.due, data, words)
    return Step(step.text, who(step, words), when, is_done=step.done is not None, told=_told(step, data, words))


def who(step: PlannedStep, words: PaperWords) -> str:
    """Return who does a step, as its person says it; somebody else by name."""
    if step.responsible is Responsible.PARTICIPANT:
        return words.text("me")
    if step.responsible is Responsible.COACH:
        return words.text("my coach")
    if step.responsible is Responsible.TOGETHER:
        return words.text("we two")
    return step.who or words.text("somebody else")


def _does(step: PlannedStep, words: PaperWords) -> Phrase:
    if step.responsible is Responsible.PARTICIPANT:
        return words("I do it.")
    if step.responsible is Responsible.COACH:
        return words("My coach does it.")
    if step.responsible is Responsible.TOGETHER:
        return words("My coach and I do it together.")
    return words("{name} does it.", name=step.who) if step.who else words("Somebody else does it.")


def _told(step: PlannedStep, data: PlanDocument, words: PaperWords) -> Phrase:
    """Say in one sentence who does a step, and by when; of one that is done, only when."""
    if step.done is not None:
        return words("It was done on {day}.", day=_weekday(step.done, data, words))
    if step.due is None:
        return _does(step, words)
    day = _weekday(step.due, data, words)
    if step.responsible is Responsible.PARTICIPANT:
        return words("I do it by {day}.", day=day)
    if step.responsible is Responsible.COACH:
        return words("My coach does it by {day}.", day=day)
    if step.responsible is Responsible.TOGETHER:
        return words("My coach and I do it together by {day}.", day=day)
    return (
        words("{name} does it by {day}.", name=step.who, day=day)
        if step.who
        else words("Somebody else does it by {day}.", day=day)
    )


def _ratings(ratings: Sequence[SelfRating], data: PlanDocument, words: PaperWords) -> tuple[Block, ...]:
    if not ratings:
        return ()
    told = ", ".join(f"{words.day(one.day)}: {one.value}" for one in ratings)
    values = Series(words("How close to the goal I feel (0 to 10)"), (*(float(one.value) for one in ratings), None))
    return (
        Chart(
            ChartKind.LINE,
            (*(_day(one.day, data, words) for one in ratings), _next_time(ratings[-1], data, words)),
            (values,),
            words.text("How close to the goal I have felt: {ratings}", ratings=told),
            least=_LEAST,
            most=_MOST,
            has_box=True,
        ),
    )


def _next_time(last: SelfRating, data: PlanDocument, words: PaperWords) -> Said:
    """Say when the next value is written: on the day of the follow-up where that is still to come."""
    is_to_come = data.review_on is not None and data.review_on > last.day
    return _day(data.review_on, data, words) if is_to_come else words("next time")


def _by(due: date | None, data: PlanDocument, words: PaperWords) -> str:
    """Say by when, the day of the week above the day; with the year where it is not near."""
    if due is None:
        return ""
    return words.text("by {weekday}\n{day}", weekday=words.day(due, "weekday_name"), day=_day(due, data, words))


def _weekday(day: date, data: PlanDocument, words: PaperWords) -> Value:
    return words.day(day, "weekday" if near(day, data) else "weekday_year")


def _day(day: date | None, data: PlanDocument, words: PaperWords) -> str:
    """Write a day in a list, with its year where it is not near."""
    if day is None:
        return ""
    return words.day(day, "day" if near(day, data) else "long")


def near(day: date, data: PlanDocument) -> bool:
    """Tell whether a day needs no year on a plan of its day."""
    return data.printed_on is not None and is_near(day, data.printed_on)
