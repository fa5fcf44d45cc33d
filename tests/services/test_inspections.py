"""Inspections: frozen points, remarks looked at again, the months of group and suppliers, and what passed in the end."""

from collections.abc import Callable
from datetime import date, datetime, time
from itertools import pairwise
from typing import TypeVar
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobbpunkt import inspections, programmes, work
from jobbpunkt.base.clock import instant
from jobbpunkt.base.errors import InvalidInput, NotFound, UserError
from jobbpunkt.foreign.picture import Picture
from jobbpunkt.inspections import InspectionHead, Remark, Spot
from jobbpunkt.inspections.scores import Held, Score, by_month, score
from jobbpunkt.programmes import ProgrammeData
from jobbpunkt.register import undo
from jobbpunkt.register.opening import Register
from jobbpunkt.register.unit_of_work import Reading, Writing
from jobbpunkt.work import AreaData, TaskData
from models.vocabulary import AreaKind, InspectionKind, PointVerdict, TaskPeriod

GOOD, BAD, NOT_NOW = PointVerdict.PASSED, PointVerdict.REMARKED, PointVerdict.NOT_RELEVANT
FLOOR, RAIL = TaskData("Golv", "Våtmoppat"), TaskData("Räcke", "Avtorkat", 1, TaskPeriod.MONTH)
SPARE = TaskData("Barnvagnsrum", "Sopat")
T = TypeVar("T")
TINY = Picture(b"\xff\xd8tiny", 4, 3)


def held(day: date = date(2020, 5, 12), supplier: str = "") -> InspectionHead:
    return InspectionHead(InspectionKind.INSPECTION, instant(day, time(9)), "Handledare Exempel", supplier)


class Ground:
    """A programme with one stairwell, whose kind has two tasks and it alone a third."""

    def __init__(self, register: Register) -> None:
        self.register = register
        with register.writing() as uow:
            self.programme = programmes.create(uow, ProgrammeData("Kvinna för Bäckby", "Bäckby")).record
            self.area = work.add_area(uow, self.programme, AreaData(AreaKind.STAIRWELL, "Spinnargatan 6")).record
            for task in (FLOOR, RAIL):
                work.add_task(uow, self.programme, task, kind=AreaKind.STAIRWELL)
            work.add_task(uow, self.programme, SPARE, kind=AreaKind.STAIRWELL, area_id=self.area)

    def begin(self, head: InspectionHead | None = None, spot: Spot | None = None) -> UUID:
        with self.register.writing() as uow:
            return inspections.begin(uow, self.programme, spot or Spot(self.area), head or held()).record

    def judge(self, inspection: UUID, *verdicts: PointVerdict | None, fault: str = "Fläckar") -> None:
        with self.register.writing() as uow:
            for point, verdict in zip(inspections.view(uow, inspection).points, verdicts, strict=True):
                version = point.version
                inspections.judge(uow, point.id, verdict)
                if verdict is BAD and fault:
                    now = inspections.view(uow, inspection).points
                    version = next(one.version for one in now if one.id == point.id)
                    due = Remark(fault, "Torkas", date(2020, 12, 31), is_again=True)
                    inspections.remark(uow, point.id, version, due)

    def finish(self, inspection: UUID, *verdicts: PointVerdict | None) -> UUID:
        self.judge(inspection, *verdicts)
        with self.register.writing() as uow:
            inspections.close(uow, inspection, inspections.view(uow, inspection).version)
        return inspection

    def look_again(self, inspection: UUID, *verdicts: PointVerdict, day: date = date(2020, 5, 20)) -> UUID:
        with self.register.writing() as uow:
            again = inspections.begin_again(uow, inspection, held(day)).record
        return self.finish(again, *verdicts)

    def read(self, work: Callable[[Reading], T]) -> T:
        with self.register.reading() as uow:
            return work(uow)

    def write(self, work: Callable[[Writing], T]) -> T:
        with self.register.writing() as uow:
            return work(uow)


@pytest.fixture
def ground(register: Register) -> Ground:
    return Ground(register)


