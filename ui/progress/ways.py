"""The ways back into the dialogs of progress towards work."""

from collections.abc import Callable, Mapping
from functools import partial

from jobbpunkt import progress
from jobbpunkt.register.unit_of_work import Reading
from ui.drafts.naming import again
from ui.drafts.ways import Made, Sought, Way
from ui.progress.dialogs import answer_dialog, question_dialog


def _answer(uow: Reading, sought: Sought) -> Callable[[], Made]:
    view = progress.of_person(uow, sought.whom)
    return partial(answer_dialog, sought.page, sought.context, sought.whom, view, again(view.rounds, sought.of))


def _new_question(_uow: Reading, sought: Sought) -> Callable[[], Made]:
    return partial(question_dialog, sought.page, sought.context)


def _question(uow: Reading, sought: Sought) -> Callable[[], Made]:
    return partial(question_dialog, sought.page, sought.context, again(progress.questions(uow), sought.of))


WAYS: Mapping[str, Way] = {
    "progress.answer": _answer,
    "progress.question.new": _new_question,
    "progress.question": _question,
}
