"""CV-boxen på Bäckby 2020 in the demo: six partners, five contents, four weeks, and every count made on a day.

What is counted adds up to the seed's figures because the entries do; the spread over days is invented
(weekly split as in the project's authored import example).
"""

from datetime import date, time, timedelta
from typing import Any
from uuid import UUID

from jobbpunkt import campaigns, events, organisations
from jobbpunkt.base.clock import instant
from jobbpunkt.campaigns import ActivityDraft, CampaignDetails, SlotDraft
from jobbpunkt.demo.stage import LEAD, Stage
from jobbpunkt.events import EventDetails
from jobbpunkt.register.unit_of_work import Writing
from models.vocabulary import ActivityStatus, Evaluator, EventKind, MeasureLink, Opinion, OrganisationKind, Qualifier

NAME = "CV-boxen på Bäckby 2020"
FIRST = date(2020, 2, 10)
LAST = date(2020, 3, 8)
FAIR = date(2020, 3, 5)
PARTNERS = (
    ("Västerås stad (AME)", OrganisationKind.PUBLIC, "Vägledning om sommarjobb och feriearbete"),
    ("Folkhögskolan", OrganisationKind.EDUCATION, "Information om studier och skrivstuga"),
    ("Bostads AB Mimer", OrganisationKind.HOUSING, "Projektledning, CV och personliga brev, samtal och coaching"),
    ("IKEA", OrganisationKind.EMPLOYER, "Företagsträff, studiebesök och rekrytering"),
    ("Proffas", OrganisationKind.EMPLOYER, "Intervjuträning och bemanning"),
    ("Rädda Barnen", OrganisationKind.CIVIL_SOCIETY, "Trygg mötesplats och sommarlovsentreprenörerna"),
)
CONTENT = (
    ("Mötesplats för arbetssökande, utbildningsanordnare och företag", 0, time(13), time(17), "Rädda Barnen", "Två värdar"),
    ("Hjälp med CV och personliga brev", 1, time(13), time(18), "Bostads AB Mimer", "Två jobbcoacher"),
    ("Samtal och coaching på Kollage", 2, time(10), time(15), "Bostads AB Mimer", "En jobbcoach"),
    ("Information om studier och skrivstuga", 2, time(15), time(17), "Folkhögskolan", "En studievägledare"),
    ("Företagsträff och studiebesök på IKEA", 3, time(9), time(12), "IKEA", "Två från rekryteringen"),
    ("Intervjuträning", 4, time(10), time(12), "Proffas", ""),
)
# Week, place in CONTENT, how it went and why; invented, as the days are. Whatever is not named here was carried out.
DEVIATIONS = {
    (2, 5): (ActivityStatus.CHANGED, "Tränaren var sjuk, så träningen blev digital."),
    (3, 3): (ActivityStatus.CANCELLED, "Studievägledaren var på utbildning."),
}
# For each measure and week: what was counted on Tuesday and on Thursday.
COUNTS: dict[str, tuple[tuple[int, int], ...]] = {
    "cvs_and_letters_written": ((4, 3), (6, 5), (5, 3), (4, 5)),
    "applications_summer_entrepreneurs": ((5, 4), (7, 5), (4, 6), (5, 4)),
    "career_page_registrations": ((10, 8), (12, 15), (13, 9), (11, 13)),
    "applications_ikea": ((4, 6), (6, 8), (5, 4), (5, 7)),
    "called_to_interview": ((0, 1), (1, 2), (1, 1), (2, 1)),
}
# Partners with a stand of their own at the fair; the others of about twenty exhibitors were estimated on the spot.
STANDS = (("IKEA", "A1"), ("Proffas", "A2"), ("Västerås stad (AME)", "B1"), ("Folkhögskolan", "B2"), ("Rädda Barnen", "B3"))
# What people thought as they left the fair: by whom, how it was, what was best (a place in CONTENT, or nothing named), how many.
OPINIONS = (
    (Evaluator.PARTICIPANTS, Opinion.GOOD, 1, 9),
    (Evaluator.PARTICIPANTS, Opinion.GOOD, 4, 7),
    (Evaluator.PARTICIPANTS, Opinion.GOOD, 2, 5),
    (Evaluator.PARTICIPANTS, Opinion.FAIR, None, 6),
    (Evaluator.PARTNERS, Opinion.GOOD, 0, 5),
    (Evaluator.PARTNERS, Opinion.FAIR, None, 1),
)
TARGETS = {"cvs_and_letters_written": 30, "applications_ikea": 40, "career_page_registrations": 80}
PURPOSE = (
    "Sommarjobbskampanj inom ramen för den sociala agendan, en gemensam handlingsplan för social hållbarhet på Bäckby. "
    "Innehållet upprepas varje vecka så att fler kan ta del av samma utbud."
)


