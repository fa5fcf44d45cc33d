"""The ways back into CVs, letters and the dialogs that give them their titles."""

from collections.abc import Callable, Mapping
from functools import partial
from uuid import UUID

from jobbpunkt import cvs, letters
from jobbpunkt.errors import gone
from jobbpunkt.papers import PaperRow
from jobbpunkt.unit_of_work import UnitOfWork
from ui.cvs.editor import CvEditor
from ui.cvs.letter_editor import LetterEditor
from ui.cvs.making import new_paper_dialog, offered
from ui.cvs.paper_editor import version_record
from ui.cvs.papers import papers_of, service_of
from ui.cvs.rename import RenamedPaper, rename_dialog
from ui.drafts.ways import Made, Sought, Way

Make = Callable[[], Made]


def _version(papers: tuple[PaperRow, ...], record: UUID) -> tuple[UUID, int | None]:
    """Return the paper that a draft is of, and which older version of it, if it is of one."""
    for paper in papers:
        if paper.id == record:
            return paper.id, None
        for number in range(1, paper.latest):
            if version_record(paper.id, number) == record:
                return paper.id, number
    raise gone()


def _cv(uow: UnitOfWork, sought: Sought) -> Make:
    return partial(CvEditor, sought.context, *_version(cvs.of_person(uow, sought.whom), sought.of))


def _letter(uow: UnitOfWork, sought: Sought) -> Make:
    return partial(LetterEditor, sought.context, *_version(letters.of_person(uow, sought.whom), sought.of))


def _new(uow: UnitOfWork, sought: Sought, *, letter: bool) -> Make:
    return partial(new_paper_dialog, sought.page, sought.context, sought.whom, offered(uow), letter=letter)


def _title(uow: UnitOfWork, sought: Sought) -> Make:
    found = next((paper for paper in papers_of(uow, sought.whom) if paper.row.id == sought.of), None)
    if found is None:
        raise gone()
    renamed = RenamedPaper(found.row.id, found.row.version, found.row.title, found.row.language, sought.whom)
    return partial(rename_dialog, sought.page, sought.context, service_of(found.letter).rename, renamed)


WAYS: Mapping[str, Way] = {
    "cv": _cv,
    "letter": _letter,
    "cv.new": partial(_new, letter=False),
    "letter.new": partial(_new, letter=True),
    "paper.title": _title,
}
