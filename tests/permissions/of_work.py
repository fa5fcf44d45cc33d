"""Campaigns, events, organisations, programmes, indicators, figures and reports."""

from jobbpunkt import events, indicators, measures, organisations, programmes
from jobbpunkt.campaigns import again, content, counting, evaluations, figures, paper, reading, setup, targets
from jobbpunkt.campaigns.rows import ActivityDraft, CampaignDetails
from jobbpunkt.clock import instant
from jobbpunkt.events import EventDetails
from jobbpunkt.indicators import Reading
from jobbpunkt.measures import Period
from jobbpunkt.organisations import OrganisationDetails
from jobbpunkt.programmes import NewAssignment, ProgrammeData
from jobbpunkt.reports import Format, Kind, ReportChoice, files, papers
from jobbpunkt.reports import reading as reports
from jobbpunkt.reports.records import records
from models.vocabulary import ActivityStatus, AssignmentRole, Evaluator, EventKind, Unit
from tests.permissions.desk import DAY, Door, asks_first, may, one, other

_FRAME = CampaignDetails("Ny kampanj", DAY, DAY)
_CONTENT = ActivityDraft("Verkstad", 2)
_EVENT = EventDetails(EventKind.FAIR, "Mässa", instant(DAY))
_YEAR = ReportChoice.year(2020)
_PROGRAMME = ReportChoice(Kind.PROGRAMME, Period.year(2020))

_EMPLOYED = NewAssignment(AssignmentRole.SAFETY_AMBASSADOR, "Åsa", "Bäckby", DAY)

