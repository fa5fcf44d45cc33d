"""Consents; one to a plan for better health is known to nobody without the key and the right."""

from uuid import UUID

from jobbpunkt.consents import access, on_paper, reading, texts, writing
from jobbpunkt.consents.data import GivenConsent, Withdrawal
from jobbpunkt.register.unit_of_work import Reading
from models.vocabulary import ConsentPurpose
from tests.permissions.desk import DAY, Door, asks_first, may, one, open_office, sees

_HEALTH, _GIVEN, _TAKEN = ConsentPurpose.HEALTH_PLAN, GivenConsent(DAY), Withdrawal(DAY, witness="Sol")


def _none_of_health(uow: Reading, person: UUID) -> None:
    """Read the consents of somebody whom an open office alone opens: that to a plan for better health is not among them."""
    assert reading.of_person(uow, person) == ()


DOORS: dict[str, tuple[Door, ...]] = {
    "consents.access.found": (
        sees("C", lambda u, d: access.found(u, d.consent)),
        sees("", lambda u, d: access.found(u, d.colleagues_consent)),
    ),
    "consents.access.require": (may("C", lambda u, _: access.require(u, _HEALTH)),),
    "consents.on_paper.document": (
        may("C", lambda u, d: on_paper.document(u, one("person"), d.words)),
        asks_first("C", lambda u, d: on_paper.document(u, one("plan"), d.words)),
        may("", lambda u, d: on_paper.document(open_office(u), d.colleagues, d.words)),
    ),
    "consents.on_paper.note_printed": (may("C", lambda u, _: on_paper.note_printed(u, one("person"))),),
    "consents.reading.of_person": (
        may("CK", lambda u, _: reading.of_person(u, one("person"))),
        asks_first("CK", lambda u, _: reading.of_person(u, one("plan"))),
        may("", lambda u, d: reading.of_person(u, d.colleagues)),
        may("CK", lambda u, d: _none_of_health(open_office(u), d.colleagues_well)),
    ),
    "consents.texts.change_text": (
        may("C", lambda u, d: texts.change_text(u, _HEALTH, number=2, text="Jag säger ja.", words=d.words)),
    ),
    "consents.texts.current_text": (may("C", lambda u, d: texts.current_text(u, _HEALTH, d.words)),),
    "consents.writing.correct": (sees("C", lambda u, d: writing.correct(u, d.consent, 1, _GIVEN)),),
    "consents.writing.give": (
        may("C", lambda u, d: writing.give(u, one("person"), _HEALTH, _GIVEN, d.words)),
        # An open office opens nothing of health.
        may("", lambda u, d: writing.give(open_office(u), d.colleagues, _HEALTH, _GIVEN, d.words)),
    ),
    "consents.writing.withdraw": (sees("C", lambda u, d: writing.withdraw(u, d.consent, 1, _TAKEN)),),
}
INNER: dict[str, str] = {
    "consents.access.known": "asks for the person within services that have asked for the right",
    "consents.access.shown": "asks for the person within services that have asked for the right",
    "consents.access.standing": "finds the consent for a service that has asked",
    "consents.body.read": "opens the words of a row that a service has found",
    "consents.body.write": "writes the words of a row that a service has found",
    "consents.texts.newest": "reads the office's text for a service that has asked",
    "consents.reading.view": "opens the words of a row that a service has found",
}
