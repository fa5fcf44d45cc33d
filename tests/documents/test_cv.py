"""A JSON Resume document on paper, however oddly it is filled in."""

import json
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

import resources
from jobbpunkt.base.words import Words
from jobbpunkt.documents import links
from jobbpunkt.documents.cv import CvEntry, cv_document, partial_day, render_cv
from jobbpunkt.documents.cv_data import SECTIONS, CvContact
from jobbpunkt.documents.cv_looks import CV_LOOKS
from jobbpunkt.documents.left_out import REASONS, left_out_sentence
from jobbpunkt.documents.setting import FileKind, Setting
from jobbpunkt.documents.words import PaperWords
from tests.documents.every import poppler_text, text_of
from tests.documents.samples import MANY_JOBS
from tests.documents.test_pdf_blocks import assert_is_tagged

RESUMES = Path(__file__).parent.parent / "data" / "resume"
FILES = sorted(RESUMES.rglob("*.json"))
ONE_LINE = {
    "basics": {"name": "Noor Exempelsson", "phone": "070-174 06 20", "email": "noor@example.se"},
    "work": [{"position": "Städare", "name": "Städ AB", "startDate": "2019-05"}],
}
INNER = st.sampled_from(("name", "startDate", "summary", "keywords", "url"))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(INNER, inner),
    max_leaves=6,
)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_sample_becomes_a_cv(file: Path) -> None:
    resume = json.loads(file.read_text(encoding="utf-8"))
    pdf = render_cv(cv_document(resume if isinstance(resume, dict) else {}))
    assert PdfReader(BytesIO(pdf)).pages


def test_what_a_person_wrote_is_on_the_page() -> None:
    resume = json.loads((RESUMES / "sv-authored-stadning-arabiska.json").read_text(encoding="utf-8"))
    text = text_of(render_cv(cv_document(resume)))
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


def test_many_jobs_keep_their_order_and_none_is_lost() -> None:
    text = text_of(render_cv(cv_document(MANY_JOBS)))
    places = [text.index(job["position"]) for job in MANY_JOBS["work"]]  # type: ignore[index]
    assert places == sorted(places)
    assert text.count("Städbolaget Exempel AB, Västerås") == len(places)
    assert text.index("Språk") < text.index("Arbetslivserfarenhet") < text.index("Utbildning")


def test_a_title_never_stands_alone_at_the_foot_of_a_page() -> None:
    for page in PdfReader(BytesIO(render_cv(cv_document(MANY_JOBS)))).pages[:-1]:
        last = page.extract_text().rsplit("Selam Testsson", 1)[0].strip().splitlines()[-1]
        assert not last.startswith(("Lokalvårdare", "Vårdbiträde", "Städbolaget", "Utbildning"))


def test_a_short_last_section_stays_on_the_page_that_has_room_for_it() -> None:
    def pages(skills: int, *languages: str) -> int:
        resume = {
            "skills": [{"name": f"Kunskap {number}", "level": "god"} for number in range(skills)],
            "languages": [{"language": language} for language in languages],
        }
        return len(PdfReader(BytesIO(render_cv(cv_document(resume)))).pages)

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
def test_partial_dates_stay_partial(written: str, shown: str) -> None:
    assert partial_day(written, PaperWords()).replace("\xa0", " ") == shown


@pytest.mark.parametrize("end", ["", "nu", "Present", "pågående"])
def test_work_without_an_end_goes_on(end: str) -> None:
    data = cv_document({"work": [{"position": "Städare", "startDate": "2019-05", "endDate": end}]})
    assert "maj 2019 – nu" in text_of(render_cv(data))


def test_odd_types_are_left_out() -> None:
    data = cv_document(
        {"basics": {"name": 7, "email": ["x"], "location": "Västerås"}, "work": {"a": 1}, "skills": ["svetsa", None]}
    )
    assert (data.name, data.contact) == ("7", CvContact())
    assert data.sections == (("skills", (CvEntry("svetsa"),)),)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(st.sampled_from(("basics", "meta", *SECTIONS)), JSON | st.lists(JSON, max_size=2)))
