"""The drafts whose form is not open: read them, copy them, go on with them, or throw them away."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QListWidget, QListWidgetItem, QPlainTextEdit, QSplitter, QWidget

from jobbpunkt import plans
from jobbpunkt.people import PersonName, lookup
from jobbpunkt.register.drafts import Draft
from jobbpunkt.register.permissions import Permission
from ui.context import Context
from ui.dress import dress
from ui.widgets.buttons import danger, primary, secondary
from ui.widgets.dialog_size import open_at
from ui.widgets.labels import heading, muted
from ui.widgets.layouts import boxed, column, row
from ui.widgets.live import Live

if TYPE_CHECKING:
    from jobbpunkt.register.unit_of_work import Reading

WIDTH, HEIGHT = 820, 520
OLD = timedelta(days=30)
PLANS = "plans"
CONSENT = "consent."


@dataclass(frozen=True, slots=True)
class _Known:
    """What the register says of that which drafts are about: what people are called, and which plans one may not see."""

    names: dict[UUID, PersonName] = field(default_factory=dict)
    withheld: frozenset[UUID] = frozenset()
    guarded: frozenset[UUID] = frozenset()


class DraftsDialog(QDialog):
    """Lists drafts, the latest first. Enter goes on with one, Delete throws it away, and Ctrl+Z brings it back."""

    wanted = Signal(object)
    """A Draft: open its form."""

    def __init__(self, parent: QWidget, context: Context) -> None:
        super().__init__(parent)
        dress(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.context, self.words = context, context.words
        self._drafts: tuple[Draft, ...] = ()
        self._names: dict[UUID, PersonName] = {}
        self._withheld: frozenset[UUID] = frozenset()
        self._guarded: frozenset[UUID] = frozenset()
        self._thrown: list[tuple[Draft, ...]] = []
        self.list, self.text = QListWidget(), QPlainTextEdit()
        self.live = Live(self, context, self.refresh)
        self._build()
        self._connect()

    @property
    def chosen(self) -> Draft | None:
        """Return the draft that is chosen."""
        number = self.list.currentRow()
        return self._drafts[number] if 0 <= number < len(self._drafts) else None

    @property
    def old(self) -> tuple[Draft, ...]:
        """Return the drafts that have waited so long that they are hardly wanted any more; that is for their writer to say."""
        now = self.context.clock.now()
        return tuple(draft for draft in self._drafts if now - draft.at > OLD)

    def refresh(self) -> None:
        """Show what is there now; what it is about is asked first, since one may not be let see it any more."""
        waiting = self.context.drafts.waiting()
        people = {draft.person for draft in waiting if draft.person is not None}
        places = {draft.place for draft in waiting if draft.page == PLANS and draft.place is not None}

        def ask(uow: Reading) -> _Known:
            names = lookup.called(uow, people)
            return _Known(names, plans.withheld(uow, places), plans.guarded(uow, places)) if places else _Known(names)

        if not (people or places):
            self._show(_Known())
            return
        # Who may not even ask is shown none of it.
        self.live.read(ask, self._show, lambda _error: self._show(_Known(withheld=frozenset(places))))

    def go_on(self) -> None:
        """Open the draft's form, where one goes on typing."""
        draft = self.chosen
        if self._go.isEnabled() and draft is not None:
            self.accept()
            self.wanted.emit(draft)

    def copy(self) -> None:
        """Put the text on the clipboard."""
        QApplication.clipboard().setText(self.text.toPlainText())

    def throw_away(self) -> None:
        """Throw the chosen draft away; it can be brought back as long as this window is open."""
        if self.chosen is not None:
            self._throw_away(self.chosen)

    def throw_away_old(self) -> None:
        """Throw away every draft that has waited for long."""
        self._throw_away(*self.old)

    def undo(self) -> None:
        """Bring back what was thrown away last."""
        for draft in self._thrown.pop() if self._thrown else ():
            self.context.drafts.put(draft)

    def _build(self) -> None:
        words = self.words
        title = words("Drafts")
        self.setWindowTitle(title)
        open_at(self, WIDTH, HEIGHT)
        self.list.setAccessibleName(title)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(words("What was typed"))
        self._go, self._copy = primary(words("Go on with it"), self.go_on), secondary(words("Copy"), self.copy, icon="copy")
        self._throw = danger(words("Throw away"), self.throw_away, icon="trash-2")
        self._undo = secondary(words("Undo"), self.undo, icon="undo-2")
        self._told_old = muted("")
        self.throw_old = secondary(words("Throw away the old ones"), self.throw_away_old, icon="trash-2")
        self._old = boxed(row(self._told_old, None, self.throw_old))
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.list)
        split.addWidget(self.text)
        split.setChildrenCollapsible(False)
        split.setSizes([WIDTH // 2, WIDTH // 2])
        told = muted(words("Typed and not saved. Drafts are kept encrypted on this computer, and only you can read them."))
        buttons = row(self._throw, self._undo, None, secondary(words("Close"), self.reject), self._copy, self._go)
        inside = column(heading(title), told, self._old, split, buttons, spacing=12)
        inside.setContentsMargins(28, 24, 28, 24)
        inside.setStretch(3, 1)
        self.setLayout(inside)

    def _connect(self) -> None:
        self.context.drafts.changed.connect(self.refresh)
        self.list.currentRowChanged.connect(lambda _row: self._show_chosen())
        self.list.itemActivated.connect(lambda _item: self.go_on())
        QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.list, self.throw_away)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self, self.undo)

    def _show(self, found: _Known) -> None:
        before = self.list.currentRow()
        self._names, self._withheld, self._guarded = found.names, found.withheld, found.guarded
        self._drafts = self._waiting()
        self.list.clear()
        for draft in self._drafts:
            self.list.addItem(QListWidgetItem(self._line(draft)))
        self.list.setCurrentRow(min(max(before, 0), len(self._drafts) - 1))
        self._show_chosen()
        self.list.setFocus()
        self._show_old()

    def _waiting(self) -> tuple[Draft, ...]:
        """Return the drafts that may be told of: one of a consent tells of a plan for better health."""
        user, waiting = self.context.user, self.context.drafts.waiting()
        sees = user.may(Permission.SEE_HEALTH) and user.holds_health
        return waiting if sees else tuple(draft for draft in waiting if not draft.of.form.startswith(CONSENT))

    def _throw_away(self, *drafts: Draft) -> None:
        self._thrown.append(drafts)
        for draft in drafts:
            self.context.drafts.drop(draft.of)

    def _show_old(self) -> None:
        old, days = len(self.old), OLD.days
        self._old.setVisible(old > 0)
        told = self.words.plural("{n} draft is older than {days} days.", "{n} drafts are older than {days} days.", old, days=days)
        self._told_old.setText(told)

    def _show_chosen(self) -> None:
        draft = self.chosen
        self.text.setPlainText("" if draft is None else self._read(draft))
        for button in (self._throw, self._copy):
            button.setEnabled(draft is not None)
        self._go.setEnabled(draft is not None and bool(draft.page) and not self._is_withheld(draft))
        self._undo.setVisible(bool(self._thrown))

    def _is_withheld(self, draft: Draft) -> bool:
        return draft.page == PLANS and draft.place in self._withheld

    def _line(self, draft: Draft) -> str:
        name = self._names[draft.person].shown(self.words) if draft.person in self._names else ""
        put_aside = self.words("not chosen") if draft.of.aside else ""
        return "\n".join(filter(None, (" · ".join(filter(None, (draft.title, put_aside))), name, self.words.moment(draft.at))))

    def _read(self, draft: Draft) -> str:
        """Return the text of a draft; of a protected person or a health plan only in the form itself, where opening is noted.

        Of whom the register does not tell the name to this user, it does not show what was typed either.
        """
        if self._is_withheld(draft):
            return self.words("This is about a plan that you may not see now. What you typed is kept, and not shown.")
        if draft.page == PLANS and draft.place in self._guarded:
            return self.words("Each opening of this plan is noted. Open the form to see what was typed.")
        if draft.person is not None and (draft.person not in self._names or self._names[draft.person].protected):
            return self.words("The person has a protected identity. Open the form to see what was typed.")
        return "\n\n".join("\n".join(filter(None, (one.label, one.text))) for one in draft.fields)