def test_points_are_those_of_the_day(ground: Ground) -> None:
    key = ground.begin()
    with ground.register.writing() as uow:
        for task in work.tasks(uow, ground.programme):
            work.remove_task(uow, task.id)
    seen = ground.read(lambda uow: inspections.view(uow, key))
    assert [point.task for point in seen.points] == [FLOOR, RAIL, SPARE]
    assert (seen.place, seen.area_kind, seen.checklist, seen.left) == ("Spinnargatan 6", AreaKind.STAIRWELL, 1, 3)


def test_the_same_list_keeps_its_number_and_another_gets_the_next(ground: Ground) -> None:
    first, supplier = ground.begin(), ground.begin(held(supplier="Trapp & Fönster AB"), Spot(place="Storgatan 1"))
    with ground.register.writing() as uow:
        added = work.add_task(uow, ground.programme, TaskData("Hiss", "Golv"), kind=AreaKind.STAIRWELL)
    changed = ground.begin()
    ground.write(lambda uow: work.remove_task(uow, added.record))
    begun = (first, supplier, changed, ground.begin())
    rows = {row.id: row.checklist for row in ground.read(lambda uow: inspections.rows(uow, ground.programme))}
    numbers = [rows[key] for key in begun]
    assert numbers == [1, 1, 2, 1]


def test_a_place_elsewhere_has_the_common_points_only(ground: Ground) -> None:
    key = ground.begin(held(supplier=" Trapp & Fönster AB "), Spot(place="Storgatan 1", kind=AreaKind.STAIRWELL))
    seen = ground.read(lambda uow: inspections.view(uow, key))
    assert ([point.task for point in seen.points], seen.head.supplier) == ([FLOOR, RAIL], "Trapp & Fönster AB")
    assert ground.read(inspections.suppliers) == ("Trapp & Fönster AB",)


def test_a_supplier_is_noted_once(ground: Ground) -> None:
    ground.begin(held(supplier="Trapp AB"))
    ground.begin(held(supplier="TRAPP AB"))
    assert ground.read(inspections.suppliers) == ("Trapp AB",)


@pytest.mark.parametrize(
    ("spot", "head", "field"),
    [
        (Spot(place=" "), held(), "place"),
        (Spot(place="Här"), held(date(2031, 1, 1)), "held_at"),
        (Spot(place="Här"), InspectionHead(InspectionKind.OWN_CHECK, instant(date(2020, 1, 2)), " "), "inspector"),
    ],
)
def test_what_cannot_be_says_so_at_its_field(ground: Ground, spot: Spot, head: InspectionHead, field: str) -> None:
    with pytest.raises(InvalidInput) as error:
        ground.begin(head, spot)
    assert error.value.field == field
    assert ground.read(lambda uow: inspections.rows(uow, ground.programme)) == ()


def test_where_nothing_is_to_be_done_nothing_is_inspected(ground: Ground) -> None:
    with pytest.raises(UserError, match="Add the tasks"):
        ground.begin(spot=Spot(place="Källaren", kind=AreaKind.CELLAR))


def test_a_new_remark_is_due_in_a_week_and_looked_at_again(ground: Ground) -> None:
    key = ground.begin()
    ground.judge(key, BAD, None, None, fault="")
    seen = ground.read(lambda uow: inspections.view(uow, key))
    assert seen.points[0].remark == Remark("", "", date(2020, 5, 19), is_again=True)


def test_what_was_written_of_a_remark_stays_behind_another_verdict(ground: Ground) -> None:
    key = ground.begin()
    ground.judge(key, BAD, None, None)
    ground.judge(key, GOOD, None, None)
    point = ground.read(lambda uow: inspections.view(uow, key)).points[0]
    assert (point.verdict, point.remark.fault) == (GOOD, "Fläckar")


@pytest.mark.parametrize(
    "remark",
    [Remark("Damm", "", None, is_again=True), Remark("Damm", "", date(2020, 5, 11)), Remark("Damm", "", date(20, 5, 11))],
)
def test_a_day_that_cannot_be_is_refused_at_its_field(ground: Ground, remark: Remark) -> None:
    key = ground.begin()
    point = ground.read(lambda uow: inspections.view(uow, key)).points[0]
    with pytest.raises(InvalidInput) as error:
        ground.write(lambda uow: inspections.remark(uow, point.id, point.version, remark))
    assert error.value.field == "due_on"