def run_campaign(stage: Stage) -> dict[str, Any]:
    """Set the campaign to its days; the returned box holds its id once it has been made."""
    box: dict[str, Any] = {}
    stage.at(date(2020, 1, 20), time(9), LEAD, _set_up, box)
    for week in range(4):
        for place, weekday in enumerate((1, 3)):
            day = FIRST + timedelta(days=7 * week + weekday)
            for key, counts in COUNTS.items():
                amount = counts[week][place]
                if amount:
                    stage.at(day, time(16, 30), LEAD, _count, box, key, amount)
        stage.at(FIRST + timedelta(days=7 * week + 4), time(17), LEAD, _look_back, box, week)
    stage.at(FAIR, time(16, 45), LEAD, _fair, box)
    for evaluator, text in EVALUATIONS:
        stage.at(date(2020, 3, 12), time(10), LEAD, _evaluate, box, evaluator, text)
    return box


EVALUATIONS = (
    (
        Evaluator.PARTICIPANTS,
        "Deltagarna tycker att CV-boxen har varit lyckad. Många fick sitt första CV och vågade söka sommarjobb.",
    ),
    (Evaluator.PARTNERS, "Aktörerna summerar initiativet som lyckat och vill fortsätta samverka på Bäckby."),
)


def _set_up(uow: Writing, box: dict[str, Any]) -> None:
    frame = CampaignDetails(
        NAME, FIRST, LAST, PURPOSE, "Ungdomar 16–26 år i Västerås", age_from=16, age_to=26, place="Bäckby", lead_id=uow.user.id
    )
    campaign: UUID = campaigns.create(uow, frame, measures=campaigns.cv_box_measures()).record
    box["campaign"] = campaign
    for name, kind, responsibility in PARTNERS:
        key = organisations.find_or_create(uow, name, kind)
        campaigns.add_partner(uow, campaign, organisation_id=key, responsibility=responsibility)
    partners = {partner.name: partner.id for partner in campaigns.get(uow, campaign).partners}
    for title, weekday, starts, ends, partner, staffing in CONTENT:
        draft = ActivityDraft(title, weekday, "Kollage", starts, ends, partners[partner], staffing)
        campaigns.add_activity(uow, campaign, draft)
    for name, label in STANDS:
        campaigns.add_stand(uow, campaign, organisation_id=organisations.find_or_create(uow, name), label=label)
    for measure in campaigns.get(uow, campaign).measures:
        box[measure.key] = measure.id
        if measure.key in TARGETS:
            target, linked = TARGETS[measure.key], measure.linked
            employer = organisations.find(uow, "IKEA") if measure.key == "applications_ikea" else None
            campaigns.change_measure(
                uow,
                measure.id,
                measure.version,
                label=measure.label,
                unit=measure.unit,
                target=target,
                linked=MeasureLink.APPLICATIONS if employer else linked,
                employer_id=employer,
            )


def _look_back(uow: Writing, box: dict[str, Any], week: int) -> None:
    """Say on the week's last working day how each of its occasions went."""
    found = campaigns.get(uow, box["campaign"])
    places = {title: place for place, (title, *_) in enumerate(CONTENT)}
    for slot in found.slots:
        if slot.number == week + 1:
            status, reason = DEVIATIONS.get((week, places[slot.title]), (ActivityStatus.HELD, ""))
            campaigns.plan_slot(uow, slot.activity_id, slot.week_id, slot.version, SlotDraft(status, reason))


def _count(uow: Writing, box: dict[str, Any], key: str, amount: int) -> None:
    campaigns.count(uow, box[key], amount=amount)


def _fair(uow: Writing, box: dict[str, Any]) -> None:
    """Hold the fair; exhibitors and visitors were estimated by those who were there."""
    campaigns.count(uow, box["fair_exhibitors"], amount=20, qualifier=Qualifier.CIRCA)
    campaigns.count(uow, box["fair_visitors"], amount=100, qualifier=Qualifier.OVER)
    for stand in campaigns.stands(uow, box["campaign"]):
        campaigns.mark_stand(uow, stand.id, came=True)
    for evaluator, opinion, place, number in OPINIONS:
        best = CONTENT[place][0] if place is not None else ""
        for _ in range(number):
            campaigns.give_feedback(uow, box["campaign"], evaluator=evaluator, opinion=opinion, best=best)
    fair = EventDetails(
        EventKind.FAIR,
        "Rekryteringsmässa på Bäckby",
        instant(FAIR, time(13)),
        theme="Sommarjobb",
        place="Kollage",
        status=ActivityStatus.HELD,
        campaign_id=box["campaign"],
    )
    events.create(uow, fair)


def _evaluate(uow: Writing, box: dict[str, Any], evaluator: Evaluator, text: str) -> None:
    campaigns.evaluate(uow, box["campaign"], evaluator=evaluator, text=text, evaluated_on=uow.clock.today())
