"""People in from lists as offices save them: all or nothing, nobody twice, and every fault with its row."""

from collections import deque
from contextlib import suppress
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from xlsxwriter import Workbook

from jobbpunkt.base.clock import fixed, instant
from jobbpunkt.base.errors import NotAllowed, UserError
from jobbpunkt.exchange import sheet, spellings
from jobbpunkt.exchange.people import Imported, import_people
from jobbpunkt.people.details import PersonData, create
from jobbpunkt.register.opening import Register
from models.case import Case
from models.person import Person
from models.vocabulary import EducationLevel, Protection, Role, Sex
from tests.colleagues import colleague
from tests.registers import opened

LISTS = Path(__file__).parent.parent / "data" / "import"
HIDDEN = Protection.CONFIDENTIALITY_MARKING
HEAD = "Förnamn;Efternamn;Personnummer;Mobil;E-post\n"


@pytest.fixture
def later(place: str) -> object:
    """The register at the end of 2020, when the lists were printed."""
    with opened(place, fixed(instant(date(2020, 12, 20)))) as register:
        yield register


def bring(register: Register, content: bytes | str, **options: object) -> Imported:
    raw = content.encode() if isinstance(content, str) else content
    with register.writing() as uow:
        return import_people(uow, raw, **options)  # type: ignore[arg-type]


def listed(name: str) -> bytes:
    return (LISTS / name).read_bytes()


def people(register: Register) -> list[Person]:
    with register.reading() as uow:
        return uow.session.query(Person).order_by(Person.reference).all()


def test_somebody_protected_is_known_and_not_added_again_in_clear(later: Register) -> None:
    with later.writing() as uow:
        typed = PersonData("Åsa", "Öberg", identity_number="19980504-2398", phone="0701740620", protection=HIDDEN)
        create(uow, typed)
    done = bring(later, HEAD + "Åsa;Öberg;;070-174 06 20;\nNågon;Annan;19980504-2398;;\nBo;Ek;;;\n")
    assert (done.matched, done.created) == (2, 1)
    assert [person.given_name for person in people(later)] == ["", "Bo"]


@pytest.mark.parametrize("title", ["Skyddad identitet", "Skyddade personuppgifter", "Sekretessmarkering", "Protected"])
def test_a_column_that_says_who_is_protected_is_heard(later: Register, title: str) -> None:
    lines = f"Förnamn;Efternamn;{title}\nÅsa;Öberg;Ja\nBo;Ek;Nej\nCilla;Ask;\nDan;Alm;X\n"
    done = bring(later, lines, skip_bad_rows=True, mapping={title: None})
    assert [(one.row, one.column, "protected" in one.error.sentence) for one in done.errors] == [
        (2, title, True),
        (5, title, True),
    ]
    assert [person.given_name for person in people(later)] == ["Bo", "Cilla"]


@pytest.mark.parametrize(
    ("name", "rows", "good"),
    [("02_utf8_bom.csv", 10, 9), ("03_utf16le_tab.txt", 10, 9), ("13_sep_rad.csv", 3, 3), ("11_bara_rubrik.csv", 0, 0)],
)
def test_lists_are_read_whatever_their_encoding_and_delimiter(later: Register, name: str, rows: int, good: int) -> None:
    done = bring(later, listed(name), skip_bad_rows=True)
    assert (done.rows, done.created, done.matched, done.skipped, len(done.errors)) == (rows, good, 0, 0, rows - good)
    found = people(later)
    assert [person.given_name for person in found[:2]] == ["Hodan", "Åsa"][:rows]
    again = bring(later, listed(name), skip_bad_rows=True)
    assert (again.created, again.matched) == (0, good)


def test_title_rows_blank_rows_and_sums_are_left_out_and_a_protected_address_is_told(later: Register) -> None:
    done = bring(later, listed("01_excel_cp1252_titelrader.csv"), skip_bad_rows=True)
    assert done.rows == 7
    assert [(wrong.row, wrong.column) for wrong in done.errors] == [(9, "Adress")]
    assert "protected" in done.errors[0].error.sentence
    assert done.created == 6
    with later.reading() as uow:
        assert {case.enrolled_on for case in uow.session.query(Case)} == {
            date(2020, 2, 3),
            date(2020, 2, 10),
            date(2020, 2, 17),
            date(2020, 3, 2),
            date(2020, 3, 16),
            date(2020, 6, 1),
        }


def test_with_an_error_nothing_is_written(later: Register) -> None:
    done = bring(later, HEAD + "Anna;Ett;;;\nBo;Två;19980101-2388;;\n;Tre;;;\nDan;Fyra;;inget;\nEva;Fem;;;x;för mycket\n")
    assert (done.rows, done.created) == (5, 0)
    assert [(wrong.row, wrong.column) for wrong in done.errors] == [(3, "Personnummer"), (4, "Förnamn"), (5, "Mobil"), (6, "")]
    assert people(later) == []


