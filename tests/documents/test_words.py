"""The words of a paper: every sentence in every language, days as people say them, two languages at once."""

from datetime import UTC, date, datetime

import pytest
from babel.dates import format_date, get_day_names, get_month_names
from babel.numbers import format_decimal

from jobbpunkt.base.words import Words
from jobbpunkt.documents import days
from jobbpunkt.documents.languages import PAPER_LANGUAGES, SOURCE, SWEDISH
from jobbpunkt.documents.tree import Phrase
from jobbpunkt.documents.words import PaperWords
from models.vocabulary import PlanKind
from resources import compile as catalogues
from tests import sentences
from tests.documents.every import EVERY
from tests.documents.speaking import Overheard
from tests.test_words import FIELD

TUESDAY = date(2025, 1, 28)
TRANSLATED = sorted(PAPER_LANGUAGES.keys() - {SOURCE, SWEDISH})


def test_a_language_is_one_row_and_its_catalogue() -> None:
    assert sorted({*catalogues.paper_languages(), SOURCE}) == sorted(PAPER_LANGUAGES)
    assert all(code == row.code for code, row in PAPER_LANGUAGES.items())


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_sentence_of_papers_has_its_words(language: str) -> None:
    assert sentences.lacking(language) == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_words_are_left_over(language: str) -> None:
    said = {sentence if isinstance(sentence, str) else sentence[0] for sentence in sentences.on_paper()}
    assert sentences.in_paper_catalogue(language) - said == set()


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_catalogue_is_whole_and_says_whether_somebody_has_read_it(language: str) -> None:
    file = catalogues.paper_file(language)
    _, wrong = catalogues.merge([file], language, catalogues.PAPER)
    assert wrong == []
    unread = file.read_text(encoding="utf-8").startswith("# Not yet read by somebody who grew up with the language.")
    assert unread is not PAPER_LANGUAGES[language].is_reviewed


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_names_the_fields_of_its_source(language: str) -> None:
    for message in catalogues.read(catalogues.paper_file(language), language):
        if isinstance(message.id, str):
            assert set(FIELD.findall(message.id)) == set(FIELD.findall(str(message.string))), message.id
            continue
        for form in message.string or ():
            # One and two need no number in some languages, so a form may leave {n} out.
            assert set(FIELD.findall(form)) | {"n"} == set(FIELD.findall(message.id[0])) | {"n"}, message.id


@pytest.mark.parametrize("language", PAPER_LANGUAGES)
@pytest.mark.parametrize("name", EVERY)
def test_every_document_speaks_every_language(name: str, language: str) -> None:
    data, render = EVERY[name]
    words = PaperWords(language)
    assert render(data, Overheard(language, heard=words))
    assert words.missing == set()


def test_what_a_language_lacks_is_said_in_swedish_and_kept() -> None:
    words = PaperWords("ar", beside="sv")
    # The window says it, and no paper does.
    assert words("Save") == Phrase("Spara", "sv")
    assert words.plural("{n} person", "{n} persons", 2).text == Words("sv").plural("{n} person", "{n} persons", 2)
    assert words("Coach").language == "ar"
    assert words.missing == {"Save", "{n} persons"}
    assert PaperWords("en").text("Save") == "Save"


def test_a_day_within_a_sentence_that_falls_back_is_swedish_too() -> None:
    words = PaperWords("ar")
    assert words("There is no {day} in any catalogue", day=words.day(TUESDAY)).text.endswith("28 januari 2025 in any catalogue")


def test_two_languages_at_once() -> None:
    words = PaperWords("ar", beside="sv")
    assert words("Draft of {day}", day=words.day(TUESDAY, "weekday")) == Phrase(
        "مسودة بتاريخ الثلاثاء، 28 يناير", "ar", "Utkast från tisdag 28 januari", "sv"
    )
    title = words(PlanKind.CAREER.label)
    assert words("{plan}, draft of {day}", plan=title, day="{Noor}") == Phrase(
        "الخطة المهنية، مسودة بتاريخ {Noor}", "ar", "Karriärplan, utkast från {Noor}", "sv"
    )
    assert words.plural("{n} week", "{n} weeks", 2) == Phrase("أسبوعان", "ar", "2 veckor", "sv")
    assert PaperWords("sv", beside="sv")("Coach") == Phrase("Coach", "sv")
    assert PaperWords("sv", beside="en")("{name} does it.", name="x").beside == "x does it."
    assert (words.language, words.beside, PaperWords().beside) == ("ar", "sv", "")
    assert words("") == Phrase("", "ar")


