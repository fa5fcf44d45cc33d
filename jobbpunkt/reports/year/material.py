"""What the report of a year is told from: its figures with targets, those of the year before, and the words of the paper."""

from dataclasses import dataclass, replace

from jobbpunkt.documents.figures import Figure
from jobbpunkt.documents.words import PaperWords
from jobbpunkt.measures import MeasureResult, Period, on_paper
from jobbpunkt.register.unit_of_work import Reading
from jobbpunkt.reports.reading import Report


@dataclass(frozen=True, slots=True)
class Year:
    """A year as its parts tell it."""

    uow: Reading
    report: Report
    words: PaperWords
    others: tuple[MeasureResult, ...] = ()  # figures of the year that stand in another report's list
    others_before: tuple[MeasureResult, ...] = ()

    @property
    def period(self) -> Period:
        """The days of the year."""
        return self.report.period

    @property
    def number(self) -> int:
        """Which year it is."""
        return self.report.period.last.year

    @property
    def is_over(self) -> bool:
        """Tell whether the year has ended."""
        return self.report.through is None

    def result(self, key: str) -> MeasureResult | None:
        """Return a figure of the year, if its report has it."""
        return next((one for one in (*self.report.measures, *self.others) if one.key == key), None)

    def result_before(self, key: str) -> MeasureResult | None:
        """Return the same of the year before."""
        return next((one for one in (*self.report.before, *self.others_before) if one.key == key), None)

    def value(self, key: str) -> float | None:
        """Return the number of a figure, nothing where it is hidden or was not recorded."""
        found = self.result(key)
        return None if found is None else found.value

    def figure(self, key: str) -> Figure | None:
        """Return a figure as paper shows it, with that of the year before."""
        found, before = self.result(key), self.result_before(key)
        if found is None:
            return None
        made = on_paper(found, self.words)
        return made if before is None else replace(made, before=on_paper(before, self.words))

    def figures(self, keys: tuple[str, ...]) -> tuple[Figure, ...]:
        """Return several of them, those that the report has."""
        return tuple(figure for key in keys if (figure := self.figure(key)) is not None)
