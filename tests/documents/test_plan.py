"""A plan that its person keeps: what stands first, whose words it speaks, how its pages fill, which plan it says it is."""

import subprocess
from dataclasses import replace
from datetime import date
from io import BytesIO
from itertools import product
from pathlib import Path

import pytest
from pypdf import PdfReader

from jobbpunkt.documents.days import is_near
from jobbpunkt.documents.languages import PAPER_LANGUAGES, named
from jobbpunkt.documents.looks import BOOKLET
from jobbpunkt.documents.pdf import sheet
from jobbpunkt.documents.pdf.boxes import height_of
from jobbpunkt.documents.pdf.paging import laid
from jobbpunkt.documents.pdf.setter import Setter
from jobbpunkt.documents.pdf.tags import Element
from jobbpunkt.documents.plan import plan_paper, render_plan
from jobbpunkt.documents.plan_data import PlanDocument, PlannedGoal
from jobbpunkt.documents.plan_sections import PlanSection
from jobbpunkt.documents.setting import Setting, spoken
from jobbpunkt.documents.switches import look_of
from jobbpunkt.documents.tree import Paper, Section, Steps
from models.vocabulary import PlanKind, Responsible
from tests.documents.every import poppler_text
from tests.documents.samples import PLAN
from tests.documents.test_pdf_blocks import assert_is_tagged

ONE_LINE = PlanDocument(PlanKind.CAREER, "Kim Exempel", "Coach Exempel", date(2020, 3, 2), printed_on=date(2020, 3, 2))
SHORT = replace(ONE_LINE, wished="Jag vill arbeta.", goals=(PlannedGoal("Få ett arbete"),))
LONG = replace(PLAN, goals=PLAN.goals * 2, reviews=PLAN.reviews * 4)
PLANS = {"plan": PLAN, "one line": ONE_LINE, "short": SHORT, "long": LONG, "draft": replace(PLAN, version=None)}
SETTINGS = [
    Setting(),
    Setting("en", "sv"),
    Setting("ar", "sv"),
    Setting(look="large"),
    Setting("ar", "sv", "black"),
    Setting(look="easy"),
    Setting("th", look="easy,large"),
    Setting("ti", "sv", "easy,black"),
]
BY_PLAN = pytest.mark.parametrize("plan", PLANS.values(), ids=list(PLANS))
BY_SETTING = pytest.mark.parametrize("setting", SETTINGS, ids=lambda one: f"{one.language} {one.look}")


def shares(paper: Paper, setting: Setting) -> list[float]:
    """Return how much of each page is filled."""
    setter = Setter(look_of(setting.look, BOOKLET), PAPER_LANGUAGES[paper.language])
    _, _, width, height = sheet.room(setter)
    pages = laid(setter.all(paper.blocks, Element("Document", paper.language)), width, height)
    return [height_of(page.boxes, width, page.squeeze) / height for page in pages]


@BY_PLAN
@BY_SETTING
def test_no_plan_ends_on_a_page_that_is_nearly_empty(plan: PlanDocument, setting: Setting, tmp_path: Path) -> None:
    filled = shares(plan_paper(plan, setting.words()), setting)
    assert len(filled) == 1 or filled[-1] > 0.33
    assert all(share > 0.4 for share in filled[:-1])
    assert_is_tagged(render_plan(plan, setting), tmp_path)


