"""Reports on paper: which figures stand where, in the reader's words."""

from dataclasses import replace

from jobbpunkt import campaigns
from jobbpunkt.base.words import N_
from jobbpunkt.documents.campaign import CampaignDocument, render_campaign
from jobbpunkt.documents.figures import Figure
from jobbpunkt.documents.setting import Setting
from jobbpunkt.documents.sheet import SheetDocument, render_sheet
from jobbpunkt.documents.summary import FigureSection, SummaryDocument, render_summary
from jobbpunkt.documents.tree import Said
from jobbpunkt.documents.words import PaperWords
from jobbpunkt.documents.year import render_year
from jobbpunkt.documents.year_data import YearDocument
from jobbpunkt.measures import on_paper
from jobbpunkt.register.unit_of_work import Reading
from jobbpunkt.reports import programme, sheets
from jobbpunkt.reports.reading import Kind, Report, right_to
from jobbpunkt.reports.year import gathering

Document = YearDocument | SummaryDocument | CampaignDocument | SheetDocument

_CASELOAD_HEADLINE = ("cases_active", "cases_new", "jobseekers_in_work")
_CASELOAD_SECTIONS = (
    (N_("Participants"), ("cases_active", "cases_new", "cases_waiting", "cases_closed")),
    (
        N_("Support and work"),
        (
            "jobseekers_supported",
            "tenants_supported",
            "jobseekers_in_work",
            "jobseekers_in_work_month",
            "studies_started",
            "kolada_u40455",
        ),
    ),
    (
        N_("What was done"),
        ("sessions_held", "sessions_missed", "plans_adopted", "cvs_written", "letters_written", "applications_sent"),
    ),
)


def document(uow: Reading, report: Report, words: PaperWords) -> Document:
    """Return a report that was read as its paper shows it."""
    uow.require(right_to(report.choice.kind))
    choice = report.choice
    if choice.kind is Kind.CAMPAIGN and choice.campaign_id is not None:
        return campaigns.document(uow, choice.campaign_id, words)
    if choice.kind is Kind.CASELOAD:
        return _summary(uow, report, words, words(Kind.CASELOAD.label), _CASELOAD_HEADLINE, _CASELOAD_SECTIONS)
    if choice.kind is Kind.PROGRAMME:
        made = _summary(uow, report, words, words(Kind.PROGRAMME.label), (), programme.SECTIONS)
        running, months = programme.running(uow, report.period), programme.compared_months(report.measures)
        return replace(made, programmes=running, months=months)
    if choice.kind in (Kind.KEY_FIGURES, Kind.KOLADA, Kind.BOARD):
        return sheets.document(uow, report, words)
    return gathering.document(uow, report, words)


def render(made: Document, setting: Setting) -> bytes:
    """Return a report's paper as a file."""
    if isinstance(made, CampaignDocument):
        return render_campaign(made, setting)
    if isinstance(made, SheetDocument):
        return render_sheet(made, setting)
    return render_year(made, setting) if isinstance(made, YearDocument) else render_summary(made, setting)


def _summary(
    uow: Reading,
    report: Report,
    words: PaperWords,
    title: Said,
    headline: tuple[str, ...],
    sections: tuple[tuple[str, tuple[str, ...]], ...],
) -> SummaryDocument:
    figures = {result.key: on_paper(result, words) for result in report.measures}
    made = tuple(FigureSection(words(heading), _those(figures, keys)) for heading, keys in sections)
    first, last, today = report.period.first, report.period.last, uow.clock.today()
    return SummaryDocument(
        title, first, last, words("Report"), _those(figures, headline), sections=made, printed_on=today, through=report.through
    )


def _those(figures: dict[str, Figure], keys: tuple[str, ...]) -> tuple[Figure, ...]:
    return tuple(figures[key] for key in keys if key in figures)
