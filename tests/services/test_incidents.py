"""What was seen week by week: numbers of categories, of districts alone, with room for no name."""

from datetime import date

import pytest
from sqlalchemy import String, Text

from jobbpunkt import incidents, places
from jobbpunkt.base.errors import InvalidInput, NotFound, UserError
from jobbpunkt.places import PlaceData
from jobbpunkt.register import undo
from jobbpunkt.register.opening import Register
from models.incident import IncidentCount
from models.types import Worded
from models.vocabulary import IncidentCategory, PlaceKind

WEDNESDAY, MONDAY = date(2020, 5, 6), date(2020, 5, 4)
SEEN = {IncidentCategory.GATHERING: 3, IncidentCategory.BURGLARY: 0}


def test_the_table_has_no_person_and_no_room_for_words() -> None:
    table = IncidentCount.__table__
    assert {key.target_fullname for key in table.foreign_keys} == {"place.id"}
    assert not [column.name for column in table.columns if "person" in column.name or "user" in column.name]
    words = [column.name for column in table.columns if isinstance(column.type, Text | Worded)]
    assert words == [], "a free text invites names"
    assert [column.name for column in table.columns if isinstance(column.type, String)] in ([], ["category"])


def test_a_week_is_noted_once_and_put_right(register: Register) -> None:
    with register.writing() as uow:
        place = places.create(uow, PlaceData("Bäckby")).record
        incidents.note(uow, place, WEDNESDAY, SEEN)
    with register.writing() as uow:
        incidents.note(uow, place, MONDAY, {IncidentCategory.GATHERING: 4, IncidentCategory.OTHER: 1})
    with register.reading() as uow:
        (week,) = incidents.weeks(uow, first=MONDAY, last=MONDAY)
        (total,) = incidents.totals(uow, first=date(2020, 1, 1), last=date(2020, 12, 31))
    assert (week.place, week.week) == ("Bäckby", MONDAY)
    assert week.counts == {IncidentCategory.GATHERING: 4, IncidentCategory.OTHER: 1}, "what is emptied is not recorded, not zero"
    assert total.counts[IncidentCategory.BURGLARY] is None
    assert (total.weeks, total.counts[IncidentCategory.GATHERING]) == (1, 4)


def test_a_week_is_removed_and_comes_back(register: Register) -> None:
    with register.writing() as uow:
        place = places.create(uow, PlaceData("Bäckby")).record
        incidents.note(uow, place, MONDAY, SEEN)
    with register.writing() as uow:
        change = incidents.remove(uow, place, MONDAY)
    with register.reading() as uow:
        assert incidents.weeks(uow, first=MONDAY, last=MONDAY) == ()
    with register.writing() as uow, pytest.raises(NotFound):
        incidents.remove(uow, place, MONDAY)
    with register.writing() as uow:
        undo.undo(uow, change.transaction)
    with register.reading() as uow:
        assert incidents.weeks(uow, first=MONDAY, last=MONDAY)[0].counts == SEEN


def test_what_cannot_be_is_refused(register: Register) -> None:
    with register.writing() as uow:
        place = places.create(uow, PlaceData("Bäckby")).record
        kollage = places.create(uow, PlaceData("Kollage", PlaceKind.MEETING_PLACE)).record
        with pytest.raises(InvalidInput, match="Choose a district"):
            incidents.note(uow, kollage, MONDAY, SEEN)
        with pytest.raises(InvalidInput) as refused:
            incidents.note(uow, place, MONDAY, {IncidentCategory.BURGLARY: -1})
        assert refused.value.field == "burglary"
        with pytest.raises(InvalidInput, match="at least one number"):
            incidents.note(uow, place, MONDAY, {})


def test_a_place_of_which_something_was_reported_stays(register: Register) -> None:
    with register.writing() as uow:
        place = places.create(uow, PlaceData("Bäckby")).record
        other = places.create(uow, PlaceData("Råby")).record
        incidents.note(uow, place, MONDAY, SEEN)
        with pytest.raises(InvalidInput, match="already"):
            places.create(uow, PlaceData("bäckby"))
    with register.writing() as uow, pytest.raises(UserError, match="stays"):
        places.remove(uow, place, 1)
    with register.writing() as uow:
        places.change(uow, other, 1, PlaceData("Råby centrum", PlaceKind.MEETING_PLACE, "Råby", "Mimer", "Möten"))
        assert [row.data.name for row in places.rows(uow)] == ["Bäckby", "Råby centrum"]
        assert [name for _, name in places.districts(uow)] == ["Bäckby"]
    with register.writing() as uow:
        places.remove(uow, other, 2)
