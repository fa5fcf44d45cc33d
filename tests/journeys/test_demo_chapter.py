"""The report of 2020 on the demo register has the figures of the seed's chapter with their sources, on paper and as text to edit.

What is marked A or B in the domain's table of the seed and belongs to these parts stands here, with how it was got. The rest of
the seed is the report's own prose, which no register knows.
"""

from collections.abc import Iterator
from io import BytesIO

import docx
import pytest
from docx.table import Table
from pypdf import PdfReader

from jobbpunkt import demo, reports
from jobbpunkt.base.words import Words
from jobbpunkt.register.opening import Credentials, Register
from jobbpunkt.reports import Format, Material, ReportChoice

# What each file says in words, as the seed has it.
SAID = {
    "60 supported": "stöd och coaching för 60 jobbsökande personer",
    "28 in work, 46.7 %": "28 fått arbete (46,7 %)",
    "12 livestreams": "12 livesändningar",
    "3 500 views": "3 500 visningar",
    "the channel": "Jobbpunkt Mimers Facebook-sida",
    "the themes": "CV, Presentation inför arbetsintervju, Motivation och Vid en intervju",
    "five with the church": "Svenska kyrkan kring 5 personer",
    "16 to 26": "Ungdomar 16–26 år i Västerås",
    "four weeks": "4 veckor",
    "six partners": "6 aktörer samverkade: Västerås stad (AME), Folkhögskolan, Bostads AB Mimer, IKEA, Proffas och Rädda Barnen",
    "own staffing": "Respektive organisation ansvarade för sitt eget innehåll och bemanning",
    "repeated": "upprepades varje vecka",
    "contents": "Hjälp med CV och personliga brev",
    "the agenda": "den sociala agendan, en gemensam handlingsplan för social hållbarhet på Bäckby",
    "35 documents": "35 CV och personliga brev skrivna på plats",
    "40 applications": "40 ansökningar till sommarlovsentreprenörerna",
    "91 registered": "91 personer som skrev in sig på Mimers karriärsida",
    "45 applications": "45 ansökningar till IKEA",
    "9 called": "9 kallade till intervju",
    "about 20": "cirka 20 utställare på rekryteringsmässan",
    "just over 100": "drygt 100 besökare",
    "thought by both": "vill fortsätta samverka",
    "extended": "31 maj 2021",
    "places of work": "trapphus, källare, tvättstuga, miljöbod, mötesplats och områdeskontor",
    "not stated": "Första dag: uppgift saknas",
    "compared with suppliers": "av gruppens punkter och 90,3 % av leverantörernas",
    "the index": "2020 svarade 78,4 procent",
    "its target": "Målet var 82 procent: 3,6 procentenheter mer",
    "four ambassadors": "4 trygghetsambassadörer",
    "three months": "1 juni–31 augusti 2020",
    "three areas": "Bäckby, Råby och Vallby",
    "Kollage": "Läxhjälp",
    "associations": "Connection Rap West",
    "changed": "Ställdes om: Utvecklingsmöte för Bäckby",
    "cancelled, with why": "Ställdes in med hänsyn till smittspridningen",
}
# The figure in each file's tables: label, value, and how it was got.
COUNTED = "Räknat ur registret"
SOURCES = {
    "Jobbsökande som fått stöd och coaching": ("60 personer", COUNTED),
    "I arbete, av dem som fått stöd": ("28 personer", COUNTED),
    "Livesändningar": ("12 tillfällen", COUNTED),
    "Visningar av livesändningarna": ("3 500 visningar", "Enligt uppgift"),
    "Deltagare i samarbetet med Svenska kyrkan": ("5 personer", COUNTED),
    "CV och personliga brev skrivna på plats": ("35 dokument", "Räknat för hand på plats"),
    "Ansökningar till sommarlovsentreprenörerna": ("40 ansökningar", "Räknat för hand på plats"),
    "Inskrivna på Mimers karriärsida": ("91 personer", "Räknat för hand på plats"),
    "Ansökningar till IKEA": ("45 ansökningar", "Räknat för hand på plats"),
    "Kallade till intervju": ("9 personer", "Räknat för hand på plats"),
    "Utställare på rekryteringsmässan": ("cirka 20 utställare", "Uppskattat"),
    "Besökare på rekryteringsmässan": ("drygt 100 besökare", "Uppskattat"),
    "Trygghetsindex": ("78,4 %", "Enligt uppgift"),
    "Anställda trygghetsambassadörer": ("4 personer", COUNTED),
}


@pytest.fixture(scope="module")
def material(sqlite_demo_template: object, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Material]:
    from tests.registers import Template, copy_file

    assert isinstance(sqlite_demo_template, Template)
    place = copy_file(sqlite_demo_template, tmp_path_factory.mktemp("chapter") / "demo.jobbpunkt")
    register = Register.open(str(place), Credentials("projektledare", demo.PASSWORD))
    with register.reading() as uow:
        yield reports.gather(uow, ReportChoice.year(2020), Words("sv"))
    register.close()


@pytest.fixture(scope="module")
def pages(material: Material) -> list[str]:
    found = PdfReader(BytesIO(reports.write(material, Words("sv"), Format.PDF))).pages
    return [" ".join(page.extract_text().replace("\xa0", " ").split()) for page in found]


@pytest.fixture(scope="module")
def chapter(material: Material) -> "docx.document.Document":
    return docx.Document(BytesIO(reports.write(material, Words("sv"), Format.DOCX)))


def _text(document: "docx.document.Document") -> str:
    return " ".join(" ".join(one.text for one in document.paragraphs).replace("\xa0", " ").split())


@pytest.mark.parametrize("fact", SAID)
def test_each_fact_of_the_seed_stands_in_both_files(fact: str, pages: list[str], chapter: "docx.document.Document") -> None:
    assert SAID[fact] in " ".join(pages)
    assert SAID[fact] in _text(chapter)


@pytest.mark.parametrize("label", SOURCES)
def test_each_figure_has_its_source_in_the_chapter(label: str, chapter: "docx.document.Document") -> None:
    rows = [
        tuple(cell.text.replace("\xa0", " ") for cell in row.cells)
        for part in chapter.iter_inner_content()
        if isinstance(part, Table)
        for row in part.rows
    ]
    (found,) = [row for row in rows if row[0] == label]
    assert (found[1], found[2].partition(",")[0]) == SOURCES[label]
    assert found[3].strip().endswith("."), "it says what it means"


@pytest.mark.parametrize("label", SOURCES)
def test_each_figure_stands_on_paper_with_what_it_means(label: str, pages: list[str]) -> None:
    text = " ".join(pages)
    assert f"{label} {SOURCES[label][0]}" in text
    assert text.count(label) > 1, "in its table and in the appendix"


def test_the_first_page_is_a_message(pages: list[str]) -> None:
    first = pages[0]
    assert "28 av de 60 personer som fick stöd och coaching fick arbete." in first
    assert "gav 45 ansökningar till IKEA och 9 kallade till intervju." in first
    assert "78,4 procent tycker att det är tryggt där de bor." in first
    assert "Mål 55" in first
    assert "eget schema" in first
    assert "Hur många som deltar i Kvinna för Bäckby: Uppgift saknas." in first
    assert "Till och med 14 december 2020" in first


def test_the_chapter_is_text_to_edit(chapter: "docx.document.Document") -> None:
    styles = [one.style.name for one in chapter.paragraphs if one.style is not None]
    assert "Title" in styles
    assert styles.count("heading 2") + styles.count("Heading 2") >= 5
    assert not chapter.inline_shapes, "no pictures stand for words"
