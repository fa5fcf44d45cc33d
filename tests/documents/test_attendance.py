"""The attendance sheet: its sum is the answer at its top, and it never says why somebody was away."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as some

from jobbpunkt.documents import tree
from jobbpunkt.documents.attendance import attendance_paper
from jobbpunkt.documents.attendance_data import AttendedDay, Away
from jobbpunkt.documents.words import PaperWords
from tests.documents.samples import ATTENDANCE

FIRST = date(2020, 10, 1)


@settings(max_examples=40, deadline=None)
@given(some.dictionaries(some.integers(0, 30), some.integers(0, 24 * 60), max_size=31))
def test_the_weeks_add_up_to_the_sum_and_the_sum_stands_at_the_top(minutes: dict[int, int]) -> None:
    days = tuple(AttendedDay(FIRST + timedelta(number), spent) for number, spent in sorted(minutes.items()))
    words = PaperWords("sv")
    paper = attendance_paper(replace(ATTENDANCE, days=days, month=FIRST), words)
    columns = next(block for block in paper.blocks if isinstance(block, tree.Columns))
    (figures,) = columns.columns[1]
    assert isinstance(figures, tree.Figures)
    table = next(block for block in paper.blocks if isinstance(block, tree.Table))
    assert str(figures.figures[0].value) == str(table.rows[-1][-1])
    assert sum(day.minutes for day in days) == sum(minutes.values())
    assert str(figures.figures[1].value) == str(sum(spent > 0 for spent in minutes.values()))


def test_absence_has_three_words_and_no_reason() -> None:
    assert {away.value for away in Away} == {"valid absence", "absence", "on leave"}
