"""Areas and tasks of a programme, and who is in its group on a day."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from jobbpunkt import programmes, work
from jobbpunkt.base.errors import InvalidInput, NotAllowed
from jobbpunkt.base.words import Words
from jobbpunkt.people import details
from jobbpunkt.people.details import PersonData
from jobbpunkt.printing import drawings
from jobbpunkt.programmes import ProgrammeData
from jobbpunkt.register import accounts, undo
from jobbpunkt.register.opening import Register
from jobbpunkt.work import AreaData, TaskData
from jobbpunkt.work.how_often import how_often
from models.account import User
from models.history import HistoryEntry
from models.vocabulary import AreaKind, HistoryAction, Protection, Role, Season, TaskPeriod
from tests.colleagues import colleague
from tests.documents.every import poppler_text
from tests.registers import NOW

TODAY = NOW.date()
STAIRS = AreaData(AreaKind.STAIRWELL, "Spinnargatan 2–14", "Bäckby")


def _programme(register: Register) -> UUID:
    with register.writing() as uow:
        return programmes.create(uow, ProgrammeData("Kvinna för Bäckby", "Bäckby")).record


def _names(register: Register, programme: UUID, day: date = TODAY) -> list[str]:
    with register.reading() as uow:
        return [member.name.text for member in work.group(uow, programme, day)]


def test_an_area_is_added_changed_ended_and_removed_with_its_own_tasks(register: Register) -> None:
    programme = _programme(register)
    with register.writing() as uow:
        area = work.add_area(uow, programme, STAIRS).record
        work.add_task(uow, programme, TaskData("Entré", "Sopad"), kind=AreaKind.STAIRWELL)
        work.add_task(uow, programme, TaskData("Hiss", "Torkad"), kind=AreaKind.STAIRWELL, area_id=area)
    with register.writing() as uow:
        ended = AreaData(AreaKind.STAIRWELL, "Spinnargatan 2–16", "Bäckby", ended_on=TODAY - timedelta(days=1))
        work.change_area(uow, area, 1, ended)
    with register.reading() as uow:
        (seen,) = work.areas(uow, programme)
        assert (seen.data.name, seen.used(TODAY), seen.used(TODAY - timedelta(days=1))) == ("Spinnargatan 2–16", False, True)
        assert [task.data.object for task in work.tasks_of_area(uow, area)] == ["Entré", "Hiss"]
    with register.writing() as uow:
        gone = work.remove_area(uow, area)
    with register.reading() as uow:
        assert work.areas(uow, programme) == ()
        assert [task.data.object for task in work.tasks(uow, programme)] == ["Entré"]
    with register.writing() as uow:
        undo.undo(uow, gone.transaction)
    with register.reading() as uow:
        assert [task.data.object for task in work.tasks_of_area(uow, area)] == ["Entré", "Hiss"]


def test_a_programme_has_no_two_areas_of_one_name_and_another_programme_may(register: Register) -> None:
    programme = _programme(register)
    with register.writing() as uow:
        area = work.add_area(uow, programme, STAIRS).record
        other = programmes.create(uow, ProgrammeData("Kvinna för Råby", "Råby")).record
        work.add_area(uow, other, STAIRS)
        work.change_area(uow, area, 1, STAIRS)
    with pytest.raises(InvalidInput) as refused, register.writing() as uow:
        work.add_area(uow, programme, AreaData(AreaKind.CELLAR, " SPINNARGATAN 2–14 "))
    assert refused.value.field == "name"
    with pytest.raises(InvalidInput), register.writing() as uow:
        work.add_area(uow, programme, AreaData(AreaKind.CELLAR, "  "))


def test_a_task_moves_within_its_kind_and_goes_from_everywhere_to_one_area(register: Register) -> None:
    programme = _programme(register)
    with register.writing() as uow:
        area = work.add_area(uow, programme, STAIRS).record
        first, second, last = (
            work.add_task(uow, programme, TaskData(what, "Sopat"), kind=AreaKind.STAIRWELL).record for what in "ABC"
        )
        work.add_task(uow, programme, TaskData("Källare", "Sopad"), kind=AreaKind.CELLAR)
    with register.writing() as uow:
        work.move_task(uow, last, up=True)
        work.move_task(uow, first, up=True)  # it is first already
    with register.reading() as uow:
        assert [task.data.object for task in work.tasks_of_area(uow, area)] == ["A", "C", "B"]
    with register.writing() as uow:
        work.change_task(uow, first, 1, TaskData("A", "Sopat"), kind=AreaKind.STAIRWELL, area_id=area)
    with register.reading() as uow:
        found = work.tasks_of_area(uow, area)
    assert [(task.data.object, task.area_id) for task in found] == [("C", None), ("B", None), ("A", area)]
    with register.writing() as uow:
        work.remove_task(uow, second)
    with register.reading() as uow:
        assert [task.data.object for task in work.tasks_of_area(uow, area)] == ["C", "A"]


@pytest.mark.parametrize("times", [0, -1, 32])
def test_a_task_is_done_at_least_once_in_its_period(register: Register, times: int) -> None:
    programme = _programme(register)
    with pytest.raises(InvalidInput) as refused, register.writing() as uow:
        work.add_task(uow, programme, TaskData("Golv", "Sopat", times), kind=AreaKind.CELLAR)
    assert refused.value.field == "times"


def test_the_group_of_a_day_is_who_takes_part_then_each_once_and_who_comes_later_apart(register: Register) -> None:
    programme = _programme(register)
    with register.writing() as uow:
        for name, first, last in (
            ("Åsa", TODAY, None),
            ("Bo", TODAY - timedelta(days=9), TODAY - timedelta(days=1)),
            ("Cia", TODAY - timedelta(days=9), TODAY),
            ("Dag", TODAY + timedelta(days=1), None),
        ):
            person = details.create(uow, PersonData(name)).record
            programmes.enrol(uow, programme, person, starts_on=first, ends_on=last)
            if name == "Cia":
                programmes.enrol(uow, programme, person, starts_on=TODAY)
    assert _names(register, programme) == ["Cia", "Åsa"] or _names(register, programme) == ["Åsa", "Cia"]
    assert _names(register, programme, TODAY - timedelta(days=1)) == ["Bo", "Cia"]
    with register.reading() as uow:
        assert [member.name.text for member in work.coming(uow, programme, TODAY)] == ["Dag"]
        assert [(one.name, one.members) for one in work.programmes(uow)] == [("Kvinna för Bäckby", 2)]


def test_a_supervisor_sees_names_and_never_that_of_a_protected_person(register: Register) -> None:
    programme = _programme(register)
    with register.writing() as uow:
        open_one = details.create(uow, PersonData("Åsa", "Öberg")).record
        hidden = details.create(uow, PersonData("Bo", "Hemlig")).record
        for person in (open_one, hidden):
            programmes.enrol(uow, programme, person, starts_on=TODAY)
        details.change(uow, hidden, 1, PersonData("Bo", "Hemlig", protection=Protection.CONFIDENTIALITY_MARKING))
    with colleague(register, (Role.SUPERVISOR,), ()) as supervisor, supervisor.reading() as uow:
        seen = work.group(uow, programme, TODAY)
        assert [(member.name.text, member.name.protected) for member in seen] == [("Åsa Öberg", False), ("", True)]
    with colleague(register, (Role.ADMINISTRATOR,), ()) as admin, admin.reading() as uow, pytest.raises(NotAllowed):
        work.group(uow, programme, TODAY)


@given(
    st.builds(
        TaskData, st.just("Golv"), st.just("Sopat"), st.integers(1, 31), st.sampled_from(TaskPeriod), st.sampled_from(Season)
    )
)
def test_how_often_says_number_and_season(task: TaskData) -> None:
    said = how_often(Words("sv"), task)
    assert (str(task.times) in said) == (task.times > 1 and task.per is not TaskPeriod.AS_NEEDED)
    assert ("sommaren" in said, "vintern" in said) == (task.season is Season.SUMMER, task.season is Season.WINTER)


def test_the_notice_tells_what_is_done_in_an_area_and_whom_to_call_and_is_noted(register: Register, words_sv: Words) -> None:
    programme = _programme(register)
    with register.writing() as uow:
        area = work.add_area(uow, programme, STAIRS).record
        work.add_task(uow, programme, TaskData("Fönster", "Putsade", 2, TaskPeriod.YEAR), kind=AreaKind.STAIRWELL)
        work.add_task(uow, programme, TaskData("Entré", "Sopad", 2), kind=AreaKind.STAIRWELL)
        work.add_task(uow, programme, TaskData("Källare", "Sopad"), kind=AreaKind.CELLAR)
        accounts.set_own_phone(uow, uow.get(User, uow.user.id).version, "070-174 06 92")
    with register.writing() as uow:
        drawing = drawings.notice(uow, area, words_sv)
        seen = [(entry.action, entry.record_id) for entry in uow.session.scalars(select(HistoryEntry))]
    told = poppler_text(drawing())
    assert "Här städar vi" in told
    assert (
        told.index("Varje vecka") < told.index("Entré – Sopad (2 ×)") < told.index("Varje år") < told.index("Fönster – Putsade")
    )
    assert "070-174 06 92" in told
    assert "Källare" not in told
    assert (HistoryAction.PRINTED, area) in seen


def test_an_area_named_by_a_number_of_another_script_is_listed(register: Register) -> None:
    with register.writing() as uow:
        programme = programmes.create(uow, ProgrammeData("Kvinna för Bäckby", "Bäckby")).record
        for name in ("፩", "٣", "Hus 10²", "²"):
            work.add_area(uow, programme, AreaData(AreaKind.STAIRWELL, name))
    with register.reading() as uow:
        assert len(work.areas(uow, programme)) == 4