def test_it_is_finished_when_every_point_is_judged(ground: Ground) -> None:
    key = ground.begin()
    ground.judge(key, GOOD, NOT_NOW, None)
    with pytest.raises(UserError, match="not judged yet"):
        ground.finish(key, GOOD, NOT_NOW, None)
    with pytest.raises(UserError, match="what is wrong"):
        ground.write(lambda uow: _close_without_words(uow, key))
    ground.finish(key, GOOD, NOT_NOW, BAD)
    seen = ground.read(lambda uow: inspections.view(uow, key))
    assert (seen.closed_at is not None, seen.score) == (True, Score(1, 2))
    for work_on in (
        lambda uow: inspections.judge(uow, seen.points[0].id, BAD),
        lambda uow: inspections.remark(uow, seen.points[0].id, seen.points[0].version, Remark("Sent")),
        lambda uow: inspections.change(uow, key, seen.version, held()),
        lambda uow: inspections.remove(uow, key),
        lambda uow: inspections.add_photo(uow, seen.points[0].id, TINY),
        lambda uow: inspections.close(uow, key, seen.version),
    ):
        with pytest.raises(UserError, match="finished"):
            ground.write(work_on)


def _close_without_words(uow: Writing, key: UUID) -> None:
    inspections.judge(uow, inspections.view(uow, key).points[2].id, BAD)
    inspections.close(uow, key, inspections.view(uow, key).version)


def test_it_is_corrected_with_a_reason_that_stands_on_it(ground: Ground) -> None:
    key = ground.finish(ground.begin(), GOOD, GOOD, GOOD)
    version = ground.read(lambda uow: inspections.view(uow, key)).version
    with pytest.raises(InvalidInput):
        ground.write(lambda uow: inspections.reopen(uow, key, version, " "))
    ground.write(lambda uow: inspections.reopen(uow, key, version, "Fel trapphus"))
    seen = ground.read(lambda uow: inspections.view(uow, key))
    assert (seen.closed_at, seen.correction, seen.corrected_on is not None) == (None, "Fel trapphus", True)
    with pytest.raises(UserError, match="open already"):
        ground.write(lambda uow: inspections.reopen(uow, key, seen.version, "Igen"))


def test_remarks_are_looked_at_again(ground: Ground) -> None:
    first = ground.finish(ground.begin(), BAD, GOOD, BAD)
    waiting = ground.read(lambda uow: inspections.again(uow, ground.programme))
    assert [(one.place, one.objects, one.due_on) for one in waiting] == [
        ("Spinnargatan 6", ("Golv", "Barnvagnsrum"), date(2020, 12, 31))
    ]
    second = ground.look_again(first, GOOD, BAD)
    seen = ground.read(lambda uow: inspections.view(uow, second))
    assert ([point.task for point in seen.points], seen.follows_on) == ([FLOOR, SPARE], date(2020, 5, 12))
    waiting = ground.read(lambda uow: inspections.again(uow, ground.programme))
    assert [(one.inspection_id, one.objects) for one in waiting] == [(second, ("Barnvagnsrum",))]
    ground.look_again(second, GOOD, day=date(2020, 5, 28))
    assert ground.read(lambda uow: inspections.again(uow, ground.programme)) == ()
    with pytest.raises(UserError, match="No remark"):
        ground.look_again(first)


def test_one_does_not_look_again_before_one_looked(ground: Ground) -> None:
    first = ground.finish(ground.begin(), BAD, GOOD, GOOD)
    with pytest.raises(InvalidInput) as error:
        ground.look_again(first, GOOD, day=date(2020, 5, 11))
    assert error.value.field == "held_at"


def test_what_waits_is_told_when_it_is_due(ground: Ground) -> None:
    ground.finish(ground.begin(), BAD, GOOD, GOOD)
    open_one = ground.begin()
    early = ground.read(lambda uow: inspections.needs(uow, ground.programme, date(2020, 12, 30)))
    late = ground.read(lambda uow: inspections.needs(uow, ground.programme, date(2020, 12, 31)))
    assert ([row.id for row in early.unfinished], early.again) == ([open_one], ())
    assert [one.place for one in late.again] == ["Spinnargatan 6"]


