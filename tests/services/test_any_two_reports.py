"""Whoever holds any two reports that left, of whichever kinds, finds no small group by reckoning with both.

Every kind, the page of a partner and the chapter of the year leave a register of chance; after each, each is written as it would
leave next, and the attacker reckons with all numbers of persons that the two tell. A report that is new falls under it by itself.
"""

import json
import random
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from jobbpunkt import campaigns, cases, organisations, programmes, reports
from jobbpunkt.base.words import Words
from jobbpunkt.campaigns import CampaignDetails, MeasureDraft
from jobbpunkt.cases import NewOutcome
from jobbpunkt.disclosure import PERSONS, Key, calendar_period
from jobbpunkt.disclosure.leaving import told_in
from jobbpunkt.measures import Period
from jobbpunkt.people.details import PersonData
from jobbpunkt.programmes import ProgrammeData
from jobbpunkt.register.opening import Register
from jobbpunkt.register.unit_of_work import Writing
from jobbpunkt.reports import Format, Kind, Material, ReportChoice
from models.application import Application, ApplicationStep
from models.case import Case
from models.vocabulary import (
    Answer,
    ApplicationStage,
    ClosureReason,
    EmploymentForm,
    Evaluator,
    MeasureLink,
    Opinion,
    OutcomeKind,
    Referrer,
    Sex,
    Unit,
)
from tests.reckoning import found_by_ledger
from tests.registers import Enough
from tests.services.test_leaving import PUBLIC
from tests.services.test_no_trace import enrolled, meet

YEAR = 2019
CALLED, IKEA, APPLIED = "called_in_register", "ikea_in_register", "applied_in_register"
REASONS = (ClosureReason.OTHER_INTERVENTION, ClosureReason.OWN_WISH, ClosureReason.MOVED)
Numbers = Mapping[Key, int | None]
Leaves = Callable[[Writing], Numbers]


def _people(uow: Writing, chance: random.Random, campaign: UUID, employers: tuple[UUID, UUID]) -> None:
    made = programmes.create(uow, ProgrammeData("Kvinna för Bäckby", "Bäckby")).record
    for number in range(chance.randint(25, 45)):
        sex = chance.choice((Sex.WOMAN, Sex.WOMAN, Sex.MAN))
        data = PersonData(
            f"P{number}", sex=sex, birth_year=chance.choice((1960, 1985, 1999)), tenant=chance.choice((True, None, False)),
            district=chance.choice(("A", "B", "B")),
        )  # fmt: skip
        first = date(YEAR - chance.choice((0, 0, 1)), chance.randint(1, 6), 3)
        person, case = enrolled(uow, data, first)
        uow.get(Case, case).referrer = chance.choice((Referrer.SELF, Referrer.SELF, Referrer.SOCIAL_SERVICES))
        # In the second half-year so few that the year without the first would tell of them.
        months = sorted({chance.randint(first.month, 6 if chance.random() < 0.92 else 12) for _ in range(chance.randint(0, 2))})
        for month in months:
            meet(uow, person, date(first.year, month, 5))
        if months and chance.random() < 0.6:
            began, kind = (
                date(first.year, chance.choice(months), 6),
                chance.choice((OutcomeKind.WORK, OutcomeKind.WORK, OutcomeKind.STUDIES)),
            )
            form = EmploymentForm.HOURLY if kind is OutcomeKind.WORK else EmploymentForm.NOT_STATED
            lasted = chance.choice((Answer.YES, Answer.NO, Answer.NOT_STATED)) if kind is OutcomeKind.WORK else Answer.NOT_STATED
            cases.add_outcome(uow, NewOutcome(case, kind, "Bageriet", began, form, lasted_month=lasted))
        if chance.random() < 0.4:
            row = uow.get(Case, case)
            cases.close(uow, case, row.version, on=date(YEAR, 12, 10), reason=chance.choice(REASONS))
        if number % 3:
            programmes.enrol(uow, made, person, starts_on=date(YEAR, chance.choice((1, 2, 3, 4, 5, 9)), 7))
        if chance.random() < 0.8:
            _apply(uow, chance, person, campaign if chance.random() < 0.8 else None, chance.choice(employers))


def _apply(uow: Writing, chance: random.Random, person: UUID, campaign: UUID | None, employer: UUID) -> None:
    stage = chance.choice((ApplicationStage.SENT, *[ApplicationStage.CALLED_TO_INTERVIEW] * 3))
    row = Application(
        person_id=person, organisation_id=employer, employer="IKEA", position="Lager", applied_on=date(YEAR, 5, 8), stage=stage,
        campaign_id=campaign,
    )  # fmt: skip
    uow.add(row)
    uow.flush()
    uow.add(ApplicationStep(application_id=row.id, stage=stage, reached_on=date(YEAR, 5, 9)))


