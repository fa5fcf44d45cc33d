"""The sheet for the activity report, read back: its month, its days, all its lines, in either direction and large."""

from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader

from jobbpunkt.documents.activities import render_activities
from jobbpunkt.documents.setting import Setting
from tests.documents.every import poppler_text
from tests.documents.month import ACTIVITIES, BUSY, LONE

BOTH = Setting("ar", "sv")
SETTINGS = (Setting(), BOTH, Setting(look="large"), Setting("so", "sv", look="easy"))


def pages(pdf: bytes) -> int:
    return len(PdfReader(BytesIO(pdf)).pages)


def test_an_ordinary_month_is_one_page_and_so_is_a_lone_line() -> None:
    for data in (ACTIVITIES, LONE, replace(LONE, lines=())):
        assert pages(render_activities(data)) == 1
    said = poppler_text(render_activities(LONE))
    wanted = ("maj 2020", "1–14 juni 2020", "4 maj Kock Restaurang Exempel Avslag", "minst tre månader", "Mer som jag har gjort")
    assert [part for part in wanted if part not in said] == []
    assert "Jobbintervjuer" not in said, "a part with nothing in it is not there"


@pytest.mark.parametrize("setting", SETTINGS, ids=str)
def test_thirty_jobs_stand_on_it_each_with_its_employer(setting: Setting) -> None:
    said = poppler_text(render_activities(BUSY, setting))
    assert [one.place for one in BUSY.lines if one.place not in said] == []
    assert setting.missing == set()


def test_from_the_right_it_says_each_thing_with_the_swedish_beside() -> None:
    said = poppler_text(render_activities(ACTIVITIES, BOTH))
    for part in ("الوظائف التي تقدّمت إليها", "Jobb som jag har sökt", "مقابلات العمل", "Jobbintervjuer", "8 dagar, 28,5 timmar"):
        assert part in said


def test_a_month_that_is_not_over_says_how_far_it_is_told() -> None:
    said = poppler_text(render_activities(replace(ACTIVITIES, through=date(2020, 5, 20))))
    assert "maj 2020, till och med 20 maj" in said
    assert "till och med" not in poppler_text(render_activities(ACTIVITIES))


@pytest.mark.parametrize("number", range(1, 13))
def test_it_is_sent_in_the_first_two_weeks_of_the_month_that_follows(number: int) -> None:
    month = date(2020, number, 1)
    following = (month + timedelta(31)).replace(day=1)
    said = poppler_text(render_activities(replace(LONE, month=month), Setting("en")))
    assert f"1–14 {following:%B %Y}" in said