def test_months_compare_by_the_common_points_of_finished_inspections(ground: Ground) -> None:
    first = ground.finish(ground.begin(), BAD, GOOD, BAD)
    ground.look_again(first, GOOD, GOOD)
    ground.finish(ground.begin(held(date(2020, 3, 31))), GOOD, NOT_NOW, GOOD)
    ground.finish(ground.begin(held(date(2020, 5, 31), "Trapp AB"), Spot(place="Storgatan 1")), BAD, BAD)
    ground.judge(ground.begin(held(date(2020, 6, 1))), GOOD, GOOD, None)
    found = ground.read(lambda uow: inspections.months(uow, ground.programme, AreaKind.STAIRWELL, 1))
    told = [(m.first.month, m.group.score, m.group.inspections, m.suppliers.score, m.suppliers.inspections) for m in found]
    assert told == [
        (3, Score(1, 1), 1, Score(0, 0), 0),
        (4, Score(0, 0), 0, Score(0, 0), 0),
        (5, Score(1, 2), 1, Score(0, 2), 1),
    ]
    assert ground.read(lambda uow: inspections.months(uow, ground.programme, AreaKind.STAIRWELL, 2)) == ()


def test_what_passed_counts_remarks_that_were_settled(ground: Ground) -> None:
    first = ground.finish(ground.begin(), BAD, GOOD, NOT_NOW)
    ground.finish(ground.begin(held(date(2020, 6, 1))), GOOD, GOOD, GOOD)
    ground.finish(ground.begin(held(date(2020, 6, 1), "Trapp AB"), Spot(place="Storgatan 1")), GOOD, GOOD)

    def passed() -> list[tuple[int, int]]:
        found = ground.read(lambda uow: inspections.passed_of(uow, ground.programme, date(2020, 5, 12), date(2020, 6, 1)))
        return [(one.day.month, one.points) for one in found]

    assert passed() == [(6, 3)]
    second = ground.look_again(first, BAD)
    assert passed() == [(6, 3)]
    third = ground.write(lambda uow: inspections.begin_again(uow, second, held(date(2020, 5, 28)))).record
    ground.judge(third, GOOD)
    assert passed() == [(6, 3)], "what is not finished may still be changed"
    ground.write(lambda uow: inspections.close(uow, third, ground.read(lambda look: inspections.view(look, third)).version))
    assert passed() == [(5, 2), (6, 3)]


def test_photos_are_kept_counted_and_removed(ground: Ground) -> None:
    key = ground.begin()
    point = ground.read(lambda uow: inspections.view(uow, key)).points[0].id
    photos = [ground.write(lambda uow: inspections.add_photo(uow, point, TINY)).record for _ in range(4)]
    with pytest.raises(InvalidInput, match="no room"):
        ground.write(lambda uow: inspections.add_photo(uow, point, TINY))
    assert ground.read(lambda uow: inspections.photo(uow, photos[0])) == TINY.jpeg
    ground.write(lambda uow: inspections.remove_photo(uow, photos[0]))
    seen = ground.read(lambda uow: inspections.view(uow, key)).points[0]
    assert [photo.id for photo in seen.photos] == photos[1:]
    with pytest.raises(NotFound):
        ground.read(lambda uow: inspections.photo(uow, photos[0]))


def test_one_begun_by_mistake_is_removed_and_comes_back(ground: Ground) -> None:
    key = ground.begin()
    change = ground.write(lambda uow: inspections.remove(uow, key))
    assert ground.read(lambda uow: inspections.rows(uow, ground.programme)) == ()
    ground.write(lambda uow: undo.undo(uow, change.transaction))
    assert len(ground.read(lambda uow: inspections.view(uow, key)).points) == 3


