"""Work that trains: the areas of a programme's group, what is done there, and who is in the group."""

from jobbpunkt.work.areas import add_area, areas, change_area, remove_area
from jobbpunkt.work.data import AreaView, Member, TaskView, WorkProgramme
from jobbpunkt.work.fields import AreaData, TaskData
from jobbpunkt.work.group import coming, group, programmes
from jobbpunkt.work.spot import Spot, spot
from jobbpunkt.work.tasks import add_task, change_task, move_task, remove_task, tasks, tasks_of_area

__all__ = [
    "AreaData",
    "AreaView",
    "Member",
    "Spot",
    "TaskData",
    "TaskView",
    "WorkProgramme",
    "add_area",
    "add_task",
    "areas",
    "change_area",
    "change_task",
    "coming",
    "group",
    "move_task",
    "programmes",
    "remove_area",
    "remove_task",
    "spot",
    "tasks",
    "tasks_of_area",
]
