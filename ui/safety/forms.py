"""The dialogs for introductions, chemicals, data sheets and keys."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QWidget

from jobbpunkt import safety
from jobbpunkt.base import checks
from jobbpunkt.base.errors import InvalidInput
from jobbpunkt.safety import ChemicalData, ChemicalView, IntroductionData, IntroductionView, ReceiptData, ReceiptView
from jobbpunkt.safety.fields import CHEMICAL, INTRODUCTION, RECEIPT
from jobbpunkt.work import Member
from models.vocabulary import IntroductionKind
from ui.context import Context
from ui.drafts.naming import DraftName, NotKept
from ui.widgets import declared
from ui.widgets.dialog import FormDialog, Work
from ui.widgets.forms import DateField, Form

Group = Sequence[Member]


def chemical_dialog(parent: QWidget, context: Context, programme: UUID, known: ChemicalView | None = None) -> FormDialog:
    """Return the dialog that adds a product, or puts one right."""
    words = context.words
    form = declared.form_of(context, CHEMICAL)

    def prepare() -> Work:
        data = ChemicalData(**declared.read(form, CHEMICAL))
        if known is None:
            return lambda uow: safety.add_chemical(uow, programme, data)
        return lambda uow: safety.change_chemical(uow, known.id, known.version, data)

    if known is None:
        draft = DraftName("safety.chemical.new", programme, page="work", place=programme)
        return FormDialog(parent, context, words("New product"), form, prepare, draft=draft, width=500)
    declared.show(form, CHEMICAL, known.data)
    draft = DraftName("safety.chemical", known.id, page="work", place=programme)
    return FormDialog(parent, context, words("Change the product"), form, prepare, draft=draft, width=500)


def introduction_dialog(
    parent: QWidget, context: Context, programme: UUID, group: Group, known: IntroductionView | None = None
) -> FormDialog:
    """Return the dialog that notes an introduction, or puts one right."""
    words = context.words
    form = declared.form_of(context, INTRODUCTION, {"person_id": _offered(context, group, known)})
    form.set_values(kind=IntroductionKind.PRODUCT, given_on=context.clock.today())

    def prepare() -> Work:
        values = declared.read(form, INTRODUCTION)
        day = checks.chosen_day(values["given_on"], field="given_on")
        data = IntroductionData(_whom(values["person_id"]), values["kind"] or IntroductionKind.PRODUCT, values["what"], day)
        if known is None:
            return lambda uow: safety.introduce(uow, programme, data)
        return lambda uow: safety.change_introduction(uow, known.id, known.version, data)

    if known is None:
        draft = DraftName("safety.introduction.new", programme, page="work", place=programme)
        return FormDialog(parent, context, words("New introduction"), form, prepare, draft=draft, width=460)
    declared.show(form, INTRODUCTION, known.data)
    draft = DraftName("safety.introduction", known.id, page="work", place=programme)
    return FormDialog(parent, context, words("Change the introduction"), form, prepare, draft=draft, width=460)


def receipt_dialog(
    parent: QWidget, context: Context, programme: UUID, group: Group, known: ReceiptView | None = None
) -> FormDialog:
    """Return the dialog that hands out a key, or puts right what was noted of one."""
    words = context.words
    fields = [field for field in RECEIPT if known is not None or field.name != "returned_on"]
    form = declared.form_of(context, fields, {"person_id": _offered(context, group, known)})
    form.set_values(given_on=context.clock.today())

    def prepare() -> Work:
        values = {"returned_on": None} | declared.read(form, fields)
        day = checks.chosen_day(values["given_on"], field="given_on")
        whom = _whom(values["person_id"])
        data = ReceiptData(whom, values["key"], day, due_on=values["due_on"], returned_on=values["returned_on"])
        if known is None:
            return lambda uow: safety.hand_out(uow, programme, data)
        return lambda uow: safety.change_receipt(uow, known.id, known.version, data)

    if known is None:
        draft = DraftName("safety.key.new", programme, page="work", place=programme)
        return FormDialog(parent, context, words("Hand out a key"), form, prepare, draft=draft, width=460)
    declared.show(form, fields, known.data)
    draft = DraftName("safety.key", known.id, page="work", place=programme)
    return FormDialog(parent, context, words("Change the key receipt"), form, prepare, draft=draft, width=460)


def sheet_dialog(parent: QWidget, context: Context, chemical: ChemicalView, pdf: bytes) -> FormDialog:
    """Return the dialog that keeps a chosen file as the data sheet of a product, and asks for the sheet's day."""
    words = context.words
    form = Form(words)
    hint = words("It stands on the first page of the safety data sheet.")
    day = form.add("dated_on", DateField(words, words("The day of the sheet"), today=context.clock.today(), hint=hint))

    def prepare() -> Work:
        on = day.value()
        return lambda uow: safety.keep_sheet(uow, chemical.id, pdf, dated_on=on)

    title = words("Safety data sheet for {product}", product=chemical.data.name)
    draft = NotKept("one day, for a file that was just chosen")
    return FormDialog(parent, context, title, form, prepare, draft=draft, save=words("Keep the sheet"), width=440)


def _offered(context: Context, group: Group, known: IntroductionView | ReceiptView | None) -> list[tuple[UUID, str]]:
    """Return whom one can choose: the group of today, and whoever the row is about already."""
    offered = {one.person_id: one.name.shown(context.words) for one in group}
    if known is not None:
        offered.setdefault(known.data.person_id, known.name.shown(context.words))
    return list(offered.items())


def _whom(chosen: UUID | None) -> UUID:
    if chosen is None:
        raise InvalidInput("Choose a person.", field="person_id")
    return chosen
