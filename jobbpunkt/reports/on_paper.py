"""Reports on paper: which figures stand where, in the reader's words."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from jobbpunkt import campaigns, measures
from jobbpunkt.base.months import month_after
from jobbpunkt.base.words import N_
from jobbpunkt.campaigns import CampaignRow
from jobbpunkt.documents.annual import AnnualDocument, CampaignSummary, FigureSection, HistoryEnd, Trend, render_annual
from jobbpunkt.documents.campaign import CampaignDocument, render_campaign
from jobbpunkt.documents.figures import Figure
from jobbpunkt.documents.setting import Setting
from jobbpunkt.documents.tree import Said
from jobbpunkt.documents.words import PaperWords
from jobbpunkt.measures import MeasureResult, Period, on_paper
from jobbpunkt.register import chain, noted_head
from jobbpunkt.register.unit_of_work import Reading
from jobbpunkt.reports import programme
from jobbpunkt.reports.reading import Kind, Report, right_to

Document = AnnualDocument | CampaignDocument

_HEADLINE = ("jobseekers_supported", "jobseekers_in_work", "safety_index", "livestreams_held", "livestream_views", "events_held")
_SECTIONS = (
    (
        N_("Support and work"),
        (
            "jobseekers_supported",
            "jobseekers_in_work",
            "jobseekers_in_work_month",
            "studies_started",
            "kolada_u40455",
            "jobseekers_called_to_interview",
        ),
    ),
    (N_("What was done"), ("sessions_held", "plans_adopted", "cvs_written", "letters_written", "applications_sent")),
    (N_("Livestreams and meeting place"), ("livestreams_held", "livestream_views", "events_held")),
    (N_("Working together"), ("church_cooperation_participants", "safety_ambassadors_employed")),
    (N_("Safety"), ("safety_index",)),
)
_CASELOAD_HEADLINE = ("cases_active", "cases_new", "jobseekers_in_work")
_CASELOAD_SECTIONS = (
    (N_("Participants"), ("cases_active", "cases_new", "cases_waiting", "cases_closed")),
    (
        N_("Support and work"),
        ("jobseekers_supported", "jobseekers_in_work", "jobseekers_in_work_month", "studies_started", "kolada_u40455"),
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
    return _annual(uow, report, words)


def render(made: Document, setting: Setting) -> bytes:
    """Return a report's paper as a file."""
    return render_campaign(made, setting) if isinstance(made, CampaignDocument) else render_annual(made, setting)


def _annual(uow: Reading, report: Report, words: PaperWords) -> AnnualDocument:
    made = _summary(uow, report, words, words("Jobbpunkt Mimer {year}", year=report.period.last.year), _HEADLINE, _SECTIONS)
    found = measures.evaluate(uow, measures.of_report(Kind.PROGRAMME.value), report.period, records=False)
    section = FigureSection(words(Kind.PROGRAMME.label), tuple(on_paper(result, words) for result in found))
    return replace(
        made,
        text=_share_in_work(report, words),
        sections=(*made.sections, section),
        trends=_trends(report, words),
        campaigns=_campaigns(uow, report.period, words),
        history=_history_end(uow),
    )


def _history_end(uow: Reading) -> HistoryEnd:
    head = chain.head(uow.session)
    return HistoryEnd(head.number, noted_head.short(head))


def _summary(
    uow: Reading,
    report: Report,
    words: PaperWords,
    title: Said,
    headline: tuple[str, ...],
    sections: tuple[tuple[str, tuple[str, ...]], ...],
) -> AnnualDocument:
    figures = {result.key: on_paper(result, words) for result in report.measures}
    made = tuple(FigureSection(words(heading), _those(figures, keys)) for heading, keys in sections)
    first, last, today = report.period.first, report.period.last, uow.clock.today()
    kicker = "" if report.choice.kind is Kind.ANNUAL else words("Report")
    return AnnualDocument(
        title, first, last, kicker, _those(figures, headline), sections=made, printed_on=today, through=report.through
    )


def _those(figures: dict[str, Figure], keys: tuple[str, ...]) -> tuple[Figure, ...]:
    return tuple(figures[key] for key in keys if key in figures)


def _share_in_work(report: Report, words: PaperWords) -> Said:
    """Return one sentence with the share in work, unless either number is hidden or nobody was supported."""
    found = {result.key: result.value for result in report.measures}
    supported, working = found.get("jobseekers_supported"), found.get("jobseekers_in_work")
    if not supported or working is None:
        return ""
    share = words.number(100 * working / supported, 1)
    return words("Of those who were supported, {share} per cent began work.", share=share)


def _trends(report: Report, words: PaperWords) -> tuple[Trend, ...]:
    index = next((result for result in report.measures if result.key == "safety_index"), None)
    if index is None or len(index.records) < 2:
        return ()
    told = {
        record.day.replace(day=1): round(100 * (record.amount or 0) / record.out_of, 1)
        for record in index.records
        if record.day is not None and record.out_of
    }
    points = tuple((month, told.get(month)) for month in _months(report) if month in told or _is_over(month, report))
    shown = [*told.values(), *([index.target] if index.target is not None else [])]
    lowest, highest = max(0, min(shown) // 10 * 10), min(100, max(shown) // 10 * 10 + 10)
    return (Trend(words("{figure} month by month", figure=words(index.label)), points, index.target, lowest, highest),)


def _months(report: Report) -> Iterator[date]:
    """Yield the first day of each month of the report's period, as far as the period has come."""
    month, last = report.period.first.replace(day=1), report.through or report.period.last
    while month <= last:
        yield month
        month = month_after(month)


def _is_over(month: date, report: Report) -> bool:
    """Tell whether a month has ended: of one that has not, nothing need be recorded yet."""
    return report.through is None or month_after(month) <= report.through


def _campaigns(uow: Reading, period: Period, words: PaperWords) -> tuple[CampaignSummary, ...]:
    within = [row for row in campaigns.overview(uow) if row.starts_on <= period.last and row.ends_on >= period.first]
    return tuple(_campaign(uow, row, words) for row in sorted(within, key=lambda row: row.starts_on))


def _campaign(uow: Reading, row: CampaignRow, words: PaperWords) -> CampaignSummary:
    results: tuple[MeasureResult, ...] = campaigns.measures(uow, row.id)
    purpose = campaigns.get(uow, row.id).details.purpose
    through = Period(row.starts_on, row.ends_on).through(uow.clock.today())
    figures = tuple(on_paper(result, words) for result in results)
    return CampaignSummary(row.name, row.starts_on, row.ends_on, purpose, figures, through)
