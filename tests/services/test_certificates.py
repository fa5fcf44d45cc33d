"""What a participant accepts of their work: only what was recorded, and nothing of why somebody was away."""

from datetime import date, time
from io import BytesIO
from uuid import UUID

import pytest
from pypdf import PdfReader
from sqlalchemy import text

from jobbpunkt import certificates, programmes, training, work
from jobbpunkt.base.errors import InvalidInput, Stale, UserError
from jobbpunkt.base.words import Words
from jobbpunkt.certificates import Line, LineKind, NewCertificate
from jobbpunkt.documents.certificate import render_certificate
from jobbpunkt.documents.setting import Setting
from jobbpunkt.people import details, notes
from jobbpunkt.people.details import PersonData
from jobbpunkt.programmes import ProgrammeData
from jobbpunkt.register import undo
from jobbpunkt.register.opening import Register
from jobbpunkt.register.vault import is_sealed
from jobbpunkt.work import AreaData, TaskData
from jobbpunkt.written import cvs
from jobbpunkt.written.versioned import NewWritten
from models.shift import Attendance, Shift, ShiftArea
from models.vocabulary import AreaKind, AttendanceMark, Protection, SkillLevel

BEGUN, TODAY = date(2020, 2, 3), date(2020, 6, 15)
WORDS = Words("sv")


@pytest.fixture
def group(register: Register) -> tuple[UUID, UUID]:
    """A programme, and somebody who has come some way in its training."""
    with register.writing() as uow:
        programme = programmes.create(uow, ProgrammeData("Kvinna för Bäckby", "Bäckby")).record
        person = details.create(uow, PersonData("Amina", "Exempel", identity_number="199010102383")).record
        programmes.enrol(uow, programme, person, starts_on=BEGUN)
        training.begin(uow, programme, WORDS)
        technique, methods, chemistry, ergonomics, *_ = training.units(uow, programme)
        training.note(uow, technique.id, person, SkillLevel.SEEN, day=date(2020, 2, 10))
        training.note(uow, technique.id, person, SkillLevel.ALONE, day=date(2020, 4, 21))
        training.note(uow, methods.id, person, SkillLevel.WITH_SUPPORT, day=date(2020, 3, 3))
        training.note(uow, chemistry.id, person, SkillLevel.SEEN, day=date(2020, 5, 5))
        training.note(uow, ergonomics.id, person, SkillLevel.NOT_RELEVANT, day=date(2020, 5, 5))
    return programme, person


def proposed(register: Register, group: tuple[UUID, UUID]) -> certificates.Proposed:
    with register.reading() as uow:
        return certificates.proposed(uow, group[1], group[0])


def accept(register: Register, group: tuple[UUID, UUID], *but: LineKind) -> UUID:
    lines = tuple(one.line for one in proposed(register, group).proposals if one.goes_in and one.line.kind not in but)
    with register.writing() as uow:
        return certificates.accept(uow, NewCertificate(group[1], group[0], lines, TODAY)).record


def said(register: Register, certificate: UUID, setting: Setting = Setting()) -> str:  # noqa: B008 - frozen
    with register.writing() as uow:
        data = certificates.document(uow, certificate, WORDS)
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(render_certificate(data, setting))).pages).split())


def test_only_what_was_recorded_is_proposed(register: Register, group: tuple[UUID, UUID]) -> None:
    found = proposed(register, group)
    assert [(one.line.kind, one.line.what, one.goes_in) for one in found.proposals] == [
        (LineKind.PERIOD, "", True),
        (LineKind.TRAINING, "Arbetsteknik", True),
        (LineKind.TRAINING, "Metoder", True),
        (LineKind.TRAINING, "Kemi", False),
    ]
    assert found.proposals[1].line.first == date(2020, 4, 21)
    assert LineKind.HOURS in found.missing