@pytest.mark.parametrize(
    ("style", "swedish"),
    [
        ("weekday", "tisdag 28 januari"),
        ("weekday_year", "tisdag 28 januari 2025"),
        ("long", "28 januari 2025"),
        ("day", "28 januari"),
        ("short", "28 jan."),
        ("month", "januari 2025"),
        ("short_month", "jan. 2025"),
    ],
)
def test_days_are_said_as_people_say_them(style: str, swedish: str) -> None:
    assert PaperWords("sv").day(TUESDAY, style) == swedish  # type: ignore[arg-type]


def test_spans_say_once_what_both_ends_share() -> None:
    words = PaperWords("sv")
    assert words.period(TUESDAY, TUESDAY) == "28 januari 2025"
    assert words.period(TUESDAY, date(2025, 1, 30)) == "28–30 januari 2025"
    assert words.period(TUESDAY, date(2025, 3, 3)) == "28 januari–3 mars 2025"
    assert words.period(TUESDAY, date(2026, 1, 1)) == "28 januari 2025–1 januari 2026"
    assert PaperWords("so").period(TUESDAY, date(2025, 3, 3)) == "28 Janaayo\u2009–\u20093 Maarso 2025"


def test_a_moment_is_a_day_and_a_time_at_home() -> None:
    moment = datetime(2025, 1, 28, 23, 30, tzinfo=UTC)
    told = PaperWords("ar", beside="sv").moment(moment)
    assert (told.text, told.beside) == ("الأربعاء، 29 يناير الساعة 00:30", "onsdag 29 januari klockan 00:30")


@pytest.mark.parametrize(
    ("locale", "style", "said"),
    [
        ("ti", "long", "28 ጥሪ 2025"),
        ("ti", "short", "28 ጥሪ"),
        ("ti", "short_month", "ጥሪ 2025"),
        ("so", "weekday", "Talaado, 28 Janaayo"),
        ("so", "weekday_year", "Talaado, 28 Janaayo 2025"),
        ("so", "long", "28 Janaayo 2025"),
        ("so", "day", "28 Janaayo"),
        ("so", "short", "28 Jan"),
        ("uk", "weekday_year", "вівторок, 28 січня 2025\u00a0р."),
        ("uk", "long", "28 січня 2025\u00a0р."),
        ("uk", "month", "січень 2025\u00a0р."),
        ("uk", "short_month", "січ. 2025"),
        ("th", "weekday_year", "วันอังคารที่ 28 มกราคม 2025"),
        ("th", "long", "28 มกราคม 2025"),
        ("ckb", "weekday_year", "سێشەممە، 28ی کانوونی دووەمی 2025"),
        ("ckb", "day", "28ی کانوونی دووەم"),
        ("ckb", "month", "کانوونی دووەمی 2025"),
        ("ku", "short", "28ê rêbendanê"),
        ("ku", "short_month", "rêbendan 2025"),
    ],
)
def test_where_babels_data_read_oddly_days_are_said_otherwise(locale: str, style: days.DayStyle, said: str) -> None:
    assert days.written(TUESDAY, style, locale) == said


# Also the languages that have no catalogue yet: a row in the table is all that they need.
LOCALES = ["sv", "en_GB", "ar", "fa", "ckb", "ku", "so", "ti", "bs", "hr", "sr", "tr", "fi", "pl", "uk", "th"]


@pytest.mark.parametrize("locale", LOCALES)
def test_names_and_order_are_babels_and_digits_western(locale: str) -> None:
    long = days.written(TUESDAY, "long", locale)
    assert long == format_date(TUESDAY, days.OWN_PATTERNS.get((locale, "long"), "long"), locale=locale)
    names = {get_day_names("wide", context, locale)[1] for context in ("format", "stand-alone")}
    assert any(name in days.written(TUESDAY, "weekday", locale) for name in names)
    names = {get_month_names("wide", context, locale)[1] for context in ("format", "stand-alone")}
    assert any(name in days.written(TUESDAY, "day", locale) for name in names)
    assert any(name in days.written(TUESDAY, "month", locale) for name in names)
    spans = [days.span(TUESDAY, last, locale) for last in (date(2025, 1, 30), date(2025, 3, 3), date(2026, 1, 1))]
    written = [days.written(TUESDAY, style, locale) for style in ("weekday", "weekday_year", "long", "day", "short", "month")]
    for text in [*spans, *written, days.number(-1234567.5, 1, locale)]:
        assert all(sign in "0123456789" for sign in text if sign.isdigit()), text
        assert "/" not in text
        assert "28.1" not in text
    assert days.number(1234.5, 2, locale) == format_decimal(1234.5, "#,##0.00", locale=locale, numbering_system="latn")
