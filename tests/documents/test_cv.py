"""A JSON Resume document on paper, however oddly it is filled in."""

import json
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from jobbpunkt.documents.cv import CvEntry, cv_document, partial_day, render_cv
from jobbpunkt.documents.cv_data import SECTIONS
from jobbpunkt.i18n import Words
from tests.documents.every import text_of
from tests.documents.samples import MANY_JOBS

RESUMES = Path(__file__).parent.parent / "data" / "resume"
FILES = sorted(RESUMES.rglob("*.json"))
INNER = st.sampled_from(("name", "startDate", "summary", "keywords", "url"))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(INNER, inner),
    max_leaves=6,
)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_sample_becomes_a_cv(file: Path, words_sv: Words) -> None:
    resume = json.loads(file.read_text(encoding="utf-8"))
    pdf = render_cv(cv_document(resume if isinstance(resume, dict) else {}), words_sv)
    assert PdfReader(BytesIO(pdf)).pages


def test_what_a_person_wrote_is_on_the_page(words_sv: Words) -> None:
    resume = json.loads((RESUMES / "sv-authored-stadning-arabiska.json").read_text(encoding="utf-8"))
    text = text_of(render_cv(cv_document(resume), words_sv))
    for expected in (
        "Noor Exempelsson",
        "Städare",
        "070-174 06 20",
        "Sömmerska",
        "Textilfabrik, Aleppo",
        "2003 – 2012",
        "golvvård",
    ):
        assert expected in text
    assert "sep. 2020 – maj 2021" in text
    assert "Jobbpunkt" not in text


def test_many_jobs_keep_their_order_and_none_is_lost(words_sv: Words) -> None:
    text = text_of(render_cv(cv_document(MANY_JOBS), words_sv))
    places = [text.index(f"{job['position']} Städbolaget") for job in MANY_JOBS["work"]]  # type: ignore[index]
    assert places == sorted(places)
    assert text.index("Språk") < text.index("Arbetslivserfarenhet") < text.index("Utbildning")


def test_a_title_never_stands_alone_at_the_foot_of_a_page(words_sv: Words) -> None:
    for page in PdfReader(BytesIO(render_cv(cv_document(MANY_JOBS), words_sv))).pages[:-1]:
        last = page.extract_text().rsplit("Selam Testsson", 1)[0].strip().splitlines()[-1]
        assert not last.startswith(("Lokalvårdare", "Vårdbiträde", "Städbolaget", "Utbildning"))


def test_a_short_last_section_stays_on_the_page_that_has_room_for_it(words_sv: Words) -> None:
    def pages(skills: int, *languages: str) -> int:
        resume = {
            "skills": [{"name": f"Kunskap {number}"} for number in range(skills)],
            "languages": [{"language": language} for language in languages],
        }
        return len(PdfReader(BytesIO(render_cv(cv_document(resume), words_sv))).pages)

    fits = next(skills for skills in range(30, 90) if pages(skills + 1) > 1)
    # A heading with one line takes as much room as four lines.
    assert pages(fits - 4, "Dari") == 1
    assert pages(fits, "Dari") == 2


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("2019", "2019"),
        ("2019-05", "maj 2019"),
        ("2019-05-01", "maj 2019"),
        ("2019-13", "2019-13"),
        ("våren 2019", "våren 2019"),
        ("", ""),
    ],
)
def test_partial_dates_stay_partial(written: str, shown: str, words_sv: Words) -> None:
    assert partial_day(written, words_sv).replace("\xa0", " ") == shown


@pytest.mark.parametrize("end", ["", "nu", "Present", "pågående"])
def test_work_without_an_end_goes_on(end: str, words_sv: Words) -> None:
    data = cv_document({"work": [{"position": "Städare", "startDate": "2019-05", "endDate": end}]})
    assert "maj 2019 – nu" in text_of(render_cv(data, words_sv))


def test_odd_types_are_left_out() -> None:
    data = cv_document(
        {"basics": {"name": 7, "email": ["x"], "location": "Västerås"}, "work": {"a": 1}, "skills": ["svetsa", None]}
    )
    assert (data.name, data.contact) == ("7", ())
    assert data.sections == (("skills", (CvEntry("svetsa"),)),)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.dictionaries(st.sampled_from(("basics", "meta", *SECTIONS)), JSON | st.lists(JSON, max_size=2)))
def test_any_json_can_be_printed(words_sv: Words, resume: dict[str, object]) -> None:
    assert render_cv(cv_document(resume), words_sv)