def test_what_was_accepted_stands_on_paper_and_nothing_else(register: Register, group: tuple[UUID, UUID]) -> None:
    paper = said(register, accept(register, group))
    for one in (
        "Intyg om arbetsträning",
        "Amina Exempel",
        "född 10 oktober 1990",
        "Arbetsteknik",
        "21 april 2020",
        "3 februari 2020",
    ):
        assert one in paper
    for one in ("Kemi", "Ergonomi", "2383", "timmar", "Omfattning", "besiktning", "yrkesbevis", "anställd"):
        assert one.casefold() not in paper.casefold()


def test_nothing_of_absence_illness_or_notes_is_on_the_paper(register: Register, group: tuple[UUID, UUID]) -> None:
    planted = ("Kvarnstensjuk", "Frånvarande", "Vabbdag", "Försörjningsstöd", "Berömvärd")
    with register.writing() as uow:
        for word in planted:
            notes.add(uow, group[1], f"{word} i måndags")
        known = details.details(uow, group[1])
        details.change(
            uow,
            group[1],
            known.version,
            PersonData("Amina", "Exempel", identity_number="199010102383", contact_note="Kvarnstensjuk", own_goal="Berömvärd"),
        )
    paper = said(register, accept(register, group)).casefold()
    for word in planted:
        assert word.casefold() not in paper
    assert "sjuk" not in paper


def test_hours_and_places_are_of_the_shifts_one_was_present_at_and_why_one_was_away_is_nowhere(
    register: Register, group: tuple[UUID, UUID]
) -> None:
    programme, person = group
    with register.writing() as uow:
        cellar = work.add_area(uow, programme, AreaData(AreaKind.CELLAR, "Källaren")).record
        laundry = work.add_area(uow, programme, AreaData(AreaKind.LAUNDRY, "Sjukstugans tvättstuga")).record
        work.add_task(uow, programme, TaskData("Gångar", "Sopade"), kind=AreaKind.CELLAR)
        work.add_task(uow, programme, TaskData("Maskiner", "Avtorkade"), kind=AreaKind.LAUNDRY)
        for day, area, mark in (
            (date(2020, 5, 11), cellar, AttendanceMark.PRESENT),
            (date(2020, 5, 12), laundry, AttendanceMark.SICK),
            (date(2020, 5, 13), laundry, AttendanceMark.UNEXCUSED),
        ):
            shift = uow.add(Shift(programme_id=programme, day=day, starts=time(8), ends=time(11, 30), cancelled=False)).id
            uow.flush()
            uow.add(ShiftArea(shift_id=shift, area_id=area))
            here = 210 if mark is AttendanceMark.PRESENT else 0
            uow.add(Attendance(shift_id=shift, person_id=person, mark=mark, minutes=here, note="Kvarnstensjuk"))
    told = [(one.line.kind, one.line.what, one.line.amount) for one in proposed(register, group).proposals]
    assert (LineKind.HOURS, "", 3.5) in told
    assert (LineKind.PLACE, "Källaren", None) in told
    assert (LineKind.TASK, "Gångar: Sopade", None) in told
    paper = said(register, accept(register, group)).casefold()
    assert "3,5" in paper
    for word in ("sjuk", "maskiner", "frånvar", "kvarnsten", "12 maj", "13 maj"):
        assert word not in paper


def test_what_somebody_says_no_to_stays_out(register: Register, group: tuple[UUID, UUID]) -> None:
    assert "februari" not in said(register, accept(register, group, LineKind.PERIOD))


def test_a_line_that_the_register_does_not_hold_is_refused(register: Register, group: tuple[UUID, UUID]) -> None:
    for lines, kind in (
        ((Line(LineKind.HOURS, amount=4000),), Stale),
        ((Line(LineKind.TRAINING, "Yrkesbevis", first=BEGUN),), Stale),
        ((), InvalidInput),
    ):
        with pytest.raises(kind), register.writing() as uow:
            certificates.accept(uow, NewCertificate(group[1], group[0], lines, TODAY))
    good = proposed(register, group).proposals[0].line
    with pytest.raises(InvalidInput, match="not come yet"), register.writing() as uow:
        certificates.accept(uow, NewCertificate(group[1], group[0], (good,), date(2020, 6, 16)))