def test_one_with_photos_is_removed_for_good(ground: Ground) -> None:
    key = ground.begin()
    point = ground.read(lambda uow: inspections.view(uow, key)).points[0].id
    ground.write(lambda uow: inspections.add_photo(uow, point, TINY))
    assert not ground.write(lambda uow: inspections.remove(uow, key)).undoable


def test_one_that_was_looked_at_again_stays(ground: Ground) -> None:
    first = ground.finish(ground.begin(), BAD, GOOD, GOOD)
    ground.look_again(first, GOOD)
    version = ground.read(lambda uow: inspections.view(uow, first)).version
    ground.write(lambda uow: inspections.reopen(uow, first, version, "Rättelse"))
    with pytest.raises(UserError, match="looked at again"):
        ground.write(lambda uow: inspections.remove(uow, first))


VERDICTS = st.sampled_from([GOOD, BAD, NOT_NOW, None])
DAYS = st.dates(date(2019, 1, 1), date(2021, 12, 31))
SCORES = st.builds(lambda a, b: Score(min(a, b), max(a, b)), st.integers(0, 9), st.integers(0, 9))


@given(st.lists(VERDICTS))
def test_a_score_counts_what_was_judged(verdicts: list[PointVerdict | None]) -> None:
    told = score(verdicts)
    assert (told.passed, told.remarked) == (verdicts.count(GOOD), verdicts.count(BAD))
    assert (told.share is None) == (GOOD not in verdicts and BAD not in verdicts)
    assert told.share is None or 0 <= told.share <= 100


@given(st.lists(st.builds(Held, DAYS, st.booleans(), SCORES)))
def test_months_lose_and_invent_nothing(found: list[Held]) -> None:
    months = by_month(found)
    for of_group in (True, False):
        sides = [month.group if of_group else month.suppliers for month in months]
        mine = [one for one in found if one.of_group is of_group]
        assert sum(side.inspections for side in sides) == len(mine)
        assert sum(side.score.judged for side in sides) == sum(one.score.judged for one in mine)
        assert sum(side.score.passed for side in sides) == sum(one.score.passed for one in mine)
        assert all(side.share is None for side in sides if not side.inspections)
    firsts = [month.first for month in months]
    assert firsts == sorted(set(firsts))
    assert all((b.year * 12 + b.month) - (a.year * 12 + a.month) == 1 for a, b in pairwise(firsts))
    if found:
        days = [one.day for one in found]
        assert (firsts[0], firsts[-1]) == (min(days).replace(day=1), max(days).replace(day=1))


def test_an_inspection_late_in_the_evening_belongs_to_its_swedish_month(ground: Ground) -> None:
    late = InspectionHead(InspectionKind.INSPECTION, instant(date(2020, 5, 31), time(23, 45)), "Åsa")
    assert late.held_at < datetime.fromisoformat("2020-05-31T22:00:00+00:00")
    ground.finish(ground.begin(late), GOOD, GOOD, GOOD)
    (month,) = ground.read(lambda uow: inspections.months(uow, ground.programme, AreaKind.STAIRWELL, 1))
    assert month.first == date(2020, 5, 1)


def test_a_day_put_right_keeps_the_order_in_which_one_looked(ground: Ground) -> None:
    first = ground.finish(ground.begin(), GOOD, GOOD, BAD)
    again = ground.look_again(first, GOOD)
    for inspection, wrong in ((again, date(2020, 5, 4)), (first, date(2020, 6, 1))):
        ground.write(lambda uow, i=inspection: inspections.reopen(uow, i, inspections.view(uow, i).version, "Fel dag"))  # type: ignore[misc]
        with pytest.raises(InvalidInput) as caught, ground.register.writing() as uow:
            inspections.change(uow, inspection, inspections.view(uow, inspection).version, held(wrong))
        assert caught.value.field == "held_at"


def test_remarks_are_looked_at_again_by_one_at_a_time(ground: Ground) -> None:
    first = ground.finish(ground.begin(), GOOD, GOOD, BAD)
    ground.write(lambda uow: inspections.begin_again(uow, first, held(date(2020, 5, 20))))
    with pytest.raises(UserError, match="begun to look"):
        ground.write(lambda uow: inspections.begin_again(uow, first, held(date(2020, 5, 21))))
