"""A career, development or health plan on paper: where I stand, where I want to go, and the steps there."""

from datetime import date

from reportlab.platypus import Flowable

from jobbpunkt.documents import charts, style
from jobbpunkt.documents.plan_data import (
    HeldReview,
    PlanDocument,
    PlannedGoal,
)
from jobbpunkt.i18n import N_, Words

_FOOTER = N_("{title} for {person}, version {version}")
_FOOTER_DRAFT = N_("{title} for {person}, draft")


def render_plan(data: PlanDocument, words: Words) -> bytes:
    """Return the plan as a PDF."""
    title = words(data.kind.label)
    story = [
        *style.opening(data.person, kicker=title, subtitle=_subtitle(data, words)),
        style.facts(_facts(data, words)),
        *style.section(words("Where I am today"), style.paragraphs(data.present)),
        *style.section(words("Where I want to be"), [style.quote(data.wished, words("In my own words"))] if data.wished else []),
    ]
    for number, goal in enumerate(data.goals, 1):
        story += _goal(goal, number, words)
    story += style.section(words("Follow-up"), [part for review in data.reviews for part in _review(review, words)])
    story += _signing(data, words)
    footer = words(_FOOTER_DRAFT if data.version is None else _FOOTER, title=title, person=data.person, version=data.version)
    return style.build(story, title=f"{title} – {data.person}", words=words, footer=footer, day=data.printed_on)


def _subtitle(data: PlanDocument, words: Words) -> str:
    if data.version is None:
        return words("Draft, not adopted")
    adopted = words.day(data.adopted_on, "long") if data.adopted_on else "–"
    return words("Version {version}, adopted {day}", version=data.version, day=adopted)


def _facts(data: PlanDocument, words: Words) -> list[tuple[str, str]]:
    last = words.day(data.ends_on) if data.ends_on else words("until further notice")
    return [
        (words("Coach"), data.coach),
        (words("Period"), f"{words.day(data.starts_on)} – {last}"),
        (words("Next follow-up"), words.day(data.review_on) if data.review_on else ""),
        (words("Programme"), data.programme),
        (words("Language"), data.language),
        (words("Interpreter"), data.interpreter),
    ]


def _goal(goal: PlannedGoal, number: int, words: Words) -> list[Flowable]:
    aims = [(words("How we know that it is reached"), goal.measure), (words("To be reached by"), _day(goal.due, words))]
    around = [
        (words("What helps me"), goal.resources),
        (words("What stands in the way"), goal.obstacles),
        (words("Support I need"), goal.support),
        (words("Signs of progress"), goal.signs),
    ]
    return [
        style.heading(words("Goal {number}: {title}", number=number, title=goal.title), 2),
        *_pairs(aims),
        *_pairs(around),
        *style.section(words("Milestones"), _milestones(goal, words), 3),
        *style.section(words("Steps"), _steps(goal, words), 3),
        *_ratings(goal, words),
    ]


def _pairs(pairs: list[tuple[str, str]]) -> list[Flowable]:
    """Return captions with their texts, two beside each other while they are short."""
    filled = [(caption, text) for caption, text in pairs if text.strip()]
    if any(len(text) > 400 for _, text in filled):
        return [part for caption, text in filled for part in (style.label(caption), style.typed(text))]
    cells = [style.captioned(caption, text) for caption, text in filled]
    return [style.grid([cells[start : start + 2] for start in range(0, len(cells), 2)], 2), style.space(1.5)] if cells else []


def _milestones(goal: PlannedGoal, words: Words) -> list[Flowable]:
    if not goal.milestones:
        return []
    texts = [" – ".join(filter(None, [item.text, _when(item.due, item.reached, words)])) for item in goal.milestones]
    return [style.checklist(texts, [item.reached is not None for item in goal.milestones])]


def _when(due: date | None, reached: date | None, words: Words) -> str:
    if reached:
        return words("reached {day}", day=words.day(reached))
    return words("by {day}", day=words.day(due)) if due else ""


def _steps(goal: PlannedGoal, words: Words) -> list[Flowable]:
    if not goal.steps:
        return []
    header = [words("What"), words("Who"), words("By when"), words("Done")]
    rows = [[step.text, step.who, _day(step.due, words), _day(step.done, words) or style.tick_box()] for step in goal.steps]
    return [style.table(header, rows, widths=[50, 22, 14, 14])]


def _ratings(goal: PlannedGoal, words: Words) -> list[Flowable]:
    if not goal.ratings:
        return []
    caption = words("My own rating, 0 to 10: how close I am to the goal")
    points = [charts.Point(rating.day, rating.value) for rating in goal.ratings]
    chart = charts.line(points, lowest=0, highest=10, day=lambda day: words.day(day), height=80)
    return [style.together([style.space(1), style.label(caption), style.space(1), chart, style.space(2)])]


def _review(review: HeldReview, words: Words) -> list[Flowable]:
    after = words("Next follow-up {day}", day=words.day(review.next_on)) if review.next_on else ""
    when = " · ".join(filter(None, [words.day(review.day, "long"), after]))
    changed = [style.captioned(words("What we changed"), review.revised)] if review.revised.strip() else []
    return [style.heading(when, 3), *style.paragraphs(review.text), *changed]


def _signing(data: PlanDocument, words: Words) -> list[Flowable]:
    if not data.signatures:
        return []
    signed = [
        words("{role}: {name} signed on {day}.", role=person.role, name=person.name, day=words.day(person.signed_on))
        for person in data.signatures
        if person.signed_on
    ]
    waiting = [(person.role, person.name) for person in data.signatures if not person.signed_on]
    closing = style.note(words("We have made this plan together. Each of us has a copy."))
    parts = [style.heading(words("Signatures"), 2), closing, *[style.note(line) for line in signed]]
    return [style.together([*parts, *([style.signatures(waiting, words)] if waiting else [])])]


def _day(value: date | None, words: Words) -> str:
    return words.day(value) if value else ""