DOORS: dict[str, tuple[Door, ...]] = {
    "campaigns.again.repeat_next_year": (
        may("CKL", lambda u, _: again.repeat_next_year(u, one("campaign"))),
        asks_first("CKL", lambda u, _: again.repeat_next_year(u, one("plan"))),
    ),
    "campaigns.content.add_activity": (may("CKL", lambda u, _: content.add_activity(u, one("campaign"), _CONTENT)),),
    "campaigns.content.add_partner": (
        may("CKL", lambda u, d: content.add_partner(u, one("campaign"), organisation_id=d.unused, responsibility="Fika")),
    ),
    "campaigns.content.change_activity": (
        may("CKL", lambda u, _: content.change_activity(u, one("campaign_activity"), 1, _CONTENT)),
    ),
    "campaigns.content.change_partner": (
        may("CKL", lambda u, _: content.change_partner(u, one("campaign_partner"), 1, responsibility="Fika")),
    ),
    "campaigns.content.remove_activity": (may("CKL", lambda u, _: content.remove_activity(u, one("campaign_activity"))),),
    "campaigns.content.remove_partner": (may("CKL", lambda u, _: content.remove_partner(u, one("campaign_partner"))),),
    "campaigns.counting.correct": (may("CKLS", lambda u, _: counting.correct(u, other("tally_entry"), amount=3)),),
    "campaigns.counting.count": (
        may("CKLS", lambda u, _: counting.count(u, one("campaign_measure"), week_id=one("campaign_week"))),
    ),
    "campaigns.counting.entries": (may("CKLSA", lambda u, _: counting.entries(u, one("campaign"))),),
    "campaigns.counting.entry": (may("CKLSA", lambda u, _: counting.entry(u, one("tally_entry"))),),
    "campaigns.counting.undo_last": (may("CKLS", lambda u, _: counting.undo_last(u, one("campaign"))),),
    "campaigns.counting.withdraw": (may("CKLS", lambda u, _: counting.withdraw(u, other("tally_entry"))),),
    "campaigns.evaluations.change_evaluation": (
        may(
            "CKL",
            lambda u, _: evaluations.change_evaluation(
                u, one("evaluation"), 1, evaluator=Evaluator.PARTNERS, text="Bra", evaluated_on=DAY
            ),
        ),
    ),
    "campaigns.evaluations.evaluate": (
        may("CKL", lambda u, _: evaluations.evaluate(u, one("campaign"), evaluator=Evaluator.PARTNERS, text="Bra")),
    ),
    "campaigns.evaluations.remove_evaluation": (may("CKL", lambda u, _: evaluations.remove_evaluation(u, one("evaluation"))),),
    "campaigns.figures.measures": (may("CKLSA", lambda u, _: figures.measures(u, one("campaign"))),),
    "campaigns.figures.results": (may("CKLSA", lambda u, _: figures.results(u, one("campaign"))),),
    "campaigns.paper.document": (may("CKLSA", lambda u, d: paper.document(u, one("campaign"), d.words)),),
    "campaigns.reading.find": (may("CKLSA", lambda u, _: reading.find(u, str(one("campaign")))),),
    "campaigns.reading.get": (may("CKLSA", lambda u, _: reading.get(u, one("campaign"))),),
    "campaigns.reading.leads": (may("CKLSA", lambda u, _: reading.leads(u)),),
    "campaigns.reading.overview": (may("CKLSA", lambda u, _: reading.overview(u)),),
    "campaigns.setup.change": (may("CKL", lambda u, d: setup.change(u, d.bare_campaign, 1, _FRAME)),),
    "campaigns.setup.create": (may("CKL", lambda u, _: setup.create(u, _FRAME)),),
    "campaigns.setup.remove": (may("CKL", lambda u, d: setup.remove(u, d.bare_campaign)),),
    "campaigns.targets.add_measure": (
        may("CKL", lambda u, _: targets.add_measure(u, one("campaign"), label="Besök", unit=Unit.VIEWS)),
    ),
    "campaigns.targets.change_measure": (
        may("CKL", lambda u, d: targets.change_measure(u, d.uncounted, 1, label="Besök", unit=Unit.VIEWS)),
    ),
    "campaigns.targets.remove_measure": (may("CKL", lambda u, d: targets.remove_measure(u, d.uncounted)),),
    "events.change": (may("CKL", lambda u, _: events.change(u, one("event"), 1, _EVENT)),),
    "events.create": (may("CKL", lambda u, _: events.create(u, _EVENT)),),
    "events.get": (may("CKLSA", lambda u, _: events.get(u, one("event"))),),
    "events.mark": (may("CKL", lambda u, _: events.mark(u, one("event"), ActivityStatus.HELD)),),
    "events.record": (may("CKL", lambda u, _: events.record(u, one("event"), 1, attendance=5, views=None)),),
    "events.remove": (may("CKL", lambda u, _: events.remove(u, one("event"))),),
    "events.rows": (may("CKLSA", lambda u, _: events.rows(u)),),
    "indicators.aim": (may("CKL", lambda u, _: indicators.aim(u, one("indicator"), year=2030, share=80)),),
    "indicators.create": (may("CKL", lambda u, _: indicators.create(u, key="trivsel", name="Trivsel")),),
    "indicators.indicators": (may("CKLSA", lambda u, _: indicators.indicators(u)),),
    # There is no such month, which is said only to those who may remove one.
    "indicators.remove_target": (asks_first("CKL", lambda u, _: indicators.remove_target(u, one("indicator"), 1999)),),
    "indicators.remove_reading": (asks_first("CKL", lambda u, _: indicators.remove_reading(u, one("indicator"), DAY)),),
    "indicators.read": (may("CKL", lambda u, _: indicators.read(u, one("indicator"), Reading(DAY, 10, 5))),),
    "measures.catalogue.evaluate": (
        may("CKLSA", lambda u, _: measures.evaluate(u, measures.of_report("programme"), Period.year(2020))),
    ),
    "organisations.change": (
        may("CKL", lambda u, _: organisations.change(u, one("organisation"), 1, OrganisationDetails("Ny"))),
    ),
    "organisations.choices": (may("CKLSA", lambda u, _: organisations.choices(u)),),
    "organisations.create": (may("CKL", lambda u, _: organisations.create(u, OrganisationDetails("Ny"))),),
    "organisations.find": (may("CKLSA", lambda u, _: organisations.find(u, "Ny")),),
    "organisations.find_or_create": (may("CKL", lambda u, _: organisations.find_or_create(u, "Ny")),),
    "organisations.remove": (may("CKL", lambda u, d: organisations.remove(u, d.unused)),),
    "organisations.rows": (may("CKLSA", lambda u, _: organisations.rows(u)),),
    "organisations.took_part": (may("CKLSA", lambda u, _: organisations.took_part(u, one("organisation"))),),
    "programmes.assignments": (may("CKLSA", lambda u, _: programmes.assignments(u)),),
    "programmes.change": (may("CKL", lambda u, _: programmes.change(u, one("programme"), 1, ProgrammeData("Nytt", "Bäckby"))),),
    "programmes.change_assignment": (may("CKL", lambda u, _: programmes.change_assignment(u, one("assignment"), 1, _EMPLOYED)),),
    "programmes.change_participation": (
        may(
            "CK",
            lambda u, _: programmes.change_participation(u, one("programme_enrolment"), 1, starts_on=DAY, ends_on=None),
        ),
    ),
    "programmes.create": (may("CKL", lambda u, _: programmes.create(u, ProgrammeData("Nytt", "Bäckby"))),),
    "programmes.employ": (
        may("CKL", lambda u, _: programmes.employ(u, NewAssignment(AssignmentRole.SAFETY_AMBASSADOR, "Åsa", "Bäckby", DAY))),
    ),
    "programmes.enrol": (may("CK", lambda u, _: programmes.enrol(u, one("programme"), other("person"), starts_on=DAY)),),
    "programmes.extend": (may("CKL", lambda u, _: programmes.extend(u, one("programme"), 1, new_end=DAY)),),
    "programmes.change_extension": (
        may("CKL", lambda u, _: programmes.change_extension(u, one("programme_extension"), 1, new_end=DAY.replace(year=2031))),
    ),
    "programmes.remove_extension": (may("CKL", lambda u, _: programmes.remove_extension(u, one("programme_extension"), 1)),),
    "programmes.participants": (may("CKLS", lambda u, _: programmes.participants(u, one("programme"))),),
    "programmes.places": (may("CKLS", lambda u, _: programmes.places(u)),),
    "programmes.programmes": (may("CKLS", lambda u, _: programmes.programmes(u)),),
    "programmes.remove_assignment": (may("CKL", lambda u, _: programmes.remove_assignment(u, one("assignment"))),),
    "programmes.remove_participation": (
        may("CK", lambda u, _: programmes.remove_participation(u, one("programme_enrolment"), 1)),
    ),
    "programmes.state_participants": (may("CKL", lambda u, _: programmes.state_participants(u, one("programme"), 1, 5)),),
    "reports.files.gather": (may("CKLSA", lambda u, d: files.gather(u, _PROGRAMME, d.words)),),
    "reports.files.note_taken": (may("CKLSA", lambda u, _: files.note_taken(u, _YEAR, Format.PDF)),),
    "reports.papers.annual_document": (may("CKLSA", lambda u, d: papers.annual_document(u, 2020, d.words)),),
    "reports.papers.document": (may("CKLSA", lambda u, d: papers.document(u, _PROGRAMME, d.words)),),
    "reports.reading.annual": (may("CKLSA", lambda u, _: reports.annual(u, 2020)),),
    "reports.reading.read_figure": (
        may("CKLSA", lambda u, _: reports.read_figure(u, _YEAR, "livestreams_held")),
        asks_first("CKLSA", lambda u, _: reports.read_figure(u, ReportChoice(Kind.CAMPAIGN), "weeks")),
    ),
    "reports.reading.read": (
        may("CKLSA", lambda u, _: reports.read(u, _PROGRAMME)),
        asks_first("CKLSA", lambda u, _: reports.read(u, ReportChoice(Kind.CAMPAIGN))),
    ),
    "reports.records.records": (
        may("CKLS", lambda u, d: records(u, _YEAR, "jobseekers_supported", d.words)),
        may("CKLSA", lambda u, d: records(u, _YEAR, "livestreams_held", d.words)),
    ),
}
INNER: dict[str, str] = {
    "campaigns.reading.measures_of": "reads for a campaign that a service has found",
    "campaigns.reading.weeks_of": "reads for a campaign that a service has found",
    "campaigns.setup.name_is_taken": "asked by the services that save a name",
    "campaigns.targets.add_rows": "writes for the services that add measures, which have asked",
    "measures.kept.work": "asked by the catalogue, which has asked who may",
    "measures.groups.grouped": "divides people whom the catalogue has counted",
}
