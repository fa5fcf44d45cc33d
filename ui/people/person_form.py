"""The form for a person's details, for new people and for known ones."""

from __future__ import annotations

from dataclasses import fields
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from jobbpunkt import reference
from jobbpunkt.i18n import Words
from jobbpunkt.people import details
from jobbpunkt.people.details import PersonData, PersonDetails
from models.vocabulary import Choice, EducationLevel, Protection, Sex, SwedishLevel, WithoutWork
from ui.context import Context
from ui.drafts.naming import DraftName
from ui.widgets.dialog import FormDialog, Work
from ui.widgets.forms import ChoiceField, DateField, Form, LineField, LongTextField, NumberField

if TYPE_CHECKING:
    pass


WIDTH = 680


def choices_of(kind: type[Choice], words: Words) -> list[tuple[Any, str]]:
    """Return the members of a closed list with their words, in order."""
    return [(member, words(member.label)) for member in kind]


def person_form(context: Context) -> Form:
    """Return the empty form; its names are those of PersonData."""
    words = context.words
    form = Form(words)
    form.add("given_name", LineField(words("Given name")))
    form.add("family_name", LineField(words("Family name")), beside=True)
    hint = words("Only if the work needs it. 12 digits: ÅÅÅÅMMDD-NNNN.")
    form.add("identity_number", LineField(words("Identity number (optional)"), hint=hint))
    form.add("birth_date", DateField(words, words("Date of birth"), today=context.clock.today()))
    form.add("birth_year", NumberField(words("or year of birth"), highest=2100), beside=True)
    form.add("sex", ChoiceField(words("Sex"), choices_of(Sex, words)))
    form.add("protection", ChoiceField(words("Protected identity"), choices_of(Protection, words)), beside=True)
    _contact(form, words)
    _background(form, words)
    form.section(words("In the person's own words"))
    form.add("own_goal", LongTextField(words("What do you want to reach?"), lines=3))
    return form


def _contact(form: Form, words: Words) -> None:
    form.section(words("Contact"))
    form.add("phone", LineField(words("Telephone")))
    form.add("email", LineField(words("E-mail")), beside=True)
    form.add("street", LineField(words("Street address")))
    form.add("postal_code", LineField(words("Postal code")))
    form.add("city", LineField(words("Town")), beside=True)
    form.add(
        "district", ChoiceField(words("District"), [(name, name) for name in reference.districts()], none=words("Not stated"))
    )
    tenant = [(True, words("Yes")), (False, words("No"))]
    form.add("tenant", ChoiceField(words("Tenant of Mimer"), tenant, none=words("Not stated")), beside=True)
    form.add(
        "contact_note", LineField(words("To mind when making contact"), hint=words("For example: must not be called at home."))
    )


def _background(form: Form, words: Words) -> None:
    form.section(words("Background"))
    languages = [(name, name) for name in reference.languages()]
    form.add("language", ChoiceField(words("First language"), languages, none=words("Not stated")))
    form.add("interpreter", ChoiceField(words("Interpreter needed in"), languages, none=words("No interpreter")), beside=True)
    form.add("swedish", ChoiceField(words("Swedish"), choices_of(SwedishLevel, words)))
    form.add("education", ChoiceField(words("Education"), choices_of(EducationLevel, words)), beside=True)
    form.add("without_work", ChoiceField(words("Without work"), choices_of(WithoutWork, words)))
    form.add("driving_licence", LineField(words("Driving licence")), beside=True)


def data_of(form: Form) -> PersonData:
    """Return what the form holds."""
    values = form.values()
    for name in ("district", "language", "interpreter"):
        values[name] = values[name] or ""
    year = values["birth_year"]
    values["birth_year"] = int(year) if isinstance(year, Decimal) else year
    return PersonData(**values)


def fill(form: Form, data: PersonData) -> None:
    """Show a person's data in the form."""
    values = {field.name: getattr(data, field.name) for field in fields(PersonData)}
    for name in ("district", "language", "interpreter"):
        values[name] = values[name] or None
    values["birth_year"] = None if data.birth_year is None else Decimal(data.birth_year)
    form.set_values(**values)


def new_person_dialog(parent: QWidget, context: Context) -> FormDialog:
    """Return the dialog that adds a person."""
    form = person_form(context)
    fill(form, PersonData(""))
    draft = DraftName("person.new", page="people")
    title = context.words("New person")

    def prepare() -> Work:
        data = data_of(form)
        return lambda uow: details.create(uow, data)

    return FormDialog(parent, context, title, form, prepare, draft=draft, width=WIDTH)


def edit_person_dialog(parent: QWidget, context: Context, person: PersonDetails) -> FormDialog:
    """Return the dialog that changes a person's details."""
    form = person_form(context)
    fill(form, person.data)
    title = context.words("Details")
    draft = DraftName("person", person.id, person=person.id, page="people", place=person.id)

    def prepare() -> Work:
        data = data_of(form)
        return lambda uow: details.change(uow, person.id, person.version, data)

    return FormDialog(parent, context, title, form, prepare, draft=draft, width=WIDTH)
