"""The ways back into the forms of the library."""

from collections.abc import Callable, Mapping
from functools import partial

from jobbpunkt import suggestions
from jobbpunkt.register.unit_of_work import Reading
from ui.drafts.naming import again
from ui.drafts.ways import Made, Sought, Way
from ui.suggestions.forms import goal_dialog, step_dialog, words_dialog


def _new(_uow: Reading, sought: Sought) -> Callable[[], Made]:
    return partial(goal_dialog, sought.page, sought.context)


def _step(uow: Reading, sought: Sought) -> Callable[[], Made]:
    return partial(step_dialog, sought.page, sought.context, again(suggestions.library(uow), sought.of))


def _words(uow: Reading, sought: Sought) -> Callable[[], Made]:
    return partial(words_dialog, sought.page, sought.context, again(suggestions.library(uow), sought.of))


WAYS: Mapping[str, Way] = {"suggestion.new": _new, "suggestion.step": _step, "suggestion": _words}
