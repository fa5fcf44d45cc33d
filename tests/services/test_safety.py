"""Introductions, chemicals with their data sheets, and keys: what must be there, what is refused, what has to be seen to."""

from datetime import date, timedelta
from io import BytesIO
from uuid import UUID

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobbpunkt import programmes, safety
from jobbpunkt.base.errors import InvalidInput, UserError
from jobbpunkt.base.words import Words
from jobbpunkt.new_district import copy_to_district
from jobbpunkt.people import details
from jobbpunkt.people.details import PersonData
from jobbpunkt.programmes import ProgrammeData
from jobbpunkt.register.opening import Register
from jobbpunkt.safety import ChemicalData, IntroductionData, NeedKind, ReceiptData
from jobbpunkt.safety.keys import back
from jobbpunkt.safety.sheets import MOST
from models.vocabulary import IntroductionKind, Protection

BEGUN, TODAY = date(2020, 2, 3), date(2020, 6, 15)
PRODUCT, ALONE = IntroductionKind.PRODUCT, IntroductionKind.LONE_WORK


@pytest.fixture
def group(register: Register) -> tuple[UUID, UUID]:
    """A programme and somebody who takes part."""
    with register.writing() as uow:
        programme = programmes.create(uow, ProgrammeData("Kvinna för Bäckby", "Bäckby")).record
        person = details.create(uow, PersonData("Amina", "Exempel")).record
        programmes.enrol(uow, programme, person, starts_on=BEGUN)
    return programme, person


def pdf() -> bytes:
    made = pikepdf.new()
    made.add_blank_page()
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def introduce(register: Register, group: tuple[UUID, UUID], kind: IntroductionKind, what: str, day: date) -> UUID:
    with register.writing() as uow:
        return safety.introduce(uow, group[0], IntroductionData(group[1], kind, what, day)).record


def test_an_introduction_says_to_what_by_whom_and_when(register: Register, group: tuple[UUID, UUID]) -> None:
    introduce(register, group, PRODUCT, "Sanitetsrent", BEGUN)
    introduce(register, group, ALONE, "", TODAY)
    with register.reading() as uow:
        lone, product = safety.introductions(uow, group[0])
    assert (lone.data.kind, product.data.what, product.data.given_on) == (ALONE, "Sanitetsrent", BEGUN)
    assert (product.by, product.name.text) == (register.user.name, "Amina Exempel")
    with register.writing() as uow:
        safety.change_introduction(uow, product.id, 1, IntroductionData(group[1], PRODUCT, "Kalkborttagning", BEGUN))
        safety.remove_introduction(uow, lone.id, 1)
    with register.reading() as uow:
        assert [one.data.what for one in safety.introductions(uow, group[0])] == ["Kalkborttagning"]


