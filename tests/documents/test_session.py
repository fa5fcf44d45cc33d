"""The sheet from a meeting: its day, who does what by name, its language, and that it is one page where it can be."""

from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from jobbpunkt.documents.session import render_session
from jobbpunkt.documents.session_data import AgreedStepLine, SessionDocument
from jobbpunkt.documents.setting import Setting, spoken
from models.vocabulary import Responsible, SessionKind
from tests.documents.every import poppler_text
from tests.documents.samples import SESSION
from tests.documents.test_pdf_blocks import assert_is_tagged


def test_a_meeting_after_midnight_is_named_after_its_swedish_day() -> None:
    late = SessionDocument(("Anna Berg",), "Karin Exempel", SessionKind.COACHING, datetime(2020, 6, 15, 22, 30, tzinfo=UTC))
    about = PdfReader(BytesIO(render_session(late))).metadata
    assert about is not None
    assert "16 juni 2020" in str(about.title)


def test_who_does_what_stands_by_name() -> None:
    told = poppler_text(render_session(SESSION))
    assert "Du senast torsdag 18 juni" in told or "senast torsdag 18 juni Du" in told
    assert ("Coach Exempel" in told, "Du och Coach Exempel" in told) == (True, True)
    assert "Deltagaren" not in told
    several = [AgreedStepLine("Ringa", one, whose="Åsa") for one in Responsible]
    told = poppler_text(
        render_session(replace(SESSION, participants=("Åsa", "Bo"), summary="", steps=tuple(several), earlier_steps=()))
    )
    for who in ("Åsa", "Coach Exempel (Åsa)", "Åsa och Coach Exempel", "Någon annan (Åsa)"):
        assert who in told, who
    assert "Du " not in told


def test_the_day_has_its_year_and_another_years_day_too() -> None:
    later = replace(SESSION, steps=(AgreedStepLine("Ringa", due=date(2021, 1, 8)),))
    told = poppler_text(render_session(later))
    assert "måndag 15 juni 2020 klockan 09:00" in told
    assert "8 januari 2021" in told
    assert SESSION.phone in told


@pytest.mark.parametrize(
    ("typed", "language", "beside"),
    [("Arabiska", "ar", "sv"), ("svenska, arabiska", "sv", ""), ("pashto", "sv", ""), ("", "sv", ""), ("English", "en", "sv")],
)
def test_a_paper_is_in_the_language_of_its_person_where_papers_speak_it(typed: str, language: str, beside: str) -> None:
    assert spoken(typed) == Setting(language, beside)


@pytest.mark.parametrize("language", ["sv", "en", "ar"])
@pytest.mark.parametrize("look", ["", "large", "black"])
def test_it_is_tagged_in_every_language_and_look(language: str, look: str, tmp_path: Path) -> None:
    assert_is_tagged(render_session(SESSION, Setting(language, "sv", look)), tmp_path)


def test_an_ordinary_sheet_is_one_page_and_no_long_one_ends_thin() -> None:
    assert len(PdfReader(BytesIO(render_session(SESSION))).pages) == 1
    nothing = SessionDocument(("Anna Berg",), "Karin Exempel", SessionKind.COACHING, SESSION.starts_at, summary="Vi pratade.")
    assert len(PdfReader(BytesIO(render_session(nothing))).pages) == 1
    long = replace(SESSION, summary=SESSION.summary * 14, steps=SESSION.steps * 5)
    assert len(PdfReader(BytesIO(render_session(long))).pages) in {3, 4}


def test_an_easy_sheet_says_each_step_in_one_sentence() -> None:
    easy = " ".join(poppler_text(render_session(SESSION, Setting(look="easy"))).split())
    for said in ("Du gör det senast torsdag 18 juni.", "Coach Exempel gör det senast torsdag 18 juni.",
                 "Du och Coach Exempel gör det tillsammans senast måndag 22 juni.", "Det blev klart fredag 29 maj."):  # fmt: skip
        assert said in easy, said
