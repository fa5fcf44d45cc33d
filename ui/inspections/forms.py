"""The dialogs of inspections: a new one, one that looks again, when and who, and opening a finished one to correct it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import time
from uuid import UUID

from PySide6.QtWidgets import QWidget

from jobbpunkt import inspections, work
from jobbpunkt.base import checks
from jobbpunkt.base.clock import day_of, hour_of, instant
from jobbpunkt.inspections import InspectionHead, InspectionView, Spot
from jobbpunkt.register.unit_of_work import Reading
from jobbpunkt.work import AreaView
from models.vocabulary import AreaKind, InspectionKind
from ui import asking
from ui.context import Context
from ui.drafts.naming import DraftName
from ui.widgets.completing import completer
from ui.widgets.declared import choices_of
from ui.widgets.dialog import FormDialog, Work
from ui.widgets.forms import ChoiceField, DateField, Form, LineField, LongTextField, TimeField

Opened = Callable[[UUID], None]


@dataclass(frozen=True, slots=True)
class Offer:
    """What the forms offer to choose from: the areas in use, and names of suppliers."""

    areas: tuple[AreaView, ...]
    suppliers: tuple[str, ...]


def offered(uow: Reading, programme_id: UUID) -> Offer:
    """Return what the forms of a programme's inspections offer."""
    today = uow.clock.today()
    areas = tuple(area for area in work.areas(uow, programme_id) if area.used(today))
    return Offer(areas, inspections.suppliers(uow))


def open_new(parent: QWidget, context: Context, programme_id: UUID, opened: Opened) -> None:
    """Load what the form offers, then open it for a new inspection."""

    def show(offer: Offer) -> None:
        dialog = new_dialog(parent, context, programme_id, offer)
        dialog.saved.connect(lambda change: opened(change.record))
        dialog.open()

    asking.read(parent, context, lambda uow: offered(uow, programme_id), show)


def open_change(parent: QWidget, context: Context, view: InspectionView) -> None:
    """Load what the form offers, then open it for when and who."""
    key = view.programme_id
    asking.read(parent, context, lambda uow: offered(uow, key), lambda offer: change_dialog(parent, context, view, offer).open())


def open_again(parent: QWidget, context: Context, inspection_id: UUID, opened: Opened | None = None) -> None:
    """Load the inspection whose remarks are looked at again, then open the form."""

    def load(uow: Reading) -> tuple[InspectionView, Offer]:
        view = inspections.view(uow, inspection_id)
        return view, offered(uow, view.programme_id)

    def show(found: tuple[InspectionView, Offer]) -> None:
        dialog = again_dialog(parent, context, *found)
        if opened is not None:
            dialog.saved.connect(lambda change: opened(change.record))
        dialog.open()

    asking.read(parent, context, load, show)


def new_dialog(parent: QWidget, context: Context, programme_id: UUID, offer: Offer) -> FormDialog:
    """Return the dialog that begins to inspect a place."""
    words = context.words
    form = Form(words)
    areas = [(area.id, area.data.name) for area in offer.areas]
    area = form.add("area_id", ChoiceField(words("Which place"), areas, none=words("A place elsewhere")))
    place = form.add("place", LineField(words("Place"), hint=words("For example the stairwell of Storgatan 1.")))
    kind = form.add("area_kind", ChoiceField(words("Kind of area"), choices_of(AreaKind, words)))
    _add_head(form, context, offer)
    if areas:
        area.set_value(areas[0][0])

    def fit() -> None:
        """Ask for the place and its kind only where it is none of the areas."""
        for field in (place, kind):
            field.setVisible(area.value() is None)

    area.changed.connect(fit)
    fit()

    def prepare() -> Work:
        spot = Spot(area.value(), place.value(), kind.value() or AreaKind.OTHER)
        head = _head(form)
        return lambda uow: inspections.begin(uow, programme_id, spot, head)

    draft = DraftName("inspection.new", programme_id, page="work", place=programme_id)
    return FormDialog(
        parent, context, words("New inspection"), form, prepare, draft=draft, save=words("Begin"), width=560, tall=560
    )


