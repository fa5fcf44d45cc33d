"""The adopted versions of a plan, and who has signed them."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from jobbpunkt import plans
from jobbpunkt.base.clock import day_of
from jobbpunkt.plans import PlanView, SignatureView, VersionView
from models.vocabulary import SignatureRole
from ui.drafts.naming import DraftName
from ui.plans.paper_dialog import VersionDialog
from ui.plans.plan_dialog import plan_dialog
from ui.plans.store import PlanStore
from ui.widgets.buttons import icon_button, quiet, secondary
from ui.widgets.card import Card
from ui.widgets.dialog import FormDialog, Work
from ui.widgets.forms import DateField, Form, LineField, SegmentField
from ui.widgets.labels import muted, small, strong
from ui.widgets.layouts import boxed, clear, column, row


class VersionsCard(Card):
    """Lists the versions, newest first."""

    def __init__(self, store: PlanStore, parent: QWidget | None = None) -> None:
        words = store.context.words
        self.compare = secondary(words("Compare …"), self._compare, icon="copy")
        super().__init__(words("Adopted versions and signatures"), self.compare, parent=parent)
        self.words, self.store = words, store

    def show_plan(self, view: PlanView, *, enabled: bool) -> None:
        """Show a plan's versions."""
        clear(self.body)
        self.compare.setVisible(bool(view.versions))
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
            line.addWidget(
                icon_button("pencil", words("Change the signature of {name}", name=name), partial(self._correct, view, signed))
            )
            line.addWidget(icon_button("x", words("Remove the signature of {name}", name=name), partial(self._unsign, signed)))
        return line

    def _open(self, view: PlanView, version: VersionView) -> None:
        VersionDialog(self, self.store.context, view, version).open()

    def _sign(self, view: PlanView, version: VersionView) -> None:
        signature_dialog(self, self.store, view, version).open()

    def _correct(self, view: PlanView, signed: SignatureView) -> None:
        version = next(one for one in view.versions if signed in one.signatures)
        signature_dialog(self, self.store, view, version, signed).open()

    def _compare(self) -> None:
        from ui.plans.compare_dialog import CompareDialog  # difflib is needed only now

        if self.store.view is not None and self.store.view.versions:
            CompareDialog(self, self.store.context, self.store.view).open()

    def _unsign(self, signed: SignatureView) -> None:
        self.store.do(lambda uow: plans.remove_signature(uow, signature_id=signed.id))


def signature_dialog(
    parent: QWidget, store: PlanStore, view: PlanView, version: VersionView, signed: SignatureView | None = None
) -> FormDialog:
    """Return the dialog that notes who signed a version on paper, and when, or puts a noted signature right."""
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
        if signed is None:
            return lambda uow: plans.sign(uow, version_id=version.id, role=chosen, signed_on=on, name=typed)
        key, seen = signed.id, signed.version
        return lambda uow: plans.change_signature(uow, signature_id=key, version=seen, role=chosen, signed_on=on, name=typed)

    if signed is not None:
        suggested[signed.role] = signed.name or suggested[signed.role]
    role.changed.connect(suggest)
    form.set_values(
        role=signed.role if signed else SignatureRole.PARTICIPANT, signed_on=signed.signed_on if signed else context.clock.today()
    )
    suggest()
    title = words("Signature on version {number}", number=version.number)
    form_of, key = ("plan.signature", version.id) if signed is None else ("plan.signature.change", signed.id)
    draft = DraftName(form_of, key, view.person_id, "plans", view.id)
    return plan_dialog(parent, store, title, form, prepare, draft=draft, width=460)
