"""Campaigns, events, organisations, programmes, indicators, figures and reports."""

from functools import partial
from typing import Any

from jobbpunkt import assignments, events, incidents, indicators, measures, organisations, places, programmes, series
from jobbpunkt.assignments import NewAssignment
from jobbpunkt.base.clock import instant
from jobbpunkt.campaigns import (
    again,
    clock,
    content,
    counting,
    evaluations,
    figures,
    on_paper,
    partner_page,
    reading,
    setup,
    slots,
    targets,
)
from jobbpunkt.campaigns.rows import ActivityDraft, CampaignDetails, SlotDraft
from jobbpunkt.disclosure import Key, releases
from jobbpunkt.disclosure.leaving import Leaving, leave
from jobbpunkt.documents.setting import Setting
from jobbpunkt.documents.summary import SummaryDocument
from jobbpunkt.documents.words import PaperWords
from jobbpunkt.events import EventDetails
from jobbpunkt.indicators import FactorData, IndicatorData, MonthResult
from jobbpunkt.lead_day import LackKind, lead_day, year
from jobbpunkt.measures import Period, lacking
from jobbpunkt.organisations import OrganisationDetails
from jobbpunkt.places import PlaceData
from jobbpunkt.printing import batches, drawings
from jobbpunkt.programmes import ProgrammeData
from jobbpunkt.reports import Format, Kind, Material, Report, ReportChoice, VoiceWords, files, frozen, sheets, voices
from jobbpunkt.reports import on_paper as report_papers
from jobbpunkt.reports import programme as programme_papers
from jobbpunkt.reports import reading as reports
from jobbpunkt.reports import targets as targets_of_year
from jobbpunkt.reports.records import records
from jobbpunkt.reports.year import gathering
from jobbpunkt.series import SeriesData
from models.vocabulary import ActivityStatus, AssignmentRole, Effect, Evaluator, EventKind, IncidentCategory, PartnerRole, Unit
from tests.permissions.desk import DAY, Desk, Door, asks_first, may, one, other

# What no record lacks, but the year.
_OF_YEAR_ITSELF = (LackKind.TARGETS, LackKind.VOICE)
_FRAME = CampaignDetails("Ny kampanj", DAY, DAY)
_CALLED_OFF = SlotDraft(ActivityStatus.CANCELLED, "Snö")
_CONTENT = ActivityDraft("Verkstad", 2)
_EVENT = EventDetails(EventKind.FAIR, "Mässa", instant(DAY))
_YEAR = ReportChoice.year(2020)
_CASELOAD = ReportChoice(Kind.CASELOAD, Period.year(2020))
_PROGRAMME = ReportChoice(Kind.PROGRAMME, Period.year(2020))
_READ = Report(_PROGRAMME, Period.year(2020), ())
_OF_YEAR = Report(_YEAR, Period.year(2020), ())
_OF_KEY_TOLD = Report(ReportChoice(Kind.KEY_FIGURES, Period.year(2020)), Period.year(2020), ())
_PAPER = SummaryDocument("Rapport", DAY, DAY)
_OF_PROGRAMME = Material(_READ, _PAPER, Setting("sv"))
_YEAR_LEAVES = Material(_OF_YEAR, _PAPER, Setting("sv"))
_TOLD = {Key("jobseekers_supported", "", "", DAY, DAY): 12}

_SERIES = SeriesData("Danskväll", EventKind.OTHER, DAY)
_PLACE = PlaceData("Råby centrum")
_FACTOR = FactorData(2020, "Trapphuset", Effect.RAISES)
_SEEN = {IncidentCategory.BURGLARY: 1}
_EMPLOYED = NewAssignment(AssignmentRole.SAFETY_AMBASSADOR, "Åsa", "Bäckby", DAY)


