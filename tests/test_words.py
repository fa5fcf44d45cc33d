"""Every sentence in the source has its Swedish, and every Swedish sentence has its source."""

import os
import re
import subprocess
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from babel.dates import format_date
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from jobbpunkt.base.words import Words
from resources import compile as catalogues
from tests.sentences import in_source

FIELD = re.compile(r"{(\w+)[^}]*}")


def in_swedish() -> Iterator[tuple[str, str, str]]:
    """Yield each entry: its source sentence, one Swedish string of it, and its file."""
    for file in catalogues.po_files():
        for message in catalogues.read(file):
            key = message.id if isinstance(message.id, str) else message.id[0]
            strings = [message.string] if isinstance(message.string, str) else message.string or ()
            yield from ((key, string, file.name) for string in strings)


def test_every_sentence_has_its_swedish() -> None:
    known = {key for key, _, _ in in_swedish()}
    assert sorted(f"{place}: {sentence}" for sentence, place in in_source() if sentence not in known) == []


def test_no_swedish_is_left_over() -> None:
    used = {sentence for sentence, _ in in_source()}
    assert sorted({f"{file}: {key}" for key, _, file in in_swedish() if key not in used}) == []


def test_the_files_agree_and_are_finished() -> None:
    _, wrong = catalogues.merge(catalogues.po_files())
    assert wrong == []


@pytest.mark.parametrize(
    "file",
    [*catalogues.po_files(), *(catalogues.paper_file(one) for one in catalogues.paper_languages() if one != catalogues.LANGUAGE)],
    ids=lambda file: f"{file.parent.name}-{file.stem}",
)
def test_gettext_itself_finds_nothing_wrong(file: Path) -> None:
    done = subprocess.run(["msgfmt", "--check", "-o", os.devnull, str(file)], check=False, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_translation_names_the_fields_of_its_source() -> None:
    assert [
        (file, key, string)
        for key, string, file in in_swedish()
        if not set(FIELD.findall(string)) <= set(FIELD.findall(key)) | {"n"} or not _same_but_count(key, string)
    ] == []


def _same_but_count(key: str, string: str) -> bool:
    # "One person" needs no number, so a plural form may leave {n} out.
    return set(FIELD.findall(key)) - {"n"} == set(FIELD.findall(string)) - {"n"}


def test_faults_in_a_catalogue_are_found(tmp_path: Path) -> None:
    one, other = tmp_path / "one.po", tmp_path / "other.po"
    one.write_text('msgid "Save"\nmsgstr "Spara"\n\nmsgid "Close"\nmsgstr ""\n', encoding="utf-8")
    other.write_text('msgid "Save"\nmsgstr "Lagra"\n\n#, fuzzy\nmsgid "Open"\nmsgstr "Öppna"\n', encoding="utf-8")
    _, wrong = catalogues.merge([one, other])
    assert wrong == [
        "one.po: 'Close' is not translated",
        "'Save' stands in one.po and in other.po",
        "other.po: 'Open' is marked fuzzy",
    ]


@pytest.mark.parametrize(
    ("sentence", "swedish"),
    [("Save", "Spara"), ("There is no such time. Write it as 09:30.", "Den tiden finns inte. Skriv den som 09:30.")],
)
def test_the_program_speaks_swedish(sentence: str, swedish: str) -> None:
    assert Words("sv")(sentence) == swedish
    assert Words("en")(sentence) == sentence


@pytest.mark.parametrize("language", ["sv", "en"])
@given(value=st.one_of(st.integers(-(10**12), 10**12), st.decimals(-(10**9), 10**9, places=3)), decimals=st.integers(0, 2))
def test_numbers_are_written_as_babel_writes_them(language: str, value: int | Decimal, decimals: int) -> None:
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    assert Words(language).number(value, decimals) == format_decimal(value, pattern, locale=language)


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize(("style", "pattern"), [("long", "d MMMM y"), ("weekday", "EEEE d MMMM"), ("short", "d MMM")])
def test_days_are_written_as_babel_writes_them(language: str, style: str, pattern: str) -> None:
    days = [date(2020, 1, 1) + timedelta(number) for number in range(366)]
    words = Words(language)
    assert [words.day(day, style) for day in days] == [format_date(day, pattern, locale=language) for day in days]
    assert [words.month(day) for day in days] == [format_date(day, "LLLL y", locale=language) for day in days]


# A number and the things it counts, as in "{rows} rows" or "{done} of {all} steps"; what follows a name is a verb.
COUNTED = re.compile(r"\{\w+\}(?: of \{\w+\})? ([a-z]+s)\b")
NO_THINGS = {"is", "has", "does", "holds", "begins", "ends", "takes", "as", "was"}
ALWAYS_MANY = {
    "A campaign lasts at most {weeks} weeks. Check the years.": "it is the program's own bound",
    "from {age} years": "an age for which one works",
    "up to {age} years": "an age for which one works",
    "{first}–{last} years": "an age for which one works",
    "This is {length} characters long; shorten it to at most {longest}.": "it is longer than a hundred",
    "In the CV, {place} is {length} characters long; shorten it to at most {longest}.": "it is longer than a hundred",
    "In the CV, {place} has {length} posts; keep at most {longest}.": "there are more than a hundred",
}


def test_what_is_counted_is_one_or_many() -> None:
    found = []
    for file in catalogues.po_files():
        for message in catalogues.read(file):
            if isinstance(message.id, str) and message.id not in ALWAYS_MANY:
                found += [message.id for thing in COUNTED.findall(message.id) if thing not in NO_THINGS]
    assert found == [], "use plural, or say the number after a colon"
