"""A plan's pages in the dialog for papers: as it stands, before it is adopted, and any version afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QPushButton, QWidget

from jobbpunkt import plans
from jobbpunkt.base.changes import Change
from jobbpunkt.base.words import Words
from jobbpunkt.documents.drawing import Kept
from jobbpunkt.plans import PlanView, VersionView
from ui import asking
from ui.context import Context
from ui.plans import paper
from ui.plans.offer import OFFER
from ui.plans.store import PlanStore
from ui.widgets.buttons import primary
from ui.widgets.note_print import Note
from ui.widgets.paper_dialog import PaperDialog, Ready

if TYPE_CHECKING:
    from jobbpunkt.register.unit_of_work import Writing


class PlanPaper(PaperDialog):
    """A plan as it now stands."""

    def __init__(
        self,
        parent: QWidget,
        context: Context,
        view: PlanView,
        title: str,
        explanation: str,
        *,
        is_free: bool = True,
        deed: QPushButton | None = None,
    ) -> None:
        """Let language and look be chosen, unless the pages are those that are kept."""
        self.view = view
        super().__init__(parent, context, title, explanation=explanation, offer=OFFER, is_free=is_free, deed=deed)
        self.load()

    def ask(self, words: Words, ready: Ready) -> None:
        """Hand over the plan that was read before."""
        setting = self.setting(paper.own_setting(self.view))
        ready(paper.drawing(self.view, words, self.context.clock.today(), setting))

    def file_name(self) -> str:
        """Return a name that says no more than the folder may."""
        return plans.file_name(self.view, self.words)

    def noting(self) -> Note:
        """Return what notes that the plan was printed."""
        return paper.noting(self.view)

    @classmethod
    def open_on(cls, parent: QWidget, context: Context, plan_id: UUID) -> None:
        """Read a plan and show it, ready to be printed."""
        words = context.words

        def show(view: PlanView) -> None:
            explanation = words("The plan of {name} as it now stands.", name=view.person.shown(words))
            cls(parent, context, view, words("Print the plan"), explanation).open()

        asking.look(parent, context, lambda uow: plans.view(uow, plan_id), show)


class AdoptDialog(PlanPaper):
    """The version to be, and the button that adopts it."""

    def __init__(self, parent: QWidget, store: PlanStore, view: PlanView) -> None:
        self._over, self._store = parent, store
        context, words = store.context, store.context.words
        explanation = words("These pages are kept exactly as they are. The plan can be changed afterwards, and adopted again.")
        deed = primary(words("Adopt"), self._agree)
        super().__init__(parent, context, view, words("Adopt the plan"), explanation, is_free=False, deed=deed)

    def ask(self, words: Words, ready: Ready) -> None:
        """Hand over the plan as it would be adopted."""
        ready(paper.drawing_to_adopt(self.view, words, self.context.clock.today()))

    def _agree(self) -> None:
        view, words = self.view, self.words
        work = self._store.carrying(lambda uow: plans.adopt(uow, plan_id=view.id, version=view.version, words=words))
        asking.write(self, self.context, work, self._adopted)

    def _adopted(self, _change: Change) -> None:
        store = self._store
        store.show_after()
        self.accept()
        if store.view is not None and store.view.versions:
            VersionDialog(self._over, self.context, store.view, store.view.versions[0]).open()


class VersionDialog(PlanPaper):
    """An adopted version, exactly as it was kept."""

    def __init__(self, parent: QWidget, context: Context, view: PlanView, version: VersionView) -> None:
        self._version = version.id
        title = context.words("Version {number}", number=version.number)
        explanation = context.words("Print it, sign it together, and give the participant a copy.")
        super().__init__(parent, context, view, title, explanation, is_free=False)

    def ask(self, words: Words, ready: Ready) -> None:  # noqa: ARG002 - as its parent
        """Ask for the pages that were kept; they are drawn already."""

        def kept(uow: Writing) -> Kept:
            return Kept(plans.version_pdf(uow, self._version))

        asking.look(self, self.context, kept, ready)
