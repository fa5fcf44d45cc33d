"""A campaign on site: stands, opinions, visitors by name, and the files that count without a network."""

from uuid import uuid4

from jobbpunkt import campaigns, field
from jobbpunkt.campaigns import telling
from jobbpunkt.register.keys import CHEAPEST
from jobbpunkt.register.opening import Register
from models.vocabulary import Evaluator, Opinion
from tests.permissions.desk import Desk, Door, asks_first, may, one, other

PASSWORD = "mulen morgon torg kaffe"


def _make(register: Register, desk: Desk) -> None:
    where = desk.folder / f"{uuid4().hex}.jobbpunkt"
    field.make(register, one("campaign"), where, name="Dator", password=PASSWORD, cost=CHEAPEST)


DOORS: dict[str, tuple[Door, ...]] = {
    "campaigns.telling.told_answers": (may("CKLA", lambda u, _: telling.told_answers(u, one("campaign"))),),
    "campaigns.feedback.feedback": (may("CKL", lambda u, _: campaigns.feedback(u, one("campaign"))),),
    "campaigns.feedback.give_feedback": (
        may(
            "CKL",
            lambda u, _: campaigns.give_feedback(u, one("campaign"), evaluator=Evaluator.PARTNERS, opinion=Opinion.GOOD),
        ),
    ),
    "campaigns.feedback.take_back_feedback": (may("CKL", lambda u, _: campaigns.take_back_feedback(u, other("feedback"))),),
    "campaigns.stands.add_stand": (
        may("CKL", lambda u, d: campaigns.add_stand(u, one("campaign"), organisation_id=d.unused, label="A1")),
    ),
    "campaigns.stands.change_stand": (may("CKL", lambda u, _: campaigns.change_stand(u, one("stand"), 1, label="A1")),),
    "campaigns.stands.mark_stand": (may("CKL", lambda u, _: campaigns.mark_stand(u, one("stand"), came=True)),),
    # Something was said of it, which only those who may remove a stand are told.
    "campaigns.stands.remove_stand": (asks_first("CKL", lambda u, _: campaigns.remove_stand(u, one("stand"))),),
    "campaigns.stands.stands": (may("CKLA", lambda u, _: campaigns.stands(u, one("campaign"))),),
    # The campaign counts no visitors, which only those who may count are told.
    "campaigns.visits.sign_in": (
        asks_first("CKL", lambda u, _: campaigns.sign_in(u, one("campaign"), one("person"), consents=True)),
    ),
    "campaigns.visits.strike_visit": (may("CKL", lambda u, _: campaigns.strike_visit(u, other("visit"))),),
    "campaigns.visits.visitors": (may("CKL", lambda u, _: campaigns.visitors(u, one("campaign"))),),
    # There is no such file, which is said only to those who may bring one home.
    "field.bringing.bring_home": (asks_first("CKL", lambda r, d: field.bring_home(r, d.folder / "saknas.jobbpunkt", PASSWORD)),),
    "field.files.forget": (asks_first("CKL", lambda u, _: field.forget(u, one("field_file"))),),
    "field.files.rows": (may("CKLA", lambda u, _: field.rows(u, one("campaign"))),),
    "field.here.here": (may("CKLA", lambda u, _: field.here(u)),),
    "field.making.make": (may("CKL", _make),),
}
INNER: dict[str, str] = {
    "field.files.brought": "counts for the services that list field files or strike one out, which have asked",
    "field.here.refuse_within": "asked by the services that make a field file or bring one home",
    "field.merging.merge": "merges for the service that brings a field file home, which has asked",
}
