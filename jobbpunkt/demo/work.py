"""Where the group of Kvinna för Bäckby works and what it does there: kinds as in the report, the rest invented."""

from datetime import date, time

from jobbpunkt import work
from jobbpunkt.demo.stage import SUPERVISOR, Stage
from jobbpunkt.register.unit_of_work import Writing
from jobbpunkt.work import AreaData, TaskData
from models.vocabulary import AreaKind, Season, TaskPeriod

DAY = date(2019, 10, 2)
AREAS = (
    AreaData(AreaKind.STAIRWELL, "Trapphus Spinnargatan 2–14", "Bäckby"),
    AreaData(AreaKind.STAIRWELL, "Trapphus Spinnargatan 16–22", "Bäckby"),
    AreaData(AreaKind.CELLAR, "Källare Bäckbyvägen 3", "Bäckby", "Nyckel 14. Vattnet finns i städskrubben till vänster."),
    AreaData(AreaKind.LAUNDRY, "Tvättstuga Bäckbyvägen 7", "Bäckby", "Städas när ingen har bokat: före klockan 9."),
    AreaData(AreaKind.WASTE_HOUSE, "Miljöbod Spinnargatan", "Bäckby"),
    AreaData(AreaKind.MEETING_PLACE, "Kollage", "Bäckby centrum"),
    AreaData(AreaKind.AREA_OFFICE, "Områdeskontoret", "Bäckby centrum"),
)
WEEK, MONTH, QUARTER, YEAR = TaskPeriod.WEEK, TaskPeriod.MONTH, TaskPeriod.QUARTER, TaskPeriod.YEAR
TASKS: dict[AreaKind, tuple[TaskData, ...]] = {
    AreaKind.STAIRWELL: (
        TaskData("Entré", "Golvet sopat och våtmoppat", 1, WEEK),
        TaskData("Entré", "Grus och salt borttaget", 2, WEEK, Season.WINTER),
        TaskData("Trappor", "Sopade och våtmoppade", 1, WEEK),
        TaskData("Räcke", "Avtorkat", 1, WEEK),
        TaskData("Entréglas", "Putsat", 1, WEEK),
        TaskData("Dörrar och anslagstavla", "Avtorkade", 1, MONTH),
        TaskData("Lister och lampor", "Dammtorkade", 1, MONTH),
        TaskData("Högt upp", "Spindelnät och damm borttaget", 1, QUARTER),
        TaskData("Fönster", "Putsade", 2, YEAR),
    ),
    AreaKind.CELLAR: (
        TaskData("Gångar", "Sopade", 1, MONTH),
        TaskData("Dörrar", "Avtorkade", 1, QUARTER),
        TaskData("Förrådsgångar", "Sopade", 1, YEAR),
    ),
    AreaKind.LAUNDRY: (
        TaskData("Golv", "Sopat och våtmoppat", 1, WEEK),
        TaskData("Maskiner och bänkar", "Avtorkade", 1, WEEK),
        TaskData("Filter och golvbrunn", "Rengjorda", 1, QUARTER),
        TaskData("Hela tvättstugan", "Storstädad", 2, YEAR),
    ),
    AreaKind.WASTE_HOUSE: (
        TaskData("Golv", "Sopat", 1, WEEK),
        TaskData("Matavfall", "Plastpåsar runt matavfallspåsar bortsorterade", 1, WEEK),
        TaskData("Golv", "Våtmoppat", 1, MONTH),
        TaskData("Kärl och golv", "Spolade", 1, YEAR, Season.SUMMER),
        TaskData("Runt huset", "Skräp plockat", 1, TaskPeriod.AS_NEEDED),
    ),
    AreaKind.MEETING_PLACE: (
        TaskData("Golv", "Dammsuget och våtmoppat", 2, WEEK),
        TaskData("Kök och toaletter", "Rengjorda", 2, WEEK),
        TaskData("Stolar och bord", "Avtorkade", 1, WEEK),
    ),
    AreaKind.AREA_OFFICE: (
        TaskData("Golv", "Dammsuget och våtmoppat", 1, WEEK),
        TaskData("Toalett", "Rengjord", 1, WEEK),
        TaskData("Papperskorgar", "Tömda", 1, WEEK),
    ),
}


def set_up_work(stage: Stage) -> None:
    """Set the areas and tasks to their day."""
    stage.at(DAY, time(9), SUPERVISOR, _set_up)


def _set_up(uow: Writing) -> None:
    programme = work.programmes(uow)[0].id
    for area in AREAS:
        work.add_area(uow, programme, area)
    for kind, tasks in TASKS.items():
        for task in tasks:
            work.add_task(uow, programme, task, kind=kind)