def test_any_json_can_be_printed(resume: dict[str, object]) -> None:
    assert render_cv(cv_document(resume))


# Each text field of the format, with a value of its own.
SCHEMA = json.loads(Path(resources.path("schemas", "jsonresume-schema.json")).read_text(encoding="utf-8"))
LOOKS = pytest.mark.parametrize("look", CV_LOOKS)


def whole(schema: Mapping[str, Any], path: tuple[str, ...], leaves: dict[tuple[str, ...], str]) -> Any:
    """Return a document that has every field of the format, and note what each says."""
    if schema.get("$ref"):
        leaves[path] = str(1901 + len(leaves))
    elif schema["type"] == "object":
        return {name: whole(inner, (*path, name), leaves) for name, inner in schema["properties"].items()}
    elif schema["type"] == "array":
        return [whole(schema["items"], path, leaves)]
    elif path[-1] == "countryCode":
        leaves[path] = "NO"
    else:
        number = len(leaves)
        leaves[path] = f"https://sida{number}.example/x" if schema.get("format") == "uri" else f"Ö{number}x"
    return leaves[path]


@LOOKS
def test_every_field_of_the_format_is_on_the_page_or_named_as_left_out(look: str, words_sv: Words) -> None:
    leaves: dict[tuple[str, ...], str] = {}
    data = cv_document(whole(SCHEMA, (), leaves))
    assert len(leaves) == 75
    printed = poppler_text(render_cv(data, Setting(look=look)))
    shown = {path: "Norge" if path[-1] == "countryCode" else links.shown(text) for path, text in leaves.items()}
    lost = {path for path, text in shown.items() if text not in printed}
    assert {path for path in lost if path not in REASONS and path[:1] not in REASONS} == set()
    assert set(data.left_out) == set(REASONS), "what is left out is told, and nothing else is"
    assert left_out_sentence(data.left_out, words_sv).startswith("Utelämnat på papperet: ")


def test_a_field_that_the_format_does_not_know_is_named() -> None:
    data = cv_document({"basics": {"name": "Noor", "x-bil": "Volvo"}, "meta": {"sectionOrder": ["work"]}})
    assert data.left_out == (("basics", "x-bil"),)


@pytest.mark.parametrize(
    ("find", "typed", "found"),
    [
        (links.of_phone, "070-174 06 20", "tel:0701740620"),
        (links.of_phone, "+46 (0)70-174 06 20", "tel:+46701740620"),
        (links.of_phone, "ring mig", ""),
        (links.of_phone, "070-174 06 20;ext=1", ""),
        (links.of_email, "noor@example.se", "mailto:noor@example.se"),
        (links.of_email, "noor@example.se?bcc=alla@example.se", ""),
        (links.of_web, "www.example.se/noor", "https://www.example.se/noor"),
        (links.of_web, "http://example.se", "http://example.se"),
        (links.of_web, "https://räksmörgås.example/å", "https://xn--rksmrgs-5wao1o.example/%C3%A5"),
        (links.of_web, "javascript:alert(1)", ""),
        (links.of_web, "file:///etc/passwd", ""),
        (links.of_web, "https://bank.se@ond.example/", ""),
        (links.of_web, "https://example.se/\u202egnp", ""),
        (links.of_web, "https://example.se/a b", ""),
        (links.of_web, "smb://server/share", ""),
    ],
)
def test_what_is_typed_is_followed_only_where_it_is_an_address(find: Callable[[str], str], typed: str, found: str) -> None:
    assert find(typed) == found


@LOOKS
def test_contact_and_addresses_can_be_clicked(look: str) -> None:
    basics = {"name": "Noor", "phone": "070-174 06 20", "email": "noor@example.se", "url": "javascript:alert(1)"}
    profiles = [{"network": "LinkedIn", "username": "noor", "url": "https://linkedin.example/in/noor"}]
    work = [{"position": "Städare", "name": "Städ AB", "url": "http://stad.example", "startDate": "2019"}]
    pdf = render_cv(cv_document({"basics": {**basics, "profiles": profiles}, "work": work}), Setting(look=look))
    found = [held.get_object()["/A"]["/URI"] for page in PdfReader(BytesIO(pdf)).pages for held in page.annotations or ()]
    assert found == [
        "tel:0701740620",
        "mailto:noor@example.se",
        "https://linkedin.example/in/noor",
        "http://stad.example",
    ]
    assert "javascript:alert(1)" in text_of(pdf)