def test_what_was_accepted_stays_as_it_was_and_says_who_wrote_it_down(register: Register, group: tuple[UUID, UUID]) -> None:
    certificate = accept(register, group)
    with register.writing() as uow:
        methods = training.units(uow, group[0])[1]
        training.note(uow, methods.id, group[1], SkillLevel.ALONE)
    assert "3 mars 2020" in said(register, certificate)
    again = accept(register, group)
    with register.reading() as uow:
        seen = certificates.of_person(uow, group[1])
    assert [(one.id, one.accepted_on, one.by) for one in seen] == [
        (again, TODAY, register.user.name),
        (certificate, TODAY, register.user.name),
    ]
    with register.writing() as uow:
        taken = certificates.withdraw(uow, again, 1)
    with register.writing() as uow:
        undo.undo(uow, taken.transaction)
    assert "15 juni 2020" in said(register, again)


def test_accepted_work_becomes_the_first_post_of_a_cv_once(register: Register, group: tuple[UUID, UUID]) -> None:
    job = {"position": "Sömmerska", "name": "Aleppo Textil", "startDate": "2009"}
    with register.writing() as uow:
        cv = cvs.create(uow, NewWritten(group[1], "Städ"), {"basics": {"name": "Amina Exempel"}, "work": [job]}).record
    for _ in range(2):
        certificate = accept(register, group)
        with register.writing() as uow:
            certificates.into_cv(uow, certificate, cv, WORDS)
    with register.writing() as uow:
        view = cvs.get(uow, cv)
    assert view.latest == 2
    post, other = view.content["work"]
    assert other == job
    assert post == {
        "position": "Arbetsträning",
        "name": "Kvinna för Bäckby, Bostads AB Mimer",
        "startDate": "2020-02-03",
        "highlights": ["Utbildning: Arbetsteknik, Metoder"],
    }


def test_a_cv_in_another_language_gets_the_words_of_that_language(register: Register, group: tuple[UUID, UUID]) -> None:
    with register.writing() as uow:
        cv = cvs.create(uow, NewWritten(group[1], "Cleaning", "en"), {"basics": {"name": "Amina Exempel"}}).record
    certificate = accept(register, group)
    with register.writing() as uow:
        certificates.into_cv(uow, certificate, cv, WORDS)
    with register.writing() as uow:
        assert cvs.get(uow, cv).content["work"][0]["position"] == "Work training"


def test_a_protected_person_s_certificate_is_sealed_and_opened_with_the_key(register: Register, group: tuple[UUID, UUID]) -> None:
    certificate = accept(register, group)
    with register.writing() as uow:
        known = details.details(uow, group[1])
        protected = PersonData("Amina", "Exempel", protection=Protection.CONFIDENTIALITY_MARKING)
        details.change(uow, group[1], known.version, protected)
    with register.reading() as uow:
        assert is_sealed(uow.session.scalars(text("SELECT content FROM certificate")).one())
    assert "Amina Exempel" in said(register, certificate)


def test_who_takes_no_part_has_nothing_to_certify(register: Register, group: tuple[UUID, UUID]) -> None:
    with register.writing() as uow:
        stranger = details.create(uow, PersonData("Någon", "Annan")).record
    with pytest.raises(UserError, match="nothing to certify"):
        proposed(register, (group[0], stranger))


def test_no_paper_is_shown_of_who_takes_no_part(register: Register, group: tuple[UUID, UUID]) -> None:
    with register.writing() as uow:
        other = details.create(uow, PersonData("Bahar", "Exempel")).record
    with pytest.raises(UserError, match="does not take part"), register.writing() as uow:
        certificates.preview(uow, NewCertificate(other, group[0], (), TODAY), WORDS)