def _campaign(uow: Writing, chance: random.Random, employer: UUID) -> UUID:
    drafts = [
        MeasureDraft("called", "Kallade", Unit.PERSONS, linked=MeasureLink.INTERVIEWS),
        MeasureDraft("ikea", "Kallade till IKEA", Unit.PERSONS, linked=MeasureLink.INTERVIEWS, employer_id=employer),
        MeasureDraft("applied", "Som sökte", Unit.PERSONS, linked=MeasureLink.APPLICATIONS),
        MeasureDraft("came", "Besökare", Unit.VISITORS),
    ]
    made = campaigns.create(uow, CampaignDetails("Boxen", date(YEAR, 5, 6), date(YEAR, 6, 2)), measures=drafts).record
    whole = campaigns.get(uow, made)
    for measure in whole.measures:
        for week in whole.weeks:
            campaigns.count(uow, measure.id, amount=chance.randint(1, 12), week_id=week.id)
    for evaluator in Evaluator:
        for opinion in Opinion:
            for _ in range(chance.randint(0, 9)):
                campaigns.give_feedback(
                    uow, made, evaluator=evaluator, opinion=opinion, best=chance.choice(("", "Fika", "Mässan"))
                )
    campaigns.add_partner(uow, made, organisation_id=employer, responsibility="Fika")
    return made


def _read(material: Material, words: Words) -> Numbers:
    """Return all that a report tells of persons, and see that its file tells of nobody else."""
    told = told_in(material)
    of_persons = {unit.value for unit in PERSONS}
    totals = {(key.measure.partition("@")[0], value) for key, value in told.items() if not key.kind}
    for one in json.loads(reports.write(material, words, Format.JSON))["measures"]:
        if one["unit"] in of_persons and one["key"] not in PUBLIC and one["value"] is not None:
            assert (one["key"], one["value"]) in totals, one["key"]
    return told


def _wares(chance: random.Random, campaign: UUID, words: Words) -> Iterator[tuple[str, Leaves, Leaves]]:
    """Yield everything that leaves: its name, what it would tell, and what it tells as it leaves."""

    def told(choice: ReportChoice) -> Leaves:
        return lambda uow: _read(reports.gather(uow, choice, words), words)

    def left(choice: ReportChoice, wanted: Format) -> Leaves:
        def leaves(uow: Writing) -> Numbers:
            material = reports.gather(uow, choice, words)
            reports.note_printed(uow, material, wanted)
            return _read(material, words)

        return leaves

    def partner(uow: Writing) -> UUID:
        return campaigns.get(uow, campaign).partners[0].id

    def page(uow: Writing) -> Numbers:
        return told_in(campaigns.measures(uow, campaign))

    def page_left(uow: Writing) -> Numbers:
        campaigns.note_partner_printed(uow, partner(uow))
        return page(uow)

    for kind in Kind:
        choice = ReportChoice(kind, campaign_id=campaign) if kind is Kind.CAMPAIGN else ReportChoice(kind, _period(kind, chance))
        yield kind.value, told(choice), left(choice, chance.choice([*Format]))
    yield "partner", page, page_left


def _period(kind: Kind, chance: random.Random) -> Period:
    if kind in reports.YEARLY:
        return Period.year(YEAR)
    if kind is Kind.BOARD:
        return Period(*calendar_period(date(YEAR, chance.choice((3, 6)), 1), 1))
    return Period(*calendar_period(date(YEAR, 1, 1), chance.choice((3, 6, 6))))


@pytest.mark.parametrize("seed", range(2))
def test_no_two_reports_of_any_kinds_tell_of_few(sqlite_register: Register, words_sv: Words, seed: int) -> None:
    """Each is the first to leave of one register or the other, and each the second after it."""
    chance = random.Random(seed)
    with sqlite_register.writing() as uow:
        ikea, other = (organisations.find_or_create(uow, name) for name in ("IKEA", "Annan"))
        made = _campaign(uow, chance, ikea)
        _people(uow, chance, made, (ikea, other))
    among = {f"{IKEA}@{made}": (f"{CALLED}@{made}",), f"{CALLED}@{made}": (f"{APPLIED}@{made}",)}
    supposed = {f"{CALLED}@{made}": ("jobseekers_called_to_interview",)}
    wares = [*_wares(chance, made, words_sv)]
    seen = set[frozenset[tuple[Key, int | None]]]()
    found: dict[tuple[str, str], list[tuple[Any, ...]]] = {}
    for first, _, leaves in wares[seed::2]:
        with suppress(Enough), sqlite_register.writing() as uow:
            told = leaves(uow)
            uow.flush()
            for second, tells, _ in wares:
                found[first, second] = found_by_ledger([told, tells(uow)], among, supposed, seen)
            raise Enough
    assert len(found) == len(wares) * len(wares[seed::2])
    assert {pair: leak for pair, leak in found.items() if leak} == {}
