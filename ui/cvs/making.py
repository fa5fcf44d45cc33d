"""A new CV or letter: its title, language and campaign are asked for, and then its editor opened over the page."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from jobbpunkt import campaigns
from jobbpunkt.campaigns import CampaignRow
from jobbpunkt.written import cvs, letters
from jobbpunkt.written.versioned import NewWritten
from ui.context import Context
from ui.cvs.rename import written_form
from ui.drafts.naming import DraftName
from ui.widgets.dialog import FormDialog, Work
from ui.widgets.forms import ChoiceField
from ui.widgets.over import place_of

if TYPE_CHECKING:
    from jobbpunkt.register.unit_of_work import Reading


def offered(uow: Reading) -> tuple[CampaignRow, ...]:
    """Return the campaigns at which a CV or letter can have been written."""
    return campaigns.overview(uow)


def new_written_dialog(
    parent: QWidget, context: Context, person: UUID, held: tuple[CampaignRow, ...], *, letter: bool
) -> FormDialog:
    """Return the dialog that makes a CV or a letter, which begins with what is known of the person, and then opens it."""
    words, today = context.words, context.clock.today()
    title, suggested = (words("New letter"), words("Personal letter")) if letter else (words("New CV"), words("CV"))
    form = written_form(context, suggested, "sv")
    written_at = form.add("campaign_id", ChoiceField[UUID](words("Written at the campaign"), none=words("No campaign")))
    going_on = [row.id for row in held if row.starts_on <= today <= row.ends_on]
    written_at.offer([(row.id, row.name) for row in held], going_on)

    def prepare() -> Work:
        language = form["language"].value() or "sv"
        new = NewWritten(person, form["title"].value(), language=language, campaign_id=written_at.value())
        return lambda uow: letters.create(uow, new) if letter else cvs.create(uow, new)

    draft = DraftName("letter.new" if letter else "cv.new", person, person=person, page="people", place=person)
    dialog = FormDialog(parent, context, title, form, prepare, draft=draft, save=words("Make"), width=440)
    dialog.saved.connect(lambda change: open_written(parent, context, change.record, letter=letter))
    return dialog


def open_written(over: QWidget, context: Context, written: UUID, *, letter: bool, number: int | None = None) -> None:
    """Lay the editor of a CV or letter over the page around `over`; without a number, of its latest version."""
    # Imported when first opened: the editors bring the drawing of papers along.
    from ui.cvs.editor import CvEditor
    from ui.cvs.letter_editor import LetterEditor

    kind = LetterEditor if letter else CvEditor
    place_of(over).lay_over(kind(context, written, number))