def test_the_first_page_says_what_i_want_what_i_do_next_and_who_helps() -> None:
    pdf = render_plan(PLAN)
    first = subprocess.run(["pdftotext", "-l", "1", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
    said = " ".join(first.split())
    for text in ("Min karriärplan", "Noor Exempelsson", "Det här vill jag", "Mina nästa tre steg", "senast fredag 26 juni",
                 "Min coach gör det.", "Jag gör det.", "tisdag 30 juni", "klockan 10:00", "Coach Exempel, min coach",
                 "070-174 06 20"):  # fmt: skip
        assert text in said, text
    order = [said.index(step) for step in ("Ringa lokalvårdschefen", "Söka tre jobb", "Läsa 8 Sidor")]
    assert order == sorted(order)
    assert "Gå utbildningen" not in said  # the fourth


def test_a_plan_without_steps_has_three_boxes_to_write_beside() -> None:
    steps = [
        part for block in plan_paper(ONE_LINE, Setting().words()).blocks if isinstance(block, Section) for part in block.parts
    ]
    assert Steps((), empty=3) in steps
    assert len(shares(plan_paper(ONE_LINE, Setting().words()), Setting())) == 1


def test_a_day_has_its_year_where_it_is_far() -> None:
    today = date(2020, 6, 15)
    assert [is_near(day, today) for day in (date(2020, 1, 1), date(2020, 12, 31), date(2019, 12, 31), date(2021, 1, 1))] == [
        True,
        True,
        False,
        False,
    ]
    far = replace(PLAN, review_on=date(2021, 2, 1))
    assert "måndag 1 februari 2021" in poppler_text(render_plan(far))
    assert "måndag 17 augusti 2020" not in poppler_text(render_plan(PLAN))


def test_no_two_papers_claim_to_be_the_same_plan() -> None:
    adopted = poppler_text(render_plan(PLAN))
    noted = poppler_text(render_plan(replace(PLAN, noted_on=date(2020, 6, 16))))
    draft = poppler_text(render_plan(replace(PLAN, version=None)))
    assert "version 2, fastställd 15 juni 2020" in adopted
    assert "version 2 med anteckningar till och med tisdag 16 juni 2020" in noted
    assert "fastställd" not in noted
    assert "Utkast från måndag 15 juni 2020" in draft
    assert "version" not in draft.lower()
    assert "Namnteckning" not in draft


def test_a_health_plan_is_named_once_and_not_on_its_first_page() -> None:
    pdf = render_plan(replace(PLAN, kind=PlanKind.HEALTH))
    first = subprocess.run(["pdftotext", "-l", "1", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
    assert "hälsa" not in first
    assert poppler_text(pdf).count("förbättrad hälsa") == 1
    title = subprocess.run(["pdfinfo", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
    assert "hälsa" not in title


def test_signatures_stand_with_the_sentence_that_they_sign() -> None:
    for plan in (PLAN, LONG):
        text = subprocess.run(["pdftotext", "-", "-"], input=render_plan(plan), capture_output=True, check=True).stdout.decode()
        last = next(page for page in text.split("\f") if "Namnteckning" in page)
        assert "Jag har varit med och gjort planen" in last
        assert "Det här är vi överens om" in last


def test_a_step_names_who_does_it() -> None:
    steps = [replace(PLAN.goals[0].steps[1], responsible=who, who="Bibblan") for who in Responsible]
    text = poppler_text(render_plan(replace(PLAN, goals=(PlannedGoal("Mål", steps=tuple(steps)),))))
    for said in ("jag", "min coach", "vi två", "Bibblan"):
        assert said in text


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Arabiska, svenska", "ar"),
        ("svenska", "sv"),
        ("English", "en"),
        ("Engelska", "en"),
        ("العربية", "ar"),
        ("Farsi", "fa"),
        ("Dari och svenska", "fa"),
        ("فارسی", "fa"),
        ("tigrinja", "ti"),
        ("Tigrinska", "ti"),
        ("Kurdiska (sorani)", "ckb"),
        ("Kurmanji", "kmr"),
        ("Kurdiska", ""),
        ("Somaliska, svenska", "so"),
        ("af-soomaali", "so"),
        ("Turkiska", "tr"),
        ("türkçe", "tr"),
        ("Ukrainska", "uk"),
        ("українська", "uk"),
        ("Thai", "th"),
        ("thailändska", "th"),
        ("ไทย", "th"),
        ("Pashto", ""),
        ("Kroatiska", "bs"),
        ("serbiska, svenska", "bs"),
        ("Bosnian", "bs"),
        ("BKS", "bs"),
        ("finska och svenska", "fi"),
        ("Polska", "pl"),
        ("", ""),
    ],
)
def test_a_plan_speaks_its_persons_language_when_papers_do(typed: str, code: str) -> None:
    assert named(typed) == code
    assert spoken(typed) == Setting(code or "sv", "" if code in {"", "sv"} else "sv")


def test_a_goal_that_says_no_more_than_its_name_is_there() -> None:
    assert "Få ett arbete" in poppler_text(render_plan(SHORT))


@pytest.mark.parametrize("left", PlanSection)
def test_a_paper_that_lacks_a_section_says_so_on_every_page(left: PlanSection) -> None:
    kept = tuple(section for section in PlanSection if section is not left)
    whole, part = (pages_of(render_plan(PLAN, Setting(sections=sections))) for sections in (None, kept))
    heading = Setting().words().text(left.heading)
    assert not any("utdrag" in page for page in whole)
    assert all("fastställd 15 juni 2020, utdrag. Kod K7M-424" in page for page in part)
    assert f"Utdrag utan: {heading}" in part[0]
    assert sum(page.count(heading) for page in part) < sum(page.count(heading) for page in whole) + 1
    for said in ("Det här vill jag", "Mina nästa tre steg", "070-174 06 20"):
        assert said in part[0]


def test_no_two_choices_of_sections_make_papers_that_say_they_are_the_same() -> None:
    choices = [tuple(one for place, one in enumerate(PlanSection) if number & 1 << place) for number in range(32)]
    said: dict[tuple[str, str], set[str]] = {}
    for chosen in choices:
        paper = plan_paper(PLAN, Setting().words(), chosen)
        said.setdefault((str(paper.foot), str(paper.blocks[1])), set()).add(str(paper.blocks))
    assert all(len(papers) == 1 for papers in said.values())


def test_a_plan_that_has_nothing_in_a_part_is_no_excerpt_without_it() -> None:
    kept = tuple(section for section in PlanSection if section is not PlanSection.REVIEWS)
    assert "utdrag" not in poppler_text(render_plan(SHORT, Setting(sections=kept)))


def test_ratings_stand_with_their_goals_or_not_at_all() -> None:
    text = poppler_text(render_plan(PLAN, Setting(sections=("ratings",))))
    assert "nästa gång" not in text.partition("De här hjälper mig")[2]
    assert "Mina mål" in text  # among what is left out, and nowhere else
    assert text.count("Mina mål") == 1


@pytest.mark.parametrize("look", ["", "easy", "large", "easy,large,black"])
@pytest.mark.parametrize("language", ["sv", "en", "so", "ar", "th", "ti", "fi"])
def test_the_foot_says_all_that_it_has_to_say(language: str, look: str) -> None:
    noted = replace(PLAN, kind=PlanKind.PERSONAL, noted_on=date(2020, 9, 30), mark="K7MX")
    for plan, sections in product((PLAN, replace(PLAN, noted_on=date(2020, 6, 16)), noted), (("goals",), ("goals", "ratings"))):
        text = " ".join(pages_of(render_plan(plan, Setting(language, "", look, sections=sections)))[-1].split())
        assert "…" not in text[-160:]
        assert "K7M-424" in text
        assert plan.mark in text


def test_an_easy_plan_says_each_step_in_one_sentence_and_hard_words_otherwise() -> None:
    easy, usual = poppler_text(render_plan(PLAN, Setting(look="easy"))), poppler_text(render_plan(PLAN))
    for said in ("Jag gör det senast onsdag 1 juli.", "Det blev klart onsdag 22 april.", "Coach Exempel är min coach.",
                 "Min plan för arbete", "Skriv ditt namn och dagens datum"):  # fmt: skip
        assert said in easy, said
        assert said not in usual, said
    for hard in ("karriärplan", "fastställd", "Delmål", "Namnteckning"):
        assert hard not in easy, hard


@pytest.mark.parametrize("look", ["easy", "easy,large", "easy,black"])
def test_no_line_of_an_easy_plan_is_longer_than_55_signs(look: str) -> None:
    told = subprocess.run(
        ["pdftotext", "-layout", "-", "-"], input=render_plan(PLAN, Setting(look=look)), capture_output=True, check=True
    ).stdout.decode()
    inside = [line.strip() for page in told.split("\f") for line in page.strip().split("\n")[1:-2]]
    # Points of a chart stand beside each other; the signs before a step are drawn.
    assert [line for line in inside if len(" ".join(line.split())) > 55] == []


@pytest.mark.parametrize("look", ["", "black"])
def test_nothing_in_a_booklet_is_smaller_than_12_points(look: str) -> None:
    reader = PdfReader(BytesIO(render_plan(PLAN, Setting("ar", "sv", look))))
    sizes: set[float] = set()

    def note(text: str, _cm: object, tm: list[float], _font: object, size: float) -> None:
        if text.strip():
            sizes.add(round(size * abs(tm[3]), 2))

    for page in reader.pages:
        page.extract_text(visitor_text=note)
    assert sizes
    assert min(sizes) >= 12 * 0.99


def pages_of(pdf: bytes) -> list[str]:
    """Return the text of each page on one line."""
    text = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
    return [" ".join(page.split()) for page in text.split("\f") if page.strip()]


@pytest.mark.parametrize("language", PAPER_LANGUAGES)
def test_no_page_is_nearly_empty_in_any_language(language: str) -> None:
    for beside, look, plan in product({"", "sv"} - {language} or {""}, ("", "easy", "large"), PLANS.values()):
        setting = Setting(language, beside, look)
        filled = shares(plan_paper(plan, setting.words()), setting)
        assert len(filled) == 1 or filled[-1] > 0.33, (beside, look, filled)
        assert all(share >= 0.4 for share in filled[:-1]), (beside, look, filled)
