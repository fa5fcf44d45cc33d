"""The ways back into the dialogs around a consent."""

from collections.abc import Callable, Mapping

from jobbpunkt import consents
from jobbpunkt.consents import ConsentView
from jobbpunkt.register.unit_of_work import Reading, Writing
from ui.consents.forms import HEALTH, consent_dialog, text_dialog, withdrawal_dialog
from ui.drafts.naming import again
from ui.drafts.ways import Made, Sought, Way

Make = Callable[[], Made]


def _new(uow: Reading, sought: Sought) -> Make:
    consents.of_person(uow, sought.of)
    return lambda: consent_dialog(sought.page, sought.context, sought.of)


def _correct(uow: Writing, sought: Sought) -> Make:
    consent = _found(uow, sought)
    return lambda: consent_dialog(sought.page, sought.context, sought.whom, consent)


def _withdraw(uow: Writing, sought: Sought) -> Make:
    consent = _found(uow, sought)
    return lambda: withdrawal_dialog(sought.page, sought.context, sought.whom, consent)


def _text(uow: Reading, sought: Sought) -> Make:
    text = consents.current_text(uow, HEALTH, sought.context.words)
    return lambda: text_dialog(sought.page, sought.context, sought.whom, text)


def _found(uow: Reading, sought: Sought) -> ConsentView:
    return again(consents.of_person(uow, sought.whom), sought.of)


WAYS: Mapping[str, Way] = {
    "consent.new": _new,
    "consent.correct": _correct,
    "consent.withdraw": _withdraw,
    "consent.text": _text,
}
