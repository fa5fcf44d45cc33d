"""What tables and columns are called in an export that is read without this program."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import resources
from jobbpunkt.applications.fields import FIELDS as APPLICATION
from jobbpunkt.assignments.fields import FIELDS as ASSIGNMENT
from jobbpunkt.base import fields
from jobbpunkt.base.fields import Field
from jobbpunkt.base.words import Words
from jobbpunkt.campaigns.fields import FIELDS as CAMPAIGN
from jobbpunkt.indicators.fields import FIELDS as INDICATOR
from jobbpunkt.organisations.fields import FIELDS as ORGANISATION
from jobbpunkt.people.fields import FIELDS as PERSON
from jobbpunkt.places.fields import FIELDS as PLACE
from jobbpunkt.programmes.fields import FIELDS as PROGRAMME
from jobbpunkt.register.index import fold
from jobbpunkt.safety.fields import CHEMICAL, INTRODUCTION, RECEIPT
from jobbpunkt.series.fields import FIELDS as SERIES
from jobbpunkt.training.fields import FIELDS as TRAINING_UNIT
from jobbpunkt.work.fields import AREA, TASK

# The fields of each noun by its table: their titles stand with them.
NOUNS: Mapping[str, tuple[Field, ...]] = MappingProxyType(
    {
        "application": APPLICATION,
        "assignment": ASSIGNMENT,
        "campaign": CAMPAIGN,
        "chemical": CHEMICAL,
        "event_series": SERIES,
        "indicator": INDICATOR,
        "introduction": INTRODUCTION,
        "key_receipt": RECEIPT,
        "organisation": ORGANISATION,
        "person": PERSON,
        "place": PLACE,
        "programme": PROGRAMME,
        "training_unit": TRAINING_UNIT,
        "work_area": AREA,
        "work_task": TASK,
    }
)


@dataclass(frozen=True, slots=True)
class Titles:
    """The names of tables and columns in one language; what has no name of its own keeps that of the database."""

    tables: dict[str, str]
    columns: dict[str, str]
    declared: dict[tuple[str, str], str]

    def table(self, name: str) -> str:
        """Return what a table is called."""
        return self.tables.get(name, name)

    def column(self, table: str, name: str) -> str:
        """Return what a column of a table is called: a field as its noun says, any other as columns of that name are."""
        return self.declared.get((table, name)) or self.columns.get(name, name)

    def file(self, name: str) -> str:
        """Return the name of a table's file: its title in letters that every system takes."""
        return "-".join(fold(self.table(name)).split())


def titles(language: str) -> Titles:
    """Return the titles in a language."""
    with resources.path("export_titles.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    named = {kind: {row["name"]: row[language] for row in rows if row["kind"] == kind} for kind in ("table", "column")}
    words = Words(language)
    declared = {(table, field.name): fields.title(field, words) for table, noun in NOUNS.items() for field in noun}
    return Titles(named["table"], named["column"], declared)