def test_a_trial_writes_nothing_and_says_what_would_come(later: Register) -> None:
    done = bring(later, listed("13_sep_rad.csv"), dry_run=True)
    assert (done.created, done.dry_run) == (3, True)
    assert bring(later, listed("02_utf8_bom.csv"), dry_run=True).created == 0
    assert people(later) == []


def test_nobody_comes_twice(later: Register) -> None:
    row = "Åsa;Öberg;19870101-2380;070-174 06 05;\n"
    same = "ASA;Oberg;;0701740605;\n"
    done = bring(later, HEAD + row + row + same)
    assert (done.created, done.skipped) == (1, 2)
    assert bring(later, HEAD + same).matched == 1
    # The same name alone is no proof of the same person.
    assert bring(later, HEAD + "Åsa;Öberg;;;\n").created == 1


@pytest.mark.parametrize("name", ["06_mojibake.csv", "10_tom.csv", "12_binar.csv", "14_cvboxen_veckor.csv"])
def test_what_is_no_list_of_people_is_refused(later: Register, name: str) -> None:
    with pytest.raises(UserError):
        bring(later, listed(name))
    assert people(later) == []


def test_unknown_headings_are_told_and_a_mapping_makes_them_known(later: Register) -> None:
    content = "Vem;Nummer;Annat\nÅsa;19870101-2380;x\n"
    with pytest.raises(UserError, match="headings"):
        bring(later, content)
    done = bring(later, content, mapping={"Vem": "given_name", "Nummer": "identity_number", "Annat": None})
    assert done.created == 1
    assert done.ignored == ("Annat",)
    assert people(later)[0].identity_number == "198701012380"


def test_doubled_headings_and_rows_that_are_too_long_are_told(later: Register) -> None:
    done = bring(later, listed("09_okand_rubrik.csv"), skip_bad_rows=True)
    assert done.rows == 12
    assert [wrong.row for wrong in done.errors] == [13]
    assert done.ignored == ("anmärkning", "fnamn")


def test_a_workbook_is_read_and_formulas_are_words(later: Register) -> None:
    out = BytesIO()
    with Workbook(out, {"in_memory": True, "strings_to_formulas": False}) as book:
        sheet = book.add_worksheet("Deltagare")
        for at, title in enumerate(("Förnamn", "Efternamn", "Postnr", "Ort")):
            sheet.write_string(0, at, title)
        sheet.write_row(1, 0, ("=1+1", "<b>Öberg</b>", 72473, "Västerås"))
    done = bring(later, out.getvalue())
    assert done.created == 1
    person = people(later)[0]
    assert (person.given_name, person.family_name, person.postal_code) == ("=1+1", "<b>Öberg</b>", "72473")


def test_only_those_who_may_edit_people_bring_them_in(later: Register) -> None:
    with colleague(later, [Role.SUPERVISOR]) as supervisor, pytest.raises(NotAllowed):
        bring(supervisor, listed("02_utf8_bom.csv"))


@settings(max_examples=300)
@given(st.binary(max_size=400))
def test_any_bytes_are_refused_or_read(content: bytes) -> None:
    """In one process: that nothing of a damaged list is written is `tests/attacks/test_foreign_files.py`."""
    for start in (b"", b"PK\x03\x04", "Förnamn;Efternamn\n".encode()):
        with suppress(UserError):
            deque(sheet.read(start + content), maxlen=0)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2020-02-03", date(2020, 2, 3)),
        ("2020-6-1", date(2020, 6, 1)),
        ("20200309", date(2020, 3, 9)),
        ("10/2-20", date(2020, 2, 10)),
        ("16/3 2020", date(2020, 3, 16)),
        ("17.2.2020", date(2020, 2, 17)),
        ("2 mars 2020", date(2020, 3, 2)),
        ("12 Dec 2020", date(2020, 12, 12)),
        ("", None),
    ],
)
def test_days_are_read_as_people_write_them(typed: str, day: date | None) -> None:
    assert spellings.day(typed, field="day") == day


@pytest.mark.parametrize("typed", ["31/2 2020", "2020", "i går", "99999999", "1 xyz 2020", "2020-13-01"])
def test_what_is_no_day_is_refused(typed: str) -> None:
    with pytest.raises(UserError):
        spellings.day(typed, field="day")


def test_education_is_never_guessed() -> None:
    assert spellings.education("Förgymnasial < 9 år") is EducationLevel.SHORT_COMPULSORY
    assert spellings.education("Förgymnasial 9 år") is EducationLevel.COMPULSORY
    assert spellings.education("Eftergymnasial >= 2 år") is EducationLevel.NOT_STATED
    assert spellings.sex(" KVINNA ") is Sex.WOMAN
    with pytest.raises(UserError):
        spellings.education("Körkort B")
