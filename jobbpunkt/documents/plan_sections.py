"""The parts of a plan that who prints may choose; the first page is always there."""

from collections.abc import Iterable
from enum import StrEnum

from jobbpunkt.base.words import N_
from jobbpunkt.documents.plan_data import PlanDocument
from jobbpunkt.documents.tree import Phrase
from jobbpunkt.documents.words import PaperWords


class PlanSection(StrEnum):
    """A part of a plan, by the name that the command line calls it; `heading` stands over it on paper."""

    BACKGROUND = "background"
    GOALS = "goals"
    RATINGS = "ratings"
    REVIEWS = "reviews"
    AGREEMENT = "agreement"

    @property
    def heading(self) -> str:
        """Return the sentence that stands over the part."""
        return _HEADINGS[self]

    def is_in(self, data: PlanDocument) -> bool:
        """Tell whether a plan has something to say there."""
        match self:
            case PlanSection.BACKGROUND:
                return bool(data.present.strip() or data.own or data.applications)
            case PlanSection.GOALS:
                return bool(data.goals)
            case PlanSection.RATINGS:
                return any(goal.ratings for goal in data.goals)
            case PlanSection.REVIEWS:
                return bool(data.reviews)
            case PlanSection.AGREEMENT:
                return True


_HEADINGS = {
    PlanSection.BACKGROUND: N_("Where I am today"),
    PlanSection.GOALS: N_("My goals"),
    PlanSection.RATINGS: N_("How close to the goal I feel (0 to 10)"),
    PlanSection.REVIEWS: N_("How it has gone"),
    PlanSection.AGREEMENT: N_("This is what we agree on"),
}


def chosen(sections: Iterable[str] | None) -> frozenset[PlanSection]:
    """Return the parts that are wanted, all where nothing is said; ratings stand with their goals or not at all."""
    wanted = frozenset(PlanSection if sections is None else map(PlanSection, sections))
    return wanted if PlanSection.GOALS in wanted else wanted - {PlanSection.RATINGS}


def left_out(data: PlanDocument, wanted: Iterable[PlanSection]) -> tuple[PlanSection, ...]:
    """Return the parts in which the plan has something to say that its paper leaves out."""
    kept = frozenset(wanted)
    lacking = tuple(part for part in PlanSection if part not in kept and part.is_in(data))
    return tuple(part for part in lacking if part is not PlanSection.RATINGS or PlanSection.GOALS in kept)


def listed(parts: Iterable[PlanSection], words: PaperWords) -> Phrase:
    """Return the headings of parts, one after the other."""
    said = [words(part.heading) for part in parts]
    beside = ", ".join(one.beside or one.text for one in said) if words.beside else ""
    return Phrase(", ".join(one.text for one in said), words.language, beside, words.beside)
