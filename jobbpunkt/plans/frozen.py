"""What a plan says at one moment, as plain data that can be kept, compared, and told apart by a mark on its papers."""

import hashlib
import json
from dataclasses import asdict
from typing import Any

from jobbpunkt.base.codes import SIGNS
from jobbpunkt.plans.data import GoalView, MilestoneView, PlanView, RatingView, ReviewView, StepView
from jobbpunkt.register.history import plain
from models.vocabulary import PlanStatus

Content = dict[str, Any]
_SIGNS_OF_MARK = 4
_BY_KEY = frozenset({".completion.goals", ".completion.steps"})


def content(view: PlanView) -> Content:
    """Return all that a plan says, as JSON holds it: its words, what is done, ratings and follow-ups, and how it went."""
    said: Content = {
        "situation": _situation(view),
        "goals": [_goal(goal) for goal in view.goals],
        "reviews": [_review(review) for review in view.reviews],
    }
    if view.completion is not None and view.status is PlanStatus.CLOSED:
        words = view.completion.words
        by_key = {name: {str(key): text for key, text in getattr(words, name)} for name in ("goals", "steps")}
        said["completion"] = asdict(words) | by_key
    kept: Content = json.loads(text(said))
    return kept


def text(said: Content) -> str:
    """Return the one spelling of what a plan says."""
    return json.dumps(said, default=plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def told(view: PlanView) -> str:
    """Return all that a plan says without the keys of its rows, in one spelling: two that say the same have the same."""
    return json.dumps(_keyless(content(view)), ensure_ascii=False, sort_keys=True)


def mark(view: PlanView) -> str:
    """Return a few signs that follow from what a plan says: two papers that say different things do not have the same."""
    number = int.from_bytes(hashlib.sha256(told(view).encode()).digest()[:8], "big")
    signs = []
    for _ in range(_SIGNS_OF_MARK):
        number, place = divmod(number, len(SIGNS))
        signs.append(SIGNS[place])
    return "".join(signs)


def _situation(view: PlanView) -> Content:
    said = asdict(view.situation)
    return {**said.pop("own"), **said}


def _goal(goal: GoalView) -> Content:
    return {
        "id": goal.id,
        **asdict(goal.words),
        "milestones": [_part(one) for one in goal.milestones],
        "steps": [_part(one) for one in goal.steps],
        "ratings": [_part(one) for one in goal.ratings],
    }


def _part(view: MilestoneView | StepView | RatingView) -> Content:
    said = asdict(view)
    del said["version"]
    return {**said.pop("words", {}), **said}


def _review(review: ReviewView) -> Content:
    """Return what a follow-up says; who typed it, and when, stands in the history."""
    words = asdict(review.words) if review.words else {}
    excuse = asdict(review.excuse) if review.excuse else {}
    return {"id": review.id, **asdict(review.time), **words, **excuse, "held_by": review.held_by}


def _keyless(value: Any, under: str = "") -> Any:
    """Return what is said without the keys of rows, which chance makes."""
    if under in _BY_KEY:
        return sorted(value.values())
    if isinstance(value, dict):
        return {name: _keyless(one, f"{under}.{name}") for name, one in value.items() if name != "id"}
    return [_keyless(one) for one in value] if isinstance(value, list) else value