def _lacking(kind: LackKind, uow: Any, desk: Desk) -> None:
    """List what a year lacks as the window does, and let nobody in to those who are listed, whom other doors are tried with."""
    year.lacking(uow, kind, desk.words)
    uow.sitting.followed.clear()


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
    "campaigns.slots.plan_slot": (
        may("CKL", lambda u, _: slots.plan_slot(u, one("campaign_activity"), one("campaign_week"), 1, _CALLED_OFF)),
    ),
    "campaigns.content.remove_partner": (may("CKL", lambda u, _: content.remove_partner(u, one("campaign_partner"))),),
    "campaigns.counting.correct": (may("CKL", lambda u, _: counting.correct(u, other("tally_entry"), amount=3)),),
    "campaigns.counting.count": (
        may("CKL", lambda u, _: counting.count(u, one("campaign_measure"), week_id=one("campaign_week"))),
    ),
    "campaigns.counting.entries": (may("CKL", lambda u, _: counting.entries(u, one("campaign"))),),
    "campaigns.counting.entry": (may("CKL", lambda u, _: counting.entry(u, one("tally_entry"))),),
    "campaigns.counting.undo_last": (may("CKL", lambda u, _: counting.undo_last(u, one("campaign"))),),
    "campaigns.counting.withdraw": (may("CKL", lambda u, _: counting.withdraw(u, other("tally_entry"))),),
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
    "campaigns.clock.occasions_between": (may("CKLA", lambda u, _: clock.occasions_between(u, DAY, DAY)),),
    "campaigns.evaluations.not_evaluated": (may("CKLA", lambda u, _: evaluations.not_evaluated(u, DAY, DAY)),),
    "campaigns.evaluations.remove_evaluation": (may("CKL", lambda u, _: evaluations.remove_evaluation(u, one("evaluation"))),),
    "campaigns.figures.measures": (may("CKLA", lambda u, _: figures.measures(u, one("campaign"))),),
    "campaigns.figures.not_counted": (may("CKLA", lambda u, _: figures.not_counted(u, DAY, DAY)),),
    "campaigns.figures.told_results": (may("CKLA", lambda u, _: figures.told_results(u, one("campaign"))),),
    "campaigns.figures.results": (may("CKLA", lambda u, _: figures.results(u, one("campaign"))),),
    "campaigns.on_paper.document": (may("CKLA", lambda u, _: on_paper.document(u, one("campaign"), PaperWords())),),
    "printing.batches.partners": (may("CKLA", lambda u, d: batches.partners(u, one("campaign"), d.words)),),
    "printing.drawings.partner": (may("CKLA", lambda u, d: drawings.partner(u, one("campaign_partner"), d.words)),),
    "campaigns.partner_page.note_partner_printed": (
        may("CKLA", lambda u, _: partner_page.note_partner_printed(u, one("campaign_partner"))),
    ),
    "campaigns.partner_page.partner_document": (
        may("CKLA", lambda u, _: partner_page.partner_document(u, one("campaign_partner"), PaperWords())),
    ),
    "campaigns.partner_page.partner_drawing": (
        may("CKLA", lambda u, d: partner_page.partner_drawing(u, one("campaign_partner"), d.words)),
    ),
    "campaigns.reading.find": (may("CKLA", lambda u, _: reading.find(u, str(one("campaign")))),),
    "campaigns.reading.get": (may("CKLA", lambda u, _: reading.get(u, one("campaign"))),),
    "campaigns.reading.leads": (may("CKLA", lambda u, _: reading.leads(u)),),
    "campaigns.reading.overview": (may("CKLA", lambda u, _: reading.overview(u)),),
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
    "events.writing.change": (may("CKL", lambda u, _: events.change(u, one("event"), 1, _EVENT)),),
    "events.writing.create": (may("CKL", lambda u, _: events.create(u, _EVENT)),),
    "events.reading.get": (may("CKLA", lambda u, _: events.get(u, one("event"))),),
    "events.writing.mark": (may("CKL", lambda u, _: events.mark(u, one("event"), ActivityStatus.HELD)),),
    "events.writing.record": (may("CKL", lambda u, _: events.record(u, one("event"), 1, attendance=5, views=None)),),
    "events.writing.remove": (may("CKL", lambda u, _: events.remove(u, one("event"))),),
    "events.reading.rows": (may("CKLA", lambda u, _: events.rows(u)),),
    "indicators.writing.aim": (may("CKL", lambda u, _: indicators.aim(u, one("indicator"), year=2030, share=80)),),
    "indicators.writing.create": (may("CKL", lambda u, _: indicators.create(u, IndicatorData("Trivsel"), key="trivsel")),),
    "indicators.writing.change": (may("CKL", lambda u, d: indicators.change(u, d.unread, 1, IndicatorData("Trivsel"))),),
    "indicators.writing.remove": (may("CKL", lambda u, d: indicators.remove(u, d.unread, 1)),),
    "indicators.factors.add_factor": (may("CKL", lambda u, _: indicators.add_factor(u, one("indicator"), _FACTOR)),),
    "indicators.factors.change_factor": (
        may("CKL", lambda u, _: indicators.change_factor(u, one("indicator_factor"), 1, _FACTOR)),
    ),
    "indicators.factors.remove_factor": (may("CKL", lambda u, _: indicators.remove_factor(u, one("indicator_factor"), 1)),),
    "series.reading.rows": (may("CKLA", lambda u, _: series.rows(u)),),
    "series.reading.choices": (may("CKLA", lambda u, _: series.choices(u)),),
    "series.writing.create": (may("CKL", lambda u, _: series.create(u, _SERIES)),),
    "series.writing.change": (may("CKL", lambda u, d: series.change(u, d.lone_series, 1, _SERIES)),),
    "series.writing.remove": (may("CKL", lambda u, d: series.remove(u, d.lone_series, 1)),),
    "places.reading.rows": (may("CKLA", lambda u, _: places.rows(u)),),
    "places.reading.districts": (may("CKLA", lambda u, _: places.districts(u)),),
    "places.writing.create": (may("CKL", lambda u, _: places.create(u, _PLACE)),),
    "places.writing.change": (may("CKL", lambda u, _: places.change(u, one("place"), 1, _PLACE)),),
    "places.writing.remove": (may("CKL", lambda u, d: places.remove(u, d.quiet_place, 1)),),
    "incidents.reading.weeks": (may("CKLA", lambda u, _: incidents.weeks(u, first=DAY, last=DAY)),),
    "incidents.reading.totals": (may("CKLA", lambda u, _: incidents.totals(u, first=DAY, last=DAY)),),
    "incidents.writing.note": (may("CKL", lambda u, _: incidents.note(u, one("place"), DAY, _SEEN)),),
    # Nothing was noted of that week, which is said only to those who may remove one.
    "incidents.writing.remove": (asks_first("CKL", lambda u, _: incidents.remove(u, one("place"), DAY)),),
    "programmes.reading.described": (may("CKLA", lambda u, _: programmes.described(u)),),
    "programmes.reading.partners": (may("CKLA", lambda u, _: programmes.partners(u)),),
    "programmes.partners.add_partner": (
        may("CKL", lambda u, d: programmes.add_partner(u, one("programme"), organisation_id=d.unused)),
    ),
    "programmes.partners.change_partner": (
        may(
            "CKL",
            lambda u, _: programmes.change_partner(
                u, one("programme_partner"), 1, role=PartnerRole.FUNDER, responsibility="Pengar"
            ),
        ),
    ),
    "programmes.partners.remove_partner": (may("CKL", lambda u, _: programmes.remove_partner(u, one("programme_partner"), 1)),),
    "indicators.reading.indicators": (may("CKLA", lambda u, _: indicators.indicators(u)),),
    # There is no such month, which is said only to those who may remove one.
    "indicators.writing.remove_target": (asks_first("CKL", lambda u, _: indicators.remove_target(u, one("indicator"), 1999)),),
    "indicators.writing.remove_reading": (asks_first("CKL", lambda u, _: indicators.remove_reading(u, one("indicator"), DAY)),),
    "indicators.writing.read": (may("CKL", lambda u, _: indicators.read(u, one("indicator"), MonthResult(DAY, 10, 5))),),
    "measures.evaluating.evaluate": (
        may("CKLSA", lambda u, _: measures.evaluate(u, measures.of_report("programme"), Period.year(2020))),
        may("CKLA", lambda u, _: measures.evaluate(u, measures.of_report("annual"), Period.year(2020))),
    ),
    "organisations.writing.change": (
        may("CKL", lambda u, _: organisations.change(u, one("organisation"), 1, OrganisationDetails("Ny"))),
    ),
    "organisations.reading.choices": (may("CKLA", lambda u, _: organisations.choices(u)),),
    "organisations.writing.create": (may("CKL", lambda u, _: organisations.create(u, OrganisationDetails("Ny"))),),
    "organisations.reading.find": (may("CKLA", lambda u, _: organisations.find(u, "Ny")),),
    "organisations.writing.find_or_create": (may("CKL", lambda u, _: organisations.find_or_create(u, "Ny")),),
    "organisations.writing.remove": (may("CKL", lambda u, d: organisations.remove(u, d.unused)),),
    "organisations.reading.rows": (may("CKLA", lambda u, _: organisations.rows(u)),),
    "organisations.reading.took_part": (may("CKLA", lambda u, _: organisations.took_part(u, one("organisation"))),),
    "assignments.reading.rows": (may("CKLA", lambda u, _: assignments.rows(u)),),
    "programmes.writing.change": (
        may("CKL", lambda u, _: programmes.change(u, one("programme"), 1, ProgrammeData("Nytt", "Bäckby"))),
    ),
    "assignments.writing.change": (may("CKL", lambda u, _: assignments.change(u, one("assignment"), 1, _EMPLOYED)),),
    "programmes.writing.change_participation": (
        may(
            "CK",
            lambda u, _: programmes.change_participation(u, one("programme_enrolment"), 1, starts_on=DAY, ends_on=None),
        ),
    ),
    "programmes.writing.create": (may("CKL", lambda u, _: programmes.create(u, ProgrammeData("Nytt", "Bäckby"))),),
    "assignments.writing.employ": (
        may("CKL", lambda u, _: assignments.employ(u, NewAssignment(AssignmentRole.SAFETY_AMBASSADOR, "Åsa", "Bäckby", DAY))),
    ),
    "programmes.writing.enrol": (may("CK", lambda u, _: programmes.enrol(u, one("programme"), other("person"), starts_on=DAY)),),
    "programmes.writing.extend": (may("CKL", lambda u, _: programmes.extend(u, one("programme"), 1, new_end=DAY)),),
    "programmes.writing.change_extension": (
        may("CKL", lambda u, _: programmes.change_extension(u, one("programme_extension"), 1, new_end=DAY.replace(year=2031))),
    ),
    "programmes.writing.remove_extension": (
        may("CKL", lambda u, _: programmes.remove_extension(u, one("programme_extension"), 1)),
    ),
    "programmes.reading.find": (may("CKL", lambda u, _: programmes.find(u, str(one("programme")))),),
    "programmes.reading.participants": (may("CKL", lambda u, _: programmes.participants(u, one("programme"))),),
    "programmes.reading.places": (
        may("CKL", lambda u, _: programmes.places(u)),
        may("CK", lambda u, _: programmes.places(u, one("person"))),
        may("", lambda u, d: programmes.places(u, d.colleagues)),
    ),
    "programmes.reading.programmes": (may("CKL", lambda u, _: programmes.programmes(u)),),
    "assignments.writing.remove": (may("CKL", lambda u, _: assignments.remove(u, one("assignment"))),),
    "programmes.writing.remove_participation": (
        may("CK", lambda u, _: programmes.remove_participation(u, one("programme_enrolment"), 1)),
    ),
    "programmes.writing.state_participants": (may("CKL", lambda u, _: programmes.state_participants(u, one("programme"), 1, 5)),),
    "disclosure.leaving.leave": (may("CKLSA", lambda u, _: leave(u, Leaving("annual", "pdf", DAY, DAY, ()), {})),),
    "disclosure.releases.all_released": (may("CKLA", lambda u, _: releases.all_released(u)),),
    "disclosure.releases.decided": (may("CKLSA", lambda u, _: releases.decided(u, _TOLD, {}, (DAY, DAY))),),
    "disclosure.releases.around": (may("CKLSA", lambda u, _: releases.around(u, DAY, DAY)),),
    "disclosure.releases.remember": (may("CKLSA", lambda u, _: releases.remember(u, "annual", "pdf", (DAY, DAY), _TOLD)),),
    "reports.frozen.freeze": (may("CKL", lambda u, d: frozen.freeze(u, _YEAR, d.words, note="Prov")),),
    "reports.frozen.frozen_changes": (
        may("CKLA", lambda u, d: frozen.frozen_changes(u, one("frozen_report"), d.words)),
        # Of a group at work, whose report of today its supervisors may read, but none that was kept.
        may("CKLA", lambda u, d: frozen.frozen_changes(u, other("frozen_report"), d.words)),
    ),
    "reports.frozen.frozen_pdf": (may("CKLA", lambda u, _: frozen.frozen_pdf(u, one("frozen_report"))),),
    "reports.frozen.frozen_reports": (may("CKLA", lambda u, _: frozen.frozen_reports(u)),),
    "reports.frozen.note_frozen_printed": (may("CKLA", lambda u, _: frozen.note_frozen_printed(u, one("frozen_report"))),),
    "reports.targets.set_targets": (may("CKL", lambda u, _: targets_of_year.set_targets(u, 2020, {"livestreams_held": 10})),),
    "reports.targets.targets_of": (may("CKLA", lambda u, _: targets_of_year.targets_of(u, 2020)),),
    "reports.targets.with_targets": (may("CKLA", lambda u, _: targets_of_year.with_targets(u, 2020, ())),),
    "reports.voices.remove_voice": (asks_first("CKL", lambda u, _: voices.remove_voice(u, 1950)),),
    "reports.voices.voice": (may("CKLA", lambda u, _: voices.voice(u, 2020)),),
    "reports.voices.write_voice": (may("CKL", lambda u, _: voices.write_voice(u, 1999, 0, VoiceWords("Bra", "Bo", "Ja"))),),
    "reports.year.gathering.document": (may("CKLA", lambda u, _: gathering.document(u, _OF_YEAR, PaperWords())),),
    "reports.sheets.document": (may("CKLA", lambda u, _: sheets.document(u, _OF_KEY_TOLD, PaperWords())),),
    "reports.year.gathering.year_of": (may("CKLA", lambda u, _: gathering.year_of(u, _OF_YEAR, PaperWords())),),
    "reports.files.gather": (
        may("CKLSA", lambda u, d: files.gather(u, _PROGRAMME, d.words)),
        may("CKLA", lambda u, d: files.gather(u, _YEAR, d.words)),
    ),
    "reports.files.note_printed": (
        may("CKLSA", lambda u, _: files.note_printed(u, _OF_PROGRAMME, Format.PDF)),
        may("CKLA", lambda u, _: files.note_printed(u, _YEAR_LEAVES, Format.PDF)),
    ),
    "reports.on_paper.document": (
        may("CKLSA", lambda u, _: report_papers.document(u, _READ, PaperWords())),
        may("CKLA", lambda u, _: report_papers.document(u, Report(_YEAR, Period.year(2020), ()), PaperWords())),
        may("CKLA", lambda u, _: report_papers.document(u, Report(_CASELOAD, Period.year(2020), ()), PaperWords())),
    ),
    "reports.programme.running": (may("CKLSA", lambda u, _: programme_papers.running(u, Period.year(2020))),),
    "reports.reading.read_figure": (
        may("CKLSA", lambda u, _: reports.read_figure(u, _PROGRAMME, "programme_files")),
        may("CKLA", lambda u, _: reports.read_figure(u, _YEAR, "livestreams_held")),
        asks_first("CKLA", lambda u, _: reports.read_figure(u, ReportChoice(Kind.CAMPAIGN), "weeks")),
    ),
    "reports.reading.read": (
        may("CKLSA", lambda u, _: reports.read(u, _PROGRAMME)),
        may("CKLA", lambda u, _: reports.read(u, _YEAR)),
        asks_first("CKLA", lambda u, _: reports.read(u, ReportChoice(Kind.CAMPAIGN))),
    ),
    "measures.lacking.not_stated": (may("CKLA", lambda u, _: lacking.not_stated(u, Period.year(2020), {"sex"})),),
    "measures.lacking.not_stated_records": (may("CKL", lambda u, _: lacking.not_stated_records(u, Period.year(2020), {"sex"})),),
    "measures.lacking.unknown": (may("CKLA", lambda u, _: lacking.unknown(u, "kolada_u40455", Period.year(2020))),),
    "measures.lacking.unknown_records": (
        may("CKL", lambda u, _: lacking.unknown_records(u, "kolada_u40455", Period.year(2020))),
    ),
    "lead_day.reading.lead_day": (may("CKL", lambda u, _: lead_day(u)),),
    "lead_day.year.before_print": (may("CKL", lambda u, _: year.before_print(u)),),
    "lead_day.year.lacking": tuple(may("CKL", partial(_lacking, kind)) for kind in LackKind if kind not in _OF_YEAR_ITSELF),
    "lead_day.year.year_figures": (may("CKL", lambda u, _: year.year_figures(u)),),
    "reports.records.records": (
        may("CKL", lambda u, d: records(u, _YEAR, "jobseekers_supported", d.words)),
        may("CKLA", lambda u, d: records(u, _YEAR, "livestreams_held", d.words)),
        may("CKLS", lambda u, d: records(u, _PROGRAMME, "programme_hours", d.words)),
    ),
}
INNER: dict[str, str] = {
    "lead_day.due.falls_due": "tells it for the day of a project lead, which has asked who may",
    "reports.records.rows_of": "reads records for services that have asked for the right and for who is among them",
    "campaigns.linked.records": "reads for figures that have asked",
    "campaigns.slots.drop_slots": "takes away within services that have asked",
    "campaigns.slots.occasions": "reads for figures that have asked",
    "campaigns.meanings.own_key": "asked by the services that save what a campaign counts",
    "campaigns.reading.measures_of": "reads for a campaign that a service has found",
    "campaigns.reading.slots_of": "reads for a campaign that a service has found",
    "campaigns.reading.weeks_of": "reads for a campaign that a service has found",
    "campaigns.feedback.answers": "reads for services that have asked",
    "campaigns.counting.forget_names": "takes away within services that have asked",
    "field.here.parts": "reads for the services that make and bring home field files",
    "campaigns.telling.telling": "decides for a campaign that a service has found",
    "disclosure.releases.about_to": "names what is about to leave, for figures that have been asked for",
    "measures.finding.find": "asked by the catalogue, which has asked who may",
    "measures.telling.telling": "decides for the catalogue, which has asked who may",
    "campaigns.setup.name_is_taken": "asked by the services that save a name",
    "campaigns.targets.add_rows": "writes for the services that add measures, which have asked",
    "measures.kept.work": "asked by the catalogue, which has asked who may",
    "measures.groups.grouped": "divides people whom the catalogue has counted",
    "measures.groups.members": "divides people behind a figure, which has asked who may see them",
}
