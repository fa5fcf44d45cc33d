"""What a programme's group does: areas and tasks, and who takes part."""

from jobbpunkt import work
from jobbpunkt.group_day import group_day
from jobbpunkt.new_district import copy_to_district
from jobbpunkt.printing import batches, drawings
from jobbpunkt.programmes import ProgrammeData
from jobbpunkt.work import AreaData, TaskData, on_paper
from models.vocabulary import AreaKind
from tests.permissions.desk import DAY, Door, asks_first, may, one

_AREA = AreaData(AreaKind.CELLAR, "Källaren")
_TASK = TaskData("Golv", "Sopat")
_CELLAR = AreaKind.CELLAR
_COPY = ProgrammeData("Kvinna för Råby", "Råby")

DOORS: dict[str, tuple[Door, ...]] = {
    "group_day.group_day": (may("CKLS", lambda u, _: group_day(u)),),
    "new_district.copy_to_district": (may("CKL", lambda u, _: copy_to_district(u, one("programme"), _COPY)),),
    "work.areas.add_area": (may("CKS", lambda u, _: work.add_area(u, one("programme"), _AREA)),),
    "work.areas.areas": (may("CKLS", lambda u, _: work.areas(u, one("programme"))),),
    "work.areas.change_area": (may("CKS", lambda u, _: work.change_area(u, one("work_area"), 1, _AREA)),),
    # The group has worked there, which is said only to those who may remove one.
    "work.areas.remove_area": (asks_first("CKS", lambda u, _: work.remove_area(u, one("work_area"))),),
    "work.group.coming": (may("CKLS", lambda u, _: work.coming(u, one("programme"), DAY)),),
    "work.group.group": (may("CKLS", lambda u, _: work.group(u, one("programme"), DAY)),),
    "work.group.programmes": (may("CKLS", lambda u, _: work.programmes(u)),),
    "printing.batches.attendance": (may("CKLS", lambda u, d: batches.attendance(u, one("programme"), DAY, d.words)),),
    "printing.drawings.attendance": (
        asks_first("CKLS", lambda u, d: drawings.attendance(u, one("programme"), one("person"), d.words, month=DAY)),
    ),
    "printing.drawings.certificate": (may("CKLS", lambda u, d: drawings.certificate(u, one("certificate"), d.words)),),
    "printing.drawings.notice": (may("CKLS", lambda u, d: drawings.notice(u, one("work_area"), d.words)),),
    "work.on_paper.document": (may("CKLS", lambda u, _: on_paper.document(u, one("work_area"))),),
    "work.on_paper.note_printed": (may("CKLS", lambda u, _: on_paper.note_printed(u, one("work_area"))),),
    "work.spot.spot": (may("CKLS", lambda u, _: work.spot(u, one("work_area"))),),
    "work.tasks.add_task": (may("CKS", lambda u, _: work.add_task(u, one("programme"), _TASK, kind=_CELLAR)),),
    "work.tasks.change_task": (
        may("CKS", lambda u, _: work.change_task(u, one("work_task"), 1, _TASK, kind=_CELLAR, area_id=None)),
    ),
    "work.tasks.move_task": (may("CKS", lambda u, _: work.move_task(u, one("work_task"), up=True)),),
    "work.tasks.remove_task": (may("CKS", lambda u, _: work.remove_task(u, one("work_task"))),),
    "work.tasks.tasks": (may("CKLS", lambda u, _: work.tasks(u, one("programme"))),),
    "work.tasks.tasks_of_area": (may("CKLS", lambda u, _: work.tasks_of_area(u, one("work_area"))),),
}
INNER: dict[str, str] = {
    "work.tasks.copy_tasks": "asked by the copy of a programme, which has asked who may",
    "series.within.demand": "asked by the services that keep an event, which have asked who may",
}
