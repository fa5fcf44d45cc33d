"""The report of a year, gathered for its paper."""

from dataclasses import replace

from jobbpunkt import measures
from jobbpunkt.documents.words import PaperWords
from jobbpunkt.documents.year_data import HistoryEnd, Voice, YearDocument
from jobbpunkt.measures import Period
from jobbpunkt.register import chain, noted_head
from jobbpunkt.register.unit_of_work import Reading
from jobbpunkt.reports import voices
from jobbpunkt.reports.reading import Kind, Report, right_to
from jobbpunkt.reports.year import dividing, message
from jobbpunkt.reports.year.material import Year
from jobbpunkt.reports.year.parts import parts
from jobbpunkt.reports.year.quarters import quarters


def year_of(uow: Reading, report: Report, words: PaperWords) -> Year:
    """Return a year's report with the figures of its programmes, which have a report of their own."""
    uow.require(right_to(report.choice.kind))
    entries = measures.of_report(Kind.PROGRAMME.value)
    before = Period.year(report.period.last.year - 1)
    others = measures.evaluate(uow, entries, report.period, records=False)
    return Year(uow, report, words, others, measures.evaluate(uow, entries, before, records=False))


def document(uow: Reading, report: Report, words: PaperWords) -> YearDocument:
    """Return a year's report as its paper shows it."""
    year = year_of(uow, report, words)
    said = voices.voice(uow, year.number)
    head = chain.head(uow.session)
    made = YearDocument(year.number, report.period.first, report.period.last, through=report.through, begun=report.begun)
    return replace(
        made,
        sentences=message.sentences(year),
        headline=message.key_figures(year),
        voice=None if said is None else Voice(said.words.text, said.words.told_by),
        unknown=message.unknown(year),
        divided=dividing.divided(year),
        quarters=quarters(year),
        parts=parts(year),
        printed_on=uow.clock.today(),
        history=HistoryEnd(head.number, noted_head.short(head)),
    )
