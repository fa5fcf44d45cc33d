"""JSON Resume files: what is read, what is refused and with which sentence, and that nothing is lost."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobbpunkt import resume
from jobbpunkt.base.errors import UserError
from jobbpunkt.base.words import Words
from jobbpunkt.resume import dates, editing
from jobbpunkt.resume.entries import Address, Work
from jobbpunkt.resume.places import TITLES
from jobbpunkt.resume.reading import SECTIONS, opened

FOLDER = Path(__file__).parents[1] / "data" / "resume"
SAMPLES = sorted(file for file in FOLDER.glob("*.json") if not file.name.startswith("invalid"))
VECTORS = [
    pytest.param(name, document, id=f"{file.stem}-{name}")
    for file in sorted((FOLDER / "schema-test-vectors").glob("*.json"))
    if file.stem != "dates"
    for name, document in json.loads(file.read_text(encoding="utf-8")).items()
]
BASE = json.loads((FOLDER / "jsonresume-sample-hendriks.json").read_text(encoding="utf-8"))


def read(content: bytes) -> resume.ReadResume:
    """Read as the program does, save that no process is started for each of thousands."""
    return resume.accepted(*opened(content))


def raw(document: object) -> bytes:
    return json.dumps(document).encode()


def refused(document: object, words: Words) -> str:
    with pytest.raises(UserError) as refusal:
        read(document if isinstance(document, bytes) else raw(document))
    return refusal.value.text(words)


@pytest.mark.parametrize("file", SAMPLES, ids=lambda file: file.stem)
def test_every_sample_is_read(file: Path) -> None:
    found = read(file.read_bytes())
    assert resume.check(found.resume) == found.resume


@pytest.mark.parametrize("file", [file for file in SAMPLES if "v0" not in file.stem], ids=lambda file: file.stem)
def test_a_sample_in_the_present_format_stays_as_it_is(file: Path) -> None:
    assert read(file.read_bytes()) == resume.ReadResume(json.loads(file.read_text(encoding="utf-8")))


@pytest.mark.parametrize(("name", "document"), VECTORS)
def test_the_vectors_of_the_schema_agree(name: str, document: Any) -> None:
    if "nvalid" in name:
        with pytest.raises(UserError):
            read(raw(document))
    else:
        assert read(raw(document)).resume == document


def test_the_old_format_gets_the_present_names_and_loses_nothing() -> None:
    old = json.loads((FOLDER / "jsonresume-v0-fullstacker.json").read_text(encoding="utf-8"))
    found = read(raw(old))
    assert len(found.notes) == 1
    new = found.resume
    assert (new["work"][0]["name"], new["work"][0]["url"]) == ("Area 52", "https://area52.io/does-not-exist")
    assert (new["basics"]["url"], new["basics"]["image"]) == ("http://janef.me/blog", "jane_doe.png")
    assert (new["education"][0]["score"], new["languages"][0]["fluency"]) == ("3.5", "Native")
    assert new["volunteer"][0]["flavor"] == "volunteer"
    assert new["interests"][0]["summary"] == old["interests"][0]["summary"]
    assert new["languages"][1]["years"] == 10


@pytest.mark.parametrize(
    ("written", "understood"),
    [
        ("2020", "2020"),
        ("2020-6", "2020-06"),
        ("2020/06/15", "2020-06-15"),
        ("06/2020", "2020-06"),
        ("2013-12-01T00:00:00.000Z", "2013-12-01"),
    ],
)
def test_looser_dates_are_understood_and_told(written: str, understood: str) -> None:
    found = read(raw({"work": [{"startDate": written}]}))
    assert found.resume == {"work": [{"startDate": understood}]}
    assert bool(found.notes) == (written != understood)


@pytest.mark.parametrize("written", ["Present", "nu", " Pågår ", ""])
def test_an_end_that_is_not_yet_is_left_out(written: str) -> None:
    found = read(raw({"work": [{"startDate": "2020", "endDate": written}]}))
    assert found.resume == {"work": [{"startDate": "2020"}]}


@pytest.mark.parametrize("written", ["2020-02-30", "2020-13", "2013-12-021", "i våras", "0020", "2020-00"])
def test_an_impossible_date_is_refused_with_its_place(written: str, words_en: Words) -> None:
    said = refused({"work": [{}, {"startDate": written}]}, words_en)
    assert f"work, post 2, startDate is {written}" in said


@pytest.mark.parametrize(
    ("document", "said"),
    [
        (b"not json", "not a CV"),
        (b"[1, 2]", "not a CV"),
        (b"null", "not a CV"),
        (b'{"a": NaN}', "not a CV"),
        (b'{"a": 1e999}', "not a CV"),
        (b"{" + b'"a":{' * 100_000, "not a CV"),
        (b'{"a":' * 30 + b"1" + b"}" * 30, "nested too deep"),
        (b" " * (2 * 1024 * 1024 + 1), "larger than 2 MB"),
        ('{"basics": {"name": "Åsa"}}'.encode("cp1252"), "letters cannot be read"),
        ({"skills": "svetsning"}, "skills should be a list"),
        ({"work": [{"name": 7}]}, "work, post 1, name should be text"),
        ({"basics": []}, "basics should be a group of fields"),
        ({"basics": {"name": "x" * 501}}, "basics, name is 501 characters long"),
        ({"work": [{"summary": "x" * 20_001}]}, "work, post 1, summary is 20001 characters long"),
        ({"work": [{}] * 201}, "work has 201 posts"),
    ],
    ids=lambda value: value[:30] if isinstance(value, str) else "document",
)
def test_what_is_not_a_cv_is_refused_in_one_sentence(document: object, said: str, words_en: Words) -> None:
    assert said in refused(document, words_en)


def test_long_names_and_pictures_are_fine() -> None:
    document = {"basics": {"name": "Å" * 300, "image": "data:image/png;base64," + "A" * 100_000}}
    assert read(raw(document)).resume == document


def test_other_encodings_of_json_are_read() -> None:
    text = '{"basics": {"name": "Åsa"}}'
    for encoding in ("utf-8-sig", "utf-16", "utf-32"):
        assert read(text.encode(encoding)).resume["basics"]["name"] == "Åsa"


def test_letters_are_composed_and_control_characters_dropped() -> None:
    found = read(raw({"basics": {"name": "A\u030asa\x00 \x1b[31m\ud800", "summary": "a\r\nb\tc"}}))
    assert found.resume["basics"] == {"name": "Åsa [31m", "summary": "a\nb\tc"}


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8) | st.sampled_from(list(BASE)), inner, max_size=4)
    ),
    max_leaves=20,
)
SHAPED = st.fixed_dictionaries(
    {},
    optional={
        name: st.lists(st.dictionaries(st.sampled_from(["name", "startDate", "endDate", "level", "highlights"]), JSON))
        for name in BASE
    },
)


@given(JSON | SHAPED)
def test_any_json_is_read_or_refused_and_never_crashes(document: object) -> None:
    try:
        found = read(json.dumps(document).encode())
    except UserError:
        return
    assert resume.check(found.resume) == found.resume
    assert editing.closed(editing.opened(found.resume)) == found.resume


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    try:
        read(content)
    except UserError:
        return


@pytest.mark.parametrize("file", SAMPLES, ids=lambda file: file.stem)
def test_opening_and_closing_a_sheet_keeps_the_document(file: Path) -> None:
    document = read(file.read_bytes()).resume
    assert editing.closed(editing.opened(document)) == document


def test_emptying_a_field_removes_it_and_keeps_its_unknown_neighbours() -> None:
    sheet = editing.opened({"basics": {"location": {"city": "Västerås", "x-door": "3"}}, "work": [{"name": "A", "x-id": 4}]})
    emptied = editing.Sheet(
        sheet.basics,
        Address(rest=sheet.address.rest),
        {**sheet.sections, "work": (Work(position="B", rest=sheet.sections["work"][0].rest),)},
        sheet.rest,
    )
    assert editing.closed(emptied) == {"basics": {"location": {"x-door": "3"}}, "work": [{"position": "B", "x-id": 4}]}


def test_emptying_an_address_leaves_none() -> None:
    sheet = editing.opened({"basics": {"name": "N", "location": {"city": "Västerås"}}})
    assert editing.closed(editing.Sheet(sheet.basics, Address(), sheet.sections, sheet.rest)) == {"basics": {"name": "N"}}


@pytest.mark.parametrize(
    ("start", "end", "wrong"),
    [
        ("2020", "2019", True),
        ("2020-06", "2020", False),
        ("2020-06", "2020-05-31", True),
        ("", "2020", False),
        ("2020", "", False),
    ],
)
def test_an_end_before_its_start_is_seen_as_far_as_both_are_known(start: str, end: str, wrong: bool) -> None:
    assert dates.ends_before(start, end) is wrong


def test_where_a_fault_is_stands_in_the_language_of_its_sentence(words_sv: Words, words_en: Words) -> None:
    for section in SECTIONS:
        said = refused({section: "x"}, words_sv)
        own = words_sv(TITLES[section])
        assert own[:1].lower() + own[1:] in said
        assert section not in said
    assert "arbete, post 2, startDate" in refused({"work": [{}, {"startDate": "i våras"}]}, words_sv)
    (note,) = read(raw({"work": [{"startDate": "2021", "endDate": "2020"}]})).notes
    assert note.text(words_sv).startswith("I CV:t slutar arbete, post 1 ")
    assert note.text(words_en).startswith("In the CV, work, post 1 ends")


def test_a_section_is_called_as_it_is_where_one_writes_it() -> None:
    from ui.cvs import shapes

    assert {section.name: section.title for section in shapes.SECTIONS}.items() <= TITLES.items()
    assert TITLES.keys() == {"basics", *SECTIONS}
