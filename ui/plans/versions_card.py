"""The adopted versions of a plan, and who has signed them."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from jobbpunkt import plans
from jobbpunkt.clock import day_of
from jobbpunkt.plans import PlanView, SignatureView, VersionView
from models.vocabulary import SignatureRole
from ui.drafts.naming import DraftName
from ui.plans.paper_dialog import version_dialog
from ui.plans.store import PlanStore
from ui.widgets.buttons import icon_button, quiet
from ui.widgets.card import Card
from ui.widgets.dialog import FormDialog, Work
from ui.widgets.forms import DateField, Form, LineField, SegmentField
from ui.widgets.labels import muted, small, strong
from ui.widgets.layouts import boxed, clear, column, row


class VersionsCard(Card):
    """Lists the versions, newest first."""

    def __init__(self, store: PlanStore, parent: QWidget | None = None) -> None:
        super().__init__(store.context.words("Adopted versions and signatures"), parent=parent)
        self.words, self.store = store.context.words, store

    def show_plan(self, view: PlanView, *, enabled: bool) -> None:
        """Show a plan's versions."""
        clear(self.body)
        if not view.versions:
            self.add(
                muted(self.words("When you agree on the plan, adopt it: the pages are then kept as they are, to be signed."))
            )
        for version in view.versions:
            self.add(self._entry(view, version, enabled=enabled))

    def _entry(self, view: PlanView, version: VersionView, *, enabled: bool) -> QWidget:
        words = self.words
        day = words.day(day_of(version.adopted_at), "long")
        head = row(strong(words("Version {number}", number=version.number)), None, spacing=4)
        if enabled:
            head.addWidget(quiet(words("Note a signature"), partial(self._sign, view, version), icon="pencil"))
        head.addWidget(quiet(words("Open"), partial(self._open, view, version), icon="file-text"))
        parts = column(head, small(words("Adopted {day} by {name}", day=day, name=version.adopted_by)), spacing=0)
        for signed in version.signatures:
            parts.addLayout(self._signed(view, signed, enabled=enabled))
        return boxed(parts)

    def _signed(self, view: PlanView, signed: SignatureView, *, enabled: bool) -> QHBoxLayout:
        words = self.words
        name = signed.name or view.person.shown(words)
        role, day = words(signed.role.label), words.day(signed.signed_on)
        line = row()
        line.addWidget(small(words("Signed {day}: {name}, {role}", day=day, name=name, role=role.lower())), 1)
        if enabled:
            line.addWidget(icon_button("x", words("Remove the signature of {name}", name=name), partial(self._unsign, signed)))
        return line

    def _open(self, view: PlanView, version: VersionView) -> None:
        version_dialog(self, self.store.context, view, version).open()

    def _sign(self, view: PlanView, version: VersionView) -> None:
        signature_dialog(self, self.store, view, version).open()

    def _unsign(self, signed: SignatureView) -> None:
        self.store.do(lambda uow: plans.remove_signature(uow, signature_id=signed.id))


def signature_dialog(parent: QWidget, store: PlanStore, view: PlanView, version: VersionView) -> FormDialog:
    """Return the dialog that notes who signed a version on paper, and when."""
    words, context = store.context.words, store.context
    form = Form(words)
    choices = [(choice, words(choice.label)) for choice in SignatureRole]
    role = form.add("role", SegmentField(words("Who has signed?"), choices))
    name = form.add("name", LineField(words("Name")))
    day = form.add("signed_on", DateField(words, words("Day"), today=context.clock.today()))
    suggested = {
        SignatureRole.PARTICIPANT: view.person.shown(words),
        SignatureRole.COACH: context.user.name,
        SignatureRole.INTERPRETER: view.situation.interpreter,
    }

    def suggest() -> None:
        chosen = role.value() or SignatureRole.PARTICIPANT
        name.set_value(suggested[chosen])
        name.set_enabled(enabled=chosen is not SignatureRole.PARTICIPANT)

    def prepare() -> Work:
        chosen, typed = role.value() or SignatureRole.PARTICIPANT, name.value()
        on = day.value() or context.clock.today()
        return store.carrying(lambda uow: plans.sign(uow, version_id=version.id, role=chosen, signed_on=on, name=typed))

    role.changed.connect(suggest)
    form.set_values(role=SignatureRole.PARTICIPANT, signed_on=context.clock.today())
    suggest()
    title = words("Signature on version {number}", number=version.number)
    draft = DraftName("plan.signature", version.id, view.person_id, "plans", view.id)
    dialog = FormDialog(parent, context, title, form, prepare, draft=draft, width=460)
    dialog.saved.connect(lambda _change: store.show_after())
    return dialog