@LOOKS
@pytest.mark.parametrize("language", ["sv", "en", "ar"])
def test_a_cv_is_tagged_in_every_look_and_language(look: str, language: str, tmp_path: Path) -> None:
    for resume in (MANY_JOBS, ONE_LINE):
        assert_is_tagged(render_cv(cv_document(resume), Setting(language, look=look)), tmp_path)


def test_in_arabic_headings_and_months_are_arabic_and_numbers_keep_their_order() -> None:
    text = poppler_text(render_cv(cv_document(ONE_LINE), Setting("ar")))
    assert "070-174 06 20" in text
    assert "noor@example.se" in text
    assert "الخبرة العملية" in text


def test_a_cv_of_one_line_is_set_larger_and_a_long_one_names_its_person_on_each_page() -> None:
    one = PdfReader(BytesIO(render_cv(cv_document(ONE_LINE))))
    assert len(one.pages) == 1
    assert "Sida" not in one.pages[0].extract_text()
    assert tallest(one) > tallest(PdfReader(BytesIO(render_cv(cv_document(MANY_JOBS)))))
    many = PdfReader(BytesIO(render_cv(cv_document(MANY_JOBS)))).pages
    assert all("Selam Testsson (ሰላም), 070-174 06 20" in " ".join(page.extract_text().split()) for page in many)


def test_fourteen_jobs_take_two_pages() -> None:
    jobs = {**MANY_JOBS, "work": MANY_JOBS["work"][:14]}  # type: ignore[index]
    for look in ("cv-classic", "cv-compact"):
        assert len(PdfReader(BytesIO(render_cv(cv_document(jobs), Setting(look=look)))).pages) == 2


def test_a_look_puts_its_sections_in_its_order_unless_the_person_has_one() -> None:
    resume = {"basics": {"name": "Noor"}, "work": [{"position": "Städare"}], "skills": [{"name": "Golv", "level": "god"}]}
    usual, compact = (text_of(render_cv(cv_document(resume), Setting(look=look))) for look in ("", "cv-compact"))
    assert usual.index("Arbetslivserfarenhet") < usual.index("Kompetenser")
    assert compact.index("Kompetenser") < compact.index("Arbetslivserfarenhet")
    chosen = text_of(render_cv(cv_document({**resume, "meta": {"sectionOrder": ["work"]}}), Setting(look="cv-compact")))
    assert chosen.index("Arbetslivserfarenhet") < chosen.index("Kompetenser")


def test_a_word_file_says_it_all_in_one_column() -> None:
    made = docx.Document(BytesIO(render_cv(cv_document(MANY_JOBS), Setting(kind=FileKind.WORD))))
    said = [one.text for one in made.paragraphs]
    assert not made.tables
    assert "Telefon: 070-174 06 20" in said
    assert [one.text for one in made.paragraphs if one.style is not None and one.style.name == "Heading 2"] == [
        "Profil",
        "Språk",
        "Arbetslivserfarenhet",
        "Utbildning",
        "Kompetenser",
    ]


def tallest(reader: PdfReader) -> float:
    """Return the size of the largest letters on a first page."""
    found: list[float] = []
    reader.pages[0].extract_text(visitor_text=lambda _text, _cm, matrix, _font, size: found.append(size * abs(matrix[3])))
    return max(found)


def test_a_period_is_said_in_both_languages_and_once_where_they_say_the_same() -> None:
    words = PaperWords("fi", beside="sv")
    assert partial_day("2019-05", words) == "touko\xa02019"
    text = poppler_text(render_cv(cv_document(MANY_JOBS), Setting("fi", "sv"))).replace("\xa0", " ")
    assert "huhti 2019 – nyt" in text
    assert "apr. 2019 – nu" in text
    assert text.count("1986 – 1998") == 1
