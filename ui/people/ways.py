"""The ways back into the forms around a person."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtWidgets import QWidget

from jobbpunkt import cases
from jobbpunkt.base.errors import gone
from jobbpunkt.cases import CaseView, FollowUpView, OutcomeView
from jobbpunkt.people import details, notes
from jobbpunkt.register.unit_of_work import Reading
from ui.context import Context
from ui.drafts.naming import again
from ui.drafts.ways import Made, Sought, Way
from ui.people.case_forms import correct_dialog, enrol_dialog, offered, status_dialog
from ui.people.closing.view import ClosingView, found_for
from ui.people.facts import FactsTab
from ui.people.note_form import note_dialog
from ui.people.outcome_forms import follow_up_dialog, outcome_dialog
from ui.people.page import PeoplePage
from ui.people.person_form import edit_person_dialog, new_person_dialog
from ui.people.reveal import RevealDialog
from ui.widgets.dialog import FormDialog

Make = Callable[[], Made]


def _new_person(_uow: Reading, sought: Sought) -> Make:
    def make() -> FormDialog:
        dialog = new_person_dialog(sought.page, sought.context)
        dialog.saved.connect(lambda change: sought.context.go("people", change.record))
        return dialog

    return make


def _person(uow: Reading, sought: Sought) -> Make:
    found = details.details(uow, sought.of)
    if found.revealed:
        return partial(edit_person_dialog, sought.page, sought.context, found)
    return lambda: _after_a_reason(sought.page, sought.context, sought)


def _after_a_reason(page: QWidget, context: Context, sought: Sought) -> RevealDialog:
    """Return the dialog that asks why; what one has typed about the person is brought back after the reason is written down."""
    dialog = RevealDialog(page, context, sought.of)
    dialog.revealed.connect(lambda found: edit_person_dialog(page, context, found).open())
    return dialog


def _reveal(_uow: Reading, sought: Sought) -> Make:
    def make() -> FormDialog:
        page = sought.page
        facts = page.person.turn_to(FactsTab) if isinstance(page, PeoplePage) and page.person is not None else None
        return facts.asking() if facts is not None else _after_a_reason(page, sought.context, sought)

    return make


def _note(_uow: Reading, sought: Sought) -> Make:
    return partial(note_dialog, sought.page, sought.context, sought.whom)


def _change_note(uow: Reading, sought: Sought) -> Make:
    note = again(notes.of_person(uow, sought.whom), sought.of)
    return partial(note_dialog, sought.page, sought.context, sought.whom, note)


def _enrol(uow: Reading, sought: Sought) -> Make:
    return partial(enrol_dialog, sought.page, sought.context, sought.whom, offered(uow))


def _correct(uow: Reading, sought: Sought) -> Make:
    return partial(correct_dialog, sought.page, sought.context, _case(uow, sought), offered(uow))


def _status(uow: Reading, sought: Sought) -> Make:
    return partial(status_dialog, sought.page, sought.context, _case(uow, sought))


def _closing(uow: Reading, sought: Sought) -> Make:
    return partial(ClosingView, sought.context, _case(uow, sought), found_for(uow, sought.whom))


def _outcome(uow: Reading, sought: Sought) -> Make:
    return partial(outcome_dialog, sought.page, sought.context, _case(uow, sought))


def _change_outcome(uow: Reading, sought: Sought) -> Make:
    case, outcome = next(((case, one) for case, one in _outcomes(uow, sought) if one.id == sought.of), (None, None))
    if case is None or outcome is None:
        raise gone()
    return partial(outcome_dialog, sought.page, sought.context, case, outcome)


def _follow_up(uow: Reading, sought: Sought) -> Make:
    asked: list[FollowUpView] = [one for _, outcome in _outcomes(uow, sought) for one in outcome.follow_ups]
    return partial(follow_up_dialog, sought.page, sought.context, again(asked, sought.of), sought.whom)


def _case(uow: Reading, sought: Sought) -> CaseView:
    return again(cases.of_person(uow, sought.whom), sought.of)


def _outcomes(uow: Reading, sought: Sought) -> list[tuple[CaseView, OutcomeView]]:
    return [(case, outcome) for case in cases.of_person(uow, sought.whom) for outcome in case.outcomes]


WAYS: Mapping[str, Way] = {
    "person.new": _new_person,
    "person": _person,
    "person.reveal": _reveal,
    "person.note": _note,
    "person.note.change": _change_note,
    "case.enrol": _enrol,
    "case.correct": _correct,
    "case.status": _status,
    "case.closing": _closing,
    "case.outcome": _outcome,
    "case.outcome.change": _change_outcome,
    "case.follow_up": _follow_up,
}