@pytest.mark.parametrize(
    ("what", "day", "field"),
    [
        ("Sanitetsrent", BEGUN - timedelta(1), "given_on"),
        ("Sanitetsrent", TODAY + timedelta(1), "given_on"),
        (" ", BEGUN, "what"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(
    register: Register, group: tuple[UUID, UUID], what: str, day: date, field: str
) -> None:
    with pytest.raises(InvalidInput) as refused:
        introduce(register, group, PRODUCT, what, day)
    assert refused.value.field == field


def test_a_data_sheet_is_kept_whole_and_a_newer_one_stands_first(register: Register, group: tuple[UUID, UUID]) -> None:
    with register.writing() as uow:
        product = safety.add_chemical(uow, group[0], ChemicalData("Sanitetsrent", "Exempel Kemi AB")).record
        first, second = pdf(), pdf() + b"\n"
        safety.keep_sheet(uow, product, second, dated_on=date(2020, 3, 1))
        safety.keep_sheet(uow, product, first, dated_on=date(2019, 3, 1))
    with register.reading() as uow:
        (seen,) = safety.chemicals(uow, group[0])
        assert seen.sheet is not None
        assert (seen.sheet.dated_on, safety.open_sheet(uow, seen.sheet.id)) == (date(2020, 3, 1), second)
    with pytest.raises(UserError, match="last day"), register.writing() as uow:
        safety.remove_chemical(uow, product, 1)


@pytest.mark.parametrize(
    ("content", "says"),
    [(b"", "cannot be read"), (b"\x89PNG\r\n", "cannot be read"), (b"%PDF-1.4 men inget mer", "cannot be read")],
)
def test_what_is_no_pdf_is_refused(register: Register, group: tuple[UUID, UUID], content: bytes, says: str) -> None:
    with register.writing() as uow:
        product = safety.add_chemical(uow, group[0], ChemicalData("Sanitetsrent")).record
    with pytest.raises(InvalidInput, match=says), register.writing() as uow:
        safety.keep_sheet(uow, product, content, dated_on=TODAY)
    with register.reading() as uow:
        assert safety.chemicals(uow, group[0])[0].sheet is None


def test_a_data_sheet_that_is_too_large_is_refused_with_its_size(register: Register, group: tuple[UUID, UUID]) -> None:
    with register.writing() as uow:
        product = safety.add_chemical(uow, group[0], ChemicalData("Sanitetsrent")).record
    with pytest.raises(InvalidInput, match="is kept"), register.writing() as uow:
        safety.keep_sheet(uow, product, pdf() + bytes(MOST), dated_on=TODAY)
    with pytest.raises(InvalidInput, match="Choose a day"), register.writing() as uow:
        safety.keep_sheet(uow, product, pdf(), dated_on=None)


def test_a_key_goes_out_and_comes_back(register: Register, group: tuple[UUID, UUID]) -> None:
    with register.writing() as uow:
        receipt = safety.hand_out(uow, group[0], ReceiptData(group[1], "Tvättstuga 14", date(2020, 5, 4))).record
    with register.writing() as uow, pytest.raises(InvalidInput, match="come back before"):
        safety.take_back(uow, receipt, 1, day=date(2020, 5, 3))
    with register.writing() as uow, pytest.raises(InvalidInput, match="not come yet"):
        safety.take_back(uow, receipt, 1, day=TODAY + timedelta(1))
    with register.writing() as uow:
        safety.take_back(uow, receipt, 1)
    with register.reading() as uow:
        (seen,) = safety.receipts(uow, group[0])
    assert (seen.data.returned_on, seen.by) == (TODAY, register.user.name)


@given(st.dates(BEGUN, TODAY + timedelta(9)), st.dates(BEGUN, TODAY + timedelta(9)))
def test_no_key_is_back_before_it_was_given_nor_on_a_day_to_come(given_on: date, returned: date) -> None:
    may = given_on <= returned <= TODAY
    try:
        assert back(given_on, returned, TODAY) == returned
    except InvalidInput:
        assert not may
    else:
        assert may


def test_what_has_to_be_seen_to_is_told(register: Register, group: tuple[UUID, UUID]) -> None:
    programme, person = group
    with register.writing() as uow:
        late = ReceiptData(person, "Källare 2", date(2020, 3, 2), due_on=date(2020, 6, 14))
        due_today = ReceiptData(person, "Soprum", date(2020, 3, 2), due_on=TODAY)
        safety.hand_out(uow, programme, late)
        safety.hand_out(uow, programme, due_today)
        safety.hand_out(uow, programme, ReceiptData(person, "Åter", date(2020, 3, 2), date(2020, 4, 1), date(2020, 4, 1)))
        safety.add_chemical(uow, programme, ChemicalData("Sanitetsrent"))
        safety.add_chemical(uow, programme, ChemicalData("Slut sedan länge", ended_on=date(2020, 3, 1)))
    with register.reading() as uow:
        assert [(one.kind, one.what) for one in safety.needs(uow, programme)] == [
            (NeedKind.KEY_LATE, "Källare 2"),
            (NeedKind.SHEET_MISSING, "Sanitetsrent"),
        ]
    with register.writing() as uow:
        (place,) = programmes.participants(uow, programme)
        programmes.change_participation(uow, place.id, place.version, starts_on=BEGUN, ends_on=date(2020, 6, 12))
    with register.reading() as uow:
        assert [(one.kind, one.what) for one in safety.needs(uow, programme)][:2] == [
            (NeedKind.KEY_LEFT_OUT, "Soprum"),
            (NeedKind.KEY_LATE, "Källare 2"),
        ]


def test_a_copy_takes_the_products_in_use_with_their_sheets(register: Register, group: tuple[UUID, UUID]) -> None:
    with register.writing() as uow:
        product = safety.add_chemical(uow, group[0], ChemicalData("Sanitetsrent", protection="Handskar")).record
        sheet = pdf()
        safety.keep_sheet(uow, product, sheet, dated_on=date(2020, 3, 1))
        safety.add_chemical(uow, group[0], ChemicalData("Slut", ended_on=date(2020, 3, 1)))
        other = copy_to_district(uow, group[0], ProgrammeData("Kvinna för Vallby", "Vallby")).record
    with register.reading() as uow:
        (copied,) = safety.chemicals(uow, other)
        assert (copied.data.protection, copied.sheet and copied.sheet.dated_on) == ("Handskar", date(2020, 3, 1))
        assert copied.sheet is not None
        assert safety.open_sheet(uow, copied.sheet.id) == sheet


def test_a_protected_person_stands_by_number_on_a_key_receipt(register: Register) -> None:
    with register.writing() as uow:
        programme = programmes.create(uow, ProgrammeData("Kvinna för Bäckby", "Bäckby")).record
        person = details.create(uow, PersonData("Hemlig", "Person", protection=Protection.CONFIDENTIALITY_MARKING)).record
        programmes.enrol(uow, programme, person, starts_on=BEGUN)
        receipt = safety.hand_out(uow, programme, ReceiptData(person, "Soprum", BEGUN)).record
    with register.reading() as uow:
        assert "Hemlig" not in safety.document(uow, receipt, Words("sv")).participant


def test_a_data_sheet_put_in_by_mistake_is_removed_and_the_one_before_stands_again(
    register: Register, group: tuple[UUID, UUID]
) -> None:
    with register.writing() as uow:
        product = safety.add_chemical(uow, group[0], ChemicalData("Sanitetsrent")).record
        safety.keep_sheet(uow, product, pdf(), dated_on=date(2019, 3, 1))
        wrong = safety.keep_sheet(uow, product, pdf(), dated_on=date(2020, 3, 1)).record
    with register.writing() as uow:
        assert not safety.remove_sheet(uow, wrong).undoable
    with register.reading() as uow:
        (seen,) = safety.chemicals(uow, group[0])
        assert seen.sheet is not None
        assert seen.sheet.dated_on == date(2019, 3, 1)
    with register.writing() as uow:
        safety.remove_sheet(uow, seen.sheet.id)
        safety.remove_chemical(uow, product, 1)
