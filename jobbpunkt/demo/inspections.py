"""What the group's work and two suppliers' got when it was inspected in 2020: places, suppliers and verdicts are invented."""

import io
from collections.abc import Sequence
from datetime import date, time, timedelta
from typing import Any

from jobbpunkt import inspections, work
from jobbpunkt.base.clock import instant
from jobbpunkt.demo.stage import SUPERVISOR, Stage, workday
from jobbpunkt.foreign import reading
from jobbpunkt.inspections import InspectionHead, Remark, Spot
from jobbpunkt.register.unit_of_work import Writing
from models.vocabulary import AreaKind, InspectionKind, PointVerdict

SUPPLIERS = ("Exempelstäd AB", "Trapp och Glas Prov AB")
PLACES = ("Trapphus Exempelgatan 4", "Trapphus Provgatan 9")
INSPECTOR = "Handledare Exempel"
# Which points of the nine had a remark, month by month: of the group's two stairwells, and of the suppliers' two.
GROUP: dict[int, tuple[tuple[int, ...], tuple[int, ...]]] = {
    1: ((1, 3, 6), (0, 5)),
    2: ((2, 6), (5,)),
    3: ((2,), (5, 6)),
    4: ((6,), ()),
    5: ((), (6,)),
    6: ((6,), ()),
    8: ((4,), (6,)),
    9: ((), (2,)),
    10: ((), ()),
    11: ((3, 6), ()),
    12: ((), (4,)),
}
OTHERS: dict[int, tuple[tuple[int, ...], tuple[int, ...]]] = {
    1: ((2,), (6,)),
    3: ((4,), (6,)),
    4: ((2, 6), ()),
    5: ((), (6,)),
    6: ((4, 6), (2,)),
    8: ((6,), (4,)),
    9: ((2,), ()),
    10: ((), (4, 6)),
    11: ((), (5,)),
    12: ((6,), ()),
}
FAULTS = (
    ("Grus kvar vid dörren", "Sopas om"),
    ("Salt i hörnen", "Våtmoppas om"),
    ("Smutskant på vilplanet, våning 2", "Skuras om med maskin"),
    ("Fläckar, våning 2", "Torkas av"),
    ("Ränder på glaset", "Putsas om"),
    ("Fingrar på anslagstavlan", "Torkas av"),
    ("Damm på listerna, våning 3", "Dammtorkas"),
    ("Spindelnät vid takfönstret", "Tas ner med borste"),
    ("Smuts i nederkanten", "Putsas om"),
)
WINDOWS = 8  # the point that is not relevant in winter
PHOTO_OF = (3, 2)  # the month and the point of the one photo
UNFINISHED = date(2020, 12, 11)
LEFT_OPEN = 12  # the month whose remarks still wait


def hold_inspections(stage: Stage) -> None:
    """Set the year's inspections to their days, and a week later the second look at what had remarks."""
    for month, found in GROUP.items():
        for number, remarks in enumerate(found):
            _set(stage, workday(date(2020, month, 3 + 6 * number)), month, remarks, number, "")
    for month, found in OTHERS.items():
        for number, remarks in enumerate(found):
            _set(stage, workday(date(2020, month, 5 + 4 * number)), month, remarks, number, SUPPLIERS[number])
    stage.at(UNFINISHED, time(14), SUPERVISOR, _begin)


def _set(stage: Stage, day: date, month: int, remarks: Sequence[int], number: int, supplier: str) -> None:
    box: dict[str, Any] = {}
    stage.at(day, time(10 + number), SUPERVISOR, _inspect, box, remarks, number, supplier)
    if remarks and month != LEFT_OPEN:
        stage.at(workday(day + timedelta(days=7)), time(10 + number), SUPERVISOR, _look_again, box)


def _inspect(uow: Writing, box: dict[str, Any], remarks: Sequence[int], number: int, supplier: str) -> None:
    programme, now = work.programmes(uow)[0].id, uow.clock.now()
    stairs = [area for area in work.areas(uow, programme) if area.data.kind is AreaKind.STAIRWELL]
    spot = Spot(place=PLACES[number]) if supplier else Spot(stairs[number].id)
    kind = InspectionKind.OWN_CHECK if number and not supplier else InspectionKind.INSPECTION
    begun = inspections.begin(uow, programme, spot, InspectionHead(kind, now, INSPECTOR, supplier))
    box["key"] = begun.record
    day = uow.clock.today()
    for place, point in enumerate(inspections.view(uow, begun.record).points):
        is_winter_window = place == WINDOWS and day.month in (12, 1, 2)
        found = PointVerdict.NOT_RELEVANT if is_winter_window else PointVerdict.PASSED
        if place in remarks:
            said = Remark(*FAULTS[place], workday(day + timedelta(days=7)), is_again=True)
            inspections.remark(uow, point.id, point.version, said)
            if (day.month, place) == PHOTO_OF and not supplier:
                inspections.add_photo(uow, point.id, reading.photo(_photo()))
        else:
            inspections.judge(uow, point.id, found)
    inspections.close(uow, begun.record, inspections.view(uow, begun.record).version)


def _begin(uow: Writing) -> None:
    """Begin to inspect the waste house, and be called away."""
    programme = work.programmes(uow)[0].id
    area = next(area for area in work.areas(uow, programme) if area.data.kind is AreaKind.WASTE_HOUSE)
    head = InspectionHead(InspectionKind.OWN_CHECK, uow.clock.now(), INSPECTOR)
    begun = inspections.begin(uow, programme, Spot(area.id), head).record
    first, second, *_ = inspections.view(uow, begun).points
    inspections.judge(uow, first.id, PointVerdict.PASSED)
    said = Remark("Plastpåsar i kärlet för matavfall", "Sorteras om", date(2020, 12, 18), is_again=True)
    inspections.remark(uow, second.id, second.version, said)


def _look_again(uow: Writing, box: dict[str, Any]) -> None:
    head = inspections.view(uow, box["key"]).head
    again = InspectionHead(head.kind, instant(uow.clock.today(), time(10)), INSPECTOR, head.supplier)
    begun = inspections.begin_again(uow, box["key"], again)
    for point in inspections.view(uow, begun.record).points:
        inspections.judge(uow, point.id, PointVerdict.PASSED)
    inspections.close(uow, begun.record, inspections.view(uow, begun.record).version)


def _photo() -> bytes:
    """Return a drawn picture of a stain on a landing, in the place of a photo."""
    from PIL import Image, ImageDraw

    made = Image.new("RGB", (640, 400), (214, 209, 198))
    pen = ImageDraw.Draw(made)
    for step in range(6):
        shade = 190 - 14 * step
        pen.rectangle((90, 60 + 56 * step, 640, 116 + 56 * step), fill=(shade, shade - 6, shade - 18))
    pen.rectangle((0, 0, 90, 400), fill=(232, 229, 222))
    pen.ellipse((300, 238, 470, 296), fill=(92, 84, 70))
    pen.ellipse((270, 214, 500, 320), outline=(186, 48, 38), width=6)
    file = io.BytesIO()
    made.save(file, "PNG")
    return file.getvalue()
