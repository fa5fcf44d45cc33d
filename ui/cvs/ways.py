"""The ways back into CVs, letters and the dialogs that give them their titles."""

from collections.abc import Callable, Mapping
from functools import partial
from uuid import UUID

from jobbpunkt.base.errors import gone
from jobbpunkt.register.unit_of_work import Reading
from jobbpunkt.written import cvs, letters
from jobbpunkt.written.versioned import WrittenRow
from ui.cvs.editor import CvEditor
from ui.cvs.letter_editor import LetterEditor
from ui.cvs.making import new_written_dialog, offered
from ui.cvs.rename import RenamedWritten, rename_dialog
from ui.cvs.written import service_of, written_of
from ui.cvs.written_editor import version_record
from ui.drafts.ways import Made, Sought, Way

Make = Callable[[], Made]


def _version(written: tuple[WrittenRow, ...], record: UUID) -> tuple[UUID, int | None]:
    """Return the CV or letter that a draft is of, and which older version of it, if it is of one."""
    for one in written:
        if one.id == record:
            return one.id, None
        for number in range(1, one.latest):
            if version_record(one.id, number) == record:
                return one.id, number
    raise gone()


def _cv(uow: Reading, sought: Sought) -> Make:
    return partial(CvEditor, sought.context, *_version(cvs.of_person(uow, sought.whom), sought.of))


def _letter(uow: Reading, sought: Sought) -> Make:
    return partial(LetterEditor, sought.context, *_version(letters.of_person(uow, sought.whom), sought.of))


def _new(uow: Reading, sought: Sought, *, letter: bool) -> Make:
    return partial(new_written_dialog, sought.page, sought.context, sought.whom, offered(uow), letter=letter)


def _title(uow: Reading, sought: Sought) -> Make:
    found = next((one for one in written_of(uow, sought.whom) if one.row.id == sought.of), None)
    if found is None:
        raise gone()
    renamed = RenamedWritten(found.row.id, found.row.version, found.row.title, found.row.language, sought.whom)
    return partial(rename_dialog, sought.page, sought.context, service_of(found.letter).rename, renamed)


WAYS: Mapping[str, Way] = {
    "cv": _cv,
    "letter": _letter,
    "cv.new": partial(_new, letter=False),
    "letter.new": partial(_new, letter=True),
    "paper.title": _title,
}
