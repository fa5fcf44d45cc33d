"""What the dialogs around a campaign's parts share."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from jobbpunkt.base.changes import Change
from jobbpunkt.campaigns import Activity, CountedMeasure, EvaluationRow
from ui import asking
from ui.drafts.naming import DraftName
from ui.widgets.buttons import danger
from ui.widgets.dialog import FormDialog, Work
from ui.widgets.layouts import boxed, row

if TYPE_CHECKING:
    pass


def named(part: str, campaign: UUID, known: Activity | CountedMeasure | EvaluationRow | None) -> DraftName:
    """Return under which name the draft of a part is kept: a new one belongs to its campaign."""
    if known is None:
        return DraftName(f"campaign.{part}.new", campaign, page="campaigns", place=campaign)
    return DraftName(f"campaign.{part}", known.id, page="campaigns", place=campaign)


def removable(dialog: FormDialog, work: Work) -> FormDialog:
    """Add a button to the form that takes the part away; a refusal is shown in the dialog."""

    def gone(_change: Change) -> None:
        dialog.form.dirty = False
        if dialog.draft is not None:
            dialog.draft.drop()
        dialog.accept()

    def take_away() -> None:
        asking.write(dialog, dialog.context, work, gone)

    button = danger(dialog.words("Remove"), take_away, icon="trash-2")
    dialog.form.put(boxed(row(button, None)))
    return dialog
