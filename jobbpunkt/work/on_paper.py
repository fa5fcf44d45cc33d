"""The notice of an area, as a document."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.unit_of_work import Reading, Writing
from jobbpunkt.work.tasks import tasks_of_area
from models.account import User
from models.programme import Programme
from models.vocabulary import HistoryAction
from models.work import WorkArea

if TYPE_CHECKING:
    from jobbpunkt.documents.notice_data import NoticeDocument


def document(uow: Reading, area_id: UUID) -> NoticeDocument:
    """Return the notice of an area; whom to tell is who prints it."""
    from jobbpunkt.documents.notice_data import NoticeDocument, NoticeTask

    tasks = tasks_of_area(uow, area_id)  # asks first whether the user may
    area = uow.get(WorkArea, area_id)
    told = [NoticeTask(one.data.object, one.data.moment, one.data.times, one.data.per, one.data.season) for one in tasks]
    return NoticeDocument(
        area.name,
        uow.get(Programme, area.programme_id).name,
        uow.clock.today(),
        tuple(told),
        contact=uow.user.name,
        phone=uow.get(User, uow.user.id).phone,
    )


def note_printed(uow: Writing, area_id: UUID) -> None:
    """Note in the history that the notice of an area was printed or saved."""
    uow.require(Permission.SEE_WORK)
    uow.note(HistoryAction.PRINTED, noun=WorkArea.__tablename__, record_id=area_id)
