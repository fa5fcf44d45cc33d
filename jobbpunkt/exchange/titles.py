"""What tables and columns are called in an export that is read without this program."""

import csv
from dataclasses import dataclass

import resources
from jobbpunkt.search import fold


@dataclass(frozen=True, slots=True)
class Titles:
    """The names of tables and columns in one language; what has no name of its own keeps that of the database."""

    tables: dict[str, str]
    columns: dict[str, str]

    def table(self, name: str) -> str:
        """Return what a table is called."""
        return self.tables.get(name, name)

    def column(self, name: str) -> str:
        """Return what a column is called."""
        return self.columns.get(name, name)

    def file(self, name: str) -> str:
        """Return the name of a table's file: its title in letters that every system takes."""
        return "-".join(fold(self.table(name)).split())


def titles(language: str) -> Titles:
    """Return the titles in a language."""
    with resources.path("export_titles.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    named = {kind: {row["name"]: row[language] for row in rows if row["kind"] == kind} for kind in ("table", "column")}
    return Titles(named["table"], named["column"])