def again_dialog(parent: QWidget, context: Context, view: InspectionView, offer: Offer) -> FormDialog:
    """Return the dialog that begins to look again at the remarks of an inspection."""
    words = context.words
    form = Form(words)
    _add_head(form, context, offer)
    form.set_values(kind=view.head.kind, supplier=view.head.supplier)
    objects = ", ".join(point.task.object for point in view.points if point.is_open)

    def prepare() -> Work:
        head = _head(form)
        return lambda uow: inspections.begin_again(uow, view.id, head)

    draft = DraftName("inspection.again", view.id, page="work", place=view.programme_id)
    explanation = words("{place}: {points}", place=view.place, points=objects)
    return FormDialog(
        parent,
        context,
        words("Look at it again"),
        form,
        prepare,
        draft=draft,
        save=words("Begin"),
        explanation=explanation,
        width=560,
    )


def change_dialog(parent: QWidget, context: Context, view: InspectionView, offer: Offer) -> FormDialog:
    """Return the dialog that puts right when an inspection was held, who did it and whose work it was."""
    words, said = context.words, view.head
    form = Form(words)
    _add_head(form, context, offer)
    form.set_values(
        kind=said.kind,
        supplier=said.supplier,
        held_at=day_of(said.held_at),
        time=hour_of(said.held_at),
        inspector=said.inspector,
        present=said.present,
        note=said.note,
    )

    def prepare() -> Work:
        head = _head(form)
        return lambda uow: inspections.change(uow, view.id, view.version, head)

    draft = DraftName("inspection.head", view.id, page="work", place=view.programme_id)
    return FormDialog(parent, context, words("When and who"), form, prepare, draft=draft, explanation=view.place, width=560)


def reopen_dialog(parent: QWidget, context: Context, view: InspectionView) -> FormDialog:
    """Return the dialog that opens a finished inspection to correct it, and asks why."""
    words = context.words
    form = Form(words)
    hint = words("It stands on the protocol. The history keeps what stood there before.")
    reason = form.add("reason", LineField(words("What is to be corrected"), hint=hint))

    def prepare() -> Work:
        why = reason.value()
        return lambda uow: inspections.reopen(uow, view.id, view.version, why)

    draft = DraftName("inspection.reopen", view.id, page="work", place=view.programme_id)
    title = words("Correct a finished inspection")
    return FormDialog(
        parent, context, title, form, prepare, draft=draft, explanation=view.place, save=words("Open it"), width=480
    )


def _add_head(form: Form, context: Context, offer: Offer) -> None:
    """Add what every inspection says beside its points, with today, now and the signed-in user filled in."""
    words, now = context.words, context.clock.now()
    form.add("kind", ChoiceField(words("Kind of inspection"), choices_of(InspectionKind, words)))
    supplier = LineField(words("Supplier"), hint=words("Leave it empty for the group's own work."))
    supplier.line.setCompleter(completer(offer.suppliers, supplier.line))
    form.add("supplier", supplier, beside=True)
    form.add("held_at", DateField(words, words("Day"), today=context.clock.today()))
    form.add("time", TimeField(words("Time")), beside=True)
    form.add("inspector", LineField(words("Inspected by")))
    form.add("present", LineField(words("Present")), beside=True)
    form.add("note", LongTextField(words("Note"), lines=2, snug=True))
    form.set_values(
        kind=InspectionKind.INSPECTION, held_at=day_of(now), time=hour_of(now).replace(second=0), inspector=context.user.name
    )


def _head(form: Form) -> InspectionHead:
    values = {name: form[name].value() for name in ("kind", "supplier", "held_at", "time", "inspector", "present", "note")}
    day, at = checks.chosen_day(values.pop("held_at"), field="held_at"), values.pop("time")
    return InspectionHead(held_at=instant(day, at or time()), **values)
